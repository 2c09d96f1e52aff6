from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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


def test_what_is_no_text_is_passed_over() -> None:
    """Numbers and other values beside a placeholder have no place in the answer."""
    assert [found["at"] for found in text.placeholders({"a": [1, None, "TBD"], "b": True}, WORDS)] == ["$.a[2]"]


WRITTEN = st.lists(st.sampled_from([*WORDS, "TO", "DO", "to", "be", "agreed", ".", " ", "\n", "\xa0", "a", "ß", "…"]))


@given(st.lists(WRITTEN.map("".join), max_size=6))
@settings(max_examples=100)
def test_texts_looked_through_at_once_hide_nothing(written: list[str]) -> None:
    """Whatever stands before and after a text, it is found if and only if it is found alone."""
    alone = [(f"$.a[{number}]", one) for number, one in enumerate(written) if text.placeholders(one, WORDS)]
    assert [(found["at"], found["text"]) for found in text.placeholders({"a": written}, WORDS)] == alone


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


@pytest.mark.parametrize(
    ("words", "most", "told"),
    [
        ([], 3, ""),
        (["amy"], 3, '"amy"'),
        (["amy", "ben"], 3, '"amy" and "ben"'),
        (["amy", "ben", "raj"], 3, '"amy", "ben" and "raj"'),
        (["amy", "ben", "raj", "liza"], 2, '"amy", "ben" and 2 more'),
        (["amy", "ben"], 0, "2 more"),
        (["a\n b", 2], 2, '"a b" and "2"'),
        (["x" * 60], 1, f'"{"x" * 60}"'),
        (["x" * 61], 1, f'"{"x" * 59}…"'),
    ],
)
def test_words_are_named_in_quotes(words: list[Any], most: int, told: str) -> None:
    """What an author wrote stands in quotes, on one line, cut where it is long, and the rest is counted."""
    assert text.named(words, most) == told


def test_parts_are_listed() -> None:
    """Parts of a sentence stand without quotes and as they are."""
    assert text.listed(["the period", "x" * 70], 2) == "the period and " + "x" * 70
    assert text.listed(["a", "b", "c", "d"], 3) == "a, b, c and 1 more"
