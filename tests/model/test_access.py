from collections.abc import Callable

from bpogov.model.engagement import Engagement


def test_reads(changed: Callable[..., Engagement]) -> None:
    """An access names system and rights."""
    engagement = changed()
    assert engagement.findings == ()
    assert engagement.facts["access"][0] == {"system": "ticket system", "rights": "write", "reviewed": "2026-10-05"}


def test_tells(changed: Callable[..., Engagement], told: Callable[[Engagement], list[tuple[str, str, str]]]) -> None:
    """What does not belong into the section is told with its place."""
    engagement = changed(("access.0.rights", "admin"))
    assert told(engagement) == [
        (
            "STR005",
            "$.access[ticket system].rights",
            '"admin" is none of the words that "rights" takes: read, write or approve',
        )
    ]
