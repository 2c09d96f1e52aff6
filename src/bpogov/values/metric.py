"""The catalogue of metrics: what each one counts, which way is better, and in which units it is given."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from msgspec import Struct

from bpogov.values.errors import BadValue, quoted

Direction = Literal["higher", "lower"]
Family = Literal["speed", "quality", "experience", "productivity", "people", "availability", "cost"]


class Metric(Struct, frozen=True):
    """A metric that bpogov knows.

    `direction` says which way is better; `unit` is the usual unit, `units` are all that fit. Both are empty where the
    value is an amount of money: then the unit is the code of a currency. `minimum` and `maximum` bound what the value
    can be in the usual unit (None: no bound). `description` explains the metric in plain words.
    """

    name: str
    direction: Direction
    unit: str
    family: Family
    description: str
    units: tuple[str, ...]
    minimum: float | None = 0.0
    maximum: float | None = None


def parse(text: str) -> Metric:
    """Find a metric by its name; raises BadValue for a metric that the catalogue does not have."""
    if text in METRICS:
        return METRICS[text]
    from bpogov.core.suggest import closest

    plain = "-".join(text.casefold().replace("_", " ").replace("-", " ").split())
    known = _ALSO.get(plain) or closest(plain, METRICS) or ""
    raise BadValue(f"{quoted(text)} is not a metric of the catalogue; write for example service-level or csat", known)


def fits(metric: Metric, unit: str) -> bool:
    """Tell whether values of a metric can be given in a unit; money may be in any currency of ISO 4217."""
    if metric.units:
        return unit in metric.units
    from bpogov.values import currency

    return unit in currency.codes()


def convert(value: float, unit: str, into: str) -> float | None:
    """Give a value in another unit of the same kind (time: seconds to days; shares: percent, per 1000, ppm).

    None where the units are of different kinds, or where the number of hours in one is not fixed (business days).
    """
    if unit == into:
        return value
    for sizes in (_TIMES, _SHARES):
        if unit in sizes and into in sizes:
            return value * sizes[unit] / sizes[into]
    return None


_TIMES = {"seconds": 1.0, "minutes": 60.0, "hours": 3600.0, "days": 86400.0}
_SHARES = {"percent": 1.0, "per 1000": 0.1, "ppm": 0.0001}
_WORKING_TIMES = ("business hours", "business days")
_ANY_TIME = (*_TIMES, *_WORKING_TIMES)
_ANY_SHARE = tuple(_SHARES)
_PERCENT = ("percent",)


def _share(
    name: str, direction: Direction, family: Family, description: str, units: tuple[str, ...] = _PERCENT
) -> Metric:
    return Metric(name, direction, "percent", family, description, units, maximum=100.0)


def _time(name: str, unit: str, family: Family, description: str) -> Metric:
    return Metric(name, "lower", unit, family, description, _ANY_TIME)


_CATALOGUE = (
    _share("service-level", "higher", "speed", "Share of contacts answered within the agreed time"),
    _share("first-contact-resolution", "higher", "quality", "Share of matters solved at the first contact"),
    _share("qa-score", "higher", "quality", "Mean score of the contacts or cases that were checked for quality"),
    _share("accuracy", "higher", "quality", "Share of work done without a mistake", _ANY_SHARE),
    _share("first-pass-yield", "higher", "quality", "Share of work that needs no correction the first time"),
    Metric(
        "csat", "higher", "percent", "experience", "Share of customers who are satisfied, or their mean score",
        ("percent", "points"), maximum=100.0,
    ),
    Metric(
        "nps", "higher", "points", "experience", "Share of customers who would recommend, less those who would not",
        ("points",), minimum=-100.0, maximum=100.0,
    ),
    Metric(
        "ces", "higher", "points", "experience", "How easy customers find it to get help, from 1 to 7 (7 is easiest)",
        ("points",), minimum=1.0, maximum=7.0,
    ),
    _share("availability", "higher", "availability", "Share of the agreed time in which a service can be used"),
    _share("schedule-adherence", "higher", "productivity", "Share of planned time in which people work as planned"),
    _share("on-time-rate", "higher", "speed", "Share of work finished by the time agreed"),
    _share("conversion-rate", "higher", "productivity", "Share of contacts that lead to a sale or another aim"),
    _share("esat", "higher", "people", "Share of the people doing the work who say that they are satisfied"),
    _time("average-speed-of-answer", "seconds", "speed", "Mean time until a contact is answered"),
    _share("abandonment-rate", "lower", "speed", "Share of callers who give up before someone answers"),
    _time("average-handle-time", "seconds", "productivity", "Mean time that one contact takes, with the work after it"),
    _time("turnaround-time", "hours", "speed", "Time from receiving a piece of work to finishing it"),
    _time("response-time", "hours", "speed", "Time until the first answer"),
    _time("resolution-time", "hours", "speed", "Time until a matter is solved"),
    _time("backlog-age", "days", "speed", "Age of the oldest work that waits"),
    _share("error-rate", "lower", "quality", "Share of work with a mistake", _ANY_SHARE),
    _share("repeat-contact-rate", "lower", "quality", "Share of customers who contact again about the same matter"),
    _share("complaint-rate", "lower", "experience", "Share of contacts that lead to a complaint", _ANY_SHARE),
    Metric(
        "attrition", "lower", "percent", "people", "Share of the people doing the work who leave in a year", _PERCENT
    ),
    _share("absenteeism", "lower", "people", "Share of planned working time in which people are absent"),
    Metric("cost-per-contact", "lower", "", "cost", "Cost of one contact, all charges included", ()),
    _time("delivery-delay", "days", "speed", "Time by which a delivery comes later than agreed"),
)  # fmt: skip
METRICS: Mapping[str, Metric] = MappingProxyType({metric.name: metric for metric in _CATALOGUE})
"""Every metric of the catalogue by its name."""

_ALSO = {
    "aht": "average-handle-time",
    "asa": "average-speed-of-answer",
    "adherence": "schedule-adherence",
    "customer-effort-score": "ces",
    "customer-satisfaction": "csat",
    "employee-satisfaction": "esat",
    "fcr": "first-contact-resolution",
    "first-call-resolution": "first-contact-resolution",
    "net-promoter-score": "nps",
    "quality-score": "qa-score",
    "tat": "turnaround-time",
    "turnover": "attrition",
    "uptime": "availability",
}
"""Other names in the trade."""
