from collections.abc import Callable

from bpogov.model.engagement import Engagement


def test_reads(changed: Callable[..., Engagement]) -> None:
    """A language skill is read with its level."""
    engagement = changed()
    assert engagement.findings == ()
    assert engagement.facts["culture"]["language_skills"][0] == {
        "language": "en",
        "level": "C1",
        "functions": ["voice", "email"],
    }


def test_tells(changed: Callable[..., Engagement], told: Callable[[Engagement], list[tuple[str, str, str]]]) -> None:
    """What does not belong into the section is told with its place."""
    engagement = changed(("culture.language_skills.0.level", "fluent"))
    ((rule, path, message),) = told(engagement)
    assert (rule, path) == ("STR004", "$.culture.language_skills[en].level")
    assert message.startswith('"fluent" is ')
