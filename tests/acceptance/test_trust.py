"""A pull request cannot relax its own gate, whatever it edits beside its engagement."""

from pathlib import Path

import pytest

from bpogov.core.report import Report
from bpogov.runs.check import check
from bpogov.runs.request import CheckRequest
from tests.policy.files import configuration, rule, shop, write, write_pack
from tests.source.repository import commit, git, repository

pytestmark = pytest.mark.usefixtures("workspace")

STRICT = rule(id="OWN001", name="few-goals", severity="error", assert_="engagement.goals.size() < 1")
TITLED = rule(id="OWN002", name="titled", severity="error", assert_="engagement.title == 'Ours'", at="$.title")
ZONED = rule(id="OWN003", name="zoned", severity="error", assert_="engagement.status == 'live'", at="$.status")
WAIVER = """\
apiVersion: bpogov/v1
kind: Waiver
rule: OWN003
engagement: acme-email-support
at: $.status
value: in-review
reason: We decided so
requested_by: Rob Requester
approved_by: {name: Ann Approver, role: executive-sponsor}
from: 2026-11-01
until: 2026-12-31
"""


def _checked(trust: str | None = None) -> Report:
    return check(CheckRequest(gate="ci", today="2026-11-21", trust=trust))


def _seen(report: Report) -> list[tuple[str, str, bool]]:
    return [(one.rule, one.location.path, one.blocking) for one in report.findings]


def test_all_tricks_at_once() -> None:
    """The verdict is that of the engagement alone; each edit is named, with what it would have done."""
    write_pack("policies/own", STRICT, TITLED, ZONED)
    write("bpogov.yaml", configuration(packs="[./policies/own]"))
    write("engagements/shop.yaml", shop())
    repository({})
    git(".", "switch", "--quiet", "--create", "change")

    write("engagements/shop.yaml", shop().replace("title: ", "title: Our "))
    honest = _checked()
    commit(message="only the engagement")
    Path("policies/own/goals/few-goals.yaml").unlink()
    off = "{enabled: false, reason: not ours}"
    write("bpogov.yaml", configuration(packs="[./policies/own]", rules=f"{{OWN002: {off}}}"))
    write("waivers/tier.yaml", WAIVER)
    commit(message="and its gate")

    assert _checked().verdict.sentence == "passed: nothing at or above error"
    trusted = _checked("main")
    assert _seen(trusted) == _seen(honest)
    assert len(_seen(trusted)) == 3
    assert trusted.verdict == honest.verdict
    assert trusted.verdict.exit_code == 1
    assert trusted.waivers == ()
    (said,) = trusted.notifications
    assert said.message == (
        'This change adds "waivers/tier.yaml", removes "policies/own/goals/few-goals.yaml", edits "bpogov.yaml", which'
        ' counts only once it is merged into "main"'
    )
    assert said.help.startswith("with it the gate ci would have passed: nothing at or above error")


def test_what_was_merged_counts() -> None:
    """A waiver that the trusted revision holds is honoured."""
    write_pack("policies/own", ZONED)
    write("bpogov.yaml", configuration(packs="[./policies/own]"))
    write("engagements/shop.yaml", shop())
    write("waivers/tier.yaml", WAIVER)
    repository({})
    report = _checked("main")
    assert report.verdict.passed
    assert [use.state for use in report.waivers] == ["active"]
    assert report.notifications == ()
