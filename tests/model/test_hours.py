from collections.abc import Callable

from bpogov.model.engagement import Engagement


def test_reads(changed: Callable[..., Engagement]) -> None:
    """Hours are read as days with a start and an end."""
    engagement = changed()
    assert engagement.findings == ()
    assert engagement.facts["parties"]["provider"]["sites"][0]["shifts"][0] == {
        "days": "mon-sun",
        "from": "07:00",
        "to": "16:00",
    }


def test_tells(changed: Callable[..., Engagement], told: Callable[[Engagement], list[tuple[str, str, str]]]) -> None:
    """What does not belong into the section is told with its place."""
    engagement = changed(("parties.client.working_hours.to", "17:60"))
    assert told(engagement) == [
        (
            "STR004",
            "$.parties.client.working_hours.to",
            '"17:60" is not a time of day; write hours and minutes in quotes, for example "09:00"',
        )
    ]
