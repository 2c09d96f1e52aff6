"""A new waiver from a finding: the rule, the place and the value are known, people and reasons are not."""

from collections.abc import Sequence

from bpogov.core.errors import UsageError
from bpogov.core.outcome import Outcome
from bpogov.core.suggest import closest
from bpogov.engine.judging.fold import Found
from bpogov.model.engagement import Engagement
from bpogov.policy.policyset import BoundRule, PolicySet
from bpogov.runs.beginning.scaffold import write_new
from bpogov.runs.look import Look, look
from bpogov.runs.request import CheckRequest
from bpogov.waiver.draft import Subject, draft
from bpogov.waiver.standing import standing


def new_waiver(rule: str, at: str | None, folder: str, request: CheckRequest) -> tuple[str, ...]:
    """Write a waiver for a finding of `rule` in the one engagement of `request` into `folder`; give the files written.

    `at` names the place where the rule finds several things wrong. Raises UsageError where there is no such rule or
    finding, where it may not be waived, or the file exists.
    """
    run = look(request)
    engagement, failures = _checked(run, ", ".join(request.paths))
    bound = _waivable(rule, run.policy)
    _require_judged(bound.id, run)
    failure = _chosen(bound.id, engagement, [one for one in failures if one.rule == bound.id], at)
    value = standing(engagement.document, engagement.origin(failure.path))
    place = engagement.show(failure.path)
    subject = Subject(_part(bound, failure), engagement.id, place, value, failure.message)
    name = _name(engagement, bound, failure, failures)
    return write_new({f"{folder}/{name}.yaml": draft(subject, run.today, run.policy.terms)})


def _checked(run: Look, file: str) -> tuple[Engagement, tuple[Found, ...]]:
    """The one engagement of the run, with what nothing accepts yet."""
    if len(run.checked.engagements) != 1:
        raise UsageError(f'"{file}" is not one engagement', "name the file of one engagement")
    if not run.checked.engagements[0].id:
        raise UsageError(f'"{file}" has no id that can be read, so a waiver cannot name it', "mend the file first")
    return run.checked.files.engagement(run.checked.engagements[0]), run.settled.failures[0]


def _require_judged(rule: str, run: Look) -> None:
    for result in run.checked.engagements[0].results:
        if result.rule == rule and result.outcome in (Outcome.NOT_CHECKED, Outcome.ERROR):
            raise UsageError(f"{rule} could not be checked: {result.reason}", "mend that first")


def _waivable(rule: str, policy: PolicySet) -> BoundRule:
    for bound in policy.rules:
        if rule.upper() == bound.id or rule == bound.facts.name:
            if bound.locked_by:
                message = f"{bound.id} may not be waived, because {bound.locked_by} locks it"
                raise UsageError(message, f"keep the rule, or ask those who own {bound.locked_by}")
            if not bound.facts.can_be_waived:
                raise UsageError(f"{bound.id} may not be waived: the rule says so", "keep the rule")
            return bound
    near = closest(rule, [name for bound in policy.rules for name in (bound.id, bound.facts.name)])
    help_ = f'did you mean "{near}"?' if near else "`bpogov rules` lists the rules"
    raise UsageError(f'No configured pack has a rule "{rule}"', help_, "unknown-rule")


def _chosen(rule: str, engagement: Engagement, failures: Sequence[Found], at: str | None) -> Found:
    file = engagement.document.file
    if not failures:
        message = f"{rule} finds nothing wrong in {file} that is not waived already, so there is nothing to waive"
        raise UsageError(message, f"bpogov check {file} --select {rule} shows what it finds")
    places = [engagement.show(failure.path) for failure in failures]
    if at is not None and at not in places:
        near = closest(at, places)
        help_ = f'did you mean "{near}"?' if near else f"it does at {', '.join(places)}"
        raise UsageError(f'{rule} finds nothing wrong at "{at}"', help_)
    if at is None and len(set(places)) > 1:
        message = f"{rule} finds {len(failures)} things wrong in {file}, but a waiver is about one place"
        raise UsageError(message, f"name one of them: {', '.join(f'--at {place}' for place in dict.fromkeys(places))}")
    return failures[places.index(at) if at is not None else 0]


def _part(bound: BoundRule, failure: Found) -> str:
    """The rule, with its part where it has several."""
    named = {part.id for part in bound.facts.parts if part.id}
    return f"{bound.id}/{failure.assertion}" if failure.assertion in named else bound.id


def _name(engagement: Engagement, bound: BoundRule, failure: Found, failures: Sequence[Found]) -> str:
    """A file name that says what is waived; with part of the fingerprint where the rule has several findings."""
    own = [one for one in failures if one.rule == bound.id]
    tail = f"-{failure.fingerprint[:8]}" if len(own) > 1 else ""
    return f"{engagement.id}-{bound.id.lower()}{tail}"
