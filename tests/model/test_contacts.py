from collections.abc import Callable

from bpogov.model.engagement import Engagement


def test_reads(changed: Callable[..., Engagement]) -> None:
    """One role becomes a list with one role."""
    engagement = changed()
    assert engagement.findings == ()
    assert engagement.facts["contacts"][4]["role"] == ["site-lead"]


def test_tells(changed: Callable[..., Engagement], told: Callable[[Engagement], list[tuple[str, str, str]]]) -> None:
    """What does not belong into the section is told with its place."""
    engagement = changed(("contacts.0.email", "dana at northwind"))
    ((rule, path, message),) = told(engagement)
    assert (rule, path) == ("STR004", "$.contacts[dana].email")
    assert message.startswith('"dana at northwind" is ')
