"""The rules in a SARIF file, as its `reportingDescriptor` objects (SARIF 2.1.0, section 3.49)."""

from collections.abc import Iterable, Mapping
from typing import Any

from bpogov.core.finding import Finding
from bpogov.core.report import RuleText
from bpogov.core.severity import Severity
from bpogov.report.plain.prose import Passage, capitalised, passages
from bpogov.report.safe.inert import inert, unlinked
from bpogov.report.safe.markup import escape, fence

LONGEST_TEXT = 1024
"""Characters (UTF-16) of a description; GitHub refuses a file with a longer one."""

LONGEST_NAME = 255

_PROBLEM = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "recommendation"}


def rules_of(texts: Mapping[str, RuleText], findings: Iterable[Finding]) -> dict[str, RuleText]:
    """Give every rule that the file has to know, by id; one without texts stands for itself."""
    rules = dict(texts)
    for finding in findings:
        name = finding.rule
        rules.setdefault(name, RuleText(name, name, name, finding.severity, rationale="", remediation=""))
    return rules


def descriptor(rule: RuleText) -> dict[str, Any]:
    """Give one rule: what it asks, why, what to do, and how heavy it is where nothing says otherwise."""
    title, rationale = inert(rule.title), inert(rule.rationale) or inert(rule.title)
    remediation = capitalised(inert(rule.remediation).rstrip())
    return {
        "id": rule.id,
        "name": cut(inert(rule.name), LONGEST_NAME),
        "shortDescription": {"text": cut(unlinked(title), LONGEST_TEXT)},
        "fullDescription": {"text": cut(unlinked(rationale), LONGEST_TEXT)},
        "help": {
            "text": unlinked("\n\n".join(part for part in (rationale, remediation) if part)),
            "markdown": "\n\n".join([*_markdown(rationale), *_markdown(remediation)]),
        },
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {
            "tags": ["governance", *([inert(rule.pack)] if rule.pack else [])],
            "precision": "very-high",
            "problem.severity": _PROBLEM[rule.severity],
        },
    }


def cut(text: str, limit: int) -> str:
    """Give at most `limit` characters (UTF-16, as the services count) of `text`, with an ellipsis where it goes on."""
    encoded = text.encode("utf-16-le")
    if len(encoded) <= 2 * limit:
        return text
    return encoded[: 2 * (limit - 1)].decode("utf-16-le", "ignore") + "…"


def _markdown(text: str) -> list[str]:
    return [_passage(passage) for passage in passages(text)]


def _passage(passage: Passage) -> str:
    return "\n".join(fence(passage.lines)) if passage.snippet else escape(passage.lines[0])
