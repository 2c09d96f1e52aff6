"""The nearest word to a misspelt one is found."""

import pytest

from bpogov.core.suggest import closest


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("escalaton", "escalation"),
        ("SERVICE_CREDITS", "service-credits"),
        ("tarjet", "target"),
        ("zzz", None),
        ("", None),
    ],
)
def test_the_nearest_word_is_found(word: str, meant: str | None) -> None:
    """Typing mistakes, case and underscores do not hide a word; nonsense has no neighbour."""
    assert closest(word, ["escalation", "service-credits", "target", "contacts"]) == meant


def test_the_answer_does_not_depend_on_the_order() -> None:
    """Of two words equally near, the first in the alphabet is meant."""
    assert closest("god", ["good", "gold"]) == closest("god", ["gold", "good"]) == "gold"


def test_a_huge_word_is_no_work() -> None:
    """Only the first characters of a word count, so a hostile one costs nothing."""
    assert closest("x" * 10**6, ["escalation"]) is None
