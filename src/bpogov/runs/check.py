"""Checking engagements against policies: the main job, from paths to a report."""

from collections.abc import Iterable

from msgspec.structs import replace

from bpogov.core.finding import Finding, Notification
from bpogov.core.fingerprint import fingerprinted
from bpogov.core.report import EngagementResult, OpenQuestion, Report, RuleText
from bpogov.engine.program import CompiledPolicy
from bpogov.model.problems import PROBLEMS as MODEL_PROBLEMS
from bpogov.policy.policyset import PolicySet
from bpogov.runs.gate import next_gate
from bpogov.runs.identity import same_ids
from bpogov.runs.inputs import inputs
from bpogov.runs.look import Look, look
from bpogov.runs.looking.looked import Looked
from bpogov.runs.preparing.versions import versions
from bpogov.runs.request import CheckRequest
from bpogov.runs.standing import ahead
from bpogov.runs.trusted import edits
from bpogov.runs.verdict import marked, verdict
from bpogov.source.problems import PROBLEMS as SOURCE_PROBLEMS
from bpogov.source.tree import WORKING_TREE, Revision, Tree
from bpogov.waiver.problems import PROBLEMS as WAIVER_PROBLEMS


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
    twins = same_ids(run.checked)
    results = [
        _result(looked, (*fingerprinted(twins.get(looked.file, ()), looked.name), *findings), run)
        for looked, findings in zip(run.checked.engagements, run.settled.findings, strict=True)
    ]
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
            run.checked.engagements,
            run.policy,
            (*run.exceptions.documents, *(() if request.trust else run.others.documents)),
        ),
    )


def _sorted(notifications: Iterable[Notification]) -> tuple[Notification, ...]:
    return tuple(sorted(notifications, key=lambda notification: notification.order))


def _result(looked: Looked, more: Iterable[Finding], run: Look) -> EngagementResult:
    """What a report says of an engagement, with findings that are not about its text and structure."""
    following = next_gate(run.policy, run.gate, looked.status)
    findings = marked(sorted((*looked.findings, *more), key=lambda one: one.order), run.gate)
    return EngagementResult(
        file=looked.file,
        digest=looked.digest,
        id=looked.id,
        title=looked.title,
        status=looked.status.value if looked.status else "",
        tier=looked.tier,
        results=looked.results,
        findings=findings,
        open_questions=tuple(OpenQuestion(at.path, at.span.start.line if at.span else 1) for at in looked.unknown),
        ahead=ahead(following, looked, findings, run.about(looked.id)) if following else None,
    )


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
