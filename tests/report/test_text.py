"""The report for a person at a terminal."""

from collections.abc import Callable

import pyte
import pytest
from msgspec.structs import replace

from bpogov.core.finding import Finding
from bpogov.core.location import Location
from bpogov.core.outcome import Outcome, RuleResult
from bpogov.core.position import Position, Span
from bpogov.core.report import Ahead, OpenQuestion, Report, Step, Verdict
from bpogov.core.severity import Severity
from bpogov.core.suppression import Suppression, SuppressionKind, WaiverUse
from bpogov.report.terminal.display import columns
from bpogov.report.text import Detail, render

ReportOf = Callable[..., Report]


def test_a_finding_shows_where_what_and_what_to_write(report_of: ReportOf, meeting: Finding) -> None:
    """A block holds place, severity, rule, sentence, underlined source, help, why, related places and other rules."""
    assert (
        render(report_of(meeting))
        == """\
engagements/acme.yaml:12:14: error: COM001 meeting-rhythm
  Tactical meetings are up to 122 days apart, but at most 35 days are allowed at
  this level
     |
  12 |     cadence: quarterly
     |              ^^^^^^^^^
  help: Meet at least every 35 days, for example
          cadence: monthly
          day: tue
  why:  Trust needs rhythm.
  see:  engagements/acme.yaml:3:1 $.meetings[monthly]
    |
  3 | meetings:
    | ^^^^^^^^
  also: needed by COM002 right-people

1 engagement, 2 rules: 1 error
Gate local failed: 1 error
"""
    )


def test_why_is_said_once(report_of: ReportOf, meeting: Finding) -> None:
    """Only the first finding of a rule says why the rule exists."""
    text = render(report_of(meeting, replace(meeting, message="Another one")))
    assert text.count("why:") == 1
    assert text.index("why:") < text.index("Another one")


def test_a_clean_run_says_what_was_checked(report_of: ReportOf) -> None:
    """Without findings the report names how much was looked at."""
    assert render(report_of()) == "1 engagement, 2 rules, no findings\nGate local passed\n"


def test_notes_that_stop_nobody_are_short(report_of: ReportOf, meeting: Finding, note: Finding) -> None:
    """Notes come after the findings, one entry each, so that a first draft is no wall of text."""
    assert render(report_of(note, meeting)).endswith("""\
  also: needed by COM002 right-people

engagements/acme.yaml: 1 note that can wait (-v shows them in full)
  5:1  GOL004  Every goal is about cost, but at least one goal of another kind
               is expected

1 engagement, 2 rules: 1 error, 1 note
Gate local failed: 1 error
""")


def test_much_to_read_can_be_had_shorter(report_of: ReportOf, meeting: Finding, note: Finding) -> None:
    """After more than 20 findings in full the report names the options; notes and accepted findings do not count."""
    hint = "\n\nShorter: -q lists what fails the gate, --statistics counts by rule\n1 engagement"
    assert hint in render(report_of(*[meeting] * 21))
    assert "Shorter" not in render(report_of(*[meeting] * 20, *[note] * 20))
    assert "Shorter" not in render(report_of(*[meeting] * 21), detail=Detail.FULL)


def test_a_later_status_is_said(report_of: ReportOf, meeting: Finding) -> None:
    """Where the gate judges a draft by a later status, the report says why so much is asked."""
    verdict = replace(report_of(meeting).verdict, gate="sign-off", as_status="in-review")
    assert render(report_of(meeting, verdict=verdict)).endswith("""\
Judged as if in-review, because the gate sign-off asks for that status
1 engagement, 2 rules: 1 error
Gate sign-off failed: 1 error
""")


def test_notes_that_fail_the_gate_are_shown_in_full(report_of: ReportOf, note: Finding) -> None:
    """With --fail-on note a note gets its block with the source line."""
    verdict = Verdict("local", "note", passed=False, exit_code=1, sentence="failed: 1 note")
    there = replace(note.location, path="$.goals")
    text = render(report_of(replace(note, blocking=True, location=there), verdict=verdict))
    assert text.startswith("engagements/acme.yaml:5:1: note (blocks the gate): GOL004\n  Every goal")
    assert "\n    | ^^^^^\n" in text


def test_what_could_not_be_evaluated_is_named(report_of: ReportOf) -> None:
    """A rule that broke is shown with its reason; one that could not look is counted, and named with -v."""
    results = (
        RuleResult("COM001", Outcome.ERROR, "reading $.meetings failed"),
        RuleResult("COM002", Outcome.NOT_CHECKED, "$.contacts is unknown"),
        RuleResult("SLA001", Outcome.NOT_APPLICABLE, "no service levels"),
    )
    report = report_of(results=results)
    broken = """\
engagements/acme.yaml: 1 rule could not be evaluated, which is no pass
  COM001 meeting-rhythm: reading $.meetings failed

1 engagement, 3 rules, no findings, 1 check not made (-v says why), 1 check
could not be evaluated
Gate local passed
"""
    assert render(report) == render(report, detail=Detail.BRIEF) == broken
    full = render(report, detail=Detail.FULL)
    assert "1 rule not checked, which is no pass\n  COM002 right-people: $.contacts is unknown\n" in full
    assert "evaluated, 0 passed, 1 not applicable\n" in full


def test_what_keeps_the_gate_closed_is_named(report_of: ReportOf) -> None:
    """Where the gate asks that everything is known, checks not made are listed, and no hint is needed."""
    results = (RuleResult("COM002", Outcome.NOT_CHECKED, "$.contacts is unknown"),)
    verdict = Verdict("sign-off", "error", passed=False, exit_code=1, sentence="failed", unknown_blocks=True)
    assert (
        render(report_of(results=results, verdict=verdict))
        == """\
engagements/acme.yaml: 1 rule not checked, which is no pass
  COM002 right-people: $.contacts is unknown

1 engagement, 1 rule, no findings, 1 check not made
Gate sign-off failed
"""
    )


def test_open_questions_are_listed(report_of: ReportOf) -> None:
    """Every value marked unknown is listed with its line."""
    text = render(report_of(questions=(OpenQuestion("$.contract.term.end", 77),)))
    assert "Open questions (marked unknown)\n  engagements/acme.yaml:77: $.contract.term.end\n" in text
    assert "1 engagement, 2 rules, no findings, 1 open question\n" in text


def test_full_detail_adds_the_place_in_the_data(report_of: ReportOf, meeting: Finding, note: Finding) -> None:
    """-v shows the path that a waiver would name, and notes as blocks."""
    text = render(report_of(meeting, note), detail=Detail.FULL)
    assert "  at:   $.meetings[monthly]\n" in text
    assert "engagements/acme.yaml:5:1: note: GOL004\n" in text
    without_path = replace(note, location=replace(note.location, path=""))
    assert "at:" not in render(report_of(without_path), detail=Detail.FULL)


def test_brief_shows_only_what_fails_the_gate(report_of: ReportOf, meeting: Finding, note: Finding) -> None:
    """-q gives one entry for each finding that fails, marked where it is no error, and the last line."""
    nowhere = replace(meeting, rule="YML001", message="The file is empty", location=Location("a.yaml"), blocking=True)
    promoted = replace(note, severity=Severity.WARNING, blocking=True)
    assert (
        render(report_of(replace(meeting, blocking=True), note, nowhere, promoted, meeting), detail=Detail.BRIEF)
        == """\
engagements/acme.yaml:12:14: error: COM001 Tactical meetings are up to 122 days
  apart, but at most 35 days are allowed at this level
a.yaml: error: YML001 The file is empty
engagements/acme.yaml:5:1: warning (blocks the gate): GOL004 Every goal is about
  cost, but at least one goal of another kind is expected

1 engagement, 2 rules: 3 errors, 1 warning, 1 note
Gate local failed: 1 error
"""
    )


def test_what_is_waived_is_listed_and_does_not_count(report_of: ReportOf, meeting: Finding, waived: Finding) -> None:
    """An accepted finding gets one entry in place of its block, and a number of its own in the last line."""
    assert (
        render(report_of(waived, replace(waived, severity=Severity.NOTE)))
        == """\
engagements/acme.yaml: 2 findings waived (-v shows why)
  30:1  CTR008  until 2027-01-31, approved by Jo Client (sponsor)
  30:1  CTR008  until 2027-01-31, approved by Jo Client (sponsor)

1 engagement, 2 rules, no findings, 2 waived
Gate local failed: 1 error
"""
    )
    assert "CTR008" not in render(report_of(waived, meeting), detail=Detail.BRIEF)


def test_the_waivers_and_their_findings_come_last(
    report_of: ReportOf, meeting: Finding, note: Finding, waived: Finding, waiver: WaiverUse
) -> None:
    """Findings about waiver files are blocks like others; waivers about to end are named; open questions follow."""
    about = replace(meeting, location=Location("waivers/old.yaml"), help="", related=(), also=())
    report = report_of(
        waived, note, waivers=(waiver,), waiver_findings=(about,), questions=(OpenQuestion("$.contract.term.end", 77),)
    )
    assert render(report).endswith("""\
engagements/acme.yaml: 1 finding waived (-v shows why)
  30:1  CTR008  until 2027-01-31, approved by Jo Client (sponsor)

waivers/old.yaml: error: COM001 meeting-rhythm
  Tactical meetings are up to 122 days apart, but at most 35 days are allowed at
  this level
  why:  Trust needs rhythm.

Waivers
  waivers/acme.yaml:9:8: CTR008 for acme: It ends on 2027-01-31, in 71 days

Open questions (marked unknown)
  engagements/acme.yaml:77: $.contract.term.end

1 engagement, 2 rules: 1 error, 1 note, 1 waived (1 ends soon), 1 open question
Gate local failed: 1 error
""")


def test_what_stands_before_the_gate_follows_the_findings(report_of: ReportOf, meeting: Finding) -> None:
    """The way to the next gate comes after the findings, in a report with findings only."""
    step = Step("Meetings", "joint", "COM001", "Too rare", meeting.location)
    report = report_of(meeting, ahead=Ahead("sign-off", (step,)))
    assert "\n\nengagements/acme.yaml: 1 thing stands before the gate sign-off\n  Meetings 1\n" in render(report)
    assert "sign-off" not in render(report, detail=Detail.BRIEF)


def test_summary_is_the_last_line(report_of: ReportOf, meeting: Finding) -> None:
    """The summary says the numbers and the verdict and nothing else."""
    report = report_of(meeting)
    expected = "1 engagement, 2 rules: 1 error\nGate local failed: 1 error\n"
    assert render(report, detail=Detail.SUMMARY) == expected


def test_nothing_of_a_file_reaches_the_terminal_raw(report_of: ReportOf, meeting: Finding, waiver: WaiverUse) -> None:
    """Escape codes, control characters and commands to build servers are shown, never sent, whoever wrote them."""
    evil = "a\x1b[2J\x07\x9b\u202eb ::error::x ##vso[task.complete]\n::error::y"
    finding = replace(
        meeting,
        rule=evil,
        message=evil,
        help=f"{evil}\n{evil}",
        also=(evil,),
        location=Location(evil, evil, Span(Position(1, 1), Position(1, 2)), (evil,)),
        related=(Location(evil, evil),),
        blocking=True,
    )
    results = (RuleResult(evil, Outcome.ERROR, evil), RuleResult(evil, Outcome.NOT_CHECKED, evil))
    lesser = replace(finding, severity=Severity.NOTE)
    accepted = replace(finding, suppression=Suppression(SuppressionKind.WAIVER, evil, evil, evil, evil, evil))
    steps = (Step(evil, "client", evil, evil, finding.location), Step(evil, "", evil, evil, finding.location))
    report = report_of(
        finding,
        lesser,
        accepted,
        results=results,
        questions=(OpenQuestion(evil, 1),),
        ahead=Ahead(evil, steps),
        waivers=(replace(waiver, rule=evil, engagement=evil, sentence=evil, location=Location(evil)),),
        verdict=Verdict(evil, evil, passed=False, exit_code=1, sentence=evil),
    )
    for detail in Detail:
        text = render(report, detail=detail)
        assert text.replace("\n", "").isprintable()
        assert "##" not in text
        assert "::" not in text
    assert "a␛[2J␇<U+009B><U+202E>b" in render(report)


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_asked(report_of: ReportOf, meeting: Finding, note: Finding, width: int) -> None:
    """Also with wide characters and with a very long source line, everything stays inside the width."""
    long = "  - {id: reply, name: " + "日本語サービス" * 30 + ", target: 10-20, window: " + "calendar-month " * 20
    wide = replace(meeting, message="目標は「10-20」です " * 9, location=_in(long, "10-20"), also=(), related=())
    text = render(report_of(wide, note), width=width)
    assert max(columns(line) for line in text.splitlines()) <= width
    marked = next(line for line in text.splitlines() if "^" in line)
    shown = text.splitlines()[text.splitlines().index(marked) - 1]
    assert columns(shown[: shown.index("10-20")]) == marked.index("^")


def test_colour_on_a_real_screen(report_of: ReportOf, meeting: Finding) -> None:
    """On an emulated terminal of 80 columns the coloured report reads the same, and the severities are coloured."""
    report = report_of(meeting)
    screen = pyte.Screen(80, 30)
    pyte.Stream(screen).feed(render(report, color=True).replace("\n", "\r\n"))
    plain = render(report).splitlines()
    assert [line.rstrip() for line in screen.display[: len(plain)]] == plain
    assert screen.buffer[0][plain[0].index("error")].fg == "red"
    assert screen.buffer[5][plain[5].index("^")].fg == "red"
    assert screen.buffer[len(plain) - 1][0].fg == "red"


def _in(line: str, marked: str) -> Location:
    start = line.index(marked) + 1
    return Location("a.yaml", "", Span(Position(7, start), Position(7, start + len(marked))), (line,))
