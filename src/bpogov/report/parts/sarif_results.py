"""The findings in a SARIF file, as its `result` objects (SARIF 2.1.0, section 3.27)."""

from collections.abc import Mapping, Sequence
from typing import Any

from bpogov.core.finding import Finding
from bpogov.core.location import Location
from bpogov.core.suppression import Suppression
from bpogov.report.safe.filenames import plain_name, uri
from bpogov.report.safe.inert import unlinked

ROOT = "%SRCROOT%"
"""The name of the folder that relative addresses start from."""


def result(finding: Finding, identity: str, index: Mapping[str, int]) -> dict[str, Any]:
    """Give one finding; `identity` tells it apart in this file, `index` is the number of each rule by id.

    Neither fingerprint depends on a line number, so that a service knows the finding again after an edit above it.
    """
    found: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "kind": "fail",
        "level": finding.severity.value,
        "message": {"text": _message(finding)},
        "locations": [location(finding.location)],
        "partialFingerprints": {
            "primaryLocationLineHash": identity,
            "bpogov/v1": finding.fingerprint or identity,
        },
        "properties": _properties(finding),
    }
    if finding.related:
        found["relatedLocations"] = [
            {"id": number} | location(place) for number, place in enumerate(finding.related, start=1)
        ]
    if finding.suppression:
        found["suppressions"] = [_suppression(finding.suppression)]
    return found


def location(place: Location) -> dict[str, Any]:
    """Give a place: its file and region, and the path of the value in the notation of bpogov."""
    found: dict[str, Any] = {"physicalLocation": {"artifactLocation": artifact(place.file), "region": _region(place)}}
    if place.path:
        found["logicalLocations"] = [{"fullyQualifiedName": place.path, "kind": "value"}]
    return found


def artifact(file: str) -> dict[str, str]:
    """Give the address of a file, from the root folder of the run where it lies below it."""
    address = uri(file)
    if address.startswith(("file:", "../")):
        return {"uri": address}
    return {"uri": address, "uriBaseId": ROOT}


def _region(place: Location) -> dict[str, int]:
    """The stretch of text; `endColumn` is one past the end. The start of the file where no place is known."""
    if place.span is None:
        return {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1}
    start, end = place.span.start, place.span.end
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}


def _message(finding: Finding) -> str:
    """The message as the first sentence, which services show alone, then the help, then links to the other places."""
    parts = [f"{finding.message}.", finding.help]
    if finding.also:
        parts.append(f"Also needed by {', '.join(finding.also)}.")
    texts = [unlinked(part) for part in parts if part]
    if finding.related:
        texts.append(f"See also {_links(finding.related)}.")
    return "\n".join(texts)


def _links(places: Sequence[Location]) -> str:
    """Links to related locations by their numbers; square brackets in the text of a link are escaped."""
    texts = [
        unlinked(plain_name(place.file)) + (f", line {place.span.start.line}" if place.span else "") for place in places
    ]
    escaped = [text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]") for text in texts]
    return "; ".join(f"[{text}]({number})" for number, text in enumerate(escaped, start=1))


def _properties(finding: Finding) -> dict[str, Any]:
    found: dict[str, Any] = {"blocking": finding.blocking}
    if finding.assertion:
        found["assertion"] = finding.assertion
    if finding.also:
        found["also"] = list(finding.also)
    if finding.acts:
        found["acts"] = finding.acts
    return found


def _suppression(suppression: Suppression) -> dict[str, Any]:
    words = {
        "kind": suppression.kind.value,
        "approvedBy": suppression.approved_by,
        "until": suppression.until,
        "ticket": suppression.ticket,
    }
    return {
        "kind": "external",
        "status": "accepted",
        "justification": suppression.reason,
        "location": {"physicalLocation": {"artifactLocation": artifact(suppression.file)}},
        "properties": {key: word for key, word in words.items() if word},
    }
