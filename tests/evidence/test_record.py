"""Records that are read back."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from bpogov.core.report import Report
from bpogov.evidence.envelope import BadEvidenceError, Envelope, render
from bpogov.evidence.record import read_records
from bpogov.evidence.statement import Statement, payload, statement
from tests.evidence.spoil import spoilt

TIME = "2026-11-22T05:00:00Z"


@pytest.fixture
def data(report: Callable[..., Report]) -> Statement:
    """A whole statement, to spoil."""
    made = report()
    return statement(made, made.engagements[0], TIME, str)


def _text(*statements: Statement) -> bytes:
    return render(Envelope(payload(one)) for one in statements).encode()


def test_a_record_is_read(data: Statement) -> None:
    """With what a verdict needs, in types that can be compared."""
    (record,) = read_records(_text(data))
    assert (record.file, record.digest, record.identity) == ("engagements/acme.yaml", "a" * 64, "acme")
    assert (record.result, record.gate, record.today) == ("WARNED", "sign-off", date(2026, 11, 21))
    assert record.time == datetime(2026, 11, 22, 5, tzinfo=UTC)
    assert (record.passed, record.warned) == (("OWN001",), ("OWN002",))
    assert record.extension["version"] == "0.1.0"
    assert (record.statement, record.envelope) == (data, Envelope(payload(data)))


def test_two_records_about_one_engagement_are_refused(data: Statement) -> None:
    """Nobody could tell which one counts."""
    with pytest.raises(BadEvidenceError, match=r'^The file holds two records about "engagements/acme\.yaml"'):
        read_records(_text(data, data))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("_type", "https://in-toto.io/Statement/v0.1"),
        ("predicateType", "https://slsa.dev/provenance/v1"),
        ("predicate", []),
        ("subject", []),
        ("subject", [{}, {}]),
        ("subject/0/name", 7),
        ("subject/0/name", "x" * 1001),
        ("subject/0/digest", {"sha1": "a"}),
        ("predicate/result", "OK"),
        ("predicate/passedTests", [1]),
        ("predicate/warnedTests", 1),
        ("predicate/failedTests", [None]),
        ("predicate/configuration", None),
        ("predicate/configuration/0/name", 1),
        ("predicate/configuration/0/annotations", 1),
        ("predicate/configuration/0/digest", []),
        ("predicate/bpogov", None),
        ("predicate/bpogov", 1),
        ("predicate/bpogov/tool", "other"),
        ("predicate/bpogov/gate", 1),
        ("predicate/bpogov/today", "2026-13-45"),
        ("predicate/bpogov/today", 20261121),
        ("predicate/bpogov/today", "20261121"),
        ("predicate/bpogov/time", "2026-11-22T05:00:00+01:00"),
        ("predicate/bpogov/time", "2026-11-22T25:00:00Z"),
        ("predicate/bpogov/engagement/id", 1),
        ("predicate/bpogov/notApplicable", None),
        ("predicate/bpogov/notChecked", [{}]),
        ("predicate/bpogov/waivers", {}),
        ("predicate/bpogov/data", []),
    ],
)
def test_what_is_no_record_of_bpogov_is_refused(data: Statement, path: str, value: Any) -> None:
    """In one plain sentence, whichever field is missing or of another kind."""
    other = spoilt(data, "subject/0/name", "b.yaml")
    with pytest.raises(BadEvidenceError, match=r"^The record in line 2 of the file is none that bpogov made$"):
        read_records(_text(other, spoilt(data, path, value)))


def test_a_payload_that_is_no_json_is_refused() -> None:
    """Whatever signed it."""
    with pytest.raises(BadEvidenceError, match=r"^The record in line 1 of the file is none that bpogov made$"):
        read_records(render([Envelope(b"no json")]).encode())
