"""What a file says that it is."""

import pytest

from bpogov.runs.looking.kind import KINDS, kind_of
from bpogov.source.load import load


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("kind: Waiver\n", "Waiver"),
        ("kind: 'Rule'\ntitle: [\n", "Rule"),
        ("kind: [Rule]\n", ""),
        ("- kind: Rule\n", ""),
        ("title: A\n", ""),
        ("title: [\n", ""),
        ("kind: Engagement\n", "Engagement"),
    ],
)
def test_a_file_says_its_kind(text: str, kind: str) -> None:
    """Also one that cannot be read as a whole."""
    assert kind_of(load(text.encode(), "a.yaml")) == kind


def test_an_engagement_is_none_of_the_others() -> None:
    """Everything that is no engagement has a name for people."""
    assert "Engagement" not in KINDS
    assert KINDS["Rule"] == ("rule", "rule file")
