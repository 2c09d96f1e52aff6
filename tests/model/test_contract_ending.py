from collections.abc import Callable

from bpogov.model.engagement import Engagement


def test_reads(changed: Callable[..., Engagement]) -> None:
    """A notice stays the author's text."""
    engagement = changed()
    assert engagement.findings == ()
    assert engagement.facts["contract"]["termination"]["client_notice"] == "90 days"


def test_tells(changed: Callable[..., Engagement], told: Callable[[Engagement], list[tuple[str, str, str]]]) -> None:
    """What does not belong into the section is told with its place."""
    engagement = changed(("contract.termination.provider_notice", "never"))
    ((rule, path, message),) = told(engagement)
    assert (rule, path) == ("STR004", "$.contract.termination.provider_notice")
    assert message.startswith('"never" is ')
