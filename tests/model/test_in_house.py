from collections.abc import Callable

from bpogov.model.engagement import Engagement


def test_reads(changed: Callable[..., Engagement]) -> None:
    """A job impact counts people."""
    engagement = changed()
    assert engagement.findings == ()
    assert engagement.facts["in_house"]["job_impact"][0]["headcount"] == 14


def test_tells(changed: Callable[..., Engagement], told: Callable[[Engagement], list[tuple[str, str, str]]]) -> None:
    """What does not belong into the section is told with its place."""
    engagement = changed(("in_house.job_impact.0.headcount", 2.5))
    assert told(engagement) == [
        (
            "STR003",
            "$.in_house.job_impact[care team].headcount",
            '"headcount" is the number "2.5", but a whole number is expected',
        )
    ]
