import pytest
from pydantic import ValidationError

from bpogov.model.base import Between, Or, Scalar, Words
from bpogov.model.definition import EngagementFile
from bpogov.model.goals import Goal
from bpogov.model.validate import validate
from bpogov.values.errors import BadValue
from tests.model.conftest import read


@pytest.mark.parametrize("name", ["starter.yaml", "northwind.yaml"])
def test_facts_fit_the_models(name: str) -> None:
    """The facts of a file without findings are what the models describe: the long form."""
    EngagementFile.model_validate(validate(read(name)).facts)


def test_own_fields_are_free() -> None:
    """A field that starts with x- passes, any other unknown field does not."""
    Goal.model_validate({"id": "faster", "x-owner": 3})
    with pytest.raises(ValidationError):
        Goal.model_validate({"id": "faster", "metrik": "csat"})
    with pytest.raises(ValidationError):
        Goal.model_validate("faster")


def test_markers_refuse() -> None:
    """Each marker that restricts a value gives it back or refuses it."""
    assert Scalar("date").check("2026-11-21") == "2026-11-21"
    with pytest.raises(BadValue):
        Scalar("date").check("tomorrow")
    assert Words({"low": "Little"}).check("low") == "low"
    assert Words({"low": "Little"}, open=True).check("own") == "own"
    with pytest.raises(ValueError, match='"own" is none of low'):
        Words({"low": "Little"}).check("own")
    assert Between(0, 5).check(5) == 5
    assert Between(None, 5).check(-9) == -9
    assert Between(1).check(9) == 9
    with pytest.raises(ValueError, match="6 is not between 0 and 5"):
        Between(0, 5).check(6)
    with pytest.raises(ValueError, match="-1 is not between 0 and 5"):
        Between(0, 5).check(-1)


def test_markers_are_told_apart() -> None:
    """Two markers are never the same one, so that types that hold them can be put together."""
    assert Or("none", "New work") != Or("none", "New work")
