from collections.abc import Callable

from bpogov.model.engagement import Engagement


def test_reads(changed: Callable[..., Engagement]) -> None:
    """A risk has an owner."""
    engagement = changed()
    assert engagement.findings == ()
    assert engagement.facts["risks"][0]["owner"] == "marisol"


def test_tells(changed: Callable[..., Engagement], told: Callable[[Engagement], list[tuple[str, str, str]]]) -> None:
    """What does not belong into the section is told with its place."""
    engagement = changed(("risks.0.when", "soon"))
    assert told(engagement) == [("STR001", "$.risks[r1].when", '"when" is not a field of a risk')]
