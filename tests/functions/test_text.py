from typing import Any

import pytest

from bpogov.functions import text

WORDS = ["TBD", "TO DO", "to be agreed", "xxx", " "]


def test_same() -> None:
    """Capitals and spaces make no difference to a reader."""
    assert text.same("Dana  Whitfield", " dana whitfield")
    assert not text.same("Dana", "Dan")


@pytest.mark.parametrize(
    ("part", "at", "word"),
    [
        ({"goals": [{"statement": "TBD."}]}, "$.goals[0].statement", "TBD"),
        ({"a": "ask Anna, TBD"}, "$.a", "TBD"),
        ({"a": "TO  DO: write"}, "$.a", "TO  DO"),
        ({"a": "To be  agreed!"}, "$.a", "To be  agreed"),
        ({"a": "<XXX>"}, "$.a", "XXX"),
        ({"a": " "}, "$.a", ""),
        ({"a name": ["fine", "xxx"]}, "$['a name'][1]", "xxx"),
        ("TBD", "$", "TBD"),
    ],
)
def test_a_placeholder_is_found(part: Any, at: str, word: str) -> None:
    """Marks in capitals count as words anywhere, the others as the whole text, and so does nothing at all."""
    [found] = text.placeholders(part, WORDS)
    assert (found["at"], found["word"]) == (at, word)


@pytest.mark.parametrize(
    "part",
    [
        {"a": "TBDs are listed"},
        {"a": "tbd"},
        {"a": "changes to be agreed in writing"},
        {"x-note": "TBD"},
        {"a": [1, 2.5, True, None]},
        {},
    ],
)
def test_a_real_answer_is_left_alone(part: Any) -> None:
    """Proper sentences, longer words, an organisation's own fields and other values are no placeholders."""
    assert text.placeholders(part, WORDS) == []


def test_no_words() -> None:
    """Without words only empty texts are found."""
    assert text.placeholders({"a": "TBD", "b": ""}, []) == [{"at": "$.b", "text": "", "word": ""}]


def test_plural() -> None:
    """One thing takes one form of the word, everything else the other."""
    assert [text.plural(number, "is", "are") for number in (0, 1, 2)] == ["are", "is", "are"]


def test_missing() -> None:
    """What is not there and what is empty is named as a reader calls it, in alphabetical order."""
    part = {"acceptance": " ", "description": "Answer", "procedures": [], "monitoring": {}, "count": 0, "flag": False}
    called = {
        "acceptance": "quality bar",
        "description": "description",
        "procedures": "instructions",
        "monitoring": "monitoring",
        "count": "count",
        "flag": "flag",
        "go_live": "go-live",
    }
    assert text.missing(part, called) == ["go-live", "instructions", "monitoring", "quality bar"]
    assert text.missing(part, {}) == []
