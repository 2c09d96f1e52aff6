"""Metrics: which way is better, in which unit they are given, and what they can be."""

from bpogov.functions.declare import function
from bpogov.values.metric import METRICS, convert, fits


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
            raise ValueError(f'"{direction}" does not say which way is better; higher, lower or keep is expected')


_WHOLE = 100
