from collections.abc import Callable

from bpogov.model.engagement import Engagement


def test_reads(changed: Callable[..., Engagement]) -> None:
    """A market is a country with languages."""
    engagement = changed()
    assert engagement.findings == ()
    assert engagement.facts["markets"][0] == {"country": "US", "languages": ["en-US", "es-US"]}


def test_tells(changed: Callable[..., Engagement], told: Callable[[Engagement], list[tuple[str, str, str]]]) -> None:
    """What does not belong into the section is told with its place."""
    engagement = changed(("markets.0.country", False))
    assert told(engagement) == [
        (
            "STR004",
            "$.markets[0].country",
            '"false" is not the code that "country" takes; some tools turn NO (the country Norway) into "false"',
        )
    ]
