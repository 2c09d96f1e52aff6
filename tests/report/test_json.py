"""The report as JSON."""

import json as standard
from collections.abc import Callable

import jsonschema
import pytest
from msgspec.structs import replace

from bpogov.core.finding import Finding, Notification
from bpogov.core.location import Location
from bpogov.core.outcome import Outcome, RuleResult
from bpogov.core.report import Ahead, Input, OpenQuestion, Report, Step
from bpogov.core.severity import Severity
from bpogov.core.suppression import WaiverUse
from bpogov.report import json


@pytest.fixture
def full(
    report_of: Callable[..., Report], meeting: Finding, note: Finding, waived: Finding, waiver: WaiverUse
) -> Report:
    """A report in which every field is filled."""
    results = (RuleResult("COM001", Outcome.FAIL, "too rare"), RuleResult("COM002", Outcome.ERROR, "broke"))
    said = (
        Notification(Severity.WARNING, "unlisted-pack", "The pack is not listed", meeting.location, "list it"),
        Notification(Severity.NOTE, "remark", "A remark"),
    )
    step = Step("Meetings", "joint", "COM001", "Too rare", meeting.location)
    return report_of(
        meeting,
        note,
        waived,
        results=results,
        questions=(OpenQuestion("$.x", 4),),
        ahead=Ahead("sign-off", (step,)),
        notifications=said,
        waivers=(waiver,),
        waiver_findings=(replace(note, rule="LIF003"),),
        inputs=(Input("configuration", "bpogov.yaml", "sha256:" + "1" * 64),),
    )


def test_the_report_follows_its_published_schema(report_of: Callable[..., Report], full: Report) -> None:
    """A report with everything in it, and an empty one, are valid against the schema, which is one itself."""
    schema = json.json_schema()
    assert isinstance(schema, dict)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for report in (full, report_of(), report_of(engagements=())):
        validator.validate(standard.loads(json.render(report)))


def test_everything_is_in_it(full: Report) -> None:
    """Outcomes, reasons, notifications, digests, versions, the verdict and the numbers are there."""
    data = standard.loads(json.render(full))
    assert list(data)[:4] == ["apiVersion", "kind", "summary", "today"]
    assert data["summary"]["findings"] == {"error": 1, "warning": 0, "note": 2}
    assert data["summary"]["suppressed"] == 1
    assert data["summary"]["outcomes"]["error"] == 1
    assert data["verdict"]["exit_code"] == 1
    assert data["versions"] == {"bpogov": "0.1.0"}
    assert data["policy_digest"] == "sha256:1"
    assert list(data["rules"]) == ["COM001", "COM002"]
    assert [said["code"] for said in data["notifications"]] == ["unlisted-pack", "remark"]
    engagement = data["engagements"][0]
    assert engagement["results"][0] == {"rule": "COM001", "outcome": "fail", "reason": "too rare"}
    assert engagement["digest"].startswith("sha256:")
    assert engagement["open_questions"] == [{"path": "$.x", "line": 4}]
    finding = engagement["findings"][0]
    assert finding["location"]["span"]["start"] == {"line": 12, "column": 14}
    assert finding["also"] == ["COM002"]
    assert engagement["findings"][2]["suppression"]["approved_by"] == "Jo Client (sponsor)"
    assert engagement["ahead"]["steps"][0]["section"] == "Meetings"
    assert data["waivers"][0]["state"] == "ends-soon"
    assert data["waiver_findings"][0]["rule"] == "LIF003"
    assert data["inputs"][0]["name"] == "bpogov.yaml"
    assert finding["related"][0]["path"] == "$.meetings[monthly]"


def test_the_text_is_ascii_whatever_the_file_holds(report_of: Callable[..., Report]) -> None:
    """The same bytes on every system, and nothing in it that a terminal would obey."""
    text = json.render(report_of(Finding("X", Severity.ERROR, "日本 \x1b[31m \ud800", Location("a.yaml"))))
    assert text.isascii()
    assert text.endswith("}\n")
    assert "\x1b" not in text
    assert standard.loads(text)["engagements"][0]["findings"][0]["message"] == "日本 \x1b[31m \ud800"
