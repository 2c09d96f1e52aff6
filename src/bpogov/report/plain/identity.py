"""What tells the findings of one report apart, for programs that keep one entry for each."""

import hashlib
from collections.abc import Iterable

from bpogov.core.finding import Finding


def identities(findings: Iterable[Finding]) -> tuple[str, ...]:
    """Give one text for each finding, in their order, no two of them equal: the fingerprint wherever that is unique.

    Two files that claim the same engagement id share fingerprints, and programs would show one finding for both; all
    but the first then also depend on the name of the file. No line number and no wording goes into any of them.
    """
    taken: set[str] = set()
    numbers: dict[tuple[str, str], int] = {}
    return tuple(_unique(finding, taken, numbers) for finding in findings)


def _unique(finding: Finding, taken: set[str], numbers: dict[tuple[str, str], int]) -> str:
    place = finding.location
    first = finding.fingerprint or _hash(finding.rule, finding.assertion, place.file, place.path)
    found = first
    while found in taken:
        number = numbers.get((first, place.file), 0)
        numbers[first, place.file] = number + 1
        found = _hash(first, place.file, str(number))
    taken.add(found)
    return found


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
