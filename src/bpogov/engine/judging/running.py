"""Running programs on one engagement: activations, and the one place where a result becomes true, false or an error."""

from typing import Any

from msgspec import Struct

from bpogov.core.location import Path
from bpogov.engine import message as messages
from bpogov.engine import reference
from bpogov.engine.environment import THIS_ITEM, THIS_VIOLATION
from bpogov.engine.program import CompiledPolicy, Program, Template
from bpogov.engine.reads import EACH, ITEM
from bpogov.model.engagement import Engagement


class EvaluationError(Exception):
    """A program gave an error instead of a value."""

    def __init__(self, program: Program, words: str) -> None:
        self.program = program
        self.words = words
        super().__init__(words)


class Scene(Struct, frozen=True):
    """What a program looks at beside the engagement: an item, and a violation where its message is made."""

    item: Path | None = None
    violation: Any = None


NOWHERE = Scene()
"""The scene of what is asked about the engagement as a whole."""


def scene_of(item: Path | None) -> Scene:
    """The scene of what is asked about an item, or about the engagement as a whole."""
    return NOWHERE if item is None else Scene(item)


class Runner:
    """Runs the programs of a policy on one engagement.

    One activation is shared by many programs, because converting the engagement is what costs. It keeps everything
    that they make on the way until it is let go, so after so many evaluations a new one takes its place.
    """

    def __init__(self, compiled: CompiledPolicy, engagement: Engagement, today: str) -> None:
        from cel_expr_python import cel

        self._error = cel.Type.ERROR
        self._environment = compiled.environment
        self._engagement = engagement
        data: dict[str, Any] = {**compiled.parameters[engagement.tier], "engagement": engagement.facts, "today": today}
        data[reference.NAME], data[reference.SECTIONS] = self._environment.calls.begin(engagement.facts)
        self._data = data
        self._activation: Any = None
        self._left = 0
        self._known: dict[int, Any] = {}

    def value(self, program: Program, scene: Scene) -> Any:
        """The plain value of a program. Raises EvaluationError where the runtime gives an error.

        What was asked about the engagement as a whole is remembered.
        """
        if scene is not NOWHERE:
            return self._asked(program, scene)
        known = self._known.get(id(program), self)
        if known is self:
            try:
                known = self._asked(program, scene)
            except EvaluationError as error:
                known = error
            self._known[id(program)] = known
        if isinstance(known, EvaluationError):
            raise known
        return known

    def _asked(self, program: Program, scene: Scene) -> Any:
        """The same, asked now: the runtime gives errors as values, and a spent budget as an exception."""
        if self._left <= 0:
            self._activation, self._left = self._environment.activation(self._data), _MOST_KEPT
        self._left -= _KEPT if scene.violation is None else _KEPT_OF_VIOLATION
        given = self._environment.given
        given[THIS_ITEM] = None if scene.item is None else at(self._engagement.facts, scene.item)
        given[THIS_VIOLATION] = scene.violation
        try:
            result = program.run.eval(self._activation)
            value = result.plain_value()
            broken = type(value) is str and result.type() == self._error
        except RuntimeError as error:
            raise EvaluationError(program, str(error)) from error
        if broken:
            raise EvaluationError(program, value)
        return value

    def truth(self, program: Program, scene: Scene) -> bool:
        """Whether a program is true. Only `true` is: anything that is neither true nor false is an error."""
        value = self.value(program, scene)
        if value is True or value is False:
            return value
        raise EvaluationError(program, "it is neither true nor false")

    def fill(self, template: Template, scene: Scene) -> str:
        """A message with its holes filled. Raises EvaluationError where a hole cannot be."""

        def text(number: int) -> str:
            value = self.value(template.holes[number], scene)
            return self._as_written(template.paths[number], scene, value) or messages.shown(value)

        return messages.fill(template.text, text)

    def _as_written(self, pattern: Path | None, scene: Scene, value: Any) -> str | None:
        """A number that comes straight from the file, as its author wrote it."""
        if pattern is None or not isinstance(value, float):
            return None
        path = (
            pattern if scene.item is None or ITEM not in pattern else (*scene.item, *pattern[pattern.index(ITEM) + 1 :])
        )
        if EACH in path or ITEM in path or not isinstance(at(self._engagement.facts, path), float):
            return None
        return self._engagement.document.written(self._engagement.origin(path))


_MOST_KEPT, _KEPT, _KEPT_OF_VIOLATION = 1024, 8, 1
"""How much an activation may keep, and what an evaluation counts; the message of a violation seldom reads any list."""


def at(facts: Any, path: Path) -> Any:
    """The value at a concrete path of the facts, or None where there is none."""
    here = facts
    for step in path:
        if isinstance(step, int):
            here = here[step] if isinstance(here, list) and 0 <= step < len(here) else None
        else:
            here = here.get(step) if isinstance(here, dict) else None
    return here


def exists(facts: Any, path: Path) -> bool:
    """Whether the facts have something at a path."""
    return not path or at(facts, path) is not None
