"""The dates of an engagement, which go with its status and with the day of the check."""

import datetime as dt
from typing import NamedTuple

from benchmarks.corpus.chance import Chance

TODAY = dt.date(2026, 11, 21)


class Dates(NamedTuple):
    """When the work was analysed, the goals agreed, the people appointed, the contract read and signed, and so on."""

    live: bool
    signed: dt.date | None
    start: dt.date
    go_live: dt.date
    end: dt.date
    analysed: dt.date
    appointed: dt.date
    agreed: dt.date
    read: dt.date
    told: dt.date
    shared: dt.date
    reviewed: dt.date

    def term(self) -> dict[str, dt.date]:
        """The dates of the contract."""
        signed = {"signed": self.signed} if self.signed else {}
        return {**signed, "start": self.start, "go_live": self.go_live, "end": self.end}


def dates(chance: Chance, status: str) -> Dates:
    """Draw the dates: behind what runs, around what is signed, before what is still talked about."""
    live = status == "live"
    if live:
        start = chance.day(dt.date(2026, 4, 1), 70)
    elif status == "signed":
        start = TODAY + dt.timedelta(days=chance.between(10, 40))
    else:
        start = TODAY + dt.timedelta(days=chance.between(35, 90))
    signed = min(start, TODAY) - dt.timedelta(days=chance.between(10, 30)) if status in ("signed", "live") else None
    known = signed or TODAY
    go_live = start + dt.timedelta(days=chance.between(28, 42))
    return Dates(
        live=live,
        signed=signed,
        start=start,
        go_live=go_live,
        end=start + dt.timedelta(days=365 * chance.between(2, 3) + chance.between(0, 60)),
        analysed=known - dt.timedelta(days=chance.between(60, 120)),
        appointed=known - dt.timedelta(days=chance.between(30, 50)),
        agreed=known - dt.timedelta(days=chance.between(5, 20)),
        read=known - dt.timedelta(days=chance.between(1, 5)),
        told=min(known, go_live - dt.timedelta(days=30)) - dt.timedelta(days=chance.between(0, 4)),
        shared=go_live - dt.timedelta(days=chance.between(21, 27)),
        reviewed=TODAY - dt.timedelta(days=chance.between(1, 40)),
    )
