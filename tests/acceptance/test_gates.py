"""What blocks which gate: every gate, status, severity and state of a waiver, in one table."""

from collections.abc import Callable, Iterator
from itertools import product

import pytest

from bpogov.core.severity import Severity
from bpogov.core.status import Status
from bpogov.core.suppression import WaiverState
from bpogov.report.formats import NAMES
from bpogov.runs.check import check
from bpogov.runs.request import CheckRequest
from tests.conftest import Outcome
from tests.policy.files import configuration, rule, shop, write, write_pack

TODAY = "2026-11-21"
GATES = {"local": "error", "pre-commit": "never", "ci": "error", "sign-off": "error", "board": "warning"}
AS_IN_REVIEW = {"sign-off", "board"}

WAIVERS: dict[str, dict[str, str] | None] = {
    "none": None,
    WaiverState.ACTIVE: {"from": "2026-11-01", "until": "2027-02-28"},
    WaiverState.ENDS_SOON: {"from": "2026-11-01", "until": "2026-11-30"},
    "last-day": {"from": "2026-11-01", "until": TODAY},
    WaiverState.EXPIRED: {"from": "2026-10-01", "until": "2026-11-20"},
    WaiverState.NOT_YET: {"from": "2026-12-01", "until": "2027-01-31"},
    WaiverState.CHANGED: {"from": "2026-11-01", "until": "2027-02-28", "value": "Another title"},
    WaiverState.REFUSED: {"from": "2026-11-01", "until": "2027-02-28", "requested_by": "Ann Approver"},
}
HONOURED = {WaiverState.ACTIVE, WaiverState.ENDS_SOON, "last-day"}


def _name(status: Status, severity: Severity) -> str:
    return f"{status}-{severity}"


def _waiver(number: int, name: str, title: str, changes: dict[str, str]) -> str:
    values = {
        "apiVersion": "bpogov/v1",
        "kind": "Waiver",
        "rule": f"OWN00{number}",
        "engagement": name,
        "at": "$.title",
        "value": title,
        "reason": "The board decides in spring",
        "requested_by": "Rob Requester",
        "approved_by": "{name: Ann Approver, role: executive-sponsor}",
        **changes,
    }
    return "".join(f"{key}: {value}\n" for key, value in values.items())


def _govern(waiver: str) -> Iterator[tuple[Status, Severity, str]]:
    """Write a rule of each severity, an engagement for each status and severity, and a waiver for each of those."""
    rules = [
        rule(
            id=f"OWN00{number}",
            name=f"is-{severity}",
            severity=severity.value,
            statuses=f"[{', '.join(Status)}]",
            assert_=f'engagement.title.endsWith(" {severity}") == false',
            at="$.title",
        )
        for number, severity in enumerate(Severity, 1)
    ]
    write_pack("own", *rules)
    write("bpogov.yaml", configuration(packs="[./own]", gates="{board: {like: sign-off, fail_on: warning}}"))
    for status, (number, severity) in product(Status, enumerate(Severity, 1)):
        name, title = _name(status, severity), f"Found {severity}"
        lines = (
            {"id:": f"id: {name}", "title:": f"title: {title}", "status:": f"status: {status}"}.get(
                line.split(" ")[0], line
            )
            for line in shop().splitlines()
        )
        write(f"engagements/{name}.yaml", "\n".join(lines) + "\n")
        changes = WAIVERS[waiver]
        if changes is not None:
            write(f"waivers/{name}.yaml", _waiver(number, name, title, changes))
        yield status, severity, name


def _blocks(gate: str, status: Status, severity: Severity, waiver: str) -> bool:
    """What product.md says of gates, statuses, severities and waivers, once more and on its own."""
    judged = max(status.rank, Status.IN_REVIEW.rank) if gate in AS_IN_REVIEW else status.rank
    weight = severity if judged >= Status.IN_REVIEW.rank else Severity.NOTE
    limit = GATES[gate]
    return waiver not in HONOURED and limit != "never" and weight.rank <= Severity(limit).rank


@pytest.mark.usefixtures("workspace")
@pytest.mark.parametrize("waiver", WAIVERS)
@pytest.mark.parametrize("gate", GATES)
def test_what_blocks_a_gate(gate: str, waiver: str) -> None:
    """Exactly what has the severity at that status and is not waived today; the exit code says the same."""
    expected = {name: _blocks(gate, status, severity, waiver) for status, severity, name in _govern(waiver)}
    report = check(CheckRequest(gate=gate, today=TODAY))
    seen = {one.id: any(found.blocking for found in one.findings) for one in report.engagements}
    assert seen == expected
    about_waivers = any(finding.blocking for finding in report.waiver_findings)
    assert about_waivers == (waiver == WaiverState.REFUSED and gate != "pre-commit") or waiver != WaiverState.REFUSED
    assert report.verdict.exit_code == int(any(expected.values()) or about_waivers)
    assert {use.state for use in report.waivers} <= {waiver, WaiverState.ENDS_SOON}


@pytest.mark.parametrize("name", NAMES)
def test_no_format_changes_the_code(run_cli: Callable[..., Outcome], name: str) -> None:
    """A pass, a fail and a run that could not check end with the same code in each format."""
    list(_govern("none"))
    good, bad = "engagements/draft-note.yaml", "engagements/live-error.yaml"
    codes = [
        run_cli("check", *paths, "--today", TODAY, "--format", name).code
        for paths in ([good], [bad], [good, "no.yaml"])
    ]
    assert codes == [0, 1, 2]
    write(
        "own/goals/is-error.yaml", rule(id="OWN001", name="is-error", assert_="int(engagement.title) > 0", at="$.title")
    )
    assert run_cli("check", good, "--today", TODAY, "--format", name).code == 2
