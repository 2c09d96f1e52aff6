from collections.abc import Callable

from bpogov.model.engagement import Engagement


def test_reads(changed: Callable[..., Engagement]) -> None:
    """The regimes are read."""
    engagement = changed()
    assert engagement.findings == ()
    assert engagement.facts["regimes"] == ["gdpr"]


def test_tells(changed: Callable[..., Engagement], told: Callable[[Engagement], list[tuple[str, str, str]]]) -> None:
    """What does not belong into the section is told with its place."""
    engagement = changed(("kind", "Rule"))
    assert told(engagement) == [("STR008", "$.kind", '"kind" is "Rule", but Engagement is expected')]
