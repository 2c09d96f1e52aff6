from collections.abc import Callable

from bpogov.model.engagement import Engagement


def test_reads(changed: Callable[..., Engagement]) -> None:
    """A file without regulatory entries has none."""
    engagement = changed()
    assert engagement.findings == ()
    assert "regulatory" not in engagement.facts


def test_tells(changed: Callable[..., Engagement], told: Callable[[Engagement], list[tuple[str, str, str]]]) -> None:
    """What does not belong into the section is told with its place."""
    engagement = changed(("regulatory", {"assessments": [{"date": "2026-09-01"}]}))
    assert told(engagement) == [("STR002", "$.regulatory.assessments[0].type", 'An assessment has no "type"')]
