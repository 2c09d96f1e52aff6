"""What judging a rule collects: failures, reasons why something was not checked, and errors, each in plain words."""

from typing import Self

from msgspec import Struct

from bpogov.core.gate import Gate
from bpogov.core.location import Path
from bpogov.core.severity import Severity
from bpogov.core.status import Status
from bpogov.engine.judging.holes import Hole, Holes
from bpogov.engine.judging.running import EvaluationError, Runner, Scene
from bpogov.engine.program import CompiledRule, Template
from bpogov.model.engagement import Engagement


class Failure(Struct, frozen=True):
    """Something that a rule found wrong: where in the facts (the place may be missing), how heavy, and the sentence.

    `later` is how heavy it is at the next gate; `acts` who has to act, where the rule knows it.
    """

    rule: str
    assertion: str
    path: Path
    severity: Severity
    message: str
    help: str
    later: Severity
    acts: str


class Stance(Struct, frozen=True):
    """How an engagement is judged: by which status and gate now, and by which at the next gate that it comes to."""

    status: Status
    gate: Gate
    next_status: Status
    next_gate: Gate

    @property
    def stays(self) -> bool:
        """Whether nothing changes at the next gate."""
        return self.next_status is self.status and self.next_gate is self.gate

    @classmethod
    def at(cls, status: Status, gate: Gate, next_gate: Gate | None) -> Self:
        """The stance of an engagement that stands at `status`; without a next gate nothing changes later."""
        following = next_gate or gate
        return cls(gate.judges_as(status), gate, following.judges_as(status), following)


class Record:
    """What one rule says of one engagement."""

    def __init__(
        self, rule: CompiledRule, engagement: Engagement, stance: Stance, runner: Runner, found: Holes
    ) -> None:
        self.failures: list[Failure] = []
        self.errors: list[str] = []
        self.unchecked: list[str] = []
        self.unfilled: list[str] = []
        self._rule = rule
        self._engagement = engagement
        self._stance = stance
        self._runner = runner
        self._holes = found

    def fail(
        self,
        assertion: str,
        path: Path,
        message: Template | str,
        help_: Template | str,
        scene: Scene,
        lighter: Severity = Severity.ERROR,
    ) -> None:
        """Something is wrong at a place, which may be missing; `lighter` is a ceiling that the violation sets."""
        bound, stance, tier = self._rule.bound, self._stance, self._engagement.tier
        facts = bound.facts
        own = facts.part(assertion)
        named = own.id if own else ""
        severity = bound.severity(tier, stance.status, named, lighter, stance.gate)
        later = severity if stance.stays else bound.severity(tier, stance.next_status, named, lighter, stance.next_gate)
        sentence = message if isinstance(message, str) else self._filled(message, scene, facts.title)
        told = help_ if isinstance(help_, str) else self._filled(help_, scene, facts.remediation)
        acts = (own.acts if own else "") or facts.acts
        self.failures.append(Failure(self._rule.id, assertion, path, severity, sentence, told, later, acts))

    def gap(self, path: Path, message: Template | str, scene: Scene) -> None:
        """Something is missing, before any expression of the rule could be asked.

        The help of the rule may speak of what is missing: then the remediation stands in, and nobody made a mistake.
        """
        try:
            help_ = self._runner.fill(self._rule.help, scene)
        except EvaluationError:
            help_ = self._rule.bound.facts.remediation
        self.fail("", path, message, help_, scene)

    def miss(self, path: Path, shown: str, message: Template | None, scene: Scene) -> None:
        """Something that the rule needs is not there."""
        named = shown.removeprefix("$.").removeprefix("@.")
        self.gap(path, message or f'"{named}" is not filled in', scene)

    def break_off(self, error: EvaluationError, item: Path | None) -> None:
        """An expression gave an error instead of a value."""
        where = f"on {self._engagement.show(item)}, " if item else ""
        self.errors.append(f'{where}"{_short(error.program.text)}" {_plain(error.words)}')

    def leave_out(self, hole: Hole) -> None:
        """Something cannot be judged."""
        self.unchecked.append(f"{self._engagement.show(hole.path)} {hole.why}")

    def _filled(self, template: Template, scene: Scene, otherwise: str) -> str:
        """A sentence; where a hole cannot be filled another text stands in, because words never change a verdict.

        The rule is to blame for that, unless the file is broken where the hole reads.
        """
        try:
            return self._runner.fill(template, scene)
        except EvaluationError as error:
            if self._holes.blocking(error.program.reads, scene.item) is None:
                reason = f'"{_short(error.program.text)}" {_plain(error.words)}'
                self.unfilled.append(f"The message of {self._rule.id} could not be made: {reason}")
            return otherwise


def _short(text: str) -> str:
    """An expression on one line, cut where it is too long to be read in a report."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


_LONGEST = 100


def _plain(words: str) -> str:
    """The runtime's words for an error, for somebody who reads a report."""
    if "Key not found" in words:
        return f"reads {words.rsplit(':', 1)[-1].strip()}, which is not there"
    if "Iteration budget" in words:
        return "takes too many steps, because a list is too long for it"
    return f"gives no value: {words.split(':', 1)[-1].strip()}"
