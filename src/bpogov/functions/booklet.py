"""The scorecards of an engagement in the order of their periods, beside the levels and deliverables they score."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Any

from msgspec import Struct

from bpogov.functions.levels import day, entries, number, reached, target_on, text
from bpogov.values import period as periods
from bpogov.values import window as windows
from bpogov.values.errors import BadValue
from bpogov.values.period import Period

MONTH, QUARTER, YEAR = 1, 3, 12
LENGTHS: Mapping[str, int] = {"month": MONTH, "quarter": QUARTER, "year": YEAR}
"""How many months a period of each name has."""


class Entry(Struct, frozen=True):
    """One result: its place, whether it is of an `sla` or a `deliverable`, of which, and its numbers."""

    at: str
    kind: str
    name: str
    actual: Decimal | None
    met: bool | None
    credit: float


class Verdict(Struct, frozen=True):
    """Whether a level was met in a scorecard, and the place of the result that says so."""

    met: bool
    at: str


class Card(Struct, frozen=True):
    """One scorecard: its place, period and review, what was decided, its results and the goals that are lost."""

    at: str
    name: str
    period: Period
    reviewed: dt.date | None
    decision: str
    results: tuple[Entry, ...]
    lost_goals: tuple[str, ...]

    def is_reviewed(self, today: dt.date) -> bool:
        """Whether the review has taken place: on the day recorded, else once the period is over."""
        return self.reviewed <= today if self.reviewed else self.period.last < today


class Booklet:
    """What the scorecards of an engagement say; parts that cannot be read count as not there."""

    def __init__(self, engagement: Mapping[str, Any]) -> None:
        self.engagement = engagement
        self._verdicts: dict[str, dict[str, Verdict]] = {}
        self.levels = {text(level.get("id")): level for level in entries(engagement.get("slas"))}

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """The scorecards in the order in which their periods end, and of those that end together the longest first."""
        listed = _part(self.engagement, "outcomes").get("scorecards")
        found = [card for card in map(_card, enumerate(listed if isinstance(listed, list) else ())) if card]
        return tuple(sorted(found, key=lambda card: card.period.order))

    def latest(self, count: int, today: dt.date) -> Iterator[Card]:
        """Give so many of the latest reviewed scorecards of each length of period, the newest first."""
        seen: dict[int, int] = {}
        for card in reversed([card for card in self.cards if card.is_reviewed(today)]):
            seen[card.period.months] = seen.get(card.period.months, 0) + 1
            if seen[card.period.months] <= count:
                yield card

    def judged(self) -> Iterator[tuple[Card, Entry]]:
        """Give every result that counts, with its scorecard."""
        for card in self.cards:
            for entry in card.results:
                if self.counts(entry, card.period):
                    yield card, entry

    def counts(self, entry: Entry, period: Period) -> bool:
        """Whether a result counts: of something declared, that was in force from the first day of the period on.

        What is measured over another length of time than the period does not count either.
        """
        if self.misplaced(entry, period):
            return False
        if entry.kind == "sla":
            return entry.name in self.levels and self._applies(entry.name, period)
        return any(start is None or start <= period.first for _, start in self._deliverables.get(entry.name, ()))

    def levels_for(self, period: Period) -> list[str]:
        """Give the levels that a scorecard of a period has to score."""
        return [
            name
            for name, level in self.levels.items()
            if name and _months(text(level.get("window"))) == period.months and self._applies(name, period)
        ]

    def deliverables_for(self, period: Period) -> list[str]:
        """Give the deliverables that a scorecard of a period has to count."""
        return [
            name
            for name, declared in self._deliverables.items()
            if any(
                _counted_per(text(deliverable.get("unit"))) == period.months
                and (start is None or start <= period.first)
                for deliverable, start in declared
            )
        ]

    def misplaced(self, entry: Entry, period: Period) -> str:
        """Give the length of time over which something is measured that a scorecard should not score, or an empty text.

        Nothing is misplaced where it is not declared, or measured over no length of a period.
        """
        if entry.kind == "sla":
            level = self.levels.get(entry.name, {})
            measured = {_months(text(level.get("window")))}
            if level.get("window") == "contract-year" and self._ends_contract_year(period):
                return ""
        else:
            declared = self._deliverables.get(entry.name, ())
            measured = {_counted_per(text(deliverable.get("unit"))) for deliverable, _ in declared}
        if measured & {0, period.months}:
            return ""
        return " or ".join(name for name, months in LENGTHS.items() if months in measured)

    def met(self, entry: Entry, period: Period) -> tuple[bool | None, float | None]:
        """Give whether a result reaches what it has to, and what that is; None where nobody can tell."""
        if entry.actual is None:
            return None, None
        if entry.kind == "deliverable":
            least = self._least(entry.name, period)
            return (None, None) if least is None else (entry.actual >= least, float(least))
        level = self.levels.get(entry.name, {})
        target = target_on(level, period.first)
        return reached(level, entry.actual, period.first), None if target is None else float(target)

    def verdicts(self, card: Card) -> Mapping[str, Verdict]:
        """Give for each level that counts in a scorecard whether it was met: by its numbers, else as it is written."""
        if card.at not in self._verdicts:
            found = self._verdicts.setdefault(card.at, {})
            for entry in card.results:
                if entry.kind == "sla" and self.counts(entry, card.period):
                    right, _ = self.met(entry, card.period)
                    met = entry.met if right is None else right
                    if met is not None:
                        found[entry.name] = Verdict(met, entry.at)
        return self._verdicts[card.at]

    def _least(self, name: str, period: Period) -> Decimal | None:
        """Give the least quantity of a deliverable within its tolerance; None where it is not counted per period."""
        declared = self._deliverables.get(name, ())
        if len(declared) != 1:
            return None
        deliverable, _ = declared[0]
        quantity = number(deliverable.get("quantity"))
        if quantity is None or _counted_per(text(deliverable.get("unit"))) != period.months:
            return None
        return quantity * (100 - (number(deliverable.get("tolerance_percent")) or Decimal(0))) / 100

    @cached_property
    def _deliverables(self) -> dict[str, list[tuple[Mapping[str, Any], dt.date | None]]]:
        """Everything that is declared under a name, with the go-live of its function."""
        found: dict[str, list[tuple[Mapping[str, Any], dt.date | None]]] = {}
        for function in entries(_part(self.engagement, "scope").get("functions")):
            start = day(function.get("go_live")) or self._go_live
            for deliverable in entries(function.get("deliverables")):
                if name := text(deliverable.get("name")):
                    found.setdefault(name, []).append((deliverable, start))
        return found

    @cached_property
    def _term(self) -> Mapping[str, Any]:
        return _part(_part(self.engagement, "contract"), "term")

    @cached_property
    def _go_live(self) -> dt.date | None:
        return day(self._term.get("go_live"))

    def _applies(self, name: str, period: Period) -> bool:
        start = day(self.levels[name].get("applies_from")) or self._go_live
        return start is None or start <= period.first

    def _ends_contract_year(self, period: Period) -> bool:
        """Whether a year of the contract ends in a period; so it is where the day after its last one is a birthday."""
        start = day(self._term.get("start"))
        if start is None:
            return False
        ends = (_birthday(start, year) - dt.timedelta(days=1) for year in (period.year, period.year + 1))
        return any(start < end and period.contains(end) for end in ends)


def booklet_of(engagement: Mapping[str, Any]) -> Booklet:
    """Give the booklet of an engagement: the last one is kept, because seven calculations in a row ask for the same.

    Nothing may have been changed in the engagement since (`benchmarks/stages`).
    """
    if not _LAST or _LAST[0].engagement is not engagement:
        _LAST[:] = [Booklet(engagement)]
    return _LAST[0]


def _birthday(start: dt.date, year: int) -> dt.date:
    year = min(year, dt.MAXYEAR)
    return start.replace(year=year, day=28) if (start.month, start.day) == (2, 29) else start.replace(year=year)


def _card(numbered: tuple[int, Any]) -> Card | None:
    position, card = numbered
    name = text(card.get("period")) if isinstance(card, Mapping) else ""
    try:
        period = periods.parse(name)
    except BadValue:
        return None
    at = f"$.outcomes.scorecards[{position}]"
    listed = card.get("results")
    results = tuple(filter(None, (_entry(at, *row) for row in enumerate(listed if isinstance(listed, list) else ()))))
    goals = _part(card, "goals")
    lost = tuple(goal for goal, state in sorted(goals.items()) if state == "off-track")
    return Card(at, name, period, day(card.get("reviewed")), text(card.get("decision")), results, lost)


def _entry(card: str, position: int, result: Any) -> Entry | None:
    if not isinstance(result, Mapping):
        return None
    kind = "sla" if "sla" in result else "deliverable"
    met = result.get("met")
    return Entry(
        f"{card}.results[{position}]",
        kind,
        text(result.get(kind)),
        number(result.get("actual")),
        met if isinstance(met, bool) else None,
        float(number(result.get("credit")) or 0),
    )


def _part(whole: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = whole.get(name)
    return part if isinstance(part, Mapping) else {}


@lru_cache(maxsize=256)
def _months(window: str) -> int:
    """Give the length of the periods in which a window is scored, in months; 0 where it belongs to none."""
    if window in _WINDOWS:
        return _WINDOWS[window]
    try:
        days = windows.parse(window).days
    except BadValue:
        return 0
    return next((months for months, (least, most) in _ROLLING.items() if least <= days <= most), 0)


def _counted_per(unit: str) -> int:
    """Give the length in months of the period per which a quantity is counted (`calls/month`), 0 for any other."""
    match = re.search(_PER, unit.casefold())
    return LENGTHS[match[1]] if match else 0


_LAST: list[Booklet] = []
_WINDOWS = {"calendar-month": MONTH, "calendar-quarter": QUARTER, "contract-year": YEAR}
_ROLLING = {MONTH: (28, 31), QUARTER: (89, 92), YEAR: (360, 366)}
_PER = r"(?:/|\bper|\ba|\bevery|\beach)\s*(month|quarter|year)\s*\Z"
