"""Where a value is while a file is read."""

from msgspec import Struct

from bpogov.core.location import Path, Step


class At(Struct, frozen=True):
    """Where a value is: in the facts, and in the document, where a short form says in one place what has several.

    A chain that leads to the whole file, `At()`: a path is made of it only for what has to be told.
    """

    around: "At | None" = None
    fact: Step | None = None
    written: Step | None = None

    @property
    def facts(self) -> Path:
        """The path in the facts."""
        return self.around.facts + (() if self.fact is None else (self.fact,)) if self.around else ()

    @property
    def origin(self) -> Path:
        """The path in the document."""
        return self.around.origin + (() if self.written is None else (self.written,)) if self.around else ()

    def step(self, step: Step) -> "At":
        """One step further in, in both."""
        return At(self, step, step)

    def aside(self, step: Step) -> "At":
        """One step further in the facts only: a short form says it in one place."""
        return At(self, step)

    def inside(self, step: Step) -> "At":
        """One step further in the document only: its name there is a value of the facts."""
        return At(self, None, step)
