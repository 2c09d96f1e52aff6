"""Chance, and the world in which engagements take place: countries with their clocks, holidays and languages."""

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

T = TypeVar("T")
RATES = (0.0, 0.08, 0.2, 0.4)
"""How often something goes wrong, by turns: in one engagement of four nothing does on purpose."""


@dataclass(frozen=True, slots=True)
class Place:
    """A country, the zone of a city in it, its holiday calendar, the languages of its customers, its working week."""

    country: str
    zone: str
    holidays: str
    languages: tuple[str, ...]
    week: str = "mon-fri"


CLIENTS = (
    Place("US", "America/New_York", "US", ("en-US", "es-US")),
    Place("US", "America/Los_Angeles", "US-CA", ("en-US",)),
    Place("CA", "America/St_Johns", "CA-NL", ("en-CA", "fr-CA")),
    Place("GB", "Europe/London", "GB-ENG", ("en-GB",)),
    Place("DE", "Europe/Berlin", "DE-BY", ("de-DE",)),
    Place("NO", "Europe/Oslo", "NO", ("nb",)),
    Place("ES", "Europe/Madrid", "ES", ("es-ES",)),
    Place("IE", "Europe/Dublin", "IE", ("en-IE",)),
    Place("AU", "Australia/Sydney", "AU-NSW", ("en-AU",)),
    Place("AU", "Australia/Lord_Howe", "AU-NSW", ("en-AU",)),
    Place("NZ", "Pacific/Auckland", "NZ", ("en-NZ",)),
    Place("BR", "America/Sao_Paulo", "BR-SP", ("pt-BR",)),
    Place("CL", "America/Santiago", "CL", ("es-CL",)),
    Place("AE", "Asia/Dubai", "AE", ("ar-AE", "en")),
    Place("IL", "Asia/Jerusalem", "IL", ("he",), "sun-thu"),
    Place("JP", "Asia/Tokyo", "JP", ("ja",)),
)
PROVIDERS = (
    Place("PH", "Asia/Manila", "PH", ("en", "fil")),
    Place("CO", "America/Bogota", "CO", ("es-CO", "en")),
    Place("IN", "Asia/Kolkata", "IN", ("en", "hi")),
    Place("NP", "Asia/Kathmandu", "", ("en",)),
    Place("ZA", "Africa/Johannesburg", "ZA", ("en",)),
    Place("MA", "Africa/Casablanca", "MA", ("fr", "ar", "es")),
    Place("EG", "Africa/Cairo", "EG", ("ar", "en"), "sun-thu"),
    Place("PL", "Europe/Warsaw", "PL", ("pl", "de", "en")),
    Place("PT", "Europe/Lisbon", "PT", ("pt-PT", "es", "en")),
    Place("CL", "America/Santiago", "CL", ("es", "en")),
    Place("NZ", "Pacific/Chatham", "NZ", ("en",)),
    Place("CA", "America/Halifax", "CA-NS", ("en", "fr-CA")),
)
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Chance:
    """The chance of one seed; `rate` says how often something goes wrong."""

    def __init__(self, seed: int, today: dt.date, rate: float, source: random.Random) -> None:
        self.seed, self.today, self.rate = seed, today, rate
        self._source = source

    def slip(self, factor: float = 1.0) -> bool:
        """Whether something goes wrong here."""
        return self._source.random() < self.rate * factor

    def turn(self, items: Sequence[T]) -> T:
        """One of several, by turns from seed to seed, of those seeds in which something goes wrong; else the first."""
        return items[self.seed // len(RATES) % len(items)] if self.rate else items[0]

    def often(self, share: float) -> bool:
        """Something that happens in a share of all engagements, right or wrong."""
        return self._source.random() < share

    def one(self, items: Sequence[T]) -> T:
        """One of several."""
        return self._source.choice(items)

    def some(self, items: Sequence[T], count: int) -> list[T]:
        """A number of different ones."""
        return self._source.sample(items, min(count, len(items)))

    def between(self, low: int, high: int) -> int:
        """A whole number from low to high."""
        return self._source.randint(low, high)

    def pick(self, right: Sequence[T], wrong: Sequence[T], factor: float = 1.0) -> T:
        """One of the right values, and now and then a wrong one."""
        return self.one(wrong if self.slip(factor) else right)

    def date(self, low: int, high: int) -> dt.date:
        """A day between so many days from today and so many."""
        return self.today + dt.timedelta(days=self.between(low, high))

    def moved(self, date: dt.date | None, low: int, high: int, factor: float = 1.0) -> dt.date | None:
        """A date, now and then so many days from where it should be."""
        if date is None or not self.slip(factor):
            return date
        return date + dt.timedelta(days=self.between(low, high))


def stated(**fields: Any) -> dict[str, Any]:
    """Fields that have a value, dates as text."""
    found = {name: value for name, value in fields.items() if value is not None}
    return {name: value.isoformat() if isinstance(value, dt.date) else value for name, value in found.items()}


def converted(clock: str, source: str, target: str, on: dt.date, hours: int = 0) -> tuple[str, int]:
    """A time of day as another zone shows it on a day, to the full quarter, and how many days further it is there."""
    begin = dt.datetime.combine(on, dt.time.fromisoformat(clock), ZoneInfo(source)) + dt.timedelta(hours=hours)
    there = begin.astimezone(ZoneInfo(target))
    return f"{there.hour:02}:{there.minute - there.minute % 15:02}", (there.date() - on).days


def turned(days: str, by: int) -> str:
    """A range of weekdays, so many days later."""
    first, _, last = days.partition("-")
    shifted = [WEEK[(WEEK.index(name) + by) % 7] for name in (first, last or first)]
    return shifted[0] if shifted[0] == shifted[1] else "-".join(shifted)


def months(date: dt.date, count: int) -> dt.date:
    """A date some months later."""
    return date + relativedelta(months=count)
