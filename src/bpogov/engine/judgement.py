"""One rule on one engagement: from its status and condition to an outcome with its reason."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bpogov.core.location import Path
from bpogov.core.outcome import Outcome, RuleResult
from bpogov.core.severity import Severity
from bpogov.core.status import Status
from bpogov.engine import schemacheck
from bpogov.engine.holes import Hole, blocking, covers
from bpogov.engine.paths import RulePath
from bpogov.engine.program import Assertion, CompiledRule, Iteration, Program, Template
from bpogov.engine.running import EvaluationError, Runner, Scene, at, exists
from bpogov.engine.value import Read
from bpogov.model.describe import identity_of
from bpogov.model.engagement import Engagement
from bpogov.source.notation import NotationError, Steps, expand, parse, resolve


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that a rule found wrong: where in the facts (the place may be missing), how heavy, and the sentence."""

    rule: str
    assertion: str
    path: Path
    severity: Severity
    message: str
    help: str


class Judge:
    """Judges one engagement by one rule. `failures`, `errors` and `unfilled` messages are collected on the way."""

    def __init__(
        self, rule: CompiledRule, engagement: Engagement, status: Status, runner: Runner, found: tuple[Hole, ...]
    ) -> None:
        self.failures: list[Failure] = []
        self.errors: list[str] = []
        self.unfilled: list[str] = []
        self._rule = rule
        self._engagement = engagement
        self._status = status
        self._runner = runner
        self._holes = found
        self._unchecked: list[str] = []

    def judge(self) -> RuleResult:
        """The outcome of the rule, and why."""
        statuses = self._rule.bound.rule.form.statuses
        if self._status not in statuses:
            words = ", ".join(status.value for status in statuses)
            return self._result(Outcome.NOT_APPLICABLE, f"it applies to engagements that are {words}; this one is {self._status}")
        applies = self._applies()
        if applies is False:
            text = self._rule.when.text.strip() if self._rule.when else ""
            return self._result(Outcome.NOT_APPLICABLE, f"its condition is not met: {text}")
        empty = self._check() if applies else None
        if self.errors:
            return self._result(Outcome.ERROR, self.errors[0])
        if self.failures:
            return self._result(Outcome.FAIL, self.failures[0].message)
        if self._unchecked:
            return self._result(Outcome.NOT_CHECKED, self._unchecked[0])
        return empty or self._result(Outcome.PASS, "everything that it asks for is there")

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
            return self._runner.truth(when, self._runner.shared)
        except EvaluationError as error:
            self._fail_to_evaluate(error, None)
            return None

    def _check(self) -> RuleResult | None:
        iteration = self._rule.iteration
        if not self._needed(relative=False, item=None):
            return None
        if iteration is None:
            self._one(None)
            return None
        hole = blocking(self._holes, [Read(iteration.path.pattern[:-1], deep=False)])
        if hole is not None:
            self._not_checked(hole)
            return None
        items = list(expand(iteration.path.steps, self._engagement.facts, identity_of))
        return self._each(iteration, items)

    def _each(self, iteration: Iteration, items: list[Path]) -> RuleResult | None:
        judged = 0
        batch = self._batch(items)
        for number, item in enumerate(items):
            known = batch[number] if batch is not None else None
            judged += self._item(iteration, item, known)
        if judged:
            return None
        return self._on_empty(iteration)

    def _item(self, iteration: Iteration, item: Path, known: list[Any] | None) -> bool:
        """Judge one item; false where `where` leaves it out."""
        if iteration.where is not None and not self._blocked_quietly(iteration.where, item):
            try:
                if known == [] or (known is None and not self._runner.truth(iteration.where, self._scene(item))):
                    return False
            except EvaluationError as error:
                self._fail_to_evaluate(error, item)
                return True
        elif iteration.where is not None:
            self._blocked(iteration.where, item)
            return True
        if self._needed(relative=True, item=item):
            self._one(item, known)
        return True

    def _batch(self, items: list[Path]) -> list[list[Any]] | None:
        """The results of all assertions on all items in one evaluation, or None where one of them is an error."""
        if self._rule.batch is None or not self._rule.assertions or not items:
            return None
        program = self._rule.assertions[0].that
        try:
            results = self._runner.value_of(self._rule.batch, program, self._runner.shared)
        except EvaluationError:
            return None
        return list(_flat(results, self._depth()))

    def _depth(self) -> int:
        iteration = self._rule.iteration
        return 0 if iteration is None else sum(1 for step in iteration.path.pattern if isinstance(step, int)) - 1

    def _on_empty(self, iteration: Iteration) -> RuleResult | None:
        shown = iteration.path.text
        match iteration.on_empty:
            case "fail":
                path = resolve(Steps("$", iteration.path.steps.steps[:-1]), self._engagement.facts, identity_of) or ()
                self._add("", path, self._rule.bound.rule.form.title, self._rule.help, self._runner.shared)
                return None
            case "not-applicable":
                return self._result(Outcome.NOT_APPLICABLE, f"there is nothing that it looks at: {shown} is empty")
            case _:
                return self._result(Outcome.PASS, f"there is nothing that could be wrong: {shown} is empty")

    # one place

    def _needed(self, *, relative: bool, item: Path | None) -> bool:
        """Check the parts that must be there; false where one is missing or cannot be judged."""
        whole = True
        for need in self._rule.needs:
            if need.at.relative is not relative:
                continue
            for path in expand(need.at.steps, self._engagement.facts, identity_of, item or ()):
                hole = covers(path, self._holes) if not exists(self._engagement.facts, path) else None
                if hole is not None:
                    self._not_checked(hole)
                    whole = False
                elif not exists(self._engagement.facts, path):
                    self._add_missing(path, need.message, item)
                    whole = False
        return whole

    def _one(self, item: Path | None, known: list[Any] | None = None) -> None:
        scene = self._scene(item) if item is not None and known is None else self._runner.shared
        if self._rule.violations is not None:
            self._violations(self._rule.violations)
        elif self._rule.shape is not None:
            self._shape(item)
        for number, assertion in enumerate(self._rule.assertions):
            self._assertion(assertion, item, scene, None if known is None else known[number])

    def _assertion(self, assertion: Assertion, item: Path | None, scene: Scene, known: Any) -> None:
        if self._blocked(assertion.that, item):
            return
        try:
            holds = self._runner.truth(assertion.that, scene) if known is None else known is True
        except EvaluationError as error:
            self._fail_to_evaluate(error, item)
            return
        if not holds:
            path = self._resolve(assertion.at, item)
            self._add(assertion.id, path, assertion.message, assertion.help, self._scene(item))

    def _violations(self, program: Program) -> None:
        if self._blocked(program, None):
            return
        try:
            found = self._runner.value(program, self._runner.shared)
        except EvaluationError as error:
            self._fail_to_evaluate(error, None)
            return
        for violation in found if isinstance(found, list) else [found]:
            try:
                where = violation["at"] if isinstance(violation, dict) else None
                path = resolve(parse(str(where)), self._engagement.facts, identity_of)
            except (KeyError, NotationError):
                path = None
            if path is None:
                self._fail_to_evaluate(EvaluationError(program, "a violation does not say at which place it is"), None)
                continue
            message = self._rule.message or self._rule.help
            self._add("", path, message, self._rule.help, self._runner.scene(self._rule, None, violation))

    def _shape(self, item: Path | None) -> None:
        place = item if item is not None else ()
        if self._rule.at is not None:
            place = self._resolve(self._rule.at, item)
        hole = covers(place, self._holes)
        if hole is not None:
            self._not_checked(hole)
            return
        value = at(self._engagement.facts, place)
        if value is None:
            self._add_missing(place, None, item)
            return
        for inner, sentence in schemacheck.violations(self._rule.shape, value):
            message = self._rule.message or sentence
            self._add(_assertion_of(inner), (*place, *inner), message, self._rule.help, self._scene(item))

    # what is found

    def _add(self, assertion: str, path: Path, message: "Template | str", help_: Template, scene: Scene) -> None:
        bound = self._rule.bound
        known = {part.id for part in self._rule.assertions}
        severity = bound.severity(self._engagement.tier, self._status, assertion if assertion in known else "")
        sentence = message if isinstance(message, str) else self._filled(message, scene)
        self.failures.append(Failure(self._rule.id, assertion, path, severity, sentence, self._filled(help_, scene)))

    def _add_missing(self, path: Path, message: Template | None, item: Path | None) -> None:
        shown = self._engagement.show(path).removeprefix("$.")
        self._add("", path, message or f'"{shown}" is not filled in', self._rule.help, self._scene(item))

    def _filled(self, template: Template, scene: Scene) -> str:
        """A sentence; where a hole cannot be filled the title stands in, because words never change a verdict."""
        try:
            return self._runner.fill(template, scene)
        except EvaluationError as error:
            self.unfilled.append(
                f'The message of {self._rule.id} could not be made: "{error.program.text}" gave {_plain(error.words)}'
            )
            return self._rule.bound.rule.form.title

    def _fail_to_evaluate(self, error: EvaluationError, item: Path | None) -> None:
        where = f" on {self._engagement.show(item)}" if item else ""
        self.errors.append(
            f'{self._rule.id} could not be evaluated{where}: "{error.program.text.strip()}" {_plain(error.words)}'
        )

    def _blocked(self, program: Program, item: Path | None) -> bool:
        hole = blocking(self._holes, program.reads, item)
        if hole is not None:
            self._not_checked(hole)
        return hole is not None

    def _blocked_quietly(self, program: Program, item: Path | None) -> bool:
        return blocking(self._holes, program.reads, item) is not None

    def _not_checked(self, hole: Hole) -> None:
        self._unchecked.append(f"{self._engagement.show(hole.path)} {hole.why}")

    def _scene(self, item: Path | None) -> Scene:
        return self._runner.scene(self._rule, item)

    def _resolve(self, path: RulePath, item: Path | None) -> Path:
        """The place of a finding; where a named item is missing, the nearest place above it."""
        steps = path.steps.steps
        for length in range(len(steps), -1, -1):
            found = resolve(Steps(path.steps.root, steps[:length]), self._engagement.facts, identity_of, item or ())
            if found is not None:
                return found
        return item or ()


def _assertion_of(path: Path) -> str:
    """The id of a schema's finding: the field that does not fit."""
    return next((step.replace("_", "-") for step in reversed(path) if isinstance(step, str)), "")


def _flat(results: Any, depth: int) -> Iterator[list[Any]]:
    if depth == 0:
        yield from results
        return
    for inner in results:
        yield from _flat(inner, depth - 1)


def _plain(words: str) -> str:
    """The runtime's words for an error, for somebody who reads a report."""
    if "Key not found" in words:
        return f"reads {words.rsplit(':', 1)[-1].strip()}, which is not there"
    if "Iteration budget" in words:
        return "takes too many steps, because a list is too long for it"
    return f"gives no value: {words.split(':', 1)[-1].strip()}"
