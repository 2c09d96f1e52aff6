"""From a report to evidence."""

import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from bpogov.core.errors import UsageError
from bpogov.evidence.record import Record, read_records
from bpogov.runs.check import check
from bpogov.runs.proving.attest import evidence, named, prepare, time_of_record
from bpogov.runs.request import CheckRequest
from tests.policy.files import shop, write
from tests.runs.bench import BROKEN, DAY, governed
from tests.runs.proving.signing import KEEPS, RECORDS, SHOP, attested, keys, nobody, signed_off

pytestmark = pytest.mark.usefixtures("workspace")


def _records() -> tuple[Record, ...]:
    return read_records(Path(RECORDS).read_bytes())


def test_each_engagement_has_its_record(monkeypatch: pytest.MonkeyPatch) -> None:
    """Signed, with every file that counted, and nothing that changes from run to run but the time."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    signed_off()
    write("engagements/b.yaml", shop().replace("id: acme-email-support", "id: another"))
    attested()
    first = Path(RECORDS).read_bytes()
    attested()
    assert Path(RECORDS).read_bytes() == first
    other, record = _records()
    assert (other.file, other.identity) == ("engagements/b.yaml", "another")
    assert (record.file, record.identity, record.result) == (SHOP, "acme-email-support", "PASSED")
    assert (record.gate, record.today.isoformat(), record.extension["time"]) == (
        "sign-off",
        DAY,
        "2026-11-22T00:00:00Z",
    )
    assert record.passed == ("OWN001",)
    assert [entry["name"] for entry in record.statement["predicate"]["configuration"]] == [
        "own",
        "bpogov.yaml",
        "own/pack.yaml",
        "own/goals/few-goals.yaml",
    ]
    assert len(record.envelope.signatures) == 1


def test_a_failed_gate_is_recorded_as_failed() -> None:
    """Evidence is no trophy."""
    governed(KEEPS.replace("size() < 4", "size() > 4"))
    attested(sign_key=None)
    (record,) = _records()
    assert (record.result, record.envelope.signatures) == ("FAILED", ())
    assert record.statement["predicate"]["failedTests"] == ["OWN001"]


@pytest.mark.parametrize(("unknown", "result"), [("passes", "WARNED"), ("blocks", "FAILED")])
def test_what_nobody_knows_fails_the_record_where_it_blocks(unknown: str, result: str) -> None:
    """The gate says whether it does; the neighbour that keeps it shut changes nothing about that."""
    governed(KEEPS, gates=f"{{mine: {{like: ci, unknown: {unknown}}}}}")
    write(
        "engagements/open.yaml", shop().replace("id: acme-email-support", "id: open").replace("Acme Tea Ltd", "unknown")
    )
    write("engagements/torn.yaml", "title: [")
    attested(gate="mine", sign_key=None)
    assert [(record.file, record.result) for record in _records()] == [
        ("engagements/open.yaml", result),
        (SHOP, "PASSED"),
        ("engagements/torn.yaml", "FAILED"),
    ]


def test_a_file_has_one_name(workspace: Path) -> None:
    """However it was asked for: relative to the working directory."""
    assert [named(path) for path in (SHOP, f"./{SHOP}", str(workspace / SHOP), "../x.yaml")] == [
        SHOP,
        SHOP,
        SHOP,
        "../x.yaml",
    ]
    governed(KEEPS)
    attested(str(workspace / SHOP), sign_key=None)
    assert [record.file for record in _records()] == [SHOP]


def test_policies_of_a_revision_have_the_names_of_the_files() -> None:
    """So that the record can be verified once the change is merged."""
    governed(KEEPS)
    report = check(CheckRequest(today=DAY, gate="sign-off"))
    trusted = replace(report, inputs=tuple(replace(one, name=f"main:{one.name}") for one in report.inputs))
    write(RECORDS, evidence(trusted, prepare(CheckRequest(trust="main"), RECORDS, None, nobody)))
    (record,) = _records()
    assert [entry["name"] for entry in record.statement["predicate"]["configuration"]] == [
        "own",
        "bpogov.yaml",
        "own/pack.yaml",
        "own/goals/few-goals.yaml",
    ]


def test_a_file_on_another_drive_keeps_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no way from here to there."""

    def no_way(path: str) -> str:
        raise ValueError(path)

    monkeypatch.setattr(os.path, "relpath", no_way)
    assert named("D:/acme.yaml") == "D:/acme.yaml"


def test_what_could_not_be_checked_gives_no_evidence() -> None:
    """It says so; nothing is made."""
    governed(KEEPS, BROKEN)
    request = CheckRequest(today=DAY, gate="sign-off")
    attestation = prepare(request, RECORDS, None, nobody)
    with pytest.raises(UsageError, match=r'^No evidence was written to "shop\.intoto\.jsonl"'):
        evidence(check(request), attestation)


@pytest.mark.parametrize(
    ("request_", "named_"),
    [
        (CheckRequest(select=("OWN001",)), "--select"),
        (CheckRequest(ignore=("OWN001",)), "--ignore"),
        (CheckRequest(baseline="b.yaml"), "--baseline"),
        (CheckRequest(no_waivers=True), "--no-waivers"),
        (CheckRequest(fail_on="never"), "--fail-on never"),
        (CheckRequest(stdin=b""), "- (standard input)"),
    ],
)
def test_evidence_is_about_whole_checks(request_: CheckRequest, named_: str) -> None:
    """Whatever leaves something out is refused before anything is checked."""
    with pytest.raises(UsageError) as caught:
        prepare(request_, RECORDS, None, nobody)
    assert caught.value.problems[0].message.endswith(f"--attest does not go with {named_}")


def test_a_signature_of_somebody_else_is_not_lost() -> None:
    """One's own record can be made anew, that of the other party cannot; nor is any other file overwritten."""
    signed_off()
    attested()
    before = Path(RECORDS).read_bytes()
    for sign_key in ("provider", None):
        with pytest.raises(UsageError, match=r"holds a signature of somebody else, which would be lost$"):
            attested(sign_key=sign_key)
    with pytest.raises(UsageError, match=r"is there already and holds something else than evidence$"):
        prepare(CheckRequest(), SHOP, None, nobody)
    assert Path(RECORDS).read_bytes() == before


def test_evidence_that_nobody_signed_can_be_made_anew() -> None:
    """Also with a signature."""
    governed(KEEPS)
    keys("client")
    attested(sign_key=None)
    attested()
    assert len(_records()[0].envelope.signatures) == 1


@pytest.mark.parametrize("value", ["tomorrow", "9" * 30])
def test_a_time_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    """The variable is named."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    with pytest.raises(UsageError, match=r"^The variable SOURCE_DATE_EPOCH is "):
        time_of_record()


def test_the_time_is_now_where_nothing_is_set() -> None:
    """In UTC, to the second."""
    assert len(time_of_record()) == len("2026-11-22T00:00:00Z")
    assert time_of_record().endswith("Z")
