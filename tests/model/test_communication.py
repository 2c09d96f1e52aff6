from collections.abc import Callable

from bpogov.model.engagement import Engagement


def test_reads(changed: Callable[..., Engagement]) -> None:
    """The sender of a report is read under the name that authors use."""
    engagement = changed()
    assert engagement.findings == ()
    assert engagement.facts["communication"]["reports"][0]["from"] == "provider"


def test_tells(changed: Callable[..., Engagement], told: Callable[[Engagement], list[tuple[str, str, str]]]) -> None:
    """What does not belong into the section is told with its place."""
    engagement = changed(("communication.channels.0.type", "slack"))
    assert told(engagement) == [
        (
            "STR005",
            "$.communication.channels[0].type",
            '"slack" is none of the words that "type" takes: chat, phone, email, ticket or portal',
        )
    ]
