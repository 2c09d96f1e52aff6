"""The calculation behind the rule on staffed hours: three sites, ten windows, a year.

In the ordinary case two zones with a holiday here and there; in the worst, ten windows in ten zones, each with holidays
of its own, that the shifts of the sites leave open on nearly every day of the year.
"""

from typing import Any

from pytest_benchmark.fixture import BenchmarkFixture

from bpogov.functions import coverage, overlap
from bpogov.functions.hours import uncovered

ROUNDS = 100

ALWAYS = {"days": "mon-sun", "from": "00:00", "to": "24:00"}
NIGHT = {"days": "mon-fri", "from": "22:00", "to": "02:00"}
MORNING = {"days": "mon-sat", "from": "09:00", "to": "12:30"}
ZONES = {
    "America/New_York": "US",
    "America/Sao_Paulo": "BR",
    "Europe/Madrid": "ES",
    "Asia/Jerusalem": "IL",
    "Pacific/Auckland": "NZ",
    "America/Los_Angeles": "MX",
    "Africa/Cairo": "EG",
    "Asia/Kolkata": "IN",
    "Asia/Tokyo": "JP",
    "America/Toronto": "CA",
}


def sites(places: dict[str, str], *shifts: dict[str, str]) -> list[dict[str, Any]]:
    """Give a provider whose sites have the same shifts, each by the clock and with the holidays of its own place."""
    found = [
        {"id": zone, "timezone": zone, "shifts": list(shifts), "holidays": {"calendar": code}}
        for zone, code in places.items()
    ]
    return [{"sites": found}]


def ordinary(today: str) -> object:
    """Give the gaps of ten windows in two zones that somebody serves but for some holidays."""
    staff = sites({"America/Bogota": "CO", "Asia/Manila": "PH", "Europe/Lisbon": "PT"}, ALWAYS)
    windows = [
        {"days": "mon-fri", "from": f"{8 + number % 3:02}:00", "to": "18:00", "timezone": zone}
        for number, zone in enumerate(["America/New_York", "Europe/Madrid"] * 5)
    ]
    return uncovered(windows, staff, today)


def worst(today: str) -> object:
    """Give the gaps of ten windows in ten zones, each closed on its own holidays, that are open nearly every day."""
    staff = sites({"America/Santiago": "CL", "Australia/Sydney": "AU", "Europe/Lisbon": "PT"}, NIGHT, MORNING)
    windows = [
        {
            "days": "mon-sun" if number % 2 else "mon-fri",
            "from": "08:00",
            "to": "20:00",
            "timezone": zone,
            "closed": [code],
        }
        for number, (zone, code) in enumerate(ZONES.items())
    ]
    return uncovered(windows, staff, today)


def forget() -> None:
    """Forget everything that was calculated, so that the calculation is measured and not its memory."""
    for module in (coverage, overlap):
        for value in vars(module).values():
            if hasattr(value, "cache_clear"):
                value.cache_clear()


def test_ordinary_year(benchmark: BenchmarkFixture, today: str) -> None:
    """Ten windows that somebody serves but for some holidays."""
    benchmark.pedantic(ordinary, (today,), setup=forget, rounds=ROUNDS)  # type: ignore[no-untyped-call]  # the library has no types for it


def test_worst_year(benchmark: BenchmarkFixture, today: str) -> None:
    """Ten windows that are open nearly every day."""
    benchmark.pedantic(worst, (today,), setup=forget, rounds=ROUNDS)  # type: ignore[no-untyped-call]  # the library has no types for it


def test_year_that_is_known(benchmark: BenchmarkFixture, today: str) -> None:
    """The same offices and windows once more, as in other files of one organisation."""
    benchmark(worst, today)
