"""The report in the Reviewdog Diagnostic Format."""

import json
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest
from msgspec.structs import replace

from bpogov.core.finding import Finding, Notification
from bpogov.core.location import Location
from bpogov.core.position import Position, Span
from bpogov.core.report import Report, Verdict
from bpogov.core.severity import Severity
from bpogov.report.rdjson import render

# The fields of the format as its definition names and types them; none but these are written.
_POSITION = {
    "type": "object",
    "required": ["line"],
    "additionalProperties": False,
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
}
_RANGE = {
    "type": "object",
    "required": ["start", "end"],
    "additionalProperties": False,
    "properties": {"start": _POSITION, "end": _POSITION},
}
_LOCATION = {
    "type": "object",
    "required": ["path"],
    "additionalProperties": False,
    "properties": {"path": {"type": "string", "minLength": 1}, "range": _RANGE},
}
RESULT = {
    "type": "object",
    "required": ["source", "diagnostics"],
    "additionalProperties": False,
    "properties": {
        "source": {"const": {"name": "bpogov"}},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message", "location", "severity", "code"],
                "additionalProperties": False,
                "properties": {
                    "message": {"type": "string"},
                    "location": _LOCATION,
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "code": {"type": "object", "required": ["value"]},
                    "related_locations": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["message", "location"],
                            "properties": {"message": {"type": "string"}, "location": _LOCATION},
                        },
                    },
                },
            },
        },
    },
}


def _diagnostics(report: Report) -> list[dict[str, Any]]:
    result = json.loads(render(report))
    jsonschema.Draft202012Validator(RESULT).validate(result)
    found: list[dict[str, Any]] = result["diagnostics"]
    return found


def test_a_finding_is_a_diagnostic(report_of: Callable[..., Report], meeting: Finding) -> None:
    """Message and help, place, severity, rule, and the other places that it speaks of."""
    (found,) = _diagnostics(report_of(meeting))
    assert found == {
        "message": (
            "Tactical meetings are up to 122 days apart, but at most 35 days are allowed at this level\n"
            "Meet at least every 35 days, for example\ncadence: monthly\nday: tue"
        ),
        "location": {
            "path": "engagements/acme.yaml",
            "range": {"start": {"line": 12, "column": 14}, "end": {"line": 12, "column": 23}},
        },
        "severity": "ERROR",
        "code": {"value": "COM001"},
        "related_locations": [
            {
                "message": "$.meetings[monthly]",
                "location": {
                    "path": "engagements/acme.yaml",
                    "range": {"start": {"line": 3, "column": 1}, "end": {"line": 3, "column": 9}},
                },
            }
        ],
    }


@pytest.mark.parametrize(
    ("span", "lines", "expected"),
    [
        (Span(Position(1, 2), Position(1, 3)), ("a𐐀b",), [(1, 2), (1, 6)]),
        (Span(Position(4, 8), Position(4, 13)), ('name: "日本Café"',), [(4, 8), (4, 17)]),
        (Span(Position(4, 1), Position(6, 3)), ("é:", "  é: 1", "éé"), [(4, 1), (6, 5)]),
        (Span(Position(4, 1), Position(5, 1)), ("é: 1",), [(4, 1), (5, 1)]),
        (Span(Position(4, 3), Position(9, 7)), ("é: [", "1", "2"), [(4, None), (9, None)]),
        (Span(Position(4, 2), Position(4, 3)), ("\ud800b",), [(4, 4), (4, 5)]),
    ],
)
def test_columns_count_bytes(
    report_of: Callable[..., Report],
    meeting: Finding,
    span: Span,
    lines: tuple[str, ...],
    expected: list[tuple[int, int | None]],
) -> None:
    """Columns are bytes of UTF-8, the end is exclusive; whole lines are meant where the last line is not quoted."""
    (found,) = _diagnostics(report_of(replace(meeting, location=Location("a.yaml", "$.a", span, lines))))
    range_ = found["location"]["range"]
    assert [(range_[side]["line"], range_[side].get("column")) for side in ("start", "end")] == expected


def test_a_finding_about_a_whole_file_has_no_range(report_of: Callable[..., Report], note: Finding) -> None:
    """No line is invented where none is known, and no help where there is none."""
    (found,) = _diagnostics(report_of(replace(note, location=Location("./a.yaml"))))
    assert found["location"] == {"path": "a.yaml"}
    assert found["severity"] == "INFO"
    assert found["message"] == "Every goal is about cost, but at least one goal of another kind is expected"


def test_accepted_findings_are_left_out(report_of: Callable[..., Report], meeting: Finding, waived: Finding) -> None:
    """A reviewer is not told again what was accepted."""
    found = _diagnostics(report_of(replace(meeting, severity=Severity.WARNING), waived))
    assert [(one["code"]["value"], one["severity"]) for one in found] == [("COM001", "WARNING")]


def test_a_run_that_could_not_check_says_so(report_of: Callable[..., Report]) -> None:
    """An empty list would look like a pass."""
    verdict = Verdict(
        "ci", "error", passed=False, exit_code=2, sentence="not checked: there was no engagement to check"
    )
    (found,) = _diagnostics(report_of(verdict=verdict, engagements=()))
    assert found["severity"] == "ERROR"
    assert found["code"] == {"value": "not-checked"}
    assert found["message"] == "Gate ci not checked: there was no engagement to check"
    assert found["location"] == {"path": "bpogov.yaml"}
    said = (Notification(Severity.ERROR, "missing", "The file is not there", Location("x.yaml"), "look for it"),)
    (found,) = _diagnostics(report_of(verdict=verdict, notifications=said))
    assert found["message"] == "The file is not there\nlook for it"
    assert found["location"] == {"path": "x.yaml"}
