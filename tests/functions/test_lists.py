import json
from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpogov.functions import lists

ANYTHING = st.one_of(st.text(max_size=3), st.integers(), st.booleans(), st.floats(allow_nan=False), st.none())


def test_counts() -> None:
    """The most frequent value comes first, and those of the same count keep their order."""
    assert lists.counts(["b", "a", "c", "a"]) == [
        {"value": "a", "count": 2},
        {"value": "b", "count": 1},
        {"value": "c", "count": 1},
    ]
    assert lists.counts([]) == []


def test_what_is_the_same() -> None:
    """A whole and a decimal number are one value; a text and a flag are others; groups are compared as a whole."""
    found = lists.counts([1, 1.0, "1", True, {"a": 1, "b": [2]}, {"b": [2, 2], "a": 1}])
    assert [entry["count"] for entry in found] == [2, 1, 1, 1, 1]
    assert lists.counts([{"a": 1, "b": 2}, {"b": 2, "a": 1}]) == [{"value": {"a": 1, "b": 2}, "count": 2}]


@given(items=st.lists(st.text(max_size=2)))
@settings(max_examples=100)
def test_counts_agree_with_a_counter(items: list[str]) -> None:
    """The counts are those of the standard library."""
    assert [(entry["value"], entry["count"]) for entry in lists.counts(items)] == Counter(items).most_common()


def test_most_frequent() -> None:
    """The value that occurs most often, or nothing of nothing."""
    assert lists.most_frequent(["2027-01-04", "2027-02-01", "2027-02-01"]) == {"value": "2027-02-01", "count": 2}
    assert lists.most_frequent([]) == {"value": "", "count": 0}


@pytest.mark.parametrize(
    ("numbers", "total"), [([], 0), ([33.3, 33.3, 33.4], 100), ([0.1, 0.2], 0.3), ([45, 35.0, 25], 105), ([-1, 1], 0)]
)
def test_sum(numbers: list[float], total: float) -> None:
    """Decimals add up as they are written."""
    assert lists.total(numbers) == total


@pytest.mark.parametrize("odd", ["5", True, None, [1]])
def test_only_numbers_add_up(odd: Any) -> None:
    """A text is no number, and neither is a flag."""
    with pytest.raises(ValueError, match="Only numbers can be added up"):
        lists.total([1, odd])


def test_sorted() -> None:
    """Numbers come by size and before everything else, which comes by its text."""
    assert lists.in_order(["b", 10, "a", 9.5]) == [9.5, 10, "a", "b"]


@given(items=st.lists(ANYTHING))
@settings(max_examples=100)
def test_any_list_can_be_counted_and_sorted(items: list[Any]) -> None:
    """Whatever is in a list, nothing is lost."""
    assert sum(entry["count"] for entry in lists.counts(items)) == len(items)
    assert Counter(map(repr, lists.in_order(items))) == Counter(map(repr, items))


def test_by() -> None:
    """Entries are found by a name or a number; the first of a name counts, and what has none is left out."""
    goals = [{"id": "fast"}, {"id": "good", "target": 9}, {"id": "fast", "target": 8}, {}, {"id": ["x"]}, "fast"]
    assert lists.by(goals, "id") == {"fast": {"id": "fast"}, "good": {"id": "good", "target": 9}}
    assert lists.by([{"severity": 2}, {"severity": 1}], "severity") == {"2": {"severity": 2}, "1": {"severity": 1}}
    assert lists.by([], "id") == {}


def test_gathered() -> None:
    """What entries say about each name, each thing once; lists count item by item, and no name is the empty name."""
    levels = [
        {"function": ["voice", "email"], "family": "quality"},
        {"function": "voice", "family": "speed"},
        {"function": ["voice"], "family": "quality"},
        {"family": "experience"},
        {"function": [], "family": ["cost", "experience"]},
        {"function": "chat"},
        "voice",
    ]
    assert lists.gathered(levels, "function", "family") == {
        "voice": ["quality", "speed"],
        "email": ["quality"],
        "": ["experience", "cost"],
        "chat": [],
    }
    assert lists.gathered([{"level": 1, "who": 2.0}, {"level": 1, "who": 2}], "level", "who") == {"1": [2]}


def test_flat() -> None:
    """The items of lists, one after the other; only one level is opened."""
    assert lists.flat([["a", "b"], [], "c", [["d"]]]) == ["a", "b", "c", ["d"]]


@settings(max_examples=60)
@given(st.lists(st.text(max_size=4) | st.sampled_from(['a"', "a\\", "a\n", "é\N{NO-BREAK SPACE}", "1"]) | st.just(1)))
def test_texts_of_any_kind(items: list[Any]) -> None:
    """Whatever is in a text, equal ones are one value, others are not, and they are in the order of their JSON."""
    assert [entry["count"] for entry in lists.counts(items)] == [count for _, count in Counter(items).most_common()]
    texts = [item for item in items if isinstance(item, str)]
    assert lists.in_order(texts) == sorted(texts, key=lambda text: json.dumps(text, ensure_ascii=False))
