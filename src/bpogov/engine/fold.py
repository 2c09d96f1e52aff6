"""One gap, one finding: what needs the same missing part is told once, on that part."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count

from bpogov.core.finding import Finding
from bpogov.core.location import Path
from bpogov.engine.record import Failure
from bpogov.engine.running import exists
from bpogov.model.engagement import Engagement


def fold(engagement: Engagement, failures: Iterable[Failure]) -> tuple[Finding, ...]:
    """Make findings of failures, sorted by place. Failures that need the same missing part become one.

    The most severe leads (among equals one that speaks of the whole gap, then the lowest rule id), and the others are
    named in it; a gap is told at the part nearest to the root that is missing.
    """
    gaps: dict[Path, list[Failure]] = {}
    findings: list[Finding] = []
    taken: dict[str, count[int]] = {}
    for failure in failures:
        gap = _gap(engagement, failure.path)
        if gap is None:
            findings.append(_finding(engagement, failure, failure.path, (), taken))
        else:
            gaps.setdefault(gap, []).append(failure)
    for gap, together in gaps.items():
        together.sort(key=lambda failure: (failure.severity.rank, failure.path != gap, failure.rule))
        lead = together[0]
        if len(together) > 1 and lead.path != gap:
            lead = replace(lead, message=f'"{_named(engagement, gap)}" is missing: {_inside_sentence(lead.message)}')
        path = lead.path if len(together) == 1 else gap
        findings.append(_finding(engagement, lead, path, together[1:], taken))
    return tuple(sorted(findings, key=lambda finding: finding.order))


def _gap(engagement: Engagement, path: Path) -> Path | None:
    """The part nearest to the root that is missing on the way to a place, or None where the place exists."""
    for length in range(1, len(path) + 1):
        if not exists(engagement.facts, path[:length]):
            return path[:length]
    return None


def _named(engagement: Engagement, gap: Path) -> str:
    return engagement.show(gap).removeprefix("$.")


def _inside_sentence(message: str) -> str:
    """A sentence as the second half of another; a first word in capitals (a name, SLA) stays as it is."""
    return message if message[1:2].isupper() else message[:1].lower() + message[1:]


def _finding(
    engagement: Engagement, failure: Failure, path: Path, others: Sequence[Failure], taken: dict[str, "count[int]"]
) -> Finding:
    shown = engagement.show(path)
    identity = engagement.id or engagement.document.file
    print_ = _fingerprint(failure.rule, failure.assertion, identity, shown)
    number = next(taken.setdefault(print_, count()))
    return Finding(
        rule=failure.rule,
        severity=failure.severity,
        message=failure.message,
        location=engagement.locate(path),
        help=failure.help,
        assertion=failure.assertion,
        also=tuple(sorted({other.rule for other in others} - {failure.rule})),
        fingerprint=print_ if number == 0 else _fingerprint(print_, str(number)),
    )


def _fingerprint(*parts: str) -> str:
    """SHA-256 over rule, assertion, engagement and path, shortened to 128 bits: no line number, no wording."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]
