from collections.abc import Callable

from bpogov.model.engagement import Engagement


def test_reads(changed: Callable[..., Engagement]) -> None:
    """A clause given as text becomes its reference."""
    engagement = changed()
    assert engagement.findings == ()
    assert engagement.facts["contract"]["clauses"]["audit-access"] == {"ref": "DPA 9"}


def test_tells(changed: Callable[..., Engagement], told: Callable[[Engagement], list[tuple[str, str, str]]]) -> None:
    """What does not belong into the section is told with its place."""
    engagement = changed(("contract.subcontracting.allowed", False))
    assert told(engagement) == [
        (
            "STR003",
            "$.contract.subcontracting.allowed",
            '"allowed" is "false", but one of the words no, with-approval or with-notice is expected',
        )
    ]
