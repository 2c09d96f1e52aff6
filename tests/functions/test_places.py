import pytest

from bpogov.core.location import Path
from bpogov.functions.places import path_text

DATA = {
    "goals": [{"id": "fast"}, {"id": "good"}],
    "escalation": [{"level": 1}, {"level": 2}],
    "map": {"a name": "x", "g-fast": "met"},
    "texts": ["a", "b"],
    "x" * 41: "a long name",
}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ((), "$"),
        (("goals", 1, "id"), "$.goals[1].id"),
        (("escalation", 0, "level"), "$.escalation[0].level"),
        (("escalation", 1, "level"), "$.escalation[-1].level"),
        (("map", "g-fast"), "$.map.g-fast"),
        (("map", "a name"), "$.map['a name']"),
        (("texts", 1), "$.texts[1]"),
        (("x" * 41,), "$." + "x" * 41),
    ],
)
def test_path_text(path: Path, text: str) -> None:
    """Items go by position, from the end where the position reads like the identity of an item."""
    assert path_text(path, DATA) == text
