"""The baseline: findings that were known when a check was introduced; it is meant to shrink, and never grows alone."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec import Struct, field

from bpogov.core.finding import Finding, Notification
from bpogov.core.outcome import Outcome
from bpogov.core.severity import Severity
from bpogov.core.suppression import Suppression, SuppressionKind
from bpogov.policy.policyset import PolicySet
from bpogov.policy.reading import read_document
from bpogov.source.data import Data
from bpogov.source.document import Document
from bpogov.source.written import as_yaml
from bpogov.waiver.form import BaselineEntry, BaselineFile
from bpogov.waiver.judging import Case
from bpogov.waiver.problems import NEVER_WAIVED

_HEAD = """\
# Findings that were known when this check was introduced: they do not count. Written by bpogov; it is meant to shrink.
apiVersion: bpogov/v1
kind: Baseline
"""

_REASON = "known when the check was introduced"


class Baseline(Struct, frozen=True):
    """A baseline file in its checked form."""

    entries: tuple[BaselineEntry, ...]
    document: Document


class Accepted(Struct, frozen=True):
    """What a baseline does in a run.

    `suppressions` are the failures that it accepts, by fingerprint; `gone` the entries that nothing fits any more;
    `refused` those that are about rules which may not be accepted.
    """

    suppressions: Mapping[str, Suppression] = field(default_factory=dict)
    gone: tuple[BaselineEntry, ...] = ()
    refused: tuple[BaselineEntry, ...] = ()


def read_baseline(document: Document, problems: list[Notification]) -> Baseline | None:
    """Read a baseline file. Mistakes are added to `problems`; the result is then None."""
    read = read_document(document, BaselineFile, problems)
    return Baseline(read.form.findings, document) if read else None


def firm_rules(policy: PolicySet) -> frozenset[str]:
    """The rules whose findings nothing accepts: locked ones, and those that say so."""
    return frozenset(one.id for one in policy.rules if one.locked_by or not one.facts.can_be_waived)


def may_be_accepted(rule: str, firm: Collection[str]) -> bool:
    """Whether a baseline may hold findings of a rule."""
    return rule not in firm and not rule.startswith(NEVER_WAIVED)


def accept(
    baseline: Baseline,
    cases: Sequence[Case],
    waived: Collection[str],
    firm: Collection[str],
    *,
    whole: bool,
) -> Accepted:
    """Find what the baseline knows among the failures; `waived` are the fingerprints that a waiver accepts already.

    An entry is gone when its rule was looked at on its engagement and found nothing of the kind, or when the
    engagement does not exist (`whole`: every engagement was looked at).
    """
    suppression = Suppression(SuppressionKind.BASELINE, baseline.document.file, _REASON)
    found = {
        (failure.fingerprint, failure.rule, case.name): failure.fingerprint
        for case in cases
        for failure in case.failures
    }
    suppressions, gone, refused = {}, [], []
    for entry in baseline.entries:
        fingerprint = found.get((entry.fingerprint, entry.rule, entry.engagement))
        if not may_be_accepted(entry.rule, firm):
            refused.append(entry)
        elif fingerprint is None:
            gone += [entry] if _was_looked_at(entry, cases, whole=whole) else []
        elif fingerprint not in waived:
            suppressions[fingerprint] = suppression
    return Accepted(suppressions, tuple(gone), tuple(refused))


def _was_looked_at(entry: BaselineEntry, cases: Sequence[Case], *, whole: bool) -> bool:
    own = [case for case in cases if case.name == entry.engagement]
    if not own:
        return whole and all(case.id for case in cases)
    unsure = (None, Outcome.NOT_CHECKED, Outcome.ERROR)
    return all(case.outcome(entry.rule) not in unsure for case in own)


def entry_of(engagement: str, finding: Finding) -> BaselineEntry:
    """The entry for a finding of an engagement."""
    return BaselineEntry(
        fingerprint=finding.fingerprint,
        rule=finding.rule,
        engagement=engagement,
        at=finding.location.path,
        message=finding.message,
    )


def write_baseline(entries: Iterable[BaselineEntry]) -> str:
    """The text of a baseline file: the same entries give the same bytes, whatever their order."""
    unique = {entry.fingerprint: entry for entry in entries}
    ordered = sorted(unique.values(), key=lambda one: (one.engagement, one.rule, one.at, one.fingerprint))
    findings: Data = [entry.model_dump(exclude_none=True) for entry in ordered]
    return _HEAD + as_yaml({"findings": findings})


def left_of(baseline: Baseline, accepted: Accepted) -> tuple[BaselineEntry, ...]:
    """What is left of a baseline without the entries that are gone or refused; nothing is added."""
    out = {entry.fingerprint for entry in (*accepted.gone, *accepted.refused)}
    return tuple(entry for entry in baseline.entries if entry.fingerprint not in out)


def remarks(baseline: Baseline, accepted: Accepted) -> list[Notification]:
    """What a run says of a baseline that could shrink, or that holds what may not be accepted."""
    file, place = baseline.document.file, baseline.document.locate(("findings",), "$.findings")
    said = []
    if accepted.gone:
        many = len(accepted.gone)
        what = "1 finding of the baseline is gone" if many == 1 else f"{many} findings of the baseline are gone"
        help_ = f'"bpogov baseline {file}" takes out what is gone'
        said.append(Notification(Severity.NOTE, "baseline-gone", what, place, help_))
    for rule in sorted({entry.rule for entry in accepted.refused}):
        message = f"Findings of {rule} may not be accepted, so what the baseline says of it does not count"
        help_ = f'"bpogov baseline {file}" takes it out'
        said.append(Notification(Severity.WARNING, "baseline-refused", message, place, help_))
    return said
