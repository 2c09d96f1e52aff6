"""The record of what a gate said about one engagement: an in-toto Statement v1 about a test result.

The predicate is `https://in-toto.io/attestation/test-result/v0.1`: its `configuration` names every file that influenced
the verdict, with its digest, and its field `bpogov` holds what the vocabulary of in-toto has no name for.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from bpogov.core.errors import UsageError
from bpogov.core.outcome import Outcome
from bpogov.core.report import EngagementResult, Input, Report
from bpogov.core.suppression import WaiverState, WaiverUse

STATEMENT_TYPE = "https://in-toto.io/Statement/v1"
PREDICATE_TYPE = "https://in-toto.io/attestation/test-result/v0.1"

PASSED, WARNED, FAILED = "PASSED", "WARNED", "FAILED"
PACK_FOLDER = "pack-folder"

_IN_FORCE = {WaiverState.ACTIVE, WaiverState.ENDS_SOON}

Statement = dict[str, Any]
"""A statement as plain data."""

Named = Callable[[str], str]
"""Gives the name that a file has in records, the same whatever way it was asked for."""


def statement(report: Report, engagement: EngagementResult, time: str, named: Named) -> Statement:
    """Give the record of one engagement of a run; `time` is when it was made (UTC, RFC 3339).

    Raises UsageError where a file that counts has a name that cannot be written down.
    """
    counted = _counted(report, engagement)
    _require_names((engagement.file, *(one.name for one in counted)))
    passed = [one.rule for one in engagement.results if one.outcome is Outcome.PASS]
    warned, failed = _not_passed(engagement)
    predicate = {
        "result": _result(report, engagement, warned),
        "configuration": [*_folders(counted, named), *(_resource(one, named) for one in counted)],
        "passedTests": passed,
        "warnedTests": warned,
        "failedTests": failed,
        "bpogov": _extension(report, engagement, time, named),
    }
    return {
        "_type": STATEMENT_TYPE,
        "subject": [{"name": named(engagement.file), "digest": {"sha256": _hex(engagement.digest)}}],
        "predicateType": PREDICATE_TYPE,
        "predicate": predicate,
    }


def payload(data: Statement) -> bytes:
    """Give the bytes of a statement: JSON in ASCII, in the order in which it was made."""
    return json.dumps(data, separators=(",", ":"), allow_nan=False).encode()


def dir_hash(files: Iterable[tuple[str, str]]) -> str:
    """Give the digest `dirHash` of in-toto over files, given as name and SHA-256 in hexadecimal digits.

    It is the SHA-256 of what `sha256sum` prints for the files in the order of their names as bytes. Names must not
    hold a line end.
    """
    lines = sorted((name.encode("utf-8", "surrogateescape"), digest.encode()) for name, digest in files)
    return hashlib.sha256(b"".join(b"%s  %s\n" % (digest, name) for name, digest in lines)).hexdigest()


def _counted(report: Report, engagement: EngagementResult) -> list[Input]:
    """The files that influenced the verdict about this engagement: not its neighbours, nor their waivers."""
    return [one for one in report.inputs if one.kind != "engagement" and not _elsewhere(one, report, engagement)]


def _elsewhere(one: Input, report: Report, engagement: EngagementResult) -> bool:
    """Whether a file holds a waiver of another engagement; one that names none readably may be meant for any."""
    named = {use.engagement for use in report.waivers if use.location.file == one.name}
    return one.kind == "waiver" and bool(named) and not named & {engagement.id, ""}


def _require_names(names: Iterable[str]) -> None:
    for name in names:
        if not name.isprintable():
            message = f"The file {json.dumps(name)} has a name with a line end or another sign that cannot be shown"
            raise UsageError(message, "give the file a plain name: evidence has to name every file that counted")


def _resource(one: Input, named: Named) -> dict[str, Any]:
    return {"name": named(one.name), "digest": {"sha256": _hex(one.digest)}, "annotations": {"kind": one.kind}}


def _folders(counted: Sequence[Input], named: Named) -> list[dict[str, Any]]:
    """The folder of each pack, over its manifest and its rules."""
    folders = []
    for manifest in (one for one in counted if one.kind == "pack"):
        folder, _, _ = manifest.name.rpartition("/")
        start = f"{folder}/" if folder else ""
        inside = [one for one in counted if one is manifest or (one.kind == "rule" and one.name.startswith(start))]
        digest = dir_hash((one.name.removeprefix(start), _hex(one.digest)) for one in inside)
        entry = {"name": named(folder or "."), "digest": {"dirHash": digest}, "annotations": {"kind": PACK_FOLDER}}
        folders.append(entry)
    return folders


def _not_passed(engagement: EngagementResult) -> tuple[list[str], list[str]]:
    """The rules with findings that count for less than the gate, and those that failed it."""
    blocking = {finding.rule for finding in engagement.findings if finding.blocking}
    broken = {one.rule for one in engagement.results if one.outcome is Outcome.FAIL}
    found = broken | {finding.rule for finding in engagement.findings}
    return sorted(found - blocking), sorted(blocking)


def _result(report: Report, engagement: EngagementResult, warned: Sequence[str]) -> str:
    """FAILED where something about this engagement keeps the gate shut, PASSED only where nothing at all was found.

    A gate that did not open is never a pass, should nothing in the report say why.
    """
    files = {one.name for one in _counted(report, engagement)}
    of_waivers = [finding.location.file for finding in report.waiver_findings if finding.blocking]
    explained = of_waivers or any(_keeps_shut(report, one) for one in report.engagements)
    if _keeps_shut(report, engagement) or not files.isdisjoint(of_waivers):
        return FAILED
    if not (report.verdict.passed or explained):
        return FAILED
    return WARNED if warned or _unsettled(engagement) else PASSED


def _keeps_shut(report: Report, engagement: EngagementResult) -> bool:
    """Whether an engagement keeps the gate shut: with a finding, or with what nobody knows where that blocks."""
    open_ = report.verdict.unknown_blocks and _unsettled(engagement)
    return open_ or any(finding.blocking for finding in engagement.findings)


def _unsettled(engagement: EngagementResult) -> bool:
    return bool(engagement.open_questions or _rules(engagement, Outcome.NOT_CHECKED, Outcome.ERROR))


def _extension(report: Report, engagement: EngagementResult, time: str, named: Named) -> dict[str, Any]:
    verdict = report.verdict
    warned, failed = _not_passed(engagement)
    passed = _rules(engagement, Outcome.PASS)
    not_applicable = _rules(engagement, Outcome.NOT_APPLICABLE)
    not_checked = _rules(engagement, Outcome.NOT_CHECKED, Outcome.ERROR)
    return {
        "tool": "bpogov",
        "version": report.versions.get("bpogov", ""),
        "data": {name: report.versions[name] for name in sorted(report.versions) if name != "bpogov"},
        "time": time,
        "today": report.today,
        "gate": verdict.gate,
        "failOn": verdict.fail_on,
        "asStatus": verdict.as_status,
        "engagement": {"id": engagement.id, "status": engagement.status, "tier": engagement.tier},
        "policyDigest": report.policy_digest,
        "notApplicable": not_applicable,
        "notChecked": not_checked,
        "counts": {
            "passed": len(passed),
            "warned": len(warned),
            "failed": len(failed),
            "notApplicable": len(not_applicable),
            "notChecked": len(not_checked),
        },
        "openQuestions": [question.path for question in engagement.open_questions],
        "waivers": [_waiver(use, named) for use in report.waivers if _holds(use, engagement)],
    }


def _rules(engagement: EngagementResult, *outcomes: Outcome) -> list[str]:
    return [one.rule for one in engagement.results if one.outcome in outcomes]


def _holds(use: WaiverUse, engagement: EngagementResult) -> bool:
    return use.state in _IN_FORCE and use.engagement == engagement.id


def _waiver(use: WaiverUse, named: Named) -> dict[str, Any]:
    return {
        "rule": use.rule,
        "at": use.at,
        "reason": use.reason,
        "requestedBy": use.requested_by,
        "approvedBy": use.approved_by,
        "role": use.role,
        "from": use.start,
        "until": use.until,
        "ticket": use.ticket,
        "file": named(use.location.file),
    }


def _hex(digest: str) -> str:
    return digest.removeprefix("sha256:")
