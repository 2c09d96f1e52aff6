"""One gap, one finding: what needs the same missing part is told once, on that part."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

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
    for failure in failures:
        gap = _gap(engagement, failure.path)
        if gap is None:
            findings.append(finding_of(engagement, failure))
        else:
            gaps.setdefault(gap, []).append(failure)
    for gap, together in gaps.items():
        together.sort(key=lambda failure: (failure.severity.rank, failure.path != gap, failure.rule))
        lead = together[0]
        if len(together) > 1 and lead.path != gap:
            lead = replace(lead, message=f'{lead.message}: "{_named(engagement, gap)}" is missing altogether')
        path = lead.path if len(together) == 1 else gap
        findings.append(finding_of(engagement, replace(lead, path=path), together[1:]))
    return tuple(sorted(findings, key=lambda finding: finding.order))


def _gap(engagement: Engagement, path: Path) -> Path | None:
    """The part nearest to the root that is missing on the way to a place, or None where the place exists."""
    for length in range(1, len(path) + 1):
        if not exists(engagement.facts, path[:length]):
            return path[:length]
    return None


def _named(engagement: Engagement, gap: Path) -> str:
    return engagement.show(gap).removeprefix("$.")


def finding_of(engagement: Engagement, failure: Failure, others: Sequence[Failure] = ()) -> Finding:
    """Make a finding of one failure, in which `others` are folded."""
    return Finding(
        rule=failure.rule,
        severity=failure.severity,
        message=failure.message,
        location=engagement.locate(failure.path),
        help=failure.help,
        assertion=failure.assertion,
        fingerprint=failure.fingerprint,
        acts=failure.acts,
        later=min((failure.later, *(other.later for other in others)), key=lambda severity: severity.rank),
        also=tuple(sorted({other.rule for other in others} - {failure.rule})),
    )
