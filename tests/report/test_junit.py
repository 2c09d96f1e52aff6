"""The report as JUnit XML."""

from collections.abc import Callable
from xml.etree.ElementTree import Element, fromstring

import pytest
from junitparser import JUnitXml
from msgspec.structs import replace

from bpogov.core.finding import Finding, Notification
from bpogov.core.outcome import Outcome, RuleResult
from bpogov.core.report import OpenQuestion, Report, Verdict
from bpogov.core.severity import Severity
from bpogov.report.junit import render

# What the strictest schema in use allows: for each element its parents, and its attributes with the required ones.
PARENTS = {
    "testsuite": {"testsuites"},
    "properties": {"testsuite"},
    "property": {"properties"},
    "testcase": {"testsuite"},
    "failure": {"testcase"},
    "error": {"testcase"},
    "skipped": {"testcase"},
    "system-out": {"testcase"},
}
ATTRIBUTES = {
    "testsuites": ({"name", "tests", "failures", "errors"}, set()),
    "testsuite": ({"name", "tests", "failures", "errors", "skipped"}, {"name", "tests", "failures", "errors"}),
    "properties": (set(), set()),
    "property": ({"name", "value"}, {"name", "value"}),
    "testcase": ({"name", "classname"}, {"name"}),
    "failure": ({"message"}, set()),
    "error": ({"message"}, set()),
    "skipped": ({"message"}, set()),
    "system-out": (set(), set()),
}
CLOSED = Verdict("ci", "error", passed=False, exit_code=1, sentence="failed: 1 error")
STRICT = replace(CLOSED, gate="sign-off", unknown_blocks=True)
STOPPED = Verdict("ci", "error", passed=False, exit_code=2, sentence="not checked: there was no engagement to check")


def _check(element: Element) -> None:
    allowed, required = ATTRIBUTES[element.tag]
    assert required <= set(element.attrib) <= allowed, element.tag
    for child in element:
        assert element.tag in PARENTS[child.tag], child.tag
        _check(child)


def _read(report: Report) -> Element:
    """Read the report back with a parser, and check its form and its sums."""
    text = render(report)
    assert text.isascii()
    root = fromstring(text)  # noqa: S314 (the text was written here)
    _check(root)
    for suite in root:
        cases = suite.findall("testcase")
        assert suite.get("tests") == str(len(cases))
        for mark, number in (("failure", "failures"), ("error", "errors"), ("skipped", "skipped")):
            assert suite.get(number) == str(sum(case.find(mark) is not None for case in cases)), number
    for number in ("tests", "failures", "errors"):
        assert root.get(number) == str(sum(int(suite.get(number, "")) for suite in root)), number
    red = int(root.get("failures", "")) + int(root.get("errors", ""))
    assert (red == 0) is report.verdict.passed, "a dashboard is red where the gate is, and only there"
    return root


def _cases(report: Report) -> dict[str, tuple[str, str, str, str]]:
    """Give of each case by its name: the mark, its message, its text, and the remarks."""
    found = {}
    for case in _read(report).iter("testcase"):
        (mark,) = [child for child in case if child.tag != "system-out"] or [Element("passed")]
        remarks = case.findtext("system-out", "")
        found[case.get("name", "")] = (mark.tag, mark.get("message", ""), mark.text or "", remarks)
    return found


def test_every_rule_is_a_case(report_of: Callable[..., Report]) -> None:
    """Passed ones too, so that a reader sees what was checked; the suite says for which engagement and policies."""
    root = _read(report_of())
    (suite,) = root
    assert suite.get("name") == "engagements/acme.yaml"
    assert [(case.get("classname"), case.get("name")) for case in suite.findall("testcase")] == [
        ("engagements.acme", "COM001 meeting-rhythm"),
        ("engagements.acme", "COM002 right-people"),
    ]
    assert {entry.get("name"): entry.get("value") for entry in suite.iter("property")} == {
        "engagement": "acme",
        "status": "draft",
        "title": "Acme",
        "tier": "small",
        "digest": "sha256:" + "0" * 64,
        "gate": "local",
        "today": "2026-11-21",
        "policies": "sha256:1",
    }


def test_a_finding_that_fails_the_gate_is_a_failure(report_of: Callable[..., Report], meeting: Finding) -> None:
    """With the message, the place and the help; a rule that was folded into the finding points to it."""
    results = (RuleResult("COM001", Outcome.FAIL, ""), RuleResult("COM002", Outcome.FAIL, ""))
    cases = _cases(report_of(replace(meeting, blocking=True), results=results, verdict=CLOSED))
    mark, message, text, _ = cases["COM001 meeting-rhythm"]
    assert (mark, message) == ("failure", meeting.message)
    assert text == f"engagements/acme.yaml:12:14: error: {meeting.message}\n{meeting.help}"
    pointer = f"see COM001: {meeting.message}"
    assert cases["COM002 right-people"] == ("failure", pointer, pointer, "")


def test_several_findings_of_a_rule_are_one_case(
    report_of: Callable[..., Report], meeting: Finding, waived: Finding
) -> None:
    """The message counts them, the text has all that fail the gate, the remarks the others."""
    hard = replace(meeting, blocking=True, also=())
    lighter = replace(meeting, message="A second one", severity=Severity.NOTE, also=())
    again = replace(hard, message="A third one", help="")
    results = (RuleResult("COM001", Outcome.FAIL, ""),)
    report = report_of(hard, lighter, again, replace(waived, rule="COM001"), results=results, verdict=CLOSED)
    mark, message, text, remarks = _cases(report)["COM001 meeting-rhythm"]
    assert (mark, message) == ("failure", f"{meeting.message} (and 1 more)")
    assert "error: A third one" in text
    assert "A second one" not in text
    assert "note: A second one" in remarks
    assert "waived until 2027-01-31 by Jo Client (sponsor): The works council meets in June" in remarks


def test_a_finding_that_fails_no_gate_is_a_pass_with_remarks(
    report_of: Callable[..., Report], meeting: Finding, waived: Finding
) -> None:
    """A dashboard stays green where the gate does, and the finding is still told, beside a waived one too."""
    light = replace(meeting, severity=Severity.WARNING)
    results = (RuleResult("COM001", Outcome.FAIL, ""), RuleResult("COM002", Outcome.FAIL, ""))
    cases = _cases(report_of(light, replace(waived, rule="COM001"), results=results))
    mark, _, _, remarks = cases["COM001 meeting-rhythm"]
    assert mark == "passed"
    assert remarks.startswith("engagements/acme.yaml:12:14: warning: Tactical meetings")
    assert cases["COM002 right-people"] == ("passed", "", "", f"see COM001: {meeting.message}")


def test_accepted_findings_are_skipped_with_the_reason(report_of: Callable[..., Report], waived: Finding) -> None:
    """A waiver says by whom and until when, a baseline where it is; each reason stands once."""
    assert waived.suppression
    known = replace(waived.suppression, kind=type(waived.suppression.kind).BASELINE, file="baseline.json", reason="")
    results = (RuleResult("CTR008", Outcome.FAIL, ""), RuleResult("CTR009", Outcome.FAIL, ""))
    baselined = replace(waived, rule="CTR009", suppression=known)
    cases = _cases(report_of(waived, waived, baselined, results=results, verdict=Verdict("ci", "error", True, 0, "ok")))
    mark, message, text, _ = cases["CTR008"]
    assert mark == "skipped"
    assert message == (
        "waived until 2027-01-31 by Jo Client (sponsor): The works council meets in June (waivers/acme.yaml)"
    )
    assert "The exit plan was never tested" in text
    assert cases["CTR009"][:2] == ("skipped", "known since the baseline baseline.json")


@pytest.mark.parametrize(
    ("outcome", "verdict", "expected"),
    [
        (Outcome.NOT_APPLICABLE, None, ("skipped", "not applicable: why")),
        (Outcome.NOT_CHECKED, None, ("skipped", "not checked: why")),
        (Outcome.NOT_CHECKED, STRICT, ("error", "not checked: why")),
        (Outcome.NOT_CHECKED, STOPPED, ("error", "not checked: why")),
        (Outcome.ERROR, STOPPED, ("error", "why")),
        (Outcome.FAIL, CLOSED, ("failure", "why")),
    ],
)
def test_what_did_not_pass_is_never_a_pass(
    report_of: Callable[..., Report], outcome: Outcome, verdict: Verdict | None, expected: tuple[str, str]
) -> None:
    """Not applicable is skipped, not checked too where the gate lets it pass, otherwise it is an error."""
    changes = {"verdict": verdict} if verdict else {}
    case = _cases(report_of(results=(RuleResult("COM001", outcome, "why"),), **changes))["COM001 meeting-rhythm"]
    assert case[:2] == expected


def test_a_hole_beside_a_blocking_finding_is_skipped(report_of: Callable[..., Report], meeting: Finding) -> None:
    """What the gate lets pass is not blamed for its being closed; where it asks that all is known, it is."""
    results = (RuleResult("COM001", Outcome.FAIL, ""), RuleResult("COM003", Outcome.NOT_CHECKED, "unknown"))
    cases = _cases(report_of(replace(meeting, blocking=True), results=results, verdict=CLOSED))
    assert cases["COM003"][:2] == ("skipped", "not checked: unknown")
    strict = _cases(report_of(replace(meeting, blocking=True), results=results, verdict=STRICT))
    assert strict["COM003"][:2] == ("error", "not checked: unknown")


def test_a_rule_that_failed_and_could_not_be_checked_everywhere_fails(
    report_of: Callable[..., Report], meeting: Finding
) -> None:
    """A finding of the rule counts, whatever the rest of it could not read."""
    results = (RuleResult("COM001", Outcome.NOT_CHECKED, "unknown"),)
    cases = _cases(report_of(replace(meeting, blocking=True), results=results, verdict=CLOSED))
    assert cases["COM001 meeting-rhythm"][0] == "failure"


def test_findings_about_the_text_are_cases_of_their_own(report_of: Callable[..., Report], note: Finding) -> None:
    """They belong to no rule of the policies; the name says where, and holds no line number."""
    broken = replace(note, rule="STR003", severity=Severity.ERROR, blocking=True)
    cases = _cases(report_of(broken, replace(broken, location=replace(note.location, path="")), verdict=CLOSED))
    assert cases["STR003 $.meetings[monthly]"][:2] == ("failure", note.message)
    assert cases["STR003"][0] == "failure"


def test_open_questions_are_cases(report_of: Callable[..., Report]) -> None:
    """Skipped where the gate lets them pass, an error where it asks that everything is known."""
    questions = (OpenQuestion("$.contract.end", 4),)
    said = "$.contract.end is marked unknown (line 4)"
    assert _cases(report_of(questions=questions))["open question $.contract.end"] == ("skipped", said, said, "")
    closed = _cases(report_of(questions=questions, verdict=STRICT))
    assert closed["open question $.contract.end"] == ("error", said, said, "")


def test_the_run_has_a_suite_of_its_own(report_of: Callable[..., Report], note: Finding) -> None:
    """Findings about waiver files, and what kept the run from checking."""
    error = Notification(Severity.ERROR, "missing", "The file is not there", help="look for it")
    expired = replace(note, rule="LIF003")
    report = report_of(verdict=STOPPED, notifications=(error,), waiver_findings=(expired,))
    assert _read(report)[1].get("name") == "bpogov"
    cases = _cases(report)
    assert cases["missing"] == ("error", "The file is not there", "The file is not there\nlook for it", "")
    assert cases["LIF003 $.meetings[monthly]"][0] == "passed"


def test_a_closed_gate_is_never_green(report_of: Callable[..., Report]) -> None:
    """No engagement at all, or a reason that no case shows: the verdict itself is a case."""
    nothing = _cases(report_of(verdict=STOPPED, engagements=()))
    assert nothing["not-checked"][1] == "Gate ci not checked: there was no engagement to check"
    closed = _cases(report_of(verdict=CLOSED))
    assert closed["verdict"][:2] == ("error", "Gate ci failed: 1 error")


def test_a_report_without_engagements_has_a_case(report_of: Callable[..., Report]) -> None:
    """Of a run over policy files, for example: what was checked stands in the verdict."""
    passed = Verdict("ci", "error", passed=True, exit_code=0, sentence="passed: 1 rule file: nothing wrong")
    assert _cases(report_of(verdict=passed, engagements=())) == {
        "verdict": ("passed", "", "", "Gate ci passed: 1 rule file: nothing wrong")
    }


@pytest.mark.parametrize(
    ("file", "group"),
    [("./a/b.engagement.yaml", "a.b.engagement"), ("../x/y", "x.y"), ("/srv/a.yaml", "srv.a"), ("a.b/c", "a.b.c")],
)
def test_cases_are_grouped_by_file(report_of: Callable[..., Report], file: str, group: str) -> None:
    """Programs show the parts of a class name, which dots divide, as folders."""
    report = report_of()
    moved = replace(report.engagements[0], file=file, id="", title="", status="", tier="")
    root = _read(replace(report, engagements=(moved,)))
    assert {case.get("classname") for case in root.iter("testcase")} == {group}
    assert "status" not in {entry.get("name") for entry in root.iter("property")}


def test_another_program_reads_it_back(report_of: Callable[..., Report], meeting: Finding, waived: Finding) -> None:
    """A reader of its own, junitparser, finds the same suites, numbers and results."""
    results = (
        RuleResult("COM001", Outcome.FAIL, ""),
        RuleResult("COM002", Outcome.PASS, ""),
        RuleResult("CTR008", Outcome.FAIL, ""),
    )
    hard = replace(meeting, blocking=True, also=())
    read = JUnitXml.fromstring(render(report_of(hard, waived, results=results, verdict=CLOSED)).encode())
    (suite,) = read
    assert (suite.name, suite.tests, suite.failures, suite.errors, suite.skipped) == (
        "engagements/acme.yaml",
        3,
        1,
        0,
        1,
    )
    by_name = {case.name: case for case in suite}
    assert by_name["COM001 meeting-rhythm"].result[0].message == hard.message
    assert by_name["COM002 right-people"].is_passed
    assert by_name["CTR008"].is_skipped
