"""Checking engagements against policies: the main job, from paths to a report."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path as FilePath

from bpogov.core.errors import UsageError
from bpogov.core.finding import Finding, Notification
from bpogov.core.fingerprint import fingerprinted
from bpogov.core.report import EngagementResult, OpenQuestion, Report, RuleText
from bpogov.core.severity import Severity
from bpogov.engine.compile import compile_policy
from bpogov.engine.evaluate import evaluate
from bpogov.engine.program import CompiledPolicy
from bpogov.model.engagement import Engagement
from bpogov.model.problems import PROBLEMS as MODEL_PROBLEMS
from bpogov.model.validate import validate
from bpogov.policy.load import load_policy_set
from bpogov.policy.policyset import PolicySet
from bpogov.runs.identity import same_ids
from bpogov.runs.selection import select
from bpogov.runs.today import date_of_check
from bpogov.runs.verdict import verdict
from bpogov.source.discover import discover, read
from bpogov.source.document import Document
from bpogov.source.load import load
from bpogov.source.problems import PROBLEMS as SOURCE_PROBLEMS
from bpogov.values import holidays, timezone
from bpogov.version import VERSION

GATES = ("local",)
LIMITS = (*(severity.value for severity in Severity), "never")


@dataclass(frozen=True, slots=True)
class CheckRequest:
    """What is to be checked, and how.

    `paths` are files and folders (none: what the configuration names); `stdin` the bytes of standard input where it is
    to be checked, under the name `stdin_filename`; `today` a date in ISO 8601 or None for the day of the check;
    `fail_on` a severity or `never`; `select` and `ignore` are ids, prefixes of ids or names of rules; `config` a
    configuration file or None for the nearest; `policies` a folder with further packs.
    """

    paths: tuple[str, ...] = ()
    stdin: bytes | None = None
    stdin_filename: str = "standard-input.yaml"
    today: str | None = None
    gate: str = "local"
    fail_on: str = "error"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    config: str | None = None
    policies: str | None = None


def check(request: CheckRequest) -> Report:
    """Check engagements and report on them.

    Raises PolicyError before any engagement is read where a rule, a pack or a configuration is broken, and UsageError
    where what was asked for cannot be done; everything else, broken engagement files included, is in the report.
    """
    _require_known(request)
    policy = load_policy_set(request.config, request.policies)
    today = date_of_check(request.today, policy.configuration.timezone)
    compiled = select(compile_policy(policy), request.select, request.ignore)
    notifications = list(policy.notifications)
    documents = _documents(request, policy, notifications)
    engagements = [validate(document) for document in documents]
    twins = same_ids(engagements)
    results = []
    for engagement in engagements:
        result, said = _check_one(compiled, engagement, today, twins.get(engagement.document.file, ()))
        results.append(result)
        notifications.extend(said)
    return Report(
        today=today,
        engagements=tuple(results),
        rules=_texts(compiled, policy),
        notifications=tuple(sorted(notifications, key=lambda notification: notification.order)),
        verdict=verdict(request.gate, request.fail_on, results, notifications),
        policy_digest=policy.digest,
        versions={"bpogov": VERSION, "tzdata": timezone.version(), "holidays": holidays.version()},
    )


def _require_known(request: CheckRequest) -> None:
    if request.gate not in GATES:
        raise UsageError(f'There is no gate "{request.gate}"', f"gates: {', '.join(GATES)}")
    if request.fail_on not in LIMITS:
        raise UsageError(f'"{request.fail_on}" is no limit for findings', f"limits: {', '.join(LIMITS)}")


def _documents(request: CheckRequest, policy: PolicySet, notifications: list[Notification]) -> list[Document]:
    """Load every file; one that cannot be opened is an error of the run, but the others are still checked.

    Standard input stands for the file of its name: an editor sends what is not saved yet.
    """
    documents = []
    if request.stdin is not None:
        documents.append(load(request.stdin, request.stdin_filename))
    if request.paths or request.stdin is None:
        configuration = policy.configuration
        for file in discover(request.paths, configuration.engagements, FilePath(configuration.root)):
            if request.stdin is not None and file == request.stdin_filename:
                continue
            try:
                documents.append(load(read(file), file))
            except UsageError as error:
                notifications.extend(error.problems)
    return documents


def _check_one(
    compiled: CompiledPolicy, engagement: Engagement, today: str, twins: Iterable[Finding]
) -> tuple[EngagementResult, tuple[Notification, ...]]:
    evaluation = evaluate(compiled, engagement, today)
    document = engagement.document
    findings = (*document.findings, *engagement.findings, *twins, *evaluation.findings)
    result = EngagementResult(
        file=document.file,
        digest=document.digest,
        id=engagement.id,
        title=engagement.title,
        status=engagement.status.value if engagement.status else "",
        tier=engagement.tier.value if engagement.status else "",
        results=evaluation.results,
        findings=fingerprinted(sorted(findings, key=lambda one: one.order), engagement.id or document.file),
        open_questions=tuple(_open_question(engagement, path) for path in engagement.unknown),
    )
    return result, evaluation.notifications


def _open_question(engagement: Engagement, path: tuple[str | int, ...]) -> OpenQuestion:
    span = engagement.document.span(engagement.origin(path))
    return OpenQuestion(engagement.show(path), span.start.line if span else 1)


def _texts(compiled: CompiledPolicy, policy: PolicySet) -> dict[str, RuleText]:
    """The texts of every rule that may appear in the report, by id."""
    texts = {**SOURCE_PROBLEMS, **MODEL_PROBLEMS}
    checked = {rule.id for rule in compiled.rules}
    for bound in policy.rules:
        form = bound.rule.form
        if bound.id in checked:
            texts[bound.id] = RuleText(
                id=form.id,
                name=form.name,
                title=form.title,
                severity=form.severity,
                rationale=form.rationale,
                remediation=form.remediation,
                pack=bound.rule.pack,
            )
    return dict(sorted(texts.items()))
