from collections.abc import Callable

from bpogov.model.engagement import Engagement


def test_reads(changed: Callable[..., Engagement]) -> None:
    """The contract is read with its law."""
    engagement = changed()
    assert engagement.findings == ()
    assert engagement.facts["contract"]["governing_law"] == "US-NY"


def test_tells(changed: Callable[..., Engagement], told: Callable[[Engagement], list[tuple[str, str, str]]]) -> None:
    """What does not belong into the section is told with its place."""
    engagement = changed(("contract.governing_law", "Narnia"))
    ((rule, path, message),) = told(engagement)
    assert (rule, path) == ("STR004", "$.contract.governing_law")
    assert message.startswith('"Narnia" is ')
