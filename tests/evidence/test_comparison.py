"""What a record says differently from a check made now."""

from collections.abc import Callable
from typing import Any

import pytest

from bpogov.core.report import Report
from bpogov.evidence.comparison import changed_files, changed_outcomes, other_versions, outcome
from bpogov.evidence.envelope import Envelope, render
from bpogov.evidence.record import Record, read_records
from bpogov.evidence.statement import Statement, payload, statement
from tests.evidence.spoil import spoilt

TIME = "2026-11-22T05:00:00Z"


@pytest.fixture
def now(report: Callable[..., Report]) -> Statement:
    """What a check made now says."""
    made = report()
    return statement(made, made.engagements[0], TIME, str)


def _record(data: Statement) -> Record:
    (record,) = read_records(render([Envelope(payload(data))]).encode())
    return record


def _rest(data: Statement, start: str) -> list[Any]:
    entries: list[Any] = data["predicate"]["configuration"]
    return [entry for entry in entries if not entry["name"].startswith(start)]


def test_the_same_is_the_same(now: Statement) -> None:
    """Nothing to say, whenever the record was made."""
    record = _record(spoilt(now, "predicate/bpogov/time", "2026-11-22T06:00:00Z"))
    assert (changed_files(record, now), changed_outcomes(record, now), other_versions(record, now)) == ([], [], [])


@pytest.mark.parametrize(
    ("path", "value", "sentence"),
    [
        ("subject/0/name", "b.yaml", 'The record is about "b.yaml", not about this engagement'),
        (
            "subject/0/digest/sha256",
            "b" * 64,
            "The engagement is not the one of the record: its content was changed",
        ),
        (
            "predicate/bpogov/engagement/id",
            "other",
            'The record is about an engagement with the id "other", but the id here is "acme"',
        ),
        (
            "predicate/configuration/1/digest/sha256",
            "b" * 64,
            'The configuration file "bpogov.yaml" is not the one of the record',
        ),
        (
            "predicate/configuration/4",
            None,
            'The waiver file "waivers/acme.yaml" counts here, but the record does not know it',
        ),
        (
            "predicate/configuration/0/digest/dirHash",
            "b" * 64,
            "The list of files in the record is not the one that a check makes",
        ),
    ],
)
def test_a_change_of_files_is_told(now: Statement, path: str, value: Any, sentence: str) -> None:
    """One sentence each, which names the file."""
    assert changed_files(_record(spoilt(now, path, value)), now) == [sentence]


def test_a_file_that_is_gone_is_told(now: Statement) -> None:
    """It counted for the record, and does not any more."""
    without = spoilt(now, "predicate/configuration", _rest(now, "waivers/"))
    sentence = 'The waiver file "waivers/acme.yaml" counted when the record was made, but does not count here'
    assert changed_files(_record(now), without) == [sentence]


def test_many_changes_are_counted(now: Statement) -> None:
    """Three are named; the folder of a pack is not named beside its files."""
    nothing = spoilt(now, "predicate/configuration", [])
    assert changed_files(_record(now), nothing)[2:] == [
        'The rule file "policies/own/goals/few.yaml" counted when the record was made, but does not count here',
        "1 more file differs",
    ]
    assert changed_files(_record(nothing), now)[3:] == ["1 more file differs"]


@pytest.mark.parametrize(
    ("path", "value", "sentences"),
    [
        (
            "predicate/passedTests",
            ["OWN001", "OWN009"],
            ['The rule "OWN009" is passed in the record, but not there when it is checked again'],
        ),
        (
            "predicate/warnedTests",
            [],
            ['The rule "OWN002" is not there in the record, but marked with a warning when it is checked again'],
        ),
        (
            "predicate/failedTests",
            ["OWN003"],
            ["The record holds something that a check made again does not say"],
        ),
        ("predicate/result", "PASSED", ['The record says "PASSED", but the check made again says "WARNED"']),
        (
            "predicate/bpogov/policyDigest",
            "sha256:0",
            ["The policies as a whole are not what the record says"],
        ),
        (
            "predicate/bpogov/asStatus",
            "live",
            ["The status that the gate asks for is not what the record says"],
        ),
        (
            "predicate/bpogov/openQuestions",
            ["$.title"],
            ["The open questions are not what the record says"],
        ),
        (
            "predicate/bpogov/counts/passed",
            90,
            ["The record holds something that a check made again does not say"],
        ),
        ("predicate/url", "https://x.example", ["The record holds something that a check made again does not say"]),
    ],
)
def test_a_change_of_the_outcome_is_told(now: Statement, path: str, value: Any, sentences: list[str]) -> None:
    """One sentence for each rule and each circumstance; nothing that was added goes unseen."""
    assert changed_outcomes(_record(spoilt(now, path, value)), now) == sentences


def test_an_outcome_has_words(now: Statement) -> None:
    """For each list of the record, and for a rule that is in none."""
    said = [outcome(_record(now), rule) for rule in ("OWN001", "OWN002", "OWN003", "OWN009")]
    assert said == ["passed", "marked with a warning", "not applicable", "not there"]


def test_other_versions_are_remarked(now: Statement) -> None:
    """They change nothing by themselves."""
    record = _record(
        spoilt(
            spoilt(now, "predicate/bpogov/version", "0.0.9"), "predicate/bpogov/data", {"tzdata": "2026.1", "x": "1"}
        )
    )
    assert other_versions(record, now) == [
        'The record was made with bpogov "0.0.9", this check with "0.1.0"',
        'The record was made with holidays "", this check with "0.109"',
        'The record was made with tzdata "2026.1", this check with "2026.6"',
        'The record was made with x "1", this check with ""',
    ]
    assert changed_outcomes(record, now) == []
