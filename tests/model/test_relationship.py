from collections.abc import Callable

from bpogov.model.engagement import Engagement


def test_reads(changed: Callable[..., Engagement]) -> None:
    """Scores are numbers."""
    engagement = changed()
    assert engagement.findings == ()
    assert engagement.facts["relationship"]["health"]["client_score"] == 8.1


def test_tells(changed: Callable[..., Engagement], told: Callable[[Engagement], list[tuple[str, str, str]]]) -> None:
    """What does not belong into the section is told with its place."""
    engagement = changed(("relationship.activities", {"what": "x"}))
    assert told(engagement) == [
        ("STR003", "$.relationship.activities", '"activities" is a group of fields, but a list is expected')
    ]
