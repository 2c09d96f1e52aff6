"""A path of a rule, as programs keep it."""

from functools import cached_property

from msgspec import Struct

from bpogov.engine.reads import EACH, Pattern
from bpogov.source.notation import Each, Key, Steps


class RulePath(Struct, frozen=True, dict=True):
    """A path of a rule: as it is written, and its steps."""

    text: str
    steps: Steps

    @property
    def relative(self) -> bool:
        """Whether it starts at the item (`@`)."""
        return self.steps.root == "@"

    @cached_property
    def pattern(self) -> Pattern:
        """The path as a pattern of reads, from the root or from the item."""
        return tuple(step.name if isinstance(step, Key) else EACH for step in self.steps.steps)

    @cached_property
    def names(self) -> tuple[str | None, ...] | None:
        """The names of its steps, None for `[*]`; None for a path with steps of another kind."""
        if not all(isinstance(step, Key | Each) for step in self.steps.steps):
            return None
        return tuple(step.name if isinstance(step, Key) else None for step in self.steps.steps)
