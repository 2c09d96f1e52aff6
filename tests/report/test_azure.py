"""Logging commands of Azure Pipelines."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from bpogov.core.finding import Finding, Notification
from bpogov.core.location import Location
from bpogov.core.report import Report, Verdict
from bpogov.core.severity import Severity
from bpogov.report.azure import render

PASSED = Verdict("ci", "error", passed=True, exit_code=0, sentence="passed: nothing at or above error")


def unescape(text: str) -> str:
    """Undo the escapes in the order in which the agent does (`CommandStringConvertor.Unescape`)."""
    for written, meant in (("%3B", ";"), ("%0D", "\r"), ("%0A", "\n"), ("%5D", "]"), ("%AZP25", "%")):
        text = text.replace(written, meant)
    return text


def test_findings_are_issues_and_the_step_fails(
    report_of: Callable[..., Report], meeting: Finding, note: Finding, waived: Finding
) -> None:
    """Errors and warnings are issues, notes and waived findings are not; a failed gate fails the step."""
    said = Notification(Severity.WARNING, "unlisted-pack", "The pack is not listed")
    warned = replace(note, severity=Severity.WARNING, location=Location("a.yaml"))
    assert (
        render(report_of(note, warned, meeting, waived, notifications=(said,)))
        == """\
##vso[task.logissue type=error;sourcepath=engagements/acme.yaml;linenumber=12;columnnumber=14;code=COM001;]\
Tactical meetings are up to 122 days apart, but at most 35 days are allowed at this level
##vso[task.logissue type=warning;code=unlisted-pack;]The pack is not listed
##vso[task.logissue type=warning;sourcepath=a.yaml;code=GOL004;]\
Every goal is about cost, but at least one goal of another kind is expected
1 engagement, 2 rules: 1 error, 1 warning, 1 note, 1 waived
Gate local failed: 1 error
##vso[task.complete result=Failed;]Gate local failed: 1 error
"""
    )


def test_a_passed_gate_with_issues_is_not_green(report_of: Callable[..., Report], note: Finding) -> None:
    """Something to look at makes the step orange; without, nothing is said about the step."""
    warned = replace(note, severity=Severity.WARNING)
    assert render(report_of(warned, verdict=PASSED)).endswith(
        "##vso[task.complete result=SucceededWithIssues;]Gate ci passed: nothing at or above error\n"
    )
    assert render(report_of(note, verdict=PASSED)) == (
        "1 engagement, 2 rules: 1 note\nGate ci passed: nothing at or above error\n"
    )


def test_with_the_working_directory_paths_are_absolute(report_of: Callable[..., Report], meeting: Finding) -> None:
    """Azure links only what it finds under the folder of its sources; a path from a root stays."""
    absolute = [replace(meeting, location=Location(file)) for file in ("/srv/a.yaml", "C:/a.yaml")]
    text = render(report_of(meeting, *absolute), folder="/agent/work/1/s/")
    assert ";sourcepath=/agent/work/1/s/engagements/acme.yaml;" in text
    assert ";sourcepath=/srv/a.yaml;" in text
    assert ";sourcepath=C:/a.yaml;" in text


@pytest.mark.parametrize("evil", ["a;b]c%d", "%5D%AZP25%0A", "x;type=warning;]y", "##vso"])
def test_values_come_back_as_they_were(report_of: Callable[..., Report], meeting: Finding, evil: str) -> None:
    """Undone as the agent undoes them, every property and the message are what was put in."""
    finding = replace(meeting, rule=evil, message=evil, location=replace(meeting.location, file=f"f{evil}"))
    line = render(report_of(finding)).splitlines()[0]
    command, _, message = line.removeprefix("##vso[task.logissue ").partition("]")
    properties = dict(pair.split("=", 1) for pair in command.rstrip(";").split(";"))
    assert list(properties) == ["type", "sourcepath", "linenumber", "columnnumber", "code"]
    shown = evil.replace("##", "<U+0023>#")
    assert [unescape(properties["sourcepath"]), unescape(properties["code"]), unescape(message)] == [
        f"f{shown}",
        shown,
        shown,
    ]


def test_a_very_long_message_is_cut(report_of: Callable[..., Report], meeting: Finding) -> None:
    """An issue is a sentence, not a file."""
    assert render(report_of(replace(meeting, message="é" * 10_000))).splitlines()[0].endswith("]" + "é" * 1999 + "…")
