from collections.abc import Callable

from bpogov.model.engagement import Engagement


def test_reads(changed: Callable[..., Engagement]) -> None:
    """One level becomes a list with one level."""
    engagement = changed()
    assert engagement.findings == ()
    assert engagement.facts["meetings"][0]["level"] == ["operational"]


def test_tells(changed: Callable[..., Engagement], told: Callable[[Engagement], list[tuple[str, str, str]]]) -> None:
    """What does not belong into the section is told with its place."""
    engagement = changed(("meetings.0.day", "tuesday"))
    assert told(engagement) == [
        (
            "STR005",
            "$.meetings[ops-weekly].day",
            '"tuesday" is none of the words that "day" takes: mon, tue, wed, thu, fri, sat or sun',
        )
    ]
