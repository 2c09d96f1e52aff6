from collections.abc import Callable

from bpogov.model.engagement import Engagement


def test_reads(changed: Callable[..., Engagement]) -> None:
    """Amounts are read as decimal numbers."""
    engagement = changed()
    assert engagement.findings == ()
    assert engagement.facts["cost"]["yearly"] == {"run": 3100000.0, "governance": 120000.0}


def test_tells(changed: Callable[..., Engagement], told: Callable[[Engagement], list[tuple[str, str, str]]]) -> None:
    """What does not belong into the section is told with its place."""
    engagement = changed(("cost.currency", "US$"))
    ((rule, path, message),) = told(engagement)
    assert (rule, path) == ("STR004", "$.cost.currency")
    assert message.startswith('"US$" is ')
