import datetime as dt
from typing import Any

import pytest
import yaml

from benchmarks.corpus.chance import Chance
from benchmarks.corpus.engagement import engagement
from benchmarks.corpus.writing import scalar, text


@pytest.mark.parametrize("number", range(25))
def test_what_is_written_is_what_was_meant(number: int) -> None:
    """Whatever the habits of the author, YAML gives back the engagement."""
    made: dict[str, Any] = engagement(Chance(1, number), number)
    written = text(made, ["A comment"], Chance(2, number))
    assert yaml.load(written, Loader=yaml.CSafeLoader) == made
    assert written.startswith("# A comment\n")


@pytest.mark.parametrize(
    "value", ["no", "Yes", "1.0", "09:00", "+442079460001", "a: b", "say # what", "1e3", "2026-11-21"]
)
def test_texts_that_look_like_something_else_stay_texts(value: str) -> None:
    """What YAML would read as a number, a date or a truth is put in quotes."""
    assert yaml.load(scalar(value), Loader=yaml.CSafeLoader) == value


def test_dates_and_truths_are_written_plainly() -> None:
    """As people write them."""
    assert [scalar(dt.date(2026, 11, 21)), scalar(True), scalar(6.4)] == ["2026-11-21", "true", "6.4"]
