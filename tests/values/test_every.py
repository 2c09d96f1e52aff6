import pytest

from bpogov.values import every
from bpogov.values.errors import BadValue


@pytest.mark.parametrize(
    ("text", "canonical", "words"),
    [
        ("weekly", "weekly", "1 week"),
        ("Quarterly", "quarterly", "3 months"),
        ("annual", "annual", "1 year"),
        ("14 days", "P14D", "14 days"),
        ("P1M", "P1M", "1 month"),
    ],
)
def test_words_and_durations(text: str, canonical: str, words: str) -> None:
    """A word is kept, a duration becomes ISO 8601, and both have a length."""
    read = every.parse(text)
    assert (read.canonical, read.words) == (canonical, words)


@pytest.mark.parametrize("word", every.WORDS)
def test_every_word_is_read(word: str) -> None:
    """Each word stands for its duration."""
    assert every.parse(word).duration == every.WORDS[word]


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("weekley", "weekly"),
        ("every two weeks", "biweekly"),
        ("once a month", "monthly"),
        ("yearly", "annual"),
        ("twice a year", "semiannual"),
        ("a fortnight", "biweekly"),
        ("nine months", "9 months"),
        ("sometimes", ""),
    ],
)
def test_another_wording(text: str, suggestion: str) -> None:
    """What does not say how often is refused, with the word to write where there is one."""
    with pytest.raises(BadValue, match="does not say how often") as caught:
        every.parse(text)
    assert caught.value.suggestion == suggestion


def test_a_number_is_meant_as_a_duration() -> None:
    """With a number in it the text is judged as a duration."""
    with pytest.raises(BadValue, match="has a fraction") as caught:
        every.parse("1.5 hours")
    assert caught.value.suggestion == "90 minutes"


def test_a_long_writing_is_read_too() -> None:
    """However many spaces stand in it."""
    assert every.parse("3" + " " * 50 + "months") == every.parse("3 months")
