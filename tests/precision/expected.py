"""What an oracle says: the findings that one engagement deserves, and how it looks at the engagement."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Path = tuple[str | int, ...]
SIDES = ("client", "provider")
RUNNING = ("draft", "in-review", "signed", "live", "exiting")


@dataclass(frozen=True, slots=True)
class Expected:
    """A finding: rule, part of the rule, place in the facts, and pieces of text that the message has to hold."""

    rule: str
    part: str
    path: Path
    words: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str, str]:
        """What is compared, with the place in one notation."""
        return self.rule, self.part, ".".join(map(str, self.path))


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """A whole engagement as it is written, and the day on which it is judged."""

    written: dict[str, Any]
    today: dt.date

    @property
    def status(self) -> str:
        """Where the engagement stands."""
        return str(self.written["status"])

    @property
    def tier(self) -> str:
        """How much is asked."""
        return str(self.written.get("tier", "standard"))

    def part(self, *names: str) -> Any:
        """The value below some sections, or None where one of them is not written."""
        here: Any = self.written
        for name in names:
            here = here.get(name) if isinstance(here, dict) else None
        return here

    def listed(self, *names: str) -> list[Any]:
        """The entries of a list; none where it is not written."""
        return list(self.part(*names) or [])

    def date(self, *names: str) -> dt.date | None:
        """A date that is written, or None."""
        return day(self.part(*names))

    def functions(self) -> Iterator[tuple[int, dict[str, Any], dt.date | None]]:
        """The functions with the day on which each goes live."""
        for number, function in enumerate(self.listed("scope", "functions")):
            yield number, function, day(function.get("go_live")) or self.date("contract", "term", "go_live")

    def first_live(self) -> dt.date | None:
        """The day on which the first function goes live."""
        return min((when for _, _, when in self.functions() if when), default=None)

    def asked(self, standard: Any, **tiers: Any) -> Any:
        """A number that depends on the tier."""
        return tiers.get(self.tier, standard)

    def people(self, side: str) -> list[dict[str, Any]]:
        """The contacts of a side."""
        return [person for person in self.listed("contacts") if person["side"] == side]

    def person(self, name: Any) -> dict[str, Any] | None:
        """The contact of an id."""
        return next((person for person in self.listed("contacts") if person["id"] == name), None)


def day(text: Any) -> dt.date | None:
    """A date from its text; None from nothing."""
    return dt.date.fromisoformat(text) if text else None


def many(value: Any) -> list[Any]:
    """One or a list as a list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def customer_facing(function: dict[str, Any]) -> bool:
    """Whether a function meets customers: as it says, else by its type."""
    kinds = ("customer-care", "technical-support", "sales", "collections")
    return bool(function.get("customer_facing", function.get("type") in kinds))
