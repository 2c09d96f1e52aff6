"""Whole numbers beside decimal fields."""

import pytest

from bpogov.core.outcome import Outcome
from bpogov.engine.compiling.decimals import Adjusted
from tests.engine.bench import checking, compiled, holds, mistake, place_of, position, rule_text

LEVEL = "engagement.?slas.orValue([]).filter(s, has(s.target)).all(s, {})"
ON = [{"id": "voice", "target": 95}]


@pytest.mark.parametrize(
    ("condition", "wanted"),
    [
        ("s.target >= 95", Outcome.PASS),
        ("95 <= s.target", Outcome.PASS),
        ("s.target == 95 && s.target != 94", Outcome.PASS),
        ("s.target in [90, 95]", Outcome.PASS),
        ("s.target * 2 - 90 > 99", Outcome.PASS),
        ("(s.target > 5 ? s.target : 0) == 95", Outcome.PASS),
        ("-s.target < -94", Outcome.PASS),
        ("s.target < 95", Outcome.FAIL),
    ],
)
def test_whole_numbers_become_decimals(condition: str, wanted: Outcome) -> None:
    """A whole number written out beside a decimal field means the decimal."""
    assert holds(LEVEL.format(condition), slas=ON) is wanted


def test_counts_stay_whole() -> None:
    """A number beside a count is left alone."""
    compiled(checking("engagement.goals.size() >= 3 && engagement.?escalation.orValue([]).all(e, e.level > 0)"))


def test_mistakes_behind_a_decimal_keep_their_column() -> None:
    """What was put in does not move the place of a mistake behind it."""
    body = checking(LEVEL.format("s.target > 5 && s.target < 7 && s.tarjet > 1"))
    assert position(mistake(body)) == place_of(rule_text(body), ".tarjet")
    body = checking(LEVEL.format("s.target > 5 && s.threshold > 1"))
    assert position(mistake(body)) == place_of(rule_text(body), ".threshold")


def test_offsets_of_the_author() -> None:
    """An offset behind two insertions lies four characters further to the left in the author's text."""
    adjusted = Adjusted("a > 5.0 && b > 6.0 && c", (5, 16))
    assert [adjusted.authored(offset) for offset in (0, 5, 11, 22)] == [0, 5, 9, 18]
