"""Fingerprints identify findings across runs."""

from msgspec.structs import replace

from bpogov.core.finding import Finding
from bpogov.core.fingerprint import fingerprinted
from bpogov.core.location import Location
from bpogov.core.position import Position, Span
from bpogov.core.severity import Severity

_FINDING = Finding(
    "SLA003", Severity.ERROR, "a sentence", Location("a.yaml", "$.slas[voice].target"), assertion="range"
)


def _print(finding: Finding, engagement: str = "northwind") -> str:
    (done,) = fingerprinted([finding], engagement)
    return done.fingerprint


def test_lines_and_words_do_not_count() -> None:
    """A finding that moves to another line, file, wording or weight is the same finding."""
    moved = Location("b.yaml", "$.slas[voice].target", Span(Position(9, 1), Position(9, 5)))
    same = replace(_FINDING, location=moved, message="other words", severity=Severity.NOTE, help="help")
    assert _print(same) == _print(_FINDING)


def test_rule_assertion_engagement_and_path_count() -> None:
    """Another rule, assertion, engagement or path is another finding."""
    others = [
        _print(replace(_FINDING, rule="SLA004")),
        _print(replace(_FINDING, assertion="share")),
        _print(replace(_FINDING, location=Location("a.yaml", "$.slas[email].target"))),
        _print(_FINDING, "other"),
    ]
    assert len({_print(_FINDING), *others}) == len(others) + 1


def test_twins_are_told_apart_by_their_order() -> None:
    """Two findings that agree in everything get different fingerprints, the first one the usual."""
    first, second = fingerprinted([_FINDING, replace(_FINDING, message="again")], "northwind")
    assert first.fingerprint == _print(_FINDING) != second.fingerprint


def test_a_fingerprint_that_is_there_stays() -> None:
    """A finding that was identified before keeps its fingerprint, and does not count among its twins."""
    known = replace(_FINDING, fingerprint="0" * 32)
    done = fingerprinted([known, _FINDING], "northwind")
    assert [one.fingerprint for one in done] == ["0" * 32, _print(_FINDING)]


def test_the_name_of_a_file_may_be_no_text() -> None:
    """A file without an id is known by its name, also by one with bytes that are no UTF-8; each has its own."""
    prints = {_print(_FINDING, name) for name in ("\udcff.yaml", "\udcfe.yaml", "?.yaml")}
    assert all(len(one) == 32 for one in prints)
    assert len(prints) == 3
