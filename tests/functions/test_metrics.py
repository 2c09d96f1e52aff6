import pytest

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
