"""What waivers and the baseline do to the findings of a run: the one way for every command."""

import os
from collections.abc import Collection, Mapping
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from bpogov.core.errors import UsageError
from bpogov.core.finding import Finding, Notification
from bpogov.core.suppression import Suppression, WaiverUse
from bpogov.engine.judging.fold import Found, fold
from bpogov.policy.policyset import PolicySet
from bpogov.runs.looking.files import Checked
from bpogov.runs.looking.looked import Looked
from bpogov.source.discover import matches
from bpogov.source.document import Document
from bpogov.source.load import load
from bpogov.source.tree import WORKING_TREE, Tree

if TYPE_CHECKING:  # a run without exceptions does not wait for what reads them
    from bpogov.waiver.baseline import Accepted, Baseline
    from bpogov.waiver.judging import Case


class ExceptionFiles(Struct, frozen=True):
    """The files with exceptions that count in a run."""

    waivers: tuple[Document, ...] = ()
    baseline: "Baseline | None" = None

    @property
    def documents(self) -> tuple[tuple[str, Document], ...]:
        """Every file with its kind: `waiver` or `baseline`."""
        baseline = (("baseline", self.baseline.document),) if self.baseline else ()
        return (*(("waiver", document) for document in self.waivers), *baseline)


class Settled(Struct, frozen=True):
    """The findings of a run with what accepts them.

    `findings` has one entry per engagement: what counts, folded, and beside it what is accepted, each sorted by place.
    `failures` are those that nothing accepts, in the same order. `accepted` is what the baseline does, if there is one.
    """

    findings: tuple[tuple[Finding, ...], ...]
    failures: tuple[tuple[Found, ...], ...]
    uses: tuple[WaiverUse, ...] = ()
    waiver_findings: tuple[Finding, ...] = ()
    notifications: tuple[Notification, ...] = ()
    accepted: "Accepted | None" = None


def exception_files(
    policy: PolicySet,
    notifications: list[Notification],
    *,
    no_waivers: bool,
    baseline: str | None,
    tree: Tree = WORKING_TREE,
) -> ExceptionFiles:
    """Read the waiver files that the configuration means, and a baseline.

    A waiver file that cannot be opened is an error of the run, added to `notifications`. Raises UsageError and
    PolicyError where the baseline cannot be read: it was asked for by name.
    """
    documents = []
    for file in () if no_waivers else waiver_files(policy, tree):
        try:
            documents.append(load(tree.read(file), tree.named(file)))
        except UsageError as error:
            notifications.extend(error.problems)
    return ExceptionFiles(tuple(documents), None if baseline is None else _baseline(baseline, tree))


def _baseline(file: str, tree: Tree) -> "Baseline | None":
    from bpogov.policy.reading import raise_for
    from bpogov.waiver.baseline import read_baseline

    problems: list[Notification] = []
    read = read_baseline(load(tree.read(file), tree.named(file)), problems)
    raise_for(problems)
    return read


def waiver_files(policy: PolicySet, tree: Tree) -> list[str]:
    """The waiver files, as paths from the working directory, sorted; hidden ones do not count, as nobody sees them."""
    found = set()
    for pattern in policy.terms.files:
        folder = policy.ground.within(pattern.partition("*")[0].partition("?")[0].rpartition("/")[0])
        for name in tree.below(folder):
            file = os.path.normpath(f"{folder}/{name}").replace(os.sep, "/")
            hidden = any(part.startswith(".") for part in name.split("/"))
            if not hidden and matches(file, (pattern,), policy.ground.root):
                found.add(file)
    return sorted(found)


def settle(
    policy: PolicySet,
    files: ExceptionFiles,
    checked: Checked,
    today: str,
    *,
    whole: bool,
    named: Collection[str] = (),
) -> Settled:
    """Lay waivers, then the baseline, over what the rules found. `today` is a date in ISO 8601.

    `whole`: the run looks at every engagement that there is; otherwise waivers of other engagements are not judged,
    but for those in the files that are `named` (as paths without links). What is accepted is taken out before failures
    that need the same missing part become one, so that it never hides another.
    """
    if not files.waivers and files.baseline is None:
        return Settled(
            tuple(fold(looked.failures) for looked in checked.engagements),
            tuple(looked.failures for looked in checked.engagements),
        )
    return _laid_over(policy, files, checked, today, whole=whole, named=named)


def _laid_over(
    policy: PolicySet,
    files: ExceptionFiles,
    checked: Checked,
    today: str,
    *,
    whole: bool,
    named: Collection[str],
) -> Settled:
    from bpogov.waiver.applying import apply
    from bpogov.waiver.baseline import accept, firm_rules, remarks
    from bpogov.waiver.reading import read_waivers

    cases = cases_of(checked)
    asked = {one.file for one in files.waivers if os.path.realpath(one.file) in named}
    waived = apply(read_waivers(files.waivers, policy, policy.terms), cases, today, whole=whole, named=asked)
    suppressions = dict(waived.suppressions)
    known, said = None, list[Notification]()
    if files.baseline is not None:
        known = accept(files.baseline, cases, waived.suppressions, firm_rules(policy), whole=whole)
        said = remarks(files.baseline, known)
        suppressions |= known.suppressions
    return Settled(
        tuple(_findings(looked, suppressions) for looked in checked.engagements),
        tuple(_left(looked, suppressions) for looked in checked.engagements),
        waived.uses,
        waived.findings,
        tuple(said),
        known,
    )


def cases_of(checked: Checked) -> list["Case"]:
    """The engagements of a run, as waivers and baselines look at them."""
    from bpogov.waiver.judging import Case

    return [
        Case(looked.id, looked.file, looked.failures, looked.results, partial(checked.files.engagement, looked))
        for looked in checked.engagements
    ]


def _left(looked: Looked, suppressions: Mapping[str, Suppression]) -> tuple[Found, ...]:
    return tuple(failure for failure in looked.failures if failure.fingerprint not in suppressions)


def _findings(looked: Looked, suppressions: Mapping[str, Suppression]) -> tuple[Finding, ...]:
    accepted = (
        replace(failure.finding, suppression=suppressions[failure.fingerprint])
        for failure in looked.failures
        if failure.fingerprint in suppressions
    )
    counting = fold(_left(looked, suppressions))
    return tuple(sorted((*counting, *accepted), key=lambda finding: finding.order))
