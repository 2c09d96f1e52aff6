"""What sums of money deserve, in exact fractions: prices and savings that can be true, and steering that is paid."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from tests.precision.expected import RUNNING, Case, Expected


def findings(case: Case) -> Iterator[Expected]:
    """Everything about money that is computed."""
    if case.status not in RUNNING:
        return
    proven, currency = case.part("cost", "evidence"), case.part("cost", "currency")
    saving = _exact(case.part("cost", "savings_percent"))
    if 35 < saving < 100 and not proven:
        yield Expected("CST003", "savings", ("cost", "savings_percent"))
    price, market = _exact(case.part("contract", "pricing", "rate")), _exact(case.part("cost", "benchmark_price"))
    same = currency == case.part("contract", "pricing", "currency")
    if market and same and not proven and price < market * Fraction(9, 10):
        yield Expected("CST003", "benchmark", ("contract", "pricing", "rate"))
    run, steering = (_exact(case.part("cost", "yearly", name)) for name in ("run", "governance"))
    if steering < run / 50:
        yield Expected("CST002", "governance-share", ("cost", "yearly", "governance"))


def _exact(number: Any) -> Fraction:
    return Fraction(str(number or 0))
