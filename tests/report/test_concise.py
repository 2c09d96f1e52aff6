"""One line for each finding."""

from collections.abc import Callable

from msgspec.structs import replace

from bpogov.core.finding import Finding, Notification
from bpogov.core.location import Location
from bpogov.core.report import Report
from bpogov.core.severity import Severity
from bpogov.core.suppression import Suppression, SuppressionKind
from bpogov.report.concise import render


def test_every_line_has_the_same_form(
    report_of: Callable[..., Report], meeting: Finding, note: Finding, waived: Finding
) -> None:
    """Place, severity, id, mark, message; then the problems of the run, and the verdict with the numbers."""
    known = replace(note, suppression=Suppression(SuppressionKind.BASELINE, "baseline.json", ""))
    whole = replace(note, severity=Severity.WARNING, location=Location("a.yaml"), blocking=True)
    said = (
        Notification(Severity.WARNING, "unlisted-pack", "The pack is not listed", meeting.location),
        Notification(Severity.NOTE, "remark", "A remark"),
    )
    assert (
        render(report_of(meeting, waived, known, whole, notifications=said))
        == """\
engagements/acme.yaml:12:14: error COM001 Tactical meetings are up to 122 days apart, but at most 35 days are \
allowed at this level
engagements/acme.yaml:30:1: error CTR008 [waived until 2027-01-31] The exit plan was never tested, but a test every \
12 months is expected
engagements/acme.yaml:5:1: note GOL004 [baseline] Every goal is about cost, but at least one goal of another kind \
is expected
a.yaml:1:1: warning GOL004 [blocks the gate] Every goal is about cost, but at least one goal of another kind is expected
engagements/acme.yaml:12:14: warning unlisted-pack The pack is not listed
note remark A remark
Gate local failed: 1 error (1 engagement, 2 rules: 1 error, 1 warning, 1 waived, 1 in the baseline)
"""
    )


def test_a_finding_is_one_line_whatever_it_holds(report_of: Callable[..., Report], meeting: Finding) -> None:
    """Line ends of every kind, in messages and in names of files, are shown and break nothing."""
    evil = "a\nb\r\nc\u2028d\x85e\x0bf"
    lines = render(report_of(replace(meeting, message=evil, location=Location(evil)))).splitlines()
    shown = "a␊b␍␊c<U+2028>d<U+0085>e␋f"
    assert lines[0] == f"{shown}:1:1: error COM001 {shown}"
    assert lines[1].startswith("Gate local")
