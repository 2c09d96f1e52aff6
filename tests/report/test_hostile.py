"""Texts of strangers that mean something to a terminal, a build server, a browser or a platform stay text."""

import json as standard
import re
from collections.abc import Callable
from functools import partial

import pytest
from msgspec.structs import replace

from bpogov.core.finding import Finding, Notification
from bpogov.core.location import Location
from bpogov.core.outcome import Outcome, RuleResult
from bpogov.core.position import Position, Span
from bpogov.core.report import Ahead, OpenQuestion, Report, RuleText, Step, Verdict
from bpogov.core.severity import Severity
from bpogov.core.suppression import Suppression, SuppressionKind, WaiverUse
from bpogov.report import azure, concise, github, gitlab, json, jsonl, junit, markdown, rdjson, sarif, text
from bpogov.report.answers import problems, statistics
from bpogov.report.formats import NAMES
from tests.report.pages import ACTIVE, read

HOSTILE = {
    "line end": "a\nb\r\nc\rd\x0be\x0cf\x1cg\x85h\u2028i\u2029j",
    "GitHub command": "::error file=x::y",
    "GitHub command on a new line": "a\n::set-output name=x::y\n ::add-mask::z",
    "GitHub command in words": "x " * 36 + "::error::y ::stop-commands::t",
    "Azure command in other letters": "x##VSO[task.complete]##Vso[x]##VSO [y]",
    "command between elements": "]]>##vso[task.complete]<a>::error::x</a>\n<!--::error::y-->##vso[z]",
    "command as a reference": "&#35;&#35;vso[task.complete]#&#35;vso[a] &#x3a;&#58;error::x",
    "old GitHub command": "x ##[error]y ##[add-mask]z",
    "Azure command": "x ##vso[task.complete result=Succeeded;]done",
    "Azure command on a new line": "x\n##vso[task.setvariable variable=a;issecret=false]b",
    "Azure property": "x;type=warning;]##vso[task.uploadsummary]/etc/passwd",
    "TeamCity command": "##teamcity[buildStatus status='SUCCESS']",
    "GitLab section": "section_end:1:x\r\x1b[0K",
    "percent escapes": "%0A::error::x %25 %AZP25 %5D##vso[task.complete]",
    "table": "a | b || c \\| d | [x](y) |",
    "script": "<script>alert(1)</script><img src=x onerror=alert(1)><!-- --></details></table>",
    "link and image": "[a](https://evil.example) ![b](https://evil.example/x.png) https://evil.example www.e.example",
    "mention": "@everyone @org/team a@evil.example",
    "reference": '#1 !2 GH-3 &4 $5 ~label %"milestone" [issue:6] org/repo#7',
    "comment marker": "<!-- bpogov -->",
    "command of GitLab": "/close\n/approve\n/merge",
    "code": "`x` ```\n```\n~~~\n    x",
    "terminal": "\x1b[2J\x1b]0;title\x07\x1b]8;;https://evil.example\x1b\\x\x9b31m\x7f\x00",
    "direction": "\u202eabc\u2066def\u200f\u061c",
    "invisible": "a\u200bb\ufeffc\u00add\U000e0041",
    "lone surrogate": "a\ud800b\udfffc",
}
FORMATS: dict[str, Callable[[Report], str]] = {
    **{f"text {detail}": partial(text.render, detail=detail) for detail in text.Detail},
    "text in colour": lambda report: re.sub(r"\x1b\[[\d;]+m", "", text.render(report, color=True)),
    "statistics": statistics.render,
    "problems": lambda report: problems.render(report.notifications),
    "concise": concise.render,
    "json": json.render,
    "jsonl": jsonl.render,
    "github": github.render,
    "azure": azure.render,
    "sarif": sarif.render,
    "gitlab": gitlab.render,
    "rdjson": rdjson.render,
    "junit": junit.render,
    "markdown": markdown.render,
    "summary": markdown.render_summary,
}
OWN = {"github": 4, "azure": 4}
"""How many commands a format gives itself: one for each of 2 findings and 2 problems, or 3 issues and a result."""

_GITHUB = re.compile(r"\s*::[a-z-]+[ :]|.*##\[")
_AZURE = re.compile(r".*##\s*(vso|teamcity)", re.IGNORECASE)


@pytest.fixture
def report_with(report_of: Callable[..., Report], waiver: WaiverUse) -> Callable[[str], Report]:
    """Make a report in which every text that a stranger may write is the same."""

    def make(evil: str) -> Report:
        place = Location(evil, evil, Span(Position(1, 1), Position(1, 4)), (evil,))
        flat = " ".join(evil.split())
        finding = Finding(evil, Severity.ERROR, evil, place, f"{flat}\n\nkey: {evil}\n\n{flat}", blocking=True)
        finding = replace(finding, related=(place,), also=(evil,), assertion=evil, acts="client")
        note = replace(finding, severity=Severity.NOTE, blocking=False)
        accepted = replace(finding, suppression=Suppression(SuppressionKind.WAIVER, evil, evil, evil, evil, evil))
        use = replace(waiver, rule=evil, engagement=evil, sentence=evil, until=evil, location=Location(evil))
        said = (
            Notification(Severity.ERROR, evil, evil, place, evil),
            Notification(Severity.WARNING, evil, evil, None, evil),
        )
        report = report_of(
            *(finding, note, accepted),
            results=(RuleResult(evil, Outcome.ERROR, evil), RuleResult(evil, Outcome.NOT_CHECKED, evil)),
            questions=(OpenQuestion(evil, 1),),
            ahead=Ahead(evil, (Step(evil, "client", evil, evil, place), Step(evil, "", "", evil, place))),
            notifications=said,
            waivers=(use,),
            verdict=Verdict(evil, "error", passed=False, exit_code=1, sentence=evil),
            rules={evil: RuleText(evil, evil, evil, Severity.ERROR, evil, evil, evil)},
        )
        named = replace(report.engagements[0], file=evil, id=evil, title=evil, status=evil)
        return replace(report, engagements=(named,))

    return make


@pytest.mark.parametrize("evil", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("name", FORMATS)
def test_no_command_gets_out(report_with: Callable[[str], Report], name: str, evil: str) -> None:
    """A build server that reads along finds the commands of the format and no others, and a terminal none at all."""
    shown = FORMATS[name](report_with(evil))
    shown.encode("utf-8")
    assert shown.replace("\n", "").isprintable()
    lines = shown.split("\n")
    assert sum(bool(_GITHUB.match(line)) for line in lines) == (OWN["github"] if name == "github" else 0)
    assert sum(bool(_AZURE.match(line)) for line in lines) == (OWN["azure"] if name == "azure" else 0)
    assert all(line.count("##vso") < 2 for line in lines)


def test_every_format_is_tried() -> None:
    """A new format meets the same texts."""
    assert set(NAMES) <= {name.split()[0] for name in FORMATS}


@pytest.mark.parametrize("evil", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("name", ["concise", "jsonl", "github", "azure"])
def test_lines_stay_lines(report_with: Callable[[str], Report], name: str, evil: str) -> None:
    """A format with one thing a line has as many lines as with harmless texts."""
    shown = FORMATS[name](report_with(evil))
    assert len(shown.splitlines()) == len(FORMATS[name](report_with("harmless")).splitlines())


@pytest.mark.parametrize("evil", HOSTILE.values(), ids=HOSTILE)
def test_json_gives_the_texts_back(report_with: Callable[[str], Report], evil: str) -> None:
    """What is written in another way means the same to a program."""
    line = standard.loads(jsonl.render(report_with(evil)).splitlines()[0])
    assert (line["rule"], line["message"], line["location"]["file"]) == (evil, evil, evil)


@pytest.mark.parametrize("evil", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("render", [markdown.render, markdown.render_summary])
def test_markdown_makes_nothing_of_it(
    report_with: Callable[[str], Report], render: Callable[[Report], str], evil: str
) -> None:
    """Through GitHub's renderer comes the same page as with harmless texts, and nothing for a platform to act on."""
    source = render(report_with(evil))
    page, harmless = read(source), read(render(report_with("harmless")))
    assert page.order == harmless.order
    assert page.attributes == harmless.attributes
    assert page.comments == harmless.comments
    assert not {"a", "img", "script"} & page.tags
    assert not ACTIVE.search(page.text)
    assert not re.search(r"^/", source, re.MULTILINE)
