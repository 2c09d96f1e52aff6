"""The report as JUnit XML, after the strictest schema in use (`junit-10.xsd` of the xUnit plugin of Jenkins)."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from bpogov.core.report import EngagementResult, Report
from bpogov.report.parts.junit_cases import Case, Mark, cases_of, cases_of_run
from bpogov.report.safe.filenames import plain_name
from bpogov.report.safe.inert import inert

_RUN = "bpogov"


def render(report: Report) -> str:
    """Give the report as XML in ASCII: one suite for each engagement file, one case for each rule.

    A further suite is about the run itself, where there is anything to say. The module of the cases says when a case
    fails. Characters that XML 1.0 forbids are written out.
    """
    suites = [(engagement, cases_of(engagement, report)) for engagement in report.engagements]
    every = [case for _, cases in suites for case in cases]
    of_run = cases_of_run(report, every)
    root = Element("testsuites", {"name": _RUN, **_numbers([*every, *of_run])})
    for engagement, cases in suites:
        name = plain_name(engagement.file)
        _suite(root, name, _class(name), cases, _properties(engagement, report))
    if of_run:
        _suite(root, _RUN, _RUN, of_run, {})
    indent(root)
    written: bytes = tostring(root, encoding="us-ascii", xml_declaration=True)
    return written.decode("ascii") + "\n"


def _suite(root: Element, name: str, group: str, cases: Sequence[Case], properties: dict[str, str]) -> None:
    skipped = str(_count(cases, Mark.SKIPPED))
    suite = SubElement(root, "testsuite", {"name": inert(name), **_numbers(cases), "skipped": skipped})
    if properties:
        group_of_properties = SubElement(suite, "properties")
        for key, value in properties.items():
            SubElement(group_of_properties, "property", {"name": key, "value": inert(value)})
    for case in cases:
        _case(suite, group, case)


def _case(suite: Element, group: str, case: Case) -> None:
    element = SubElement(suite, "testcase", {"classname": group, "name": inert(case.name)})
    if case.mark is not Mark.PASSED:
        SubElement(element, case.mark.value, {"message": inert(case.message)}).text = inert(case.details) or None
    if case.remarks:
        SubElement(element, "system-out").text = inert(case.remarks)


def _numbers(cases: Sequence[Case]) -> dict[str, str]:
    return {
        "tests": str(len(cases)),
        "failures": str(_count(cases, Mark.FAILURE)),
        "errors": str(_count(cases, Mark.ERROR)),
    }


def _count(cases: Sequence[Case], mark: Mark) -> int:
    return sum(case.mark is mark for case in cases)


def _class(name: str) -> str:
    """The name of the file as programs expect a class: steps divided by dots, without what the name ends in."""
    steps = name.rpartition(".")[0].split("/") if "." in name.rpartition("/")[2] else name.split("/")
    return ".".join(step for step in steps if step.strip("."))


def _properties(engagement: EngagementResult, report: Report) -> dict[str, str]:
    found = {
        "engagement": engagement.id,
        "title": engagement.title,
        "status": engagement.status,
        "tier": engagement.tier,
        "digest": engagement.digest,
        "gate": report.verdict.gate,
        "today": report.today,
        "policies": report.policy_digest,
    }
    return {key: value for key, value in found.items() if value}
