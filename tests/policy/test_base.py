"""What every policy file has in common."""

import pytest
from pydantic import ValidationError

from bpogov.policy.base import Complaints, Day, Part, Switch


class Form(Part):
    """A form with a switch and a day."""

    on: Switch | None = None
    day: Day | None = None


def test_own_keys_are_free_and_empty_ones_are_absent() -> None:
    """`x-` keys are left out, and so is a key without a value."""
    assert Form.model_validate({"x-team": "care", "on": None}) == Form()


def test_unknown_keys_are_refused() -> None:
    """A misspelt key never passes silently."""
    with pytest.raises(ValidationError, match="extra_forbidden"):
        Form.model_validate({"onn": True})


def test_only_a_group_of_fields_is_a_part() -> None:
    """A list or a word is refused as such."""
    with pytest.raises(ValidationError, match="model_type"):
        Form.model_validate(["on"])


@pytest.mark.parametrize("value", ["yes", 1, 0, "true"])
def test_a_switch_is_true_or_false(value: object) -> None:
    """What merely looks like true is refused."""
    with pytest.raises(ValidationError, match="bool_type"):
        Form.model_validate({"on": value})


def test_a_day_is_in_the_calendar() -> None:
    """A date that looks like one but is none is refused; a real one stays as it was written."""
    assert Form.model_validate({"day": "2028-02-29"}).day == "2028-02-29"
    with pytest.raises(ValidationError, match="2026-02-29"):
        Form.model_validate({"day": "2026-02-29"})


def test_complaints_keep_their_places() -> None:
    """All of them are kept, and their text names each."""
    complaints = Complaints([(("a",), "first"), (("b", 0), "second")])
    assert complaints.found == ((("a",), "first"), (("b", 0), "second"))
    assert str(complaints) == "first; second"
