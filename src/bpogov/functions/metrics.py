"""Metrics: which way is better, in which unit they are given, and what they can be."""

from typing import Any

from bpogov.functions import levels
from bpogov.functions.declare import function
from bpogov.values import date as dates
from bpogov.values.metric import METRICS, convert, fits

_WHOLE = 100


@function("metrics.known", metric="text", returns="flag")
def known(metric: str) -> bool:
    """Tell whether the catalogue has a metric of that name. No errors."""
    return metric in METRICS


@function("metrics.direction", metric="text", returns="text")
def direction(metric: str) -> str:
    """Give which way is better, `higher` or `lower`; empty for a metric outside the catalogue. No errors."""
    return METRICS[metric].direction if metric in METRICS else ""


@function("metrics.unit", metric="text", returns="text")
def unit(metric: str) -> str:
    """Give the usual unit; empty for an amount of money and for a metric outside the catalogue. No errors."""
    return METRICS[metric].unit if metric in METRICS else ""


@function("metrics.family", metric="text", returns="text")
def family(metric: str) -> str:
    """Give what a metric is about (`speed`, `quality`, …); empty for one outside the catalogue. No errors."""
    return METRICS[metric].family if metric in METRICS else ""


@function("metrics.units_for", metric="text", returns="list")
def units_for(metric: str) -> list[str]:
    """Give the units that fit a metric, the usual one first; none for money (any currency fits) or an unknown metric.

    No errors.
    """
    if metric not in METRICS:
        return []
    usual = METRICS[metric].unit
    return sorted(METRICS[metric].units, key=lambda unit: unit != usual)


@function("metrics.unit_fits", metric="text", unit="text", returns="flag")
def unit_fits(metric: str, unit: str) -> bool:
    """Tell whether values of a metric can be given in a unit.

    True for every unit of a metric outside the catalogue; money fits every currency of ISO 4217. No errors.
    """
    return metric not in METRICS or fits(METRICS[metric], unit)


@function("metrics.possible", metric="text", unit="text", value="number", returns="flag")
def possible(metric: str, unit: str, value: float) -> bool:
    """Tell whether a value, in the unit given, is one that a metric can have: a share of 120 percent is not.

    A metric outside the catalogue can have every value, in percent those from 0 to 100. No errors.
    """
    if metric not in METRICS:
        return unit != "percent" or 0 <= value <= _WHOLE
    bounds = METRICS[metric]
    usual = convert(value, unit, bounds.unit)
    if usual is None:
        usual = value
    lowest = bounds.minimum is None or usual >= bounds.minimum
    highest = bounds.maximum is None or usual <= bounds.maximum
    return lowest and highest


@function("metrics.at_least_as_good", value="number", than="number", direction="text", returns="flag")
def at_least_as_good(value: float, than: float, direction: str) -> bool:
    """Tell whether `value` is at least as good as `than`, in one unit: not lower where `higher` is better, and so on.

    Where a value is to `keep`, only an equal one is as good. Error: a direction other than higher, lower and keep.
    """
    match direction:
        case "higher":
            return value >= than
        case "lower":
            return value <= than
        case "keep":
            return value == than
        case _:
            raise ValueError(_NO_DIRECTION.format(direction))


@function("metrics.worse_by", value="number", than="number", direction="text", returns="number")
def worse_by(value: float, than: float, direction: str) -> float:
    """Tell by how much `value` is worse than `than`, in their unit: 5 for 75 beside 80 where `higher` is better.

    Less than 0 where it is better; where a value is to `keep`, every distance counts as worse. Exact for numbers as
    they are written: 99.5 is worse than 99.6 by 0.1. Error: a direction other than higher, lower and keep, and a value
    that is no number.
    """
    first, second = levels.number(value), levels.number(than)
    if first is None or second is None:
        raise ValueError("Only numbers can be worse than one another")
    match direction:
        case "higher":
            return float(second - first)
        case "lower":
            return float(first - second)
        case "keep":
            return float(abs(first - second))
        case _:
            raise ValueError(_NO_DIRECTION.format(direction))


@function("metrics.comparable", unit="text", other="text", returns="flag")
def comparable(unit: str, other: str) -> bool:
    """Tell whether values in two units can be compared: the same unit, two times, or two shares.

    Hours and business days are not, because nobody knows the hours of a business day. No errors.
    """
    return convert(1, unit, other) is not None


@function("metrics.in_unit", value="number", unit="text", into="text", returns="number")
def in_unit(value: float, unit: str, into: str) -> float:
    """Give a value in another unit: 2 days are 48 hours, 0.5 percent are 5 per 1000. Rounded to nine places.

    Error: units that cannot be compared (see `metrics.comparable`).
    """
    found = convert(value, unit, into)
    if found is None:
        raise ValueError(f'"{unit}" cannot be given in "{into}"')
    return round(found, _PLACES)


@function("metrics.allowed_downtime", availability="number", hours="number", returns="number")
def allowed_downtime(availability: float, hours: float) -> float:
    """Give the minutes that a service may be down in a period of so many hours: 43.8 for 99.9 percent of 730 hours.

    `availability` is in percent, `hours` are those of the period in which the service is promised (730 for a month
    around the clock).
    Rounded to a thousandth of a minute. Error: an availability that is no percentage, or hours below 0.
    Source: the usual definition of availability, agreed time less downtime over agreed time (ITIL 4).
    """
    if not 0 <= availability <= _WHOLE:
        raise ValueError(f'an availability of "{availability:g}" percent is not between 0 and 100')
    if not 0 <= hours < float("inf"):
        raise ValueError(f'"{hours:g}" hours are no length of a period')
    return round((_WHOLE - availability) / _WHOLE * hours * 60, 3)


@function("metrics.has_target", level="map", date="date", returns="flag", reads=("target", "steps"))
def has_target(level: dict[str, Any], date: str) -> bool:
    """Tell whether a level has a target on a date: a plain one, or a step that has started. Error: no date."""
    return levels.target_on(level, dates.parse(date)) is not None


@function("metrics.target_on", level="map", date="date", returns="number", reads=("target", "steps"))
def target_on(level: dict[str, Any], date: str) -> float:
    """Give the target of a level on a date: that of the latest of its `steps` that has started, else the plain one.

    Error: a text that is not a date, and a level without a target on that date (see `metrics.has_target`).
    """
    target = levels.target_on(level, dates.parse(date))
    if target is None:
        raise ValueError(f"The level has no target on {date}")
    return float(target)


_WHOLE = 100
_PLACES = 9
_NO_DIRECTION = '"{}" does not say which way is better; higher, lower or keep is expected'
