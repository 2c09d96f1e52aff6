from collections.abc import Callable

from bpogov.model.engagement import Engagement


def test_reads(changed: Callable[..., Engagement]) -> None:
    """A goal is read field by field."""
    engagement = changed()
    assert engagement.findings == ()
    assert engagement.facts["goals"][2]["tracked_by"] == "monthly hours report"


def test_tells(changed: Callable[..., Engagement], told: Callable[[Engagement], list[tuple[str, str, str]]]) -> None:
    """What does not belong into the section is told with its place."""
    engagement = changed(("goals.0.owner", "nobody"))
    assert told(engagement) == [
        (
            "STR005",
            "$.goals[g-csat].owner",
            '"nobody" is none of the words that "owner" takes: client, provider or joint',
        )
    ]
