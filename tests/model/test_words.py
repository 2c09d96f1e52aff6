from typing import Any, get_args

from bpogov.model.words import Direction, Side, SideOrBoth


def words(annotation: Any) -> Any:
    return get_args(annotation)[1].words


def test_sides_share_their_words() -> None:
    """Where both sides may stand together, each may stand alone with the same explanation."""
    assert words(SideOrBoth) == words(Side) | {"joint": "Both sides together"}


def test_directions() -> None:
    """A metric is better higher, better lower, or to be kept."""
    assert set(words(Direction)) == {"higher", "lower", "keep"}
