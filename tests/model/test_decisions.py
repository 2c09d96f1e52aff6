from collections.abc import Callable

from bpogov.model.engagement import Engagement


def test_reads(changed: Callable[..., Engagement]) -> None:
    """A decision is read in the long form."""
    engagement = changed()
    assert engagement.findings == ()
    assert engagement.facts["decisions"][2] == {
        "decision": "daily-work-methods",
        "accountable": "provider",
        "responsible": "provider",
        "consulted": "client",
    }


def test_tells(changed: Callable[..., Engagement], told: Callable[[Engagement], list[tuple[str, str, str]]]) -> None:
    """What does not belong into the section is told with its place."""
    engagement = changed(("decisions.0.accountable", "joint"))
    assert told(engagement) == [
        (
            "STR005",
            "$.decisions[provider-staff-performance].accountable",
            '"joint" is none of the words that "accountable" takes: client or provider',
        )
    ]
