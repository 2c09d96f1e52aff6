"""Workflow commands of GitHub Actions."""

from collections.abc import Callable
from urllib.parse import unquote

import pytest
from msgspec.structs import replace

from bpogov.core.finding import Finding, Notification
from bpogov.core.location import Location
from bpogov.core.position import Position, Span
from bpogov.core.report import Report
from bpogov.core.severity import Severity
from bpogov.report.github import render


def test_a_finding_stands_beside_its_line(report_of: Callable[..., Report], meeting: Finding, note: Finding) -> None:
    """File, lines, columns, the rule as title, and the message with what to write; the numbers and the verdict last."""
    assert (
        render(report_of(note, meeting))
        == """\
::error file=engagements/acme.yaml,line=12,endLine=12,col=14,endColumn=23,title=COM001 meeting-rhythm::\
Tactical meetings are up to 122 days apart, but at most 35 days are allowed at this level%0A\
help: Meet at least every 35 days, for example%0Acadence: monthly%0Aday: tue
::notice file=engagements/acme.yaml,line=5,endLine=5,col=1,endColumn=6,title=GOL004::\
Every goal is about cost, but at least one goal of another kind is expected
1 engagement, 2 rules: 1 error, 1 note
Gate local failed: 1 error
"""
    )


def test_places_that_are_less_exact(report_of: Callable[..., Report], meeting: Finding) -> None:
    """Over several lines there are no columns, for a whole file no lines, and for the run itself no file."""
    span = Span(Position(3, 5), Position(6, 1))
    lines = replace(meeting, help="", message="m", location=Location("./a.yaml", "", span))
    whole = replace(lines, severity=Severity.WARNING, location=Location("a.yaml"), blocking=True)
    said = Notification(Severity.ERROR, "unreadable", "The file cannot be opened")
    assert render(report_of(whole, lines, notifications=(said,))).splitlines()[:3] == [
        "::error title=unreadable::The file cannot be opened",
        "::error file=a.yaml,line=3,endLine=6,title=COM001 meeting-rhythm::m",
        "::warning file=a.yaml,title=COM001 meeting-rhythm (blocks the gate)::m",
    ]


def test_what_is_accepted_is_no_annotation(report_of: Callable[..., Report], waived: Finding) -> None:
    """A waived finding is counted and not shown beside its line."""
    assert render(report_of(waived)) == "1 engagement, 2 rules, no findings, 1 waived\nGate local failed: 1 error\n"


def test_no_more_than_github_shows(report_of: Callable[..., Report], meeting: Finding, note: Finding) -> None:
    """Ten of each kind, those that fail the gate among them, and a line about the others."""
    blocking = replace(meeting, rule="ZZZ001", blocking=True)
    lines = render(report_of(*[meeting] * 12, *[note] * 11, blocking)).splitlines()
    assert sum(line.startswith("::error ") for line in lines) == 10
    assert sum(line.startswith("::notice ") for line in lines) == 10
    assert "title=ZZZ001" in lines[0]
    assert lines[20] == "GitHub shows 10 of each kind beside the lines; left out here: 3 errors, 1 note"


@pytest.mark.parametrize("evil", ["a,b:c=d::e%0A%", "x,file=other.yaml", "::", "%250A"])
def test_values_come_back_as_they_were(report_of: Callable[..., Report], meeting: Finding, evil: str) -> None:
    """Undone as the runner undoes them, every property and the message are what was put in."""
    finding = replace(meeting, rule=evil, message=evil, help="", location=replace(meeting.location, file=f"f{evil}"))
    line = render(report_of(finding)).splitlines()[0]
    command, _, message = line.removeprefix("::").partition("::")
    properties = dict(pair.split("=", 1) for pair in command.removeprefix("error ").split(","))
    assert list(properties) == ["file", "line", "endLine", "col", "endColumn", "title"]
    shown = evil.replace("::e", "<U+003A>:e")
    assert [unquote(properties["file"]), unquote(properties["title"]), unquote(message)] == [f"f{shown}", shown, shown]


def test_a_very_long_message_is_cut(report_of: Callable[..., Report], meeting: Finding) -> None:
    """GitHub cuts what is too long; what is left here is whole."""
    line = render(report_of(replace(meeting, message="é" * 10_000))).splitlines()[0]
    assert line.endswith("::" + "é" * 1999 + "…")
