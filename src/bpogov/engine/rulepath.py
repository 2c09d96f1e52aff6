"""A path of a rule, as programs keep it."""

from msgspec import Struct

from bpogov.engine.reads import EACH, Pattern
from bpogov.source.notation import Key, Steps


class RulePath(Struct, frozen=True):
    """A path of a rule: as it is written, and its steps."""

    text: str
    steps: Steps

    @property
    def relative(self) -> bool:
        """Whether it starts at the item (`@`)."""
        return self.steps.root == "@"

    @property
    def pattern(self) -> Pattern:
        """The path as a pattern of reads, from the root or from the item."""
        return tuple(step.name if isinstance(step, Key) else EACH for step in self.steps.steps)
