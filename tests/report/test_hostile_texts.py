"""Texts of strangers stay data in every format that another program reads."""

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from msgspec.structs import replace

from bpogov.core.finding import Finding, Notification
from bpogov.core.location import Location
from bpogov.core.outcome import Outcome, Results, RuleResult
from bpogov.core.report import EngagementResult, OpenQuestion, Report, RuleText, Verdict
from bpogov.core.severity import Severity
from bpogov.core.suppression import Suppression, SuppressionKind
from bpogov.report import gitlab, junit, rdjson, sarif

HOSTILE = {
    "workflow command": "x\n::error file=a.yaml,line=1::forged",
    "Azure command": "x\n##vso[task.complete result=Succeeded;]",
    "TeamCity command": "##teamcity[buildStatus status='SUCCESS']",
    "table": "a | b |\n|---|---|",
    "element": "<script>alert(1)</script><!-- gone",
    "end of a CDATA section": "]]></failure><testcase name='forged'/>",
    "link": "[in](https://evil.example) ![](https://evil.example/pixel.png)",
    "quotes": "\"'`\\ {{x}} {0} %0A %25 &amp; &#10;",
    "terminal": "\x1b[2J\x1b]0;title\x07\x9b31m\x7f",
    "surrogate": "\ud800 \udcff",
    "NUL": "a\x00b",
    "other control characters": "a\x08\x0b\x0c\x1f\x85",
    "directions": "\u202eabc\u2066\u2069\u200f",
    "line ends": "a\r\nb\rc\u2028d\u2029e",
    "no characters": "\ufffe\uffff\ufdd0",
    "invisible": "\u200b\ufeff\u00ad",
}


def _report(text: str) -> Report:
    """A report in which every text that may come from a file is the hostile one."""
    place = Location(f"engagements/{text}.yaml", text, None, (text,))
    accepted = Suppression(SuppressionKind.WAIVER, text, text, approved_by=text, until=text, ticket=text)
    open_ = Finding("COM001", Severity.ERROR, text, place, text, text, (place,), (text,), text, text, blocking=True)
    light = replace(open_, severity=Severity.NOTE, blocking=False)
    waived = replace(light, rule="CTR008", suppression=accepted)
    rules = {"COM001": RuleText("COM001", text, text, Severity.ERROR, text, f"{text}\n\n{text}", text)}
    results = tuple(RuleResult(f"R{outcome}", outcome, text) for outcome in Outcome)
    questions = (OpenQuestion(text, 1),)
    findings = (open_, light, waived, replace(open_, rule="STR001"))
    results = (RuleResult("COM001", Outcome.FAIL, text), RuleResult("CTR008", Outcome.FAIL, text), *results)
    engagement = EngagementResult(place.file, "sha256:0", text, text, text, text, Results(results), findings, questions)
    return Report(
        today="2026-11-21",
        engagements=(engagement,),
        rules=rules,
        notifications=(Notification(Severity.ERROR, "broken", text, place, text),),
        verdict=Verdict(text, "error", passed=False, exit_code=2, sentence=text),
        waiver_findings=(replace(open_, rule="LIF003"),),
    )


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        data = list(data.values())
    if isinstance(data, list):
        for item in data:
            yield from _texts(item)
    elif isinstance(data, str):
        yield data


def _of_json(text: str) -> list[str]:
    return list(_texts(json.loads(text)))


def _of_xml(text: str) -> list[str]:
    root = fromstring(text)  # noqa: S314 (the text was written here)
    known = {*("testsuites", "testsuite", "properties", "property", "testcase"), "failure", "error", "skipped"}
    assert {element.tag for element in root.iter()} <= known | {"system-out"}
    assert not [case for case in root.iter("testcase") if case.get("name") == "forged"]
    found = [value for element in root.iter() for value in element.attrib.values()]
    return found + [element.text for element in root.iter() if element.text]


FORMATS: dict[str, tuple[Callable[[Report], str], Callable[[str], list[str]]]] = {
    "sarif": (sarif.render, _of_json),
    "gitlab": (gitlab.render, _of_json),
    "rdjson": (rdjson.render, _of_json),
    "junit": (junit.render, _of_xml),
}


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize("name", FORMATS)
def test_a_hostile_text_stays_text(name: str, kind: str) -> None:
    """The output is ASCII without a command in it; what a reader gets from it holds nothing that would be obeyed."""
    render, read = FORMATS[name]
    text = render(_report(HOSTILE[kind]))
    assert text.isascii()
    assert not re.search(r"[^\n -~]", text)
    assert not re.search(r"^\s*::|##(vso|teamcity)?\[", text, re.MULTILINE)
    for found in read(text):
        odd = [one for one in found if unicodedata.category(one) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and one != "\n"]
        assert not odd, found
        assert "\ufffe" not in found
        assert "\uffff" not in found


def _messages(data: Any) -> Iterator[str]:
    """Give what a program may take for Markdown."""
    if isinstance(data, list):
        for item in data:
            yield from _messages(item)
    elif isinstance(data, dict):
        for key, value in data.items():
            if key in {"text", "markdown", "message"} and isinstance(value, str):
                yield value
            yield from _messages(value)


@pytest.mark.parametrize("kind", ["link", "element"])
@pytest.mark.parametrize("render", [sarif.render, rdjson.render])
def test_a_message_holds_no_link_and_no_element(render: Callable[[Report], str], kind: str) -> None:
    """Where a program takes messages for Markdown, only links to the other places of the finding are left."""
    messages = list(_messages(json.loads(render(_report(HOSTILE[kind])))))
    assert messages
    for message in messages:
        assert not re.search(r"(?<!\\)\]\((?!\d+\))|(?<!\\)<[A-Za-z/!?]", message), message
