"""Values in the words of a message."""

import pytest

from bpogov.policy.wording import inside, shown


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("soon", '"soon"'),
        (True, "true"),
        (1.5, "1.5"),
        (2.0, "2"),
        (3, "3"),
        (["a"], "a list"),
        ({"a": 1}, "a group of fields"),
        (None, "nothing"),
    ],
)
def test_a_value_is_named(value: object, words: str) -> None:
    """Texts stand in quotes, whole decimals without a point, and lists and groups are named by their kind."""
    assert shown(value) == words


@pytest.mark.parametrize(
    ("text", "told"), [("Days of notice", "days of notice"), ("GDP growth", "GDP growth"), ("", "")]
)
def test_a_description_goes_on_in_a_sentence(text: str, told: str) -> None:
    """Its capital goes, save that of an abbreviation."""
    assert inside(text) == told
