"""One rule on one engagement: from its status and condition to an outcome with its reason."""

from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from bpogov.core.location import Path
from bpogov.core.outcome import Outcome, RuleResult
from bpogov.core.severity import Severity
from bpogov.engine.judging.holes import Holes
from bpogov.engine.judging.record import Record, Stance
from bpogov.engine.judging.running import NOWHERE, EvaluationError, Runner, Scene, at, exists, scene_of
from bpogov.engine.judging.verdicts import not_at, not_met, nothing_there, passed
from bpogov.engine.program import Assertion, CompiledRule, Iteration, Need, Program
from bpogov.engine.reads import Read
from bpogov.model.describe import identity_of
from bpogov.model.engagement import Engagement
from bpogov.source.notation import Each, Steps, expand, parse, resolve


class Judge:
    """Judges one engagement by one rule; what is found on the way is in `record`."""

    def __init__(
        self, rule: CompiledRule, engagement: Engagement, stance: Stance, runner: Runner, found: Holes
    ) -> None:
        self.record = Record(rule, engagement, stance, runner, found)
        self._rule = rule
        self._engagement = engagement
        self._status = stance.status
        self._runner = runner
        self._holes = found

    def judge(self) -> RuleResult:
        """The outcome of the rule, and why."""
        elsewhere = not_at(self._rule, self._status)
        if elsewhere is not None:
            return elsewhere
        applies = self._applies()
        if applies is False and self._rule.when is not None:
            return not_met(self._rule, self._rule.when)
        empty = self._check() if applies else None
        if self.record.errors:
            return self._result(Outcome.ERROR, self.record.errors[0])
        if self.record.failures:
            return self._result(Outcome.FAIL, self.record.failures[0].message)
        if self.record.unchecked:
            return self._result(Outcome.NOT_CHECKED, self.record.unchecked[0])
        return empty or passed(self._rule)

    def _result(self, outcome: Outcome, reason: str) -> RuleResult:
        return RuleResult(self._rule.id, outcome, reason)

    def _applies(self) -> bool | None:
        """Whether the rule applies; None where that cannot be told."""
        when = self._rule.when
        if when is None:
            return True
        if self._blocked(when, None):
            return None
        try:
            return self._runner.truth(when, NOWHERE)
        except EvaluationError as error:
            self.record.break_off(error, None)
            return None

    def _check(self) -> RuleResult | None:
        iteration = self._rule.iteration
        if not self._needed(relative=False, item=None):
            return None
        if iteration is None:
            self._one(None, self._batch(1)[0])
            return None
        hole = self._holes.blocking([Read(iteration.path.pattern[:-1], deep=False)])
        if hole is not None:
            self.record.leave_out(hole)
        items = list(expand(iteration.path.steps, self._engagement.facts, identity_of))
        judged = self._each(iteration, items)
        return None if judged or hole is not None else self._on_empty(iteration)

    def _each(self, iteration: Iteration, items: list[Path]) -> int:
        """Judge every item, also where one of them cannot be; how many the rule looks at."""
        return sum(
            self._item(iteration, item, known) for item, known in zip(items, self._batch(len(items)), strict=True)
        )

    def _item(self, iteration: Iteration, item: Path, known: list[bool] | None) -> bool:
        """Judge one item; false where `where` leaves it out."""
        hole = self._holes.blocking([Read(item, deep=False)]) if self._holes else None
        if hole is not None:
            self.record.leave_out(hole)
            return True
        if iteration.where is not None and not self._blocked(iteration.where, item):
            try:
                if known == [] or (known is None and not self._runner.truth(iteration.where, scene_of(item))):
                    return False
            except EvaluationError as error:
                self.record.break_off(error, item)
                return True
        elif iteration.where is not None:
            return True
        if self._needed(relative=True, item=item):
            self._one(item, known)
        return True

    def _batch(self, places: int) -> list[list[bool] | None]:
        """For each place, the results of all assertions in one evaluation, or None where each has to be asked alone.

        That is so at every place where one result is an error, or neither true nor false.
        """
        alone: list[list[bool] | None] = [None] * places
        if self._rule.batch is None or not places:
            return alone
        try:
            value = self._runner.value(self._rule.batch, NOWHERE)
        except EvaluationError:
            return alone
        results: list[Any] = list(_flat(value, self._depth()))
        sound = len(results) == places and all(type(result) is bool for one in results for result in one)
        return results if sound else alone

    def _depth(self) -> int:
        """How many lists deep the results lie: an item of the innermost has its own."""
        iteration = self._rule.iteration
        return -1 if iteration is None else sum(1 for step in iteration.path.pattern if isinstance(step, int)) - 1

    def _on_empty(self, iteration: Iteration) -> RuleResult | None:
        if iteration.on_empty == "fail":
            steps = tuple(takewhile(lambda step: not isinstance(step, Each), iteration.path.steps.steps))
            title = self._rule.bound.facts.title
            self.record.gap(self._nearest(Steps("$", steps), None), title, NOWHERE)
        return nothing_there(self._rule, iteration)

    # one place

    def _needed(self, *, relative: bool, item: Path | None) -> bool:
        """Check the parts that must be there; false where one is missing or cannot be judged."""
        if not self._rule.needs:
            return True
        needs = [need for need in self._rule.needs if need.at.relative is relative]
        found = [self._has(need, item) for need in needs]  # every missing part is told, not only the first
        return all(found)

    def _has(self, need: Need, item: Path | None) -> bool:
        """Whether a part is there, at every place that its path means."""
        facts, steps = self._engagement.facts, need.at.steps
        paths = list(expand(steps, facts, identity_of, item or ()))
        missing = [(path, self._engagement.show(path)) for path in paths if not exists(facts, path)]
        if not paths and not any(isinstance(step, Each) for step in steps.steps):
            missing = [(self._nearest(steps, item), need.at.text)]  # an item that is called by its name
        for path, shown in missing:
            hole = self._holes.blocking([Read(path, deep=not exists(facts, path))])
            if hole is not None:
                self.record.leave_out(hole)
            else:
                self.record.miss(path, shown, need.message, scene_of(item))
        return not missing

    def _one(self, item: Path | None, known: list[bool] | None = None) -> None:
        if known is not None and all(known) and not self._holes:
            return  # most rules on most engagements: nothing to say, and nothing that keeps it from being true
        scene = scene_of(item)
        if self._rule.violations is not None:
            self._violations(self._rule.violations, None, None)
        elif self._rule.shape is not None:
            self._shape(item)
        for number, assertion in enumerate(self._rule.assertions):
            if self._status in assertion.statuses:
                self._assertion(assertion, item, scene, known=None if known is None else known[number])

    def _assertion(self, assertion: Assertion, item: Path | None, scene: Scene, *, known: bool | None) -> None:
        if self._blocked(assertion.that, item):
            return
        try:
            holds = self._runner.truth(assertion.that, scene) if known is None else known
        except EvaluationError as error:
            self.record.break_off(error, item)
            return
        told = not holds and assertion.each is not None and self._violations(assertion.each, assertion, item)
        if not holds and not told:
            path = self._nearest(assertion.at.steps, item)
            self.record.fail(assertion.id, path, assertion.message, assertion.help, scene_of(item))

    def _violations(self, program: Program, assertion: Assertion | None, item: Path | None) -> bool:
        """A finding for each violation that a program gives, for the rule or for one of its assertions.

        Tells whether anything was noted: a finding, or why there is none.
        """
        if self._blocked(program, item):
            return True
        try:
            found = self._runner.value(program, scene_of(item))
        except EvaluationError as error:
            self.record.break_off(error, item)
            return True
        violations = found if isinstance(found, list) else [found]
        for violation in violations:
            try:
                path = self._nearest(parse(violation["at"]), item)
                lighter = Severity(violation.get("severity", Severity.ERROR))
            except (KeyError, TypeError, AttributeError, ValueError):
                words = "a violation does not say in a readable way where it is, or how heavy"
                self.record.break_off(EvaluationError(program, words), item)
                continue
            told = assertion or self._rule
            name = assertion.id if assertion else str(violation.get("id", ""))
            self.record.fail(name, path, told.message or told.help, told.help, Scene(item, violation), lighter)
        return bool(violations)

    def _shape(self, item: Path | None) -> None:
        place = item if item is not None else ()
        if self._rule.at is not None:
            place = self._nearest(self._rule.at.steps, item)
        hole = self._holes.covering(place)
        if hole is not None:
            self.record.leave_out(hole)
            return
        value = at(self._engagement.facts, place)
        if value is None:
            self.record.miss(place, self._engagement.show(place), None, scene_of(item))
            return
        for inner, sentence in self._rule.shape.violations(value):
            message = self._rule.message or sentence
            self.record.fail(_assertion_of(inner), (*place, *inner), message, self._rule.help, scene_of(item))

    def _blocked(self, program: Program, item: Path | None) -> bool:
        hole = self._holes.blocking(program.reads, item)
        if hole is not None:
            self.record.leave_out(hole)
        return hole is not None

    def _nearest(self, steps: Steps, item: Path | None) -> Path:
        """The place of a finding; where a named item is missing or not the only one, the nearest place above it."""
        shorter = (Steps(steps.root, steps.steps[:length]) for length in range(len(steps.steps), -1, -1))
        found = (resolve(some, self._engagement.facts, identity_of, item or ()) for some in shorter)
        return next(path for path in found if path is not None)


def _assertion_of(path: Path) -> str:
    """The id of a schema's finding: the field that does not fit."""
    return next((step.replace("_", "-") for step in reversed(path) if isinstance(step, str)), "")


def _flat(results: Any, depth: int) -> Iterator[list[Any]]:
    if depth < 0:
        yield results
        return
    for inner in results:
        yield from _flat(inner, depth - 1)
