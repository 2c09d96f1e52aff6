"""What identifies a finding across runs: no line number, no wording."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from bpogov.core.finding import Finding


def fingerprinted(findings: Iterable[Finding], engagement: str) -> tuple[Finding, ...]:
    """Give the findings with their fingerprints, in the same order.

    SHA-256 over rule, assertion, engagement (its id; for a file without one, its path) and path, shortened to 128 bits.
    Findings that agree in all of these are numbered in their order.
    """
    seen: dict[tuple[str, ...], int] = {}
    done = []
    for finding in findings:
        parts = (finding.rule, finding.assertion, engagement, finding.location.path)
        number = seen.get(parts, 0)
        seen[parts] = number + 1
        text = "\0".join((*parts, *([str(number)] if number else [])))
        done.append(replace(finding, fingerprint=hashlib.sha256(text.encode()).hexdigest()[:32]))
    return tuple(done)
