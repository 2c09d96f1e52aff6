"""The report as SARIF 2.1.0, within the limits of GitHub code scanning and Azure DevOps."""

from collections.abc import Sequence
from typing import Any

from bpogov.core.finding import Finding, Notification
from bpogov.core.report import EngagementResult, Report
from bpogov.core.severity import Severity
from bpogov.report.parts.sarif_automation import Automation
from bpogov.report.parts.sarif_results import ROOT, artifact, location, result
from bpogov.report.parts.sarif_rules import descriptor, rules_of
from bpogov.report.plain.data import dump, plain
from bpogov.report.plain.identity import identities
from bpogov.report.plain.tally import count, tally
from bpogov.report.plain.troubles import could_not_check, troubles
from bpogov.report.safe.inert import clean, unlinked

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

MOST_RESULTS = 25_000
"""GitHub refuses a file with more results."""

MOST_SHOWN = 5_000
"""GitHub shows as many of them, the most severe ones."""

_INFORMATION = "data:,%22bpogov%20explain%20RULE%22%20says%20what%20a%20rule%20asks%20for%2C%20and%20why"
"""Validators insist on a URI, and there is no page of the tool that could be promised: the URI holds the advice."""

_Found = tuple[Finding, str]


def render(report: Report, *, suppressed: bool = True, automation: Automation | None = None) -> str:
    """Give the report as JSON text in ASCII.

    `suppressed`: with the findings that a waiver or a baseline accepts; GitHub does not read that they are accepted and
    opens an alert for each, so that its uploads leave them out. `automation` names the job that made the file; without
    it, the runs of one gate count as repetitions of each other.
    """
    every = zip(report.findings, identities(report.findings), strict=True)
    found = [(finding, identity) for finding, identity in every if suppressed or finding.suppression is None]
    return dump(clean({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report, found, automation)]}))


def _run(report: Report, found: Sequence[_Found], automation: Automation | None) -> dict[str, Any]:
    kept = _heaviest(found)
    rules = rules_of(report.rules, (finding for finding, _ in kept))
    index = {rule: number for number, rule in enumerate(rules)}
    version = report.versions.get("bpogov", "")
    details = automation or Automation(f"bpogov/{report.verdict.gate}/")
    return {
        "tool": {
            "driver": {
                "name": "bpogov",
                "fullName": f"bpogov {version}, governance checks for outsourcing engagements",
                **({"semanticVersion": version} if version else {}),
                "informationUri": _INFORMATION,
                "rules": [descriptor(rule) for rule in rules.values()],
            }
        },
        "automationDetails": {"id": details.id} | ({"properties": dict(details.properties)} if automation else {}),
        "invocations": [_invocation(report, len(found))],
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder that bpogov was started in"}}},
        "artifacts": [_artifact(engagement) for engagement in report.engagements],
        "results": [result(finding, identity, index) for finding, identity in kept],
        "properties": _properties(report),
    }


def _heaviest(found: Sequence[_Found]) -> Sequence[_Found]:
    """As many as a file may hold, in their order: those that fail the gate, then by weight, accepted ones last."""
    if len(found) <= MOST_RESULTS:
        return found
    weights = [(not one.blocking, one.suppression is not None, one.severity.rank) for one, _ in found]
    chosen = sorted(range(len(found)), key=weights.__getitem__)[:MOST_RESULTS]
    return [found[number] for number in sorted(chosen)]


def _invocation(report: Report, number: int) -> dict[str, Any]:
    said = dict.fromkeys((*troubles(report), *report.notifications, *_left_out(number)))
    return {
        "executionSuccessful": not could_not_check(report),
        "exitCode": report.verdict.exit_code,
        "exitCodeDescription": f"Gate {report.verdict.gate} {report.verdict.sentence}",
        "toolExecutionNotifications": [_notification(one) for one in said],
    }


def _left_out(number: int) -> list[Notification]:
    said = []
    if number > MOST_RESULTS:
        rest = count(number - MOST_RESULTS, "finding")
        message = f"{rest} of {number} are left out, the lightest ones, because a file may hold {MOST_RESULTS}"
        said.append(Notification(Severity.WARNING, "results-left-out", message))
    if number > MOST_SHOWN:
        message = f"GitHub shows only the {MOST_SHOWN} most severe of {min(number, MOST_RESULTS)} findings in this file"
        said.append(Notification(Severity.NOTE, "results-not-shown", message))
    return said


def _notification(said: Notification) -> dict[str, Any]:
    text = f"{said.message}.\n{said.help}" if said.help else f"{said.message}."
    found: dict[str, Any] = {
        "descriptor": {"id": said.code},
        "level": said.severity.value,
        "message": {"text": unlinked(text)},
    }
    if said.location:
        found["locations"] = [location(said.location)]
    return found


def _artifact(engagement: EngagementResult) -> dict[str, Any]:
    return {
        "location": artifact(engagement.file),
        "roles": ["analysisTarget"],
        "hashes": {"sha-256": engagement.digest.removeprefix("sha256:")},
    }


def _properties(report: Report) -> dict[str, Any]:
    counted = tally(report)
    return {
        "verdict": plain(report.verdict),
        "today": report.today,
        "policyDigest": report.policy_digest,
        "versions": plain(report.versions),
        "outcomes": dict(counted.outcomes),
        "openQuestions": counted.open_questions,
        "suppressed": counted.suppressed,
    }
