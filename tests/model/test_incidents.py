from collections.abc import Callable

from bpogov.model.engagement import Engagement


def test_reads(changed: Callable[..., Engagement]) -> None:
    """A severity is a whole number."""
    engagement = changed()
    assert engagement.findings == ()
    assert engagement.facts["incidents"][0]["severity"] == 1


def test_tells(changed: Callable[..., Engagement], told: Callable[[Engagement], list[tuple[str, str, str]]]) -> None:
    """What does not belong into the section is told with its place."""
    engagement = changed(("incidents.0.severity", 9))
    assert told(engagement) == [
        ("STR007", "$.incidents[0].severity", '"9" is more than 5, the largest number that "severity" can have')
    ]
