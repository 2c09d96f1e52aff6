"""How often something is due: a word (`weekly`, `monthly`) or a duration (`14 days`, `P1M`)."""

from functools import lru_cache

from msgspec import Struct

from bpogov.values import duration as durations
from bpogov.values.duration import Duration
from bpogov.values.errors import BadValue, quoted

WORDS = {
    "daily": Duration(days=1),
    "weekly": Duration(weeks=1),
    "biweekly": Duration(weeks=2),
    "monthly": Duration(months=1),
    "quarterly": Duration(months=3),
    "semiannual": Duration(months=6),
    "annual": Duration(years=1),
}
"""The words that may stand for a duration, from the most to the least frequent."""


class Every(Struct, frozen=True):
    """How often something is due: the duration from one time to the next, and the word if one was written."""

    duration: Duration
    word: str = ""

    @property
    def canonical(self) -> str:
        """The word, else the ISO 8601 form of the duration."""
        return self.word or self.duration.canonical

    @property
    def words(self) -> str:
        """The duration in plain words: `3 months` for quarterly."""
        return self.duration.words


def parse(text: str) -> Every:
    """Read one of the words, or a duration; capitals do not matter. Raises BadValue for anything else."""
    return _known(text) if len(text) <= _LONGEST_KNOWN else _read(text)


@lru_cache(maxsize=1024)
def _known(text: str) -> Every:
    """Read a short text: many rules and files ask for the same few (`benchmarks/stages`)."""
    return _read(text)


def _read(text: str) -> Every:
    word = " ".join(text.lower().split())
    if word in WORDS:
        return Every(WORDS[word], word)
    try:
        return Every(durations.parse(text))
    except BadValue as problem:
        if any(letter.isdigit() for letter in text):
            raise
        suggestion = nearest(word) or problem.suggestion
        raise BadValue(
            f"{quoted(text)} does not say how often; write a word such as weekly or monthly, or a time such as 14 days",
            suggestion,
        ) from None


def nearest(word: str) -> str:
    """Give the word that a misspelt one, or another name for the same rhythm, stands for, or an empty text."""
    from bpogov.core.suggest import closest  # imported here: only a mistake needs it

    plain = word.lower().strip(" .").removeprefix("once ").removeprefix("a ").removeprefix("every ")
    return _OTHER_NAMES.get(plain) or closest(plain, WORDS) or ""


_OTHER_NAMES = {
    "day": "daily",
    "week": "weekly",
    "bi-weekly": "biweekly",
    "fortnightly": "biweekly",
    "fortnight": "biweekly",
    "other week": "biweekly",
    "second week": "biweekly",
    "two weeks": "biweekly",
    "month": "monthly",
    "quarter": "quarterly",
    "three months": "quarterly",
    "half-yearly": "semiannual",
    "half yearly": "semiannual",
    "half-year": "semiannual",
    "half year": "semiannual",
    "biannual": "semiannual",
    "semi-annual": "semiannual",
    "semiannually": "semiannual",
    "semi-annually": "semiannual",
    "six months": "semiannual",
    "twice a year": "semiannual",
    "year": "annual",
    "yearly": "annual",
    "annually": "annual",
}

_LONGEST_KNOWN = 40
"""In characters; nobody writes longer ones, but somebody may try to fill the memory with them."""
