from collections.abc import Callable

import pytest

from bpogov.values import cefr
from bpogov.values.cefr import Level
from bpogov.values.errors import BadValue

Refused = Callable[..., BadValue]


def test_reads_levels() -> None:
    """Each level is read as itself, and a native speaker counts as C2."""
    assert [cefr.parse(level) for level in Level] == list(Level)
    assert cefr.parse("native") is Level.C2


def test_compares_levels() -> None:
    """A1 is the lowest level, C2 the highest, and each is as high as itself."""
    assert sorted(Level, key=lambda level: level.rank) == [Level.A1, Level.A2, Level.B1, Level.B2, Level.C1, Level.C2]
    assert Level.C1.at_least(Level.B2)
    assert Level.B2.at_least(Level.B2)
    assert not Level.B1.at_least(Level.B2)


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("c1", "C1"),
        ("B2+", "B2"),
        ("CEFR level B2", "B2"),
        ("Native speaker", "native"),
        ("mother-tongue", "native"),
        ("fluent", ""),
        ("C3", ""),
        ("", ""),
    ],
)
def test_suggests_the_level_that_is_meant(refused: Refused, text: str, suggestion: str) -> None:
    """Other writings are refused with the level; a word such as fluent has none."""
    problem = refused(cefr.parse, text)
    assert problem.message == (
        f'"{text}" is not a language level; write A1, A2, B1, B2, C1, C2 (Common European Framework) or native'
    )
    assert problem.suggestion == suggestion
