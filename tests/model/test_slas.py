from collections.abc import Callable

from bpogov.model.engagement import Engagement


def test_reads(changed: Callable[..., Engagement]) -> None:
    """Credits are read as numbers."""
    engagement = changed()
    assert engagement.findings == ()
    assert engagement.facts["slas"][0]["credits"] == [{"below": 80.0, "percent": 2.0}, {"below": 75.0, "percent": 4.0}]


def test_tells(changed: Callable[..., Engagement], told: Callable[[Engagement], list[tuple[str, str, str]]]) -> None:
    """What does not belong into the section is told with its place."""
    engagement = changed(("slas.0.window", "last month"))
    ((rule, path, message),) = told(engagement)
    assert (rule, path) == ("STR004", "$.slas[sl-voice].window")
    assert message.startswith('"last month" is ')
