from collections.abc import Callable

from bpogov.model.engagement import Engagement


def test_reads(changed: Callable[..., Engagement]) -> None:
    """A version is text."""
    engagement = changed()
    assert engagement.findings == ()
    assert engagement.facts["contract"]["understood"][0]["version"] == "1.0"


def test_tells(changed: Callable[..., Engagement], told: Callable[[Engagement], list[tuple[str, str, str]]]) -> None:
    """What does not belong into the section is told with its place."""
    engagement = changed(("contract.renewal.type", "auto"))
    assert told(engagement) == [
        (
            "STR005",
            "$.contract.renewal.type",
            '"auto" is none of the words that "type" takes: none, manual or automatic',
        )
    ]
