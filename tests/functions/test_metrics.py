from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpogov.functions import metrics


def test_a_metric_of_the_catalogue() -> None:
    """The catalogue says what a metric is about."""
    assert metrics.known("abandonment-rate")
    assert metrics.direction("abandonment-rate") == "lower"
    assert metrics.unit("abandonment-rate") == "percent"
    assert metrics.family("abandonment-rate") == "speed"
    assert metrics.units_for("turnaround-time")[0] == "hours"
    assert "days" in metrics.units_for("turnaround-time")


def test_a_metric_of_ones_own() -> None:
    """Nothing is known of a metric outside the catalogue."""
    assert not metrics.known("parcels-per-hour")
    assert metrics.direction("parcels-per-hour") == ""
    assert metrics.unit("parcels-per-hour") == ""
    assert metrics.family("parcels-per-hour") == ""
    assert metrics.units_for("parcels-per-hour") == []


@pytest.mark.parametrize(
    ("metric", "unit", "fits"),
    [
        ("service-level", "percent", True),
        ("service-level", "seconds", False),
        ("cost-per-contact", "USD", True),
        ("cost-per-contact", "percent", False),
        ("parcels-per-hour", "parcels/hour", True),
    ],
)
def test_unit_fits(metric: str, unit: str, *, fits: bool) -> None:
    """A unit fits if the metric can be given in it; money fits any currency; of one's own metrics nothing is known."""
    assert metrics.unit_fits(metric, unit) is fits


@pytest.mark.parametrize(
    ("metric", "unit", "value", "possible"),
    [
        ("qa-score", "percent", 90, True),
        ("qa-score", "percent", 900, False),
        ("qa-score", "percent", -1, False),
        ("accuracy", "ppm", 999000, True),
        ("accuracy", "ppm", 1000001, False),
        ("nps", "points", -40, True),
        ("nps", "points", -140, False),
        ("turnaround-time", "days", 900, True),
        ("turnaround-time", "business days", -2, False),
        ("attrition", "percent", 130, True),
        ("cost-per-contact", "USD", -0.1, False),
        ("parcels-per-hour", "percent", 101, False),
        ("parcels-per-hour", "percent", 99, True),
        ("parcels-per-hour", "parcels", -5, True),
    ],
)
def test_possible(metric: str, unit: str, value: float, *, possible: bool) -> None:
    """A value is possible within the bounds of the metric, in whatever unit it is given."""
    assert metrics.possible(metric, unit, value) is possible


@pytest.mark.parametrize(
    ("value", "than", "direction", "holds"),
    [
        (80, 80, "higher", True),
        (79, 80, "higher", False),
        (5, 7, "lower", True),
        (8, 7, "lower", False),
        (7, 7, "keep", True),
        (8, 7, "keep", False),
    ],
)
def test_at_least_as_good(value: float, than: float, direction: str, *, holds: bool) -> None:
    """What is better depends on the direction."""
    assert metrics.at_least_as_good(value, than, direction) is holds


def test_an_unknown_direction() -> None:
    """Without a direction nothing is better."""
    with pytest.raises(ValueError, match='"up" does not say which way is better'):
        metrics.at_least_as_good(1, 2, "up")


@pytest.mark.parametrize(
    ("value", "than", "direction", "worse"),
    [
        (75, 80, "higher", 5),
        (80.1, 80, "higher", -0.1),
        (7, 5, "lower", 2),
        (99.5, 99.6, "higher", 0.1),
        (4, 6, "keep", 2),
    ],
)
def test_worse_by(value: float, than: float, direction: str, worse: float) -> None:
    """The distance counts in the direction in which things get worse, to the last decimal."""
    assert metrics.worse_by(value, than, direction) == worse


@pytest.mark.parametrize(("value", "direction"), [(1.0, "up"), (float("nan"), "higher")])
def test_worse_in_no_direction(value: float, direction: str) -> None:
    """Without a direction, or without a number, nothing is worse."""
    with pytest.raises(ValueError, match=r"which way is better|Only numbers"):
        metrics.worse_by(value, 2.0, direction)


def test_values_in_another_unit() -> None:
    """Times and shares can be compared among themselves, business days with nothing."""
    assert metrics.comparable("days", "hours")
    assert metrics.comparable("parcels", "parcels")
    assert not metrics.comparable("business days", "hours")
    assert metrics.in_unit(2, "days", "hours") == 48
    assert metrics.in_unit(0.5, "percent", "per 1000") == 5
    with pytest.raises(ValueError, match='"hours" cannot be given in "percent"'):
        metrics.in_unit(2, "hours", "percent")


def test_target_of_a_day() -> None:
    """The latest step that has started holds; a level may have no target yet."""
    level = {"steps": [{"from": "2027-04-01", "target": 92}]}
    assert metrics.target_on(level, "2027-04-01") == 92
    assert metrics.has_target(level, "2027-04-01")
    assert not metrics.has_target(level, "2027-03-31")
    with pytest.raises(ValueError, match="no target on 2027-03-31"):
        metrics.target_on(level, "2027-03-31")


@given(thousandths=st.integers(0, 100_000), hours=st.integers(0, 9_000))
def test_downtime_is_what_availability_leaves(thousandths: int, hours: int) -> None:
    """Counted with fractions; all of the period at 0 percent, nothing of it at 100."""
    allowed = Fraction(100_000 - thousandths, 100_000) * hours * 60
    assert metrics.allowed_downtime(thousandths / 1000, hours) == pytest.approx(float(allowed), abs=0.001)


def test_downtime_needs_a_percentage_and_a_period() -> None:
    """The usual example; what is no percentage, and no length, is refused."""
    assert metrics.allowed_downtime(99.9, 730) == 43.8
    for availability in (100.1, -1, float("nan")):
        with pytest.raises(ValueError, match="is not between 0 and 100"):
            metrics.allowed_downtime(availability, 730)
    for hours in (-1, float("inf"), float("nan")):
        with pytest.raises(ValueError, match="hours are no length of a period"):
            metrics.allowed_downtime(99.9, hours)
