"""Groups of people inside the client: who is told what, and when first.

An audience is a text, the same to a reader whatever its capitals and spaces (Unicode, default case folding). What is
addressed to `all-staff` reaches every audience. An announcement is a group of fields with `audience` and, where they
are known, `date` and `covers` (a list of topics).
"""

from collections.abc import Iterable, Mapping
from typing import Any

from bpogov.functions.declare import function


@function("audiences.missing", audiences="list", named="list", returns="list")
def missing(audiences: list[Any], named: list[Any]) -> list[Any]:
    """Give the audiences that are not among those named, each once; `all-staff` among the latter stands for all.

    No errors.
    """
    known = {_plain(name) for name in named}
    wanted = {} if _EVERYBODY in known else {_plain(name): name for name in reversed(audiences)}
    return [name for plain, name in reversed(wanted.items()) if plain not in known]


@function(
    "audiences.first_told",
    audiences="list",
    announcements="list",
    returns="list",
    reads=("[*].audience", "[*].date"),
)
def first_told(audiences: list[Any], announcements: list[Any]) -> list[dict[str, Any]]:
    """Give the announcements by which audiences hear first: {number, date, audiences} for each, the earliest first.

    `number` is the position of the announcement in its list, from 0; of several on one day the first in the list
    counts. An audience that no announcement with a date reaches is in none of them. No errors.
    """
    dated = [(entry["date"], number) for number, entry in enumerate(announcements) if _reaches(entry, "date")]
    earliest: dict[str, tuple[str, int]] = {}
    for date, number in sorted(dated, reverse=True):
        earliest[_plain(announcements[number]["audience"])] = (date, number)
    told: dict[tuple[str, int], list[Any]] = {}
    for name in audiences:
        firsts = [earliest[plain] for plain in (_plain(name), _EVERYBODY) if plain in earliest]
        if firsts:
            told.setdefault(min(firsts), []).append(name)
    return [{"number": number, "date": date, "audiences": names} for (date, number), names in sorted(told.items())]


@function(
    "audiences.not_told",
    audiences="list",
    announcements="list",
    topics="list",
    returns="list",
    reads=("[*].audience", "[*].covers"),
)
def not_told(audiences: list[Any], announcements: list[Any], topics: list[Any]) -> list[dict[str, Any]]:
    """Give the audiences that are told of some things, but not of all topics: {audience, topics} with those left out.

    All announcements that reach an audience count together. One that no announcement reaches is left out. No errors.
    """
    covered: dict[str, set[Any]] = {}
    for entry in announcements:
        if _reaches(entry):
            covered.setdefault(_plain(entry["audience"]), set()).update(entry.get("covers", ()))
    found = []
    for name in audiences:
        heard = [covered[plain] for plain in (_plain(name), _EVERYBODY) if plain in covered]
        left_out = [topic for topic in topics if not _among(topic, heard)]
        if heard and left_out:
            found.append({"audience": name, "topics": left_out})
    return found


def _reaches(entry: Any, *fields: str) -> bool:
    """Whether an announcement has an audience, and the fields."""
    return isinstance(entry, Mapping) and all(name in entry for name in ("audience", *fields))


def _among(topic: Any, heard: Iterable[set[Any]]) -> bool:
    return any(topic in topics for topics in heard)


def _plain(text: Any) -> str:
    return " ".join(str(text).casefold().split())


_EVERYBODY = "all-staff"
