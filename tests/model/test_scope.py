from collections.abc import Callable

from bpogov.model.engagement import Engagement


def test_reads(changed: Callable[..., Engagement]) -> None:
    """A function is read with the groups inside it."""
    engagement = changed()
    assert engagement.findings == ()
    assert engagement.facts["scope"]["functions"][0]["monitoring"] == {
        "method": "live dashboard and recorded-call sampling",
        "remote": True,
        "every": "daily",
    }


def test_tells(changed: Callable[..., Engagement], told: Callable[[Engagement], list[tuple[str, str, str]]]) -> None:
    """What does not belong into the section is told with its place."""
    engagement = changed(("scope.functions.0.deliverables.0.tolerance_percent", 150))
    assert told(engagement) == [
        (
            "STR007",
            "$.scope.functions[voice].deliverables[Calls handled].tolerance_percent",
            '"150" is more than 100, the largest number that "tolerance_percent" can have',
        )
    ]
