"""The report as JSON, everything in it, after the published schema `schemas/report.schema.json`."""

from bpogov.core.report import Report
from bpogov.report.plain.data import dump, plain
from bpogov.report.plain.tally import Tally, tally

API_VERSION = "bpogov/v1"

_ORDER = (
    *("today", "verdict", "engagements", "waivers", "waiver_findings", "rules", "notifications", "inputs"),
    *("policy_digest", "versions"),
)


def render(report: Report) -> str:
    """Give the report as JSON text (RFC 8259) in ASCII, with a fixed order of keys and a line end.

    The summary comes first, then the verdict; findings stay with their engagement, rule texts stand once under `rules`.
    """
    body = plain(report)
    head = {"apiVersion": API_VERSION, "kind": "Report", "summary": summary(tally(report))}
    return dump(head | {key: body[key] for key in _ORDER})


def summary(counted: Tally) -> dict[str, object]:
    """Give the numbers of a report as the schema has them."""
    return {
        "engagements": counted.engagements,
        "rules": counted.rules,
        "findings": dict(counted.findings),
        "outcomes": dict(counted.outcomes),
        "open_questions": counted.open_questions,
        "suppressed": counted.suppressed,
    }


def json_schema() -> object:
    """Give the published JSON Schema (2020-12) of this format."""
    import json  # imported here: only asked for by `bpogov schema`
    from importlib.resources import files

    return json.loads(files("bpogov.report").joinpath("schemas/report.schema.json").read_text(encoding="utf-8"))
