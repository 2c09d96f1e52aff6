from bpogov.model.words import Direction, Side, SideOrBoth


def test_sides_share_their_words() -> None:
    """Where both sides may stand together, each may stand alone with the same explanation."""
    side, both = Side.__metadata__[0].words, SideOrBoth.__metadata__[0].words
    assert both == side | {"joint": "Both sides together"}


def test_directions() -> None:
    """A metric is better higher, better lower, or to be kept."""
    assert set(Direction.__metadata__[0].words) == {"higher", "lower", "keep"}
