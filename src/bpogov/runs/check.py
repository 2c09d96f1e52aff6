"""Checking engagements against policies: the main job, from paths to a report."""

import os
from collections.abc import Iterable, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from bpogov.core.errors import UsageError
from bpogov.core.finding import Finding, Notification
from bpogov.core.fingerprint import fingerprinted
from bpogov.core.gate import LOCAL, Gate
from bpogov.core.report import EngagementResult, OpenQuestion, Report, RuleText
from bpogov.engine.evaluate import Evaluation, evaluate
from bpogov.engine.program import CompiledPolicy
from bpogov.engine.variant import Variants
from bpogov.model.engagement import Engagement
from bpogov.model.problems import PROBLEMS as MODEL_PROBLEMS
from bpogov.model.validate import validate
from bpogov.policy.policyset import PolicySet
from bpogov.runs.compiled import authored_policy, compiled_policy
from bpogov.runs.exceptions import Checked, ExceptionFiles, Settled, exception_files, settle
from bpogov.runs.gate import chosen, next_gate
from bpogov.runs.identity import same_ids
from bpogov.runs.inputs import inputs
from bpogov.runs.kinds import Others, Surroundings, apart, at_hand
from bpogov.runs.removed import removed
from bpogov.runs.selection import select
from bpogov.runs.standing import ahead
from bpogov.runs.today import date_of_check
from bpogov.runs.trusted import edits
from bpogov.runs.verdict import marked, verdict
from bpogov.runs.versions import versions
from bpogov.source.discover import discover, read
from bpogov.source.document import Document
from bpogov.source.load import load
from bpogov.source.problems import PROBLEMS as SOURCE_PROBLEMS
from bpogov.source.tree import WORKING_TREE, Revision, Tree
from bpogov.waiver.problems import PROBLEMS as WAIVER_PROBLEMS


class CheckRequest(Struct, frozen=True):
    """What is to be checked, and how.

    `paths` are files and folders (none: what the configuration names); `stdin` the bytes of standard input where it is
    to be checked, under the name `stdin_filename`; `today` a date in ISO 8601 or None for the day of the check;
    `fail_on` a severity or `never`, or None for what the gate says; `select` and `ignore` are ids, prefixes of ids or
    names of rules; `config` a configuration file or None for the nearest; `policies` a folder with further packs.
    `trust` is a git revision that everything but the engagements is taken from, or None for the working tree;
    `no_waivers` shows the world without waivers; `baseline` is a file with known findings. With `allow_empty` a search
    that finds no engagement is no error. With `every_kind` a file that is no engagement is checked as what it says
    that it is, otherwise it is a finding. `cache` is the folder where compiled policies are kept, or None.
    """

    paths: tuple[str, ...] = ()
    stdin: bytes | None = None
    stdin_filename: str = "standard-input.yaml"
    today: str | None = None
    gate: str = LOCAL.name
    fail_on: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    config: str | None = None
    policies: str | None = None
    trust: str | None = None
    removed_since: str | None = None
    no_waivers: bool = False
    baseline: str | None = None
    allow_empty: bool = False
    every_kind: bool = False
    cache: str | None = None

    @property
    def left_out(self) -> tuple[str, ...]:
        """The options that leave something out of the check, as they are written."""
        given = (
            ("--select", self.select),
            ("--ignore", self.ignore),
            ("--baseline", self.baseline),
            ("--allow-empty", self.allow_empty),
        )
        return tuple(name for name, value in given if value)


def check(request: CheckRequest) -> Report:
    """Check engagements and report on them.

    Raises PolicyError before any engagement is read where a rule, a pack or a configuration is broken, and UsageError
    where what was asked for cannot be done; everything else, broken engagement files included, is in the report.
    """
    if request.trust is None:
        return _judge(request, WORKING_TREE)
    with Revision(request.trust) as tree:
        report = _judge(request, tree)
    said = edits(report, lambda: _judge(request, WORKING_TREE), request.trust)
    return replace(report, notifications=_sorted((*report.notifications, *said)))


def _judge(request: CheckRequest, tree: Tree) -> Report:
    """Check by the policies that `tree` holds."""
    run = look(request, tree)
    twins = same_ids([engagement for engagement, _ in run.checked])
    results = []
    for (engagement, evaluation), findings in zip(run.checked, run.settled.findings, strict=True):
        following = next_gate(run.policy, run.gate, engagement.status)
        found = (*twins.get(engagement.document.file, ()), *findings)
        results.append(_result(engagement, evaluation, found, run, following))
    about_waivers = marked((*run.settled.waiver_findings, *run.others.findings), run.gate)
    return Report(
        today=run.today,
        engagements=tuple(results),
        rules=_texts(run.compiled, run.policy),
        notifications=_sorted(run.notifications),
        verdict=verdict(
            run.gate,
            results,
            run.notifications,
            about_waivers,
            others=run.others.words,
            may_be_empty=request.allow_empty,
        ),
        policy_digest=run.policy.digest,
        versions=versions(),
        waivers=run.settled.uses,
        waiver_findings=about_waivers,
        inputs=inputs(
            [engagement.document for engagement, _ in run.checked],
            run.policy,
            (*run.exceptions.documents, *(() if request.trust else run.others.documents)),
        ),
    )


class Look(Struct, frozen=True):
    """A run before its verdict: what counts, what was checked, what is accepted of it, and other files beside it."""

    policy: PolicySet
    compiled: CompiledPolicy
    gate: Gate
    today: str
    checked: tuple[Checked, ...]
    exceptions: ExceptionFiles
    settled: Settled
    others: Others
    notifications: tuple[Notification, ...]

    def about(self, id_: str) -> tuple[Finding, ...]:
        """The findings about waivers of an engagement; a file that names none readably may be meant for any."""
        owners = {use.location.file: use.engagement for use in self.settled.uses}
        return tuple(one for one in self.settled.waiver_findings if owners[one.location.file] in ("", id_))


def look(request: CheckRequest, tree: Tree = WORKING_TREE) -> Look:
    """Look at engagements by the policies, waivers and baseline that `tree` holds. Raises as `check` does."""
    here = at_hand(request.stdin, request.stdin_filename) if request.every_kind else WORKING_TREE
    tree = here if tree is WORKING_TREE else tree
    everything = compiled_policy(request.config, request.policies, tree, request.cache)
    policy = everything.policy
    authored = partial(authored_policy, request.config, request.policies, tree)
    gate = chosen(policy, request.gate, request.fail_on, request.left_out)
    today = date_of_check(request.today, policy.ground.timezone)
    compiled = select(everything, request.select, request.ignore)
    notifications = list(policy.notifications)
    exceptions = exception_files(
        policy, notifications, no_waivers=request.no_waivers, baseline=request.baseline, tree=tree
    )
    variants = Variants(compiled)
    checked = []
    documents = _documents(request, policy, notifications)
    engagements, others = apart(documents, policy, tree) if request.every_kind else (documents, [])
    for document in engagements:
        engagement = validate(document)
        following = next_gate(policy, gate, engagement.status)
        evaluation = evaluate(variants.of(document.file), engagement, today, gate, following)
        checked.append((engagement, evaluation))
        notifications.extend(evaluation.notifications)
    whole = not request.paths and request.stdin is None
    if whole:
        ids = {engagement.id for engagement, _ in checked}
        notifications.extend(removed(tree, request.removed_since, policy.ground, ids))
    named = {os.path.realpath(document.file) for document in others}
    settled = settle(policy, exceptions, checked, today, whole=whole, named=named)
    notifications.extend(settled.notifications)
    beside = _examined(others, Surroundings(policy, authored, here, today, exceptions, checked))
    notifications.extend(one for one in beside.notifications if one not in policy.notifications)
    return Look(policy, compiled, gate, today, tuple(checked), exceptions, settled, beside, tuple(notifications))


def _examined(documents: Sequence[Document], around: Surroundings) -> Others:
    """Check files that are no engagements. What the run itself has read is sound, or judged, already."""
    if not documents:
        return Others()
    from bpogov.runs.examining import examine  # imported here: a run without such files needs no form of a rule

    return examine(documents, around)


def _sorted(notifications: Iterable[Notification]) -> tuple[Notification, ...]:
    return tuple(sorted(notifications, key=lambda notification: notification.order))


def _documents(request: CheckRequest, policy: PolicySet, notifications: list[Notification]) -> list[Document]:
    """Load every file; one that cannot be opened is an error of the run, but the others are still checked.

    Standard input stands for the file of its name: an editor sends what is not saved yet.
    """
    documents = []
    if request.stdin is not None:
        documents.append(load(request.stdin, request.stdin_filename))
    if request.paths or request.stdin is None:
        ground = policy.ground
        for file in discover(request.paths, ground.engagements, ground.root, may_be_empty=request.allow_empty):
            if request.stdin is not None and file == request.stdin_filename:
                continue
            try:
                documents.append(load(read(file), file))
            except UsageError as error:
                notifications.extend(error.problems)
    return documents


def _result(
    engagement: Engagement, evaluation: Evaluation, more: Iterable[Finding], run: Look, following: Gate | None
) -> EngagementResult:
    document = engagement.document
    found = sorted((*document.findings, *engagement.findings, *more), key=lambda one: one.order)
    findings = marked(fingerprinted(found, engagement.id or document.file), run.gate)
    return EngagementResult(
        file=document.file,
        digest=document.digest,
        id=engagement.id,
        title=engagement.title,
        status=engagement.status.value if engagement.status else "",
        tier=engagement.tier.value if engagement.status else "",
        results=evaluation.results,
        findings=findings,
        open_questions=tuple(_open_question(engagement, path) for path in engagement.unknown),
        ahead=ahead(following, engagement, findings, run.about(engagement.id)) if following else None,
    )


def _open_question(engagement: Engagement, path: tuple[str | int, ...]) -> OpenQuestion:
    span = engagement.document.span(engagement.origin(path))
    return OpenQuestion(engagement.show(path), span.start.line if span else 1)


def _texts(compiled: CompiledPolicy, policy: PolicySet) -> dict[str, RuleText]:
    """The texts of every rule that may appear in the report, by id."""
    texts = {**SOURCE_PROBLEMS, **MODEL_PROBLEMS, **WAIVER_PROBLEMS}
    checked = {rule.id for rule in compiled.rules}
    for bound in policy.rules:
        facts = bound.facts
        if bound.id in checked:
            texts[bound.id] = RuleText(
                id=facts.id,
                name=facts.name,
                title=facts.title,
                severity=facts.severity,
                rationale=facts.rationale,
                remediation=facts.remediation,
                pack=facts.pack,
            )
    return dict(sorted(texts.items()))
