"""What stands between an engagement and a gate."""

import shlex
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from bpogov.core.finding import Finding
from bpogov.core.location import Location
from bpogov.core.outcome import Outcome, RuleResult
from bpogov.core.report import Ahead, Report, Step, Verdict
from bpogov.report.parts.text_ahead import ahead, command
from bpogov.report.terminal.paint import Paint

PLAIN = Paint(color=False)


@pytest.fixture
def coming(meeting: Finding, note: Finding) -> Ahead:
    """Something of everything: both sides, one side, nobody, an open question."""
    steps = (
        Step("Contract", "client", "CTR001", "No end is written down", note.location),
        Step("Contract", "provider", "CTR002", "No liability is written down", note.location),
        Step("Meetings", "joint", "COM001", "They are too rare", meeting.location),
        Step("Meetings", "joint", "COM001", "They are too short", meeting.location),
        Step("Meetings", "", "", '"meetings[monthly].day" is marked as unknown', Location("engagements/acme.yaml")),
    )
    return Ahead("sign-off", steps)


def shown(report: Report, *, full: bool = False) -> str:
    """The section about the only engagement of a report."""
    return "\n".join(ahead(report.engagements[0], report, full=full, width=80, paint=PLAIN))


def test_another_gate_is_only_counted(report_of: Callable[..., Report], coming: Ahead) -> None:
    """Before the check at that gate there are the numbers, who acts, and the command that lists them."""
    assert (
        shown(report_of(ahead=coming))
        == """\
engagements/acme.yaml: 5 things stand before the gate sign-off
  Contract 2, Meetings 3
  Who acts: 1 for the client, 1 for the provider, 2 for both sides
  Listed by: bpogov check --gate sign-off engagements/acme.yaml"""
    )


def test_a_section_stays_with_its_number(report_of: Callable[..., Report], coming: Ahead) -> None:
    """A line is never broken between the name of a section and its number, nor within the name."""
    steps = [replace(coming.steps[0], section=f"In house {letter}") for letter in "abcdefgh"]
    lines = shown(report_of(ahead=Ahead("sign-off", tuple(steps)))).splitlines()
    assert lines[1:3] == [
        "  In house a 1, In house b 1, In house c 1, In house d 1, In house e 1,",
        "  In house f 1, In house g 1, In house h 1",
    ]


def test_who_acts_is_said_only_where_it_is_known(report_of: Callable[..., Report], coming: Ahead) -> None:
    """Without a rule that knows it, no side is named."""
    nobody = Ahead("sign-off", tuple(replace(step, acts="") for step in coming.steps))
    assert "Who" not in shown(report_of(ahead=nobody))
    assert "(for" not in shown(report_of(ahead=nobody), full=True)


def test_full_lists_another_gate(report_of: Callable[..., Report], coming: Ahead) -> None:
    """-v says what was found, by section and side."""
    assert (
        shown(report_of(ahead=coming), full=True)
        == """\
engagements/acme.yaml: 5 things stand before the gate sign-off
  Contract (for the client)
      5:1  CTR001  No end is written down
  Contract (for the provider)
      5:1  CTR002  No liability is written down
  Meetings (for both sides)
    12:14  COM001  They are too rare
    12:14  COM001  They are too short
  Meetings
        -  open    "meetings[monthly].day" is marked as unknown"""
    )


def test_the_gate_of_the_run_names_titles_only(report_of: Callable[..., Report], coming: Ahead) -> None:
    """What was shown in full is not said again: one entry for each rule, with its title where that is known."""
    verdict = Verdict("sign-off", "error", passed=False, exit_code=1, sentence="failed: 4 errors")
    text = shown(report_of(ahead=coming, verdict=verdict))
    assert "\n    12:14  COM001  You meet often enough (2 findings)\n" in text
    assert "\n      5:1  CTR001  No end is written down\n" in text
    assert "too rare" not in text


def test_nothing_ahead_is_said_only_in_full(report_of: Callable[..., Report]) -> None:
    """An engagement that would pass says so with -v; without a next gate nothing is said."""
    assert shown(report_of(ahead=Ahead("sign-off", ()))) == ""
    assert shown(report_of(ahead=Ahead("sign-off", ())), full=True) == (
        "engagements/acme.yaml: nothing stands before the gate sign-off"
    )
    assert shown(report_of(), full=True) == ""


def test_what_was_not_checked_may_hold_more(report_of: Callable[..., Report], coming: Ahead) -> None:
    """Where a rule could not look, the number is only the least."""
    results = (RuleResult("COM001", Outcome.NOT_CHECKED, "the file cannot be read"),)
    assert "acme.yaml: at least 5 things stand before" in shown(report_of(ahead=coming, results=results))
    assert shown(report_of(ahead=Ahead("sign-off", ()), results=results), full=True) == (
        "engagements/acme.yaml: nothing that could be checked stands before the gate\nsign-off"
    )


def test_one_thing_stands(report_of: Callable[..., Report], coming: Ahead) -> None:
    """One thing is singular."""
    one = Ahead("sign-off", coming.steps[:1])
    assert shown(report_of(ahead=one)).startswith("engagements/acme.yaml: 1 thing stands before")


@pytest.mark.parametrize("file", ["my file.yaml", "$(id).yaml", "a;b'c\".yaml", "-q", "--", "a&b|c.yaml"])
def test_the_command_is_safe_to_copy(file: str) -> None:
    """Whatever a file is called, a shell takes it for one word, and bpogov for a name."""
    words = shlex.split(command("sign-off", file))
    assert [word for word in words[:-1] if word != "--"] == ["bpogov", "check", "--gate", "sign-off"]
    assert words[-1] == file
    assert ("--" in words[:-1]) == file.startswith("-")
    assert command("ci", "a\nb") == "bpogov check --gate ci 'a␊b'"


def test_a_step_in_another_file_names_it(report_of: Callable[..., Report], coming: Ahead) -> None:
    """One about a waiver: its line is not one of the engagement, so steps in two files never become one entry."""
    places = [Location(f"waivers/{name}.yaml", "$.until") for name in "aab"]
    steps = (coming.steps[0], *(Step("Waivers", "", "LIF003", "It is too long", place) for place in places))
    assert shown(report_of(ahead=Ahead("sign-off", steps)), full=True).splitlines()[-3:] == [
        "  Waivers",
        "      -  LIF003  It is too long (waivers/a.yaml) (2 findings)",
        "      -  LIF003  It is too long (waivers/b.yaml)",
    ]
