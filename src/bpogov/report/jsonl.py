"""The report as JSON lines, for tools that read one thing after the other: findings, problems of the run, a summary."""

from collections.abc import Iterator
from typing import Any

from bpogov.core.report import Report
from bpogov.report import json
from bpogov.report.plain.data import dump_line, plain
from bpogov.report.plain.tally import tally

_HEAD = ("today", "verdict", "policy_digest", "versions")


def render(report: Report) -> str:
    """Give one JSON object (RFC 8259) a line, in ASCII; each says in `type` what it is.

    `finding` holds what a finding holds in the JSON report, and the id of its engagement (empty for a waiver file);
    `notification` is about the run itself; the last line is the `summary`, with the numbers and the verdict.
    """
    return "".join(map(dump_line, _lines(report)))


def json_schema() -> Any:
    """Give the JSON Schema (2020-12) of one line, made of the parts of the published schema of the JSON report."""
    whole: Any = json.json_schema()
    parts: dict[str, Any] = whole["$defs"]
    fields = whole["properties"]
    engagement = {"description": "Id of the engagement, or empty.", "type": "string"}
    head = {key: fields[key] for key in ("apiVersion", *_HEAD)}
    lines = {
        "finding": _typed("finding", parts["finding"], {"engagement": engagement}),
        "notification": _typed("notification", parts["notification"], {}),
        "summary": _typed("summary", fields["summary"], head),
    }
    return {
        "$schema": whole["$schema"],
        "title": "A line of the bpogov report",
        "description": "What `bpogov check --format jsonl` writes on each line.",
        "oneOf": [{"$ref": f"#/$defs/{name}Line"} for name in lines],
        "$defs": parts | {f"{name}Line": schema for name, schema in lines.items()},
    }


def _typed(name: str, schema: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    first = {"type": {"description": "What the line is.", "const": name}} | more
    return schema | {"properties": first | schema["properties"], "required": [*first, *schema["required"]]}


def _lines(report: Report) -> Iterator[dict[str, Any]]:
    for engagement in report.engagements:
        for finding in engagement.findings:
            yield {"type": "finding", "engagement": engagement.id, **plain(finding)}
    for finding in report.waiver_findings:
        yield {"type": "finding", "engagement": "", **plain(finding)}
    for notification in report.notifications:
        yield {"type": "notification", **plain(notification)}
    head = {key: plain(getattr(report, key)) for key in _HEAD}
    yield {"type": "summary", "apiVersion": json.API_VERSION, **head, **json.summary(tally(report))}
