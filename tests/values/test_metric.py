from collections.abc import Callable

import pytest

from bpogov.values import metric
from bpogov.values.errors import BadValue
from bpogov.values.metric import METRICS

Refused = Callable[..., BadValue]
HIGHER = (
    "service-level first-contact-resolution qa-score accuracy first-pass-yield csat nps ces availability"
    " schedule-adherence on-time-rate conversion-rate esat"
)
LOWER = (
    "average-speed-of-answer abandonment-rate average-handle-time turnaround-time response-time resolution-time"
    " backlog-age error-rate repeat-contact-rate complaint-rate attrition absenteeism cost-per-contact delivery-delay"
)


@pytest.mark.parametrize(("direction", "names"), [("higher", HIGHER), ("lower", LOWER)])
def test_knows_which_way_is_better(direction: str, names: str) -> None:
    """The catalogue has these metrics, each with its direction, and no others."""
    assert {name for name, one in METRICS.items() if one.direction == direction} == set(names.split())


def test_knows_customer_experience() -> None:
    """These four metrics tell how customers feel."""
    experience = {name for name, one in METRICS.items() if one.family == "experience"}
    assert experience == {"csat", "nps", "ces", "complaint-rate"}


def test_each_metric_is_complete() -> None:
    """Each metric has its own name, a description, and its usual unit among those that fit."""
    for name, one in METRICS.items():
        assert one.name == name
        assert one.description
        assert not one.description.endswith(".")
        assert one.unit in one.units or (one.family == "cost" and not one.unit)


def test_knows_bounds() -> None:
    """Scores and shares have bounds in their usual unit; more than everyone may leave in a year."""
    assert (METRICS["nps"].minimum, METRICS["nps"].maximum) == (-100.0, 100.0)
    assert (METRICS["ces"].minimum, METRICS["ces"].maximum) == (1.0, 7.0)
    assert (METRICS["qa-score"].minimum, METRICS["qa-score"].maximum) == (0.0, 100.0)
    assert METRICS["attrition"].maximum is None
    assert METRICS["response-time"].maximum is None


@pytest.mark.parametrize(
    ("name", "unit", "fits"),
    [
        ("service-level", "percent", True),
        ("service-level", "seconds", False),
        ("turnaround-time", "business days", True),
        ("error-rate", "ppm", True),
        ("cost-per-contact", "USD", True),
        ("cost-per-contact", "percent", False),
    ],
)
def test_knows_which_units_fit(name: str, unit: str, fits: bool) -> None:
    """Shares come in percent, times in any unit of time, costs in any currency."""
    assert metric.fits(METRICS[name], unit) is fits


@pytest.mark.parametrize(
    ("value", "unit", "into", "result"),
    [
        (2.0, "days", "hours", 48.0),
        (90.0, "seconds", "minutes", 1.5),
        (0.5, "percent", "per 1000", 5.0),
        (3.0, "business days", "business days", 3.0),
        (3.0, "business days", "hours", None),
        (3.0, "percent", "hours", None),
    ],
)
def test_converts_units(value: float, unit: str, into: str, result: float | None) -> None:
    """Times and shares can be compared across units; business days and times cannot."""
    converted = metric.convert(value, unit, into)
    assert converted == (None if result is None else pytest.approx(result))


def test_finds_a_metric(refused: Refused) -> None:
    """A name of the catalogue is found; a near one, or one of the trade, is suggested."""
    assert metric.parse("csat") is METRICS["csat"]
    problem = refused(metric.parse, "AHT")
    assert problem.message == '"AHT" is not a metric of the catalogue; write for example service-level or csat'
    assert problem.suggestion == "average-handle-time"
    assert refused(metric.parse, "service level").suggestion == "service-level"
    assert refused(metric.parse, "hours-freed").suggestion == ""


def test_every_word_of_the_trade_leads_to_a_metric() -> None:
    """No suggestion is a metric that there is not."""
    assert set(metric._ALSO.values()) <= set(METRICS)
