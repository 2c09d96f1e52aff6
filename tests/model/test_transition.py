from collections.abc import Callable

from bpogov.model.engagement import Engagement


def test_reads(changed: Callable[..., Engagement]) -> None:
    """A milestone is read with its dates."""
    engagement = changed()
    assert engagement.findings == ()
    assert engagement.facts["transition"]["milestones"][0]["done"] == "2026-04-23"


def test_tells(changed: Callable[..., Engagement], told: Callable[[Engagement], list[tuple[str, str, str]]]) -> None:
    """What does not belong into the section is told with its place."""
    engagement = changed(("transition.milestones.0.done", True))
    assert told(engagement) == [
        ("STR003", "$.transition.milestones[Knowledge transfer done].done", '"done" is "true", but a date is expected')
    ]
