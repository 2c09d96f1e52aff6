"""How well someone speaks a language: `A1` to `C2`, or `native` (Common European Framework of Reference, 2001)."""

import re
from enum import StrEnum

from bpogov.values.errors import BadValue, quoted


class Level(StrEnum):
    """A level of the framework, from beginner (A1) to the command of an educated native speaker (C2)."""

    A1 = "A1"
    A2 = "A2"
    B1 = "B1"
    B2 = "B2"
    C1 = "C1"
    C2 = "C2"

    @property
    def rank(self) -> int:
        """0 for A1 up to 5 for C2."""
        return _ORDER.index(self)

    def at_least(self, other: "Level") -> bool:
        """Whether this level is as high as `other`, or higher."""
        return self.rank >= other.rank


def parse(text: str) -> Level:
    """Read a level; `native` counts as C2. Raises BadValue for anything else."""
    if text == _NATIVE:
        return Level.C2
    if text in _ORDER:
        return Level(text)
    message = (
        f"{quoted(text)} is not a language level; write A1, A2, B1, B2, C1, C2 (Common European Framework) or native"
    )
    raise BadValue(message, _meant(text))


def _meant(text: str) -> str:
    plain = " ".join(text.upper().replace("-", " ").split())
    if match := re.fullmatch(_DECORATED, plain):
        return match[1]
    return _NATIVE if plain in _MOTHER_TONGUE else ""


_ORDER = tuple(Level)
_NATIVE = "native"
_MOTHER_TONGUE = frozenset({"NATIVE", "NATIVE SPEAKER", "NATIVE SPEAKERS", "MOTHER TONGUE", "FIRST LANGUAGE"})
_DECORATED = r"(?:CEFR |LEVEL |CEFR LEVEL )?([ABC][12])(?:\+| LEVEL)?"
