"""What texts say and how to say them: words in a sentence, and placeholders that were never filled in."""

import re
from functools import lru_cache
from typing import Any

from msgspec import Struct

from bpogov.core.location import Path
from bpogov.functions.declare import function
from bpogov.functions.places import Paths


@function("text.same", a="text", b="text", returns="flag")
def same(a: str, b: str) -> bool:
    """Tell whether two texts are the same to a reader: capitals and spaces do not matter. No errors.

    Capitals are folded as Unicode does it (The Unicode Standard, 3.13, default case folding).
    """
    return _plain(a) == _plain(b)


@function("text.plural", number="count", one="text", many="text", returns="text")
def plural(number: int, one: str, many: str) -> str:
    """Give the word that goes with a number: `one` for 1, `many` for every other. No errors.

    `text.plural(size(risks), "risk is", "risks are")` gives "risk is" or "risks are"; the number is not repeated.
    """
    return one if number == 1 else many


@function("text.named", words="list", most="count", returns="text")
def named(words: list[Any], most: int) -> str:
    """Name what an author wrote, in quotes and not too much of it: `"amy", "ben" and 3 more`.

    In: words of any kind, and how many of them are told at most; the rest is counted. A word of more than 60
    characters is cut. Empty where there are no words. No errors.
    """
    return _joined([f'"{_short(str(word))}"' for word in words], most)


@function("text.listed", parts="list", most="count", returns="text")
def listed(parts: list[Any], most: int) -> str:
    """List parts of a sentence: `the period, the source and 3 more`; like `text.named`, but without quotes."""
    return _joined([str(part) for part in parts], most)


def _joined(words: list[str], most: int) -> str:
    told = words if len(words) <= most else [*words[: max(most, 0)], f"{len(words) - max(most, 0)} more"]
    return " and ".join([", ".join(told[:-1]), told[-1]] if len(told) > 1 else told)


def _short(word: str) -> str:
    line = " ".join(word.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


_LONGEST = 60


@function("text.missing", part="map", fields="map", returns="list")
def missing(part: dict[str, Any], fields: dict[str, Any]) -> list[str]:
    """Name the fields that a part of an engagement lacks, for a message: ["acceptance", "working instructions"].

    In: the part, and a group of fields that gives each field what it is called. A field is missing where it is not
    there or holds nothing: an empty text, nothing but spaces, an empty list or group of fields. Use `has()` for a
    field whose empty list is an answer. An `unknown` anywhere in the part leaves a check undecided.
    Out: what the missing ones are called, in alphabetical order. No errors.
    """
    return sorted(str(called) for field, called in fields.items() if _is_empty(part.get(field)))


def _is_empty(value: Any) -> bool:
    return value is None or (not value.strip() if isinstance(value, str) else value in ([], {}))


@function("text.placeholders", part="any", words="list", returns="list", unknown_matters=False)
def placeholders(part: Any, words: list[Any]) -> list[dict[str, str]]:
    """Find texts in a part of an engagement that stand where an answer was left for later.

    A word with capitals (`TBD`) counts wherever it stands as a word of its own, in these capitals. A word without any
    (`to be agreed`) counts only where it is the whole text but for punctuation around it, whatever its capitals.
    A text of nothing but spaces counts too. Gives {at, text, word} for each text, `word` as found (empty for spaces),
    `at` as a path from the part as root (`$.goals[0].statement`); fields in alphabetical order, lists in theirs.
    An organisation's own `x-` fields are left out. No errors.
    """
    kinds = _sorted_out(tuple(str(word) for word in words))
    if not _may_hold(part, kinds):
        return []
    found: list[tuple[Path, str, str]] = []
    for path, text in _texts(part, (), []):
        mark = kinds.marks.search(text)
        bare = text.strip().strip(_PUNCTUATION).strip()
        if mark or _plain(bare) in kinds.answers or not text.strip():
            found.append((path, text, mark[0] if mark else bare))
    places = Paths(part)
    return [{"at": places.text(path), "text": text, "word": word} for path, text, word in sorted(found)]


class _Words(Struct, frozen=True):
    """Words that stand for a missing answer.

    `marks` finds those with capitals as words of their own, `answers` are the others; `hint` finds the first kind in
    texts joined with `_BETWEEN`, and `whole` the second kind, and texts of nothing but spaces, once case is folded.
    """

    marks: re.Pattern[str]
    answers: frozenset[str]
    hint: re.Pattern[str]
    whole: re.Pattern[str]


@lru_cache(maxsize=32)
def _sorted_out(words: tuple[str, ...]) -> _Words:
    """Tell the kinds of words apart."""
    marks = sorted((word for word in words if word != word.lower()), key=len, reverse=True)
    answers = frozenset(_plain(word) for word in words if word == word.lower() and word.strip())
    either, answer = _either(marks), _either(sorted(answers))
    around = rf"[\s{re.escape(_PUNCTUATION)}]"
    return _Words(
        re.compile(rf"(?<!\w)(?:{either})(?!\w)"),
        answers,
        re.compile(either),
        re.compile(rf"{_BETWEEN}(?:{around}*+(?:{answer}){around}*+|\s*+){_BETWEEN}"),
    )


def _either(words: list[str]) -> str:
    """Give a pattern for any of the words, whatever the spaces in them."""
    return "|".join(r"\s+".join(re.escape(piece) for piece in word.split()) for word in words) or "(?!)"


def _may_hold(part: Any, words: _Words) -> bool:
    """Whether any text in a part may hold one of the words: nearly all engagements have none.

    All texts are looked through at once, which takes a quarter of the time (`benchmarks/stages`).
    """
    joined = _BETWEEN.join(["", *_all_texts(part), ""])
    return bool(words.hint.search(joined) or words.whole.search(joined.casefold()))


def _all_texts(part: Any) -> list[str]:
    """Give every text in a part, in no order, also those of an organisation's own fields."""
    found: list[str] = []
    waiting: list[Any] = [[part]]
    while waiting:
        inner = waiting.pop()
        for value in inner.values() if type(inner) is dict else inner:
            kind = type(value)  # what rules look at is plain data
            if kind is str:
                found.append(value)
            elif kind is dict or kind is list:
                waiting.append(value)
    return found


def _texts(part: Any, path: Path, found: list[tuple[Path, str]]) -> list[tuple[Path, str]]:
    """Add every text in a part, with its place, to those that were found before it, and give them all."""
    if isinstance(part, str):
        found.append((path, part))
    elif isinstance(part, list):
        for position, item in enumerate(part):
            _texts(item, (*path, position), found)
    elif isinstance(part, dict):
        for key, value in part.items():
            if not key.startswith("x-"):
                _texts(value, (*path, key), found)
    return found


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


_PUNCTUATION = ".,;:!?()[]<>{}\"'-\N{EN DASH}\N{EM DASH}\N{HORIZONTAL ELLIPSIS}* "
_BETWEEN = "\0"
"""What is put between texts: no file can hold it, and no word can begin or end with it."""
