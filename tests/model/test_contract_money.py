from collections.abc import Callable

from bpogov.model.engagement import Engagement


def test_reads(changed: Callable[..., Engagement]) -> None:
    """A rate is a number."""
    engagement = changed()
    assert engagement.findings == ()
    assert engagement.facts["contract"]["pricing"]["rate"] == 17.8


def test_tells(changed: Callable[..., Engagement], told: Callable[[Engagement], list[tuple[str, str, str]]]) -> None:
    """What does not belong into the section is told with its place."""
    engagement = changed(("contract.pricing.model", "hourly"))
    ((rule, path, message),) = told(engagement)
    assert (rule, path) == ("STR005", "$.contract.pricing.model")
    assert message.startswith('"hourly" is ')
