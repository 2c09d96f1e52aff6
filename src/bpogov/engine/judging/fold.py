"""One gap, one finding: what needs the same missing part is told once, on that part."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from bpogov.core.finding import Finding
from bpogov.core.fingerprint import fingerprints
from bpogov.core.location import Location, Path
from bpogov.engine.judging.record import Failure
from bpogov.engine.judging.running import exists
from bpogov.model.engagement import Engagement


class Found(Struct, frozen=True, array_like=True):
    """A failure as the finding that it is by itself: all that a run needs of it, once the engagement is let go.

    `path` is the place in the facts, which may be missing. `gap` is then the part nearest to the root that is missing
    on the way there, and `around` where that would stand in the file; both are None where the place exists.
    """

    finding: Finding
    path: Path
    gap: Path | None = None
    around: Location | None = None

    @property
    def rule(self) -> str:
        """The id of the rule."""
        return self.finding.rule

    @property
    def assertion(self) -> str:
        """The part of the rule that failed, or empty."""
        return self.finding.assertion

    @property
    def message(self) -> str:
        """What is wrong, in one sentence."""
        return self.finding.message

    @property
    def fingerprint(self) -> str:
        """What identifies it across runs, also where several need the same missing part."""
        return self.finding.fingerprint


def placed(engagement: Engagement, failures: Sequence[Failure]) -> Iterator[Found]:
    """Give failures their places in the file and their fingerprints, in the same order."""
    places: dict[Path, Location] = {}

    def locate(path: Path) -> Location:  # several failures often need the same missing part
        if path not in places:
            places[path] = engagement.locate(path)
        return places[path]

    locations = [locate(failure.path) for failure in failures]
    parts = (
        (failure.rule, failure.assertion, location.path) for failure, location in zip(failures, locations, strict=True)
    )
    prints = fingerprints(parts, engagement.id or engagement.document.file)
    for failure, location, fingerprint in zip(failures, locations, prints, strict=True):
        finding = Finding(
            rule=failure.rule,
            severity=failure.severity,
            message=failure.message,
            location=location,
            help=failure.help,
            assertion=failure.assertion,
            fingerprint=fingerprint,
            acts=failure.acts,
            later=failure.later,
        )
        gap = _gap(engagement, failure.path)
        yield Found(finding, failure.path, gap, None if gap is None else locate(gap))


def _gap(engagement: Engagement, path: Path) -> Path | None:
    """The part nearest to the root that is missing on the way to a place, or None where the place exists."""
    for length in range(1, len(path) + 1):
        if not exists(engagement.facts, path[:length]):
            return path[:length]
    return None


def fold(found: Iterable[Found]) -> tuple[Finding, ...]:
    """Make findings of failures of one engagement, sorted by place. Those that need the same missing part become one.

    The most severe leads (among equals one that speaks of the whole gap, then the lowest rule id), and the others are
    named in it; a gap is told at the part nearest to the root that is missing.
    """
    gaps: dict[Path, list[Found]] = {}
    findings: list[Finding] = []
    for one in found:
        if one.gap is None:
            findings.append(one.finding)
        else:
            gaps.setdefault(one.gap, []).append(one)
    findings += map(_together, gaps.values())
    return tuple(sorted(findings, key=lambda finding: finding.order))


def _together(failures: list[Found]) -> Finding:
    """The one finding about a gap."""
    lead, *others = sorted(failures, key=lambda one: (one.finding.severity.rank, one.path != one.gap, one.rule))
    if not others or lead.around is None:
        return lead.finding
    named = lead.around.path.removeprefix("$.")
    of_gap = lead.path == lead.gap
    severities = [one.finding.later for one in failures if one.finding.later]
    return replace(
        lead.finding,
        message=lead.message if of_gap else f'{lead.message}: "{named}" is missing altogether',
        location=lead.around,
        later=min(severities, key=lambda severity: severity.rank, default=None),
        also=tuple(sorted({one.rule for one in others} - {lead.rule})),
    )
