"""What a service level says: its numbers, which way is better, the target of a day, and the results that miss it.

Shared by the calculations about credits, goals and scorecards. A level is a group of fields as rules see it; what is
not there, or not of the kind it should be, counts as not there, because other rules report it.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from math import isfinite
from typing import Any

from bpogov.values import date as dates
from bpogov.values.errors import BadValue
from bpogov.values.metric import METRICS, convert

HIGHER, LOWER, KEEP = "higher", "lower", "keep"
_NUMBERS = (int, float)


def number(value: Any) -> Decimal | None:
    """Give a number exactly as it was written, so that 0.1 and 0.2 make 0.3; None for anything that is no number."""
    if type(value) not in _NUMBERS or not isfinite(value):
        return None
    return Decimal(str(value))


def day(value: Any) -> dt.date | None:
    """Give the date that a text is, or None."""
    try:
        return dates.parse(value) if isinstance(value, str) else None
    except BadValue:
        return None


def entries(value: Any) -> Iterator[Mapping[str, Any]]:
    """Give the groups of fields in a list; nothing where it is no list."""
    for entry in value if isinstance(value, list) else ():
        if isinstance(entry, Mapping):
            yield entry


def text(value: Any) -> str:
    """Give a text, or an empty one for anything else."""
    return value if isinstance(value, str) else ""


def direction(level: Mapping[str, Any]) -> str:
    """Give which way is better: `higher`, `lower` or `keep`, by the level, else by its metric; else an empty text."""
    stated = text(level.get("direction"))
    if stated in {HIGHER, LOWER, KEEP}:
        return stated
    metric = METRICS.get(text(level.get("metric")))
    return metric.direction if metric else ""


def targets(level: Mapping[str, Any]) -> tuple[tuple[dt.date, Decimal], ...]:
    """Give every target with the first day on which it holds, in order; the plain `target` holds from the first day."""
    plain = number(level.get("target"))
    stepped = [(day(step.get("from")), number(step.get("target"))) for step in entries(level.get("steps"))]
    known = [(start, target) for start, target in stepped if start is not None and target is not None]
    always = [] if plain is None else [(dt.date.min, plain)]
    return (*always, *sorted(known, key=lambda step: step[0]))


def target_on(level: Mapping[str, Any], when: dt.date) -> Decimal | None:
    """Give the target that holds on a day, or None where none holds yet."""
    held = [target for start, target in targets(level) if start <= when]
    return held[-1] if held else None


def reached(level: Mapping[str, Any], actual: Decimal, when: dt.date) -> bool | None:
    """Whether a result reaches the target that holds on a day.

    None where no target holds yet, or where it is not known which way is better. A level that is to `keep` its value
    has reached its target where it is not worse, by the direction of its metric.
    """
    target, better = target_on(level, when), direction(level)
    if better == KEEP:
        better = direction({"metric": level.get("metric")})
    if target is None or not better:
        return None
    return actual >= target if better == HIGHER else actual <= target


def bounds(metric: str, unit: str) -> tuple[Decimal | None, Decimal | None]:
    """Give the lowest and the highest value that a metric can have in a unit; None where there is no bound.

    In percent, a metric outside the catalogue goes from 0 to 100.
    """
    known = METRICS.get(metric)
    if known is None:
        return (Decimal(0), Decimal(100)) if unit == "percent" else (None, None)
    lowest, highest = (
        None if bound is None else convert(bound, known.unit, unit) for bound in (known.minimum, known.maximum)
    )
    return number(lowest), number(highest)
