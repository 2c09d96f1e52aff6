"""Notes that can wait."""

from collections.abc import Callable

from msgspec.structs import replace

from bpogov.core.finding import Finding
from bpogov.core.location import Location
from bpogov.core.report import Ahead, Report, Step
from bpogov.core.severity import Severity
from bpogov.report.parts.text_notes import notes
from bpogov.report.terminal.paint import Paint

PLAIN = Paint(color=False)


def _shown(found: list[Finding], report: Report) -> list[str]:
    return notes(found, report.engagements[0], report, width=80, paint=PLAIN)


def test_a_few_notes_are_said(report_of: Callable[..., Report], note: Finding) -> None:
    """One entry each; what is said of the whole file has no line. No notes are nothing."""
    nowhere = replace(note, rule="X1", message="Said of the whole file", location=Location("engagements/acme.yaml"))
    assert _shown([note, nowhere], report_of()) == [
        "engagements/acme.yaml: 2 notes that can wait (-v shows them in full)",
        "  5:1  GOL004  Every goal is about cost, but at least one goal of another kind",
        "               is expected",
        "    -  X1      Said of the whole file",
    ]
    assert _shown([], report_of()) == []


def test_many_notes_are_listed_by_rule(report_of: Callable[..., Report], meeting: Finding, note: Finding) -> None:
    """A first draft gets one line for each rule: its first place, what it asks for, and how many notes there are."""
    lesser = replace(meeting, severity=Severity.NOTE)
    assert _shown([*[lesser] * 12, note], report_of()) == [
        "engagements/acme.yaml: 13 notes that can wait, by what the rules ask for (-v",
        "shows each)",
        "  12:14  COM001  You meet often enough (12 notes)",
        "    5:1  GOL004  Every goal is about cost, but at least one goal of another kind",
        "                 is expected",
    ]


def test_of_many_rules_those_of_the_next_gate_come_first(report_of: Callable[..., Report], note: Finding) -> None:
    """Twelve rules are named, the others counted; without a next gate they stay in their order."""
    found = [replace(note, rule=f"GOL{number:03}", message="Missing") for number in range(1, 15)]
    steps = tuple(Step("Goals", "", rule, "Missing", note.location) for rule in ("GOL014", "GOL009"))
    lines = _shown(found, report_of(ahead=Ahead("sign-off", steps)))
    assert lines[:2] == [
        "engagements/acme.yaml: 14 notes that can wait, first what the gate sign-off will",
        "ask for (-v shows each)",
    ]
    assert [line.split()[1] for line in lines[2:5]] == ["GOL009", "GOL014", "GOL001"]
    assert lines[13:] == ["  5:1  GOL011  Missing", "  … and 2 more rules"]
    assert [line.split()[1] for line in _shown(found[:13], report_of())[2:4]] == ["GOL001", "GOL002"]
    assert _shown(found[:13], report_of())[-1] == "  … and 1 more rule"
