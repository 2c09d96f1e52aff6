"""A policy set on an engagement: the outcome of every rule, and every finding."""

from msgspec import Struct

from bpogov.core.finding import Finding, Notification
from bpogov.core.gate import LOCAL, Gate
from bpogov.core.outcome import Outcome, RuleResult
from bpogov.core.severity import Severity
from bpogov.engine.judging.fold import Found, fold, placed
from bpogov.engine.judging.glance import Sight, glance
from bpogov.engine.judging.holes import holes
from bpogov.engine.judging.judgement import Judge
from bpogov.engine.judging.record import Failure, Stance
from bpogov.engine.judging.running import Runner
from bpogov.engine.program import CompiledPolicy
from bpogov.model.engagement import Engagement


class Evaluation(Struct, frozen=True):
    """What the rules say of one engagement: a result per rule in the order of the policy set, and what they found."""

    results: tuple[RuleResult, ...]
    failures: tuple[Found, ...]
    notifications: tuple[Notification, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The failures as findings: those that need the same missing part are one."""
        return fold(self.failures)


def evaluate(
    compiled: CompiledPolicy, engagement: Engagement, today: str, gate: Gate = LOCAL, next_gate: Gate | None = None
) -> Evaluation:
    """Evaluate every rule on an engagement. `today` is a date in ISO 8601; nothing else comes from outside.

    Severities are those of `gate`; findings also say how heavy they are at `next_gate`, where there is one.
    A rule that cannot be evaluated has the outcome `error` and a notification that says which expression failed where;
    it never raises and is never a pass.
    """
    if engagement.status is None:
        reason = "the file does not say in a readable way what it is and where it stands"
        results = tuple(RuleResult(rule.id, Outcome.NOT_CHECKED, reason) for rule in compiled.rules)
        return Evaluation(results, (), ())
    runner = Runner(compiled, engagement, today)
    found = holes(engagement)
    stance = Stance.at(engagement.status, gate, next_gate)
    judged: list[RuleResult] = []
    failures: list[Failure] = []
    notifications: list[Notification] = []
    sight = Sight(engagement.facts, stance.status, runner, found)
    for rule in compiled.rules:
        seen = glance(rule, sight)
        if seen is not None:
            judged.append(seen)
            continue
        judge = Judge(rule, engagement, stance, runner, found)
        judged.append(judge.judge())
        failures.extend(judge.record.failures)
        notifications.extend(
            Notification(
                Severity.ERROR,
                "rule-error",
                f"{rule.id} could not be evaluated: {message}",
                engagement.locate(()),
                "mend the rule, or report it to those who own it",
            )
            for message in judge.record.errors
        )
        notifications.extend(
            Notification(Severity.WARNING, "message-error", text, engagement.locate(()))
            for text in judge.record.unfilled
        )
    return Evaluation(tuple(judged), tuple(placed(engagement, failures)), tuple(notifications))
