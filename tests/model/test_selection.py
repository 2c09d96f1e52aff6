from collections.abc import Callable

from bpogov.model.engagement import Engagement


def test_reads(changed: Callable[..., Engagement]) -> None:
    """Weights are read by the name of what was weighed."""
    engagement = changed()
    assert engagement.findings == ()
    assert engagement.facts["selection"]["weights"] == {"quality": 45.0, "cost": 35.0, "relationship": 20.0}


def test_tells(changed: Callable[..., Engagement], told: Callable[[Engagement], list[tuple[str, str, str]]]) -> None:
    """What does not belong into the section is told with its place."""
    engagement = changed(("selection.weights.quality", "45%"))
    assert told(engagement) == [
        ("STR003", "$.selection.weights.quality", '"quality" is the text "45%", but a number is expected')
    ]
