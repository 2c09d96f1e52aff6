from collections.abc import Callable

from bpogov.model.engagement import Engagement


def test_reads(changed: Callable[..., Engagement]) -> None:
    """The cover for absences is read."""
    engagement = changed()
    assert engagement.findings == ()
    assert engagement.facts["provider_staff"]["cover"] == {"backup_percent": 12.0, "cross_trained": True}


def test_tells(changed: Callable[..., Engagement], told: Callable[[Engagement], list[tuple[str, str, str]]]) -> None:
    """What does not belong into the section is told with its place."""
    engagement = changed(("provider_staff.headcount", -1))
    assert told(engagement) == [
        ("STR007", "$.provider_staff.headcount", '"-1" is less than 0, the smallest number that "headcount" can have')
    ]
