"""Every kind of single value that an engagement file may hold: what it means, how it is written, by which standard."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from msgspec import Struct


class Scalar(Struct, frozen=True):
    """A kind of value.

    `module` is the module whose `parse` reads it; `examples` can be read by it. `pattern` and `format` are what a
    JSON Schema (2020-12) for editors may say of it; they are coarser than `parse`, and empty where it has nothing
    to say.
    """

    name: str
    module: str
    description: str
    examples: tuple[str, ...]
    standard: str = ""
    pattern: str = ""
    format: str = ""


def parse(kind: str, text: str) -> Any:
    """Read a text as a kind of value and give what the module of the kind gives for it.

    Raises BadValue for a text that is not such a value, and KeyError for a kind that there is not.
    """
    from importlib import import_module

    return import_module(SCALARS[kind].module).parse(text)


def _scalar(
    name: str, description: str, *examples: str, standard: str = "", pattern: str = "", form: str = ""
) -> Scalar:
    module = f"bpogov.values.{_MODULES.get(name, name.replace('-', '_'))}"
    return Scalar(name, module, description, examples, standard, pattern, form)


_MODULES = {"id": "identifier", "trigger-period": "duration"}
_ALL = (
    _scalar(
        "id", "A short name that other parts of the file refer to: small letters, digits and hyphens",
        "voice-support", "g-speed",
        pattern="^[a-z][a-z0-9-]{1,39}$",
    ),
    _scalar(
        "date", "A day of the calendar as year, month and day", "2026-11-21", "9999-12-31",
        standard="ISO 8601", pattern="^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", form="date",
    ),
    _scalar(
        "time", "A time of day in 24 hours, local to the place that it is about, in quotes", "09:00", "22:30",
        standard="ISO 8601", pattern="^([01][0-9]|2[0-3]):[0-5][0-9]$",
    ),
    _scalar(
        "duration", "A length of time in plain words or in the notation of the standard",
        "30 minutes", "14 days", "5 business days", "P3M", standard="ISO 8601",
    ),
    _scalar(
        "cadence", "How often a meeting takes place: a plain word, or a rule of repetition",
        "weekly", "monthly", "FREQ=MONTHLY;BYDAY=1FR", standard="RFC 5545 (a part of it)",
    ),
    _scalar("every", "How often something is done: a plain word or a length of time", "weekly", "annual", "14 days"),
    _scalar(
        "timezone", "The name of a time zone, area and city; the zone knows about summer time",
        "Asia/Manila", "America/New_York", standard="IANA time zone database",
    ),
    _scalar(
        "country", "A country by its code of two capital letters", "PH", "GB", "NO",
        standard="ISO 3166-1", pattern="^[A-Z]{2}$",
    ),
    _scalar(
        "region", "A country, or a part of one that has its own law", "GB", "GB-ENG", "US-NY",
        standard="ISO 3166-1 and ISO 3166-2", pattern="^[A-Z]{2}(-[A-Z0-9]{1,3})?$",
    ),
    _scalar(
        "holiday-calendar", "The public holidays of a country or of a part of one", "US", "GB-ENG", "PH",
        standard="ISO 3166-1 and ISO 3166-2", pattern="^[A-Z]{2}(-[A-Z0-9]{1,3})?$",
    ),
    _scalar(
        "currency", "A currency by its code of three capital letters", "EUR", "USD", "PHP",
        standard="ISO 4217", pattern="^[A-Z]{3}$",
    ),
    _scalar(
        "language", "A language, if need be as it is used in one country; es covers es-MX, es-ES does not",
        "en", "es-MX", "fil", standard="BCP 47", pattern="^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$",
    ),
    _scalar(
        "cefr", "How well someone speaks a language, from A1 (beginner) to C2; native counts as C2",
        "B2", "C1", "native",
        standard="Common European Framework of Reference for Languages", pattern="^([ABC][12]|native)$",
    ),
    _scalar(
        "phone", "A telephone number with a plus sign and the country code, without spaces, in quotes",
        "+442079460000", standard="ITU-T E.164", pattern="^[+][1-9][0-9]{7,14}$",
    ),
    _scalar("email", "An e-mail address", "ana@example.com", standard="RFC 5322", form="email"),
    _scalar(
        "lei", "The legal entity identifier of a company: 20 characters, the last two of which check the others",
        "5493001KJTIIGC8Y1R12", standard="ISO 17442", pattern="^[0-9A-Z]{18}[0-9]{2}$",
    ),
    _scalar(
        "weekdays", "Days of the week: one, a range that may run over the weekend, or a list with commas",
        "mon-fri", "sat", "sun-thu", "mon,wed,fri",
        pattern="^(mon|tue|wed|thu|fri|sat|sun)(( *, *|-)(mon|tue|wed|thu|fri|sat|sun))*$",
    ),
    _scalar("hours", "Hours round the clock; other hours are written with days, from and to", "24x7", pattern="^24x7$"),
    _scalar(
        "period", "A month, a quarter or a year of the calendar that is looked back at", "2026-10", "2026-Q3", "2026",
        pattern="^[0-9]{4}(-(0[1-9]|1[0-2]|Q[1-4]))?$",
    ),
    _scalar(
        "window", "The stretch of time that a level is measured over", "calendar-month", "rolling-30d", "per-incident",
        pattern="^(calendar-month|calendar-quarter|contract-year|per-incident|rolling-[1-9][0-9]{0,2}d)$",
    ),
    _scalar(
        "trigger-period", "The length of time within which repeated misses count together", "6 months", "P1Y",
        standard="ISO 8601",
    ),
    _scalar(
        "metric", "A metric of the catalogue, which brings its unit and the better direction", "service-level", "csat",
    ),
)  # fmt: skip
SCALARS: Mapping[str, Scalar] = MappingProxyType({scalar.name: scalar for scalar in _ALL})
"""Every kind of value by its name."""
