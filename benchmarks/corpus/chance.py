"""Choices that a seed decides, the same on every machine and with every version of Python."""

import datetime as dt
import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """The choices of one file; those for another use, such as what is planted in it, are drawn apart.

    Only `random()` is drawn from: of all methods of `random.Random`, it is the one that is promised to give the same
    numbers for the same seed for ever.
    """

    def __init__(self, seed: int, number: int, use: str = "") -> None:
        self._draw = random.Random(f"{seed}/{number}{use}").random  # noqa: S311 (it has to be the same, not unguessable)

    def often(self, share: float) -> bool:
        """Something that happens in a share of all cases."""
        return self._draw() < share

    def between(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + int(self._draw() * (high - low + 1))

    def one(self, items: Sequence[T]) -> T:
        """One of several."""
        return items[int(self._draw() * len(items))]

    def some(self, items: Sequence[T], count: int) -> list[T]:
        """A number of different ones, in any order."""
        left = list(items)
        return [left.pop(int(self._draw() * len(left))) for _ in range(min(count, len(left)))]

    def weighted(self, weights: dict[str, float]) -> str:
        """One of several, each as often as its weight says; the weights add up to 1."""
        drawn = self._draw()
        for name, weight in weights.items():
            drawn -= weight
            if drawn < 0:
                return name
        return next(reversed(weights))

    def day(self, low: dt.date, days: int) -> dt.date:
        """A day up to so many days after another."""
        return low + dt.timedelta(days=self.between(0, days))
