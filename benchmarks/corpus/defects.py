"""Planted defects: for each of the fifteen policies, ways to break it and no other.

Each defect leaves the file a well-formed engagement, so that only policies speak of it, and none meets another: what
breaks the presence of goals is not planted where a goal lost its target.
"""

from collections.abc import Callable
from typing import Any

from benchmarks.corpus.chance import Chance

SHARE = 0.3
MOST = 3
Engagement = dict[str, Any]


def plant(chance: Chance, made: Engagement) -> frozenset[str]:
    """Put up to three defects into a share of the engagements; give the policies that they break."""
    if not chance.often(SHARE):
        return frozenset()
    chosen = set(chance.some(tuple(DEFECTS), chance.one((1, 1, 1, 2, 2, MOST))))
    if "goals-present" in chosen:
        chosen.discard("goals-measurable")
    for name, put in DEFECTS.items():
        if name in chosen:
            put(chance, made)
    return frozenset(chosen)


def _without(section: str, *keys: str) -> Callable[[Chance, Engagement], None]:
    """Leave one of the keys out of one of the items of a section."""

    def leave_out(chance: Chance, made: Engagement) -> None:
        del chance.one(made[section])[chance.one(keys)]

    return leave_out


def _no_goals(_: Chance, made: Engagement) -> None:
    made["goals"] = []


def _one_side(chance: Chance, made: Engagement) -> None:
    side = chance.one(("client", "provider"))
    for contact in made["contacts"]:
        contact["side"] = side


def _no_date(chance: Chance, made: Engagement) -> None:
    del made["contract"]["term"][chance.one(("start", "end"))]


def _no_notice(chance: Chance, made: Engagement) -> None:
    if chance.often(0.3):
        del made["contract"]["termination"]
    else:
        del made["contract"]["termination"][chance.one(("client_notice", "provider_notice"))]


def _one_way(chance: Chance, made: Engagement) -> None:
    chance.one(made["meetings"])["agenda"].remove("provider topics")


def _other_language(chance: Chance, made: Engagement) -> None:
    if chance.often(0.5):
        made["culture"]["working_language"] = chance.one(("ar", "fil", "pl", "af"))
    else:
        del made["culture"]["working_language"]


def _dangling(chance: Chance, made: Engagement) -> None:
    if chance.often(0.5):
        chance.one(made["slas"])["function"] = chance.one(("chat", "social", "post"))
    else:
        meeting = chance.one(made["meetings"])
        meeting["attendees"] = [*meeting["attendees"], chance.one(("someone-else", "somebody-new"))]


def _todo(chance: Chance, made: Engagement) -> None:
    function = chance.one(made["scope"]["functions"])
    places: list[tuple[dict[str, Any], str]] = [
        (function, "description"),
        (function, "acceptance"),
        (made["culture"][chance.one(("client", "provider"))], "notes"),
        (chance.one(made["slas"]), "calculation"),
    ]
    place, key = chance.one(places)
    place[key] = chance.one((f"TODO {place[key]}", f"{place[key]} (TODO ask Legal)", "TODO"))


def _no_ceiling(chance: Chance, made: Engagement) -> None:
    if chance.often(0.5):
        del made["service_credits"]
    else:
        made["service_credits"]["cap_percent"] = chance.one((30, 40, 100))


DEFECTS: dict[str, Callable[[Chance, Engagement], None]] = {
    "goals-present": _no_goals,
    "goals-measurable": _without("goals", "metric", "target", "due"),
    "contacts-both-sides": _one_side,
    "contacts-reachable": _without("contacts", "email", "phone"),
    "contacts-backed-up": _without("contacts", "backup"),
    "levels-measurable": _without("slas", "metric", "target"),
    "levels-measured": _without("slas", "window", "measured_by"),
    "term-dated": _no_date,
    "notice-given": _no_notice,
    "meetings-regular": _without("meetings", "cadence"),
    "meetings-two-way": _one_way,
    "language-shared": _other_language,
    "references-resolve": _dangling,
    "no-todo": _todo,
    "credits-capped": _no_ceiling,
}
