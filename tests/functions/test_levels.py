import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from bpogov.functions import levels

APRIL = dt.date(2027, 4, 1)
GROWING = {"direction": "higher", "target": 90, "steps": [{"from": "2027-04-01", "target": 92}]}


@pytest.mark.parametrize(
    ("value", "number"),
    [(0.1, Decimal("0.1")), (3, Decimal(3)), (True, None), ("3", None), (float("nan"), None), (float("inf"), None)],
)
def test_number(value: Any, number: Decimal | None) -> None:
    """A number is exact, and nothing else is one."""
    assert levels.number(value) == number


def test_parts_of_another_kind_count_as_missing() -> None:
    """Other rules report them, so that no calculation has to."""
    assert levels.day("2027-04-01") == APRIL
    assert levels.day("soon") is None
    assert levels.day(20270401) is None
    assert list(levels.entries([{"id": "a"}, "b", None])) == [{"id": "a"}]
    assert list(levels.entries({"id": "a"})) == []
    assert levels.text("a") == "a"
    assert levels.text(7) == ""


@pytest.mark.parametrize(
    ("level", "better"),
    [
        ({"direction": "keep", "metric": "csat"}, "keep"),
        ({"direction": "up", "metric": "csat"}, "higher"),
        ({"metric": "turnaround-time"}, "lower"),
        ({"metric": "parcels"}, ""),
        ({}, ""),
    ],
)
def test_direction(level: dict[str, Any], better: str) -> None:
    """What the level says comes first, then what the catalogue says of its metric."""
    assert levels.direction(level) == better


def test_targets_over_time() -> None:
    """A step holds from its day on; steps that cannot be read are left out, in whatever order they stand."""
    mixed = {"target": 80, "steps": [{"from": "2028-01-01", "target": 92}, {"from": "2027-04-01", "target": 90}, {}]}
    assert levels.target_on(mixed, dt.date(2027, 3, 31)) == 80
    assert levels.target_on(mixed, APRIL) == 90
    assert levels.target_on(mixed, dt.date(2030, 1, 1)) == 92
    assert levels.target_on({"steps": mixed["steps"]}, dt.date(2027, 3, 31)) is None
    assert levels.target_on({"target": "80", "steps": [{"from": "2027-04-01"}]}, APRIL) is None


@pytest.mark.parametrize(
    ("level", "actual", "day", "reached"),
    [
        (GROWING, 90, "2027-03-31", True),
        (GROWING, 91.9, "2027-04-01", False),
        ({"direction": "lower", "target": 5}, 5, "2027-04-01", True),
        ({"direction": "lower", "target": 5}, 5.1, "2027-04-01", False),
        ({"direction": "keep", "metric": "csat", "target": 78}, 80, "2027-04-01", True),
        ({"direction": "keep", "metric": "csat", "target": 78}, 77, "2027-04-01", False),
        ({"direction": "keep", "metric": "parcels", "target": 78}, 78, "2027-04-01", None),
        ({"direction": "higher"}, 78, "2027-04-01", None),
    ],
)
def test_reached(level: dict[str, Any], actual: float, day: str, *, reached: bool | None) -> None:
    """The target of the day decides; where nobody can tell, nobody does."""
    assert levels.reached(level, Decimal(str(actual)), dt.date.fromisoformat(day)) is reached


@pytest.mark.parametrize(
    ("metric", "unit", "bounds"),
    [
        ("csat", "percent", (0, 100)),
        ("accuracy", "ppm", (0, 1000000)),
        ("nps", "points", (-100, 100)),
        ("turnaround-time", "minutes", (0, None)),
        ("turnaround-time", "business days", (None, None)),
        ("parcels", "percent", (0, 100)),
        ("parcels", "parcels", (None, None)),
    ],
)
def test_bounds(metric: str, unit: str, bounds: tuple[int | None, int | None]) -> None:
    """The bounds of a metric are given in the unit of the level, where that can be."""
    assert levels.bounds(metric, unit) == bounds
