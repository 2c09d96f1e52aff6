from collections.abc import Callable

from bpogov.model.engagement import Engagement


def test_reads(changed: Callable[..., Engagement]) -> None:
    """A party is read with its hours and holidays in the long form."""
    engagement = changed()
    assert engagement.findings == ()
    assert engagement.facts["parties"]["client"] == {
        "name": "Northwind Outfitters Inc.",
        "country": "US",
        "timezone": "America/New_York",
        "working_hours": {"days": "mon-fri", "from": "09:00", "to": "17:30"},
        "holidays": {"calendar": "US", "add": [], "remove": []},
    }


def test_tells(changed: Callable[..., Engagement], told: Callable[[Engagement], list[tuple[str, str, str]]]) -> None:
    """What does not belong into the section is told with its place."""
    engagement = changed(("parties.provider.group_member", "yes"))
    assert told(engagement) == [
        ("STR003", "$.parties.provider.group_member", '"group_member" is the text "yes", but true or false is expected')
    ]
