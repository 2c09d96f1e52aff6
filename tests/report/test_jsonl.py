"""The report as JSON lines."""

import json as standard
from collections.abc import Callable

import jsonschema
from msgspec.structs import replace

from bpogov.core.finding import Finding, Notification
from bpogov.core.report import Report
from bpogov.core.severity import Severity
from bpogov.report import json, jsonl


def test_one_thing_a_line_and_the_verdict_last(
    report_of: Callable[..., Report], meeting: Finding, note: Finding, waived: Finding
) -> None:
    """Findings, waived ones too, those of waiver files, problems of the run, and the summary, each with its type."""
    said = Notification(Severity.WARNING, "unlisted-pack", "The pack is not listed", meeting.location, "list it")
    report = report_of(meeting, waived, notifications=(said,), waiver_findings=(note,))
    text = jsonl.render(report)
    lines = [standard.loads(line) for line in text.splitlines()]
    assert [(line["type"], line.get("rule", line.get("code"))) for line in lines] == [
        ("finding", "COM001"),
        ("finding", "CTR008"),
        ("finding", "GOL004"),
        ("notification", "unlisted-pack"),
        ("summary", None),
    ]
    assert [line["engagement"] for line in lines[:3]] == ["acme", "acme", ""]
    assert lines[1]["suppression"]["until"] == "2027-01-31"
    assert lines[-1]["verdict"]["exit_code"] == 1
    assert lines[-1]["findings"] == {"error": 1, "warning": 0, "note": 1}
    assert text.isascii()
    assert text.endswith("}\n")


def test_every_line_follows_the_schema(
    report_of: Callable[..., Report], meeting: Finding, note: Finding, waived: Finding
) -> None:
    """Every kind of line is valid, and one with a field too many or of another type is not."""
    schema = jsonl.json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    said = Notification(Severity.NOTE, "remark", "A remark")
    report = report_of(meeting, waived, notifications=(said,), waiver_findings=(replace(note, help="x"),))
    for text in jsonl.render(report).splitlines():
        line = standard.loads(text)
        validator.validate(line)
        assert not validator.is_valid(line | {"unknown": 1})
        assert not validator.is_valid(line | {"type": "other"})


def test_a_line_says_what_the_json_report_says(report_of: Callable[..., Report], meeting: Finding) -> None:
    """A finding has the same fields with the same values in both formats."""
    report = report_of(meeting)
    whole = standard.loads(json.render(report))
    line = standard.loads(jsonl.render(report).splitlines()[0])
    assert line == {"type": "finding", "engagement": "acme"} | whole["engagements"][0]["findings"][0]
