from collections.abc import Callable

from bpogov.model.engagement import Engagement


def test_reads(changed: Callable[..., Engagement]) -> None:
    """An action says what it is for under the name that authors use."""
    engagement = changed()
    assert engagement.findings == ()
    assert engagement.facts["outcomes"]["actions"][0]["for"] == "sl-voice"


def test_tells(changed: Callable[..., Engagement], told: Callable[[Engagement], list[tuple[str, str, str]]]) -> None:
    """What does not belong into the section is told with its place."""
    engagement = changed(("outcomes.scorecards.0.goals.g-csat", "fine"))
    assert told(engagement) == [
        (
            "STR005",
            "$.outcomes.scorecards[2026-Q3].goals.g-csat",
            '"fine" is none of the words that "g-csat" takes: met, on-track, at-risk or off-track',
        )
    ]
