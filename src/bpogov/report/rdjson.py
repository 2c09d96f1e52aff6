"""The report in the Reviewdog Diagnostic Format, a `DiagnosticResult` (proto/rdf of reviewdog)."""

from typing import Any

from bpogov.core.finding import Finding
from bpogov.core.location import Location
from bpogov.core.position import Position, Span
from bpogov.core.report import Report
from bpogov.core.severity import Severity
from bpogov.report.plain.data import dump
from bpogov.report.plain.troubles import NAMELESS, troubles
from bpogov.report.safe.filenames import plain_name
from bpogov.report.safe.inert import clean, unlinked

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def render(report: Report) -> str:
    """Give the findings as JSON in ASCII.

    Suppressed findings are left out: reviewdog would comment on each of them in every review. What kept the run from
    checking is a diagnostic too. reviewdog posts messages as Markdown, so that nothing in them may become a link.
    """
    diagnostics = [_diagnostic(finding) for finding in report.findings if finding.suppression is None]
    diagnostics += [
        _entry(said.message, said.help, said.location or Location(NAMELESS), said.severity, said.code)
        for said in troubles(report)
    ]
    return dump(clean({"source": {"name": "bpogov"}, "diagnostics": diagnostics}))


def _diagnostic(finding: Finding) -> dict[str, Any]:
    entry = _entry(finding.message, finding.help, finding.location, finding.severity, finding.rule)
    if finding.related:
        entry["related_locations"] = [
            {"message": unlinked(place.path), "location": _location(place)} for place in finding.related
        ]
    return entry


def _entry(message: str, advice: str, place: Location, severity: Severity, code: str) -> dict[str, Any]:
    return {
        "message": unlinked(f"{message}\n{advice}" if advice else message),
        "location": _location(place),
        "severity": _SEVERITIES[severity],
        "code": {"value": code},
    }


def _location(place: Location) -> dict[str, Any]:
    found: dict[str, Any] = {"path": plain_name(place.file)}
    if place.span:
        found["range"] = _range(place.span, place.lines)
    return found


def _range(span: Span, lines: tuple[str, ...]) -> dict[str, Any]:
    """The range in bytes of UTF-8; in whole lines where the text of its last line is not at hand."""
    known = {span.start.line + number: line for number, line in enumerate(lines)}
    if all(position.column == 1 or position.line in known for position in (span.start, span.end)):
        return {"start": _position(span.start, known), "end": _position(span.end, known)}
    return {"start": {"line": span.start.line}, "end": {"line": span.end.line}}


def _position(position: Position, lines: dict[int, str]) -> dict[str, int]:
    before = lines.get(position.line, "")[: position.column - 1]
    return {"line": position.line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
