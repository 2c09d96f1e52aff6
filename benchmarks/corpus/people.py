"""Who is in an engagement: the two organisations, their people, and the ladder that problems climb."""

import datetime as dt
import unicodedata
from typing import Any, NamedTuple

from benchmarks.corpus import words
from benchmarks.corpus.chance import Chance
from benchmarks.corpus.routes import Place, Route

ROLES = {
    "client": ("service-owner", "operations-lead", "executive-sponsor"),
    "provider": ("delivery-manager", "team-lead", "executive-sponsor"),
}
SMALL_ROLES = {"client": ("service-owner", "executive-sponsor"), "provider": ("delivery-manager", "executive-sponsor")}


class Cast(NamedTuple):
    """The ids of the people of both sides: who owns the engagement, who runs the work, and the sponsor."""

    ours: tuple[str, str, str]
    theirs: tuple[str, str, str]


def plain(name: str) -> str:
    """A name as it stands in an address."""
    letters = unicodedata.normalize("NFD", name.casefold().replace("ø", "o").replace("ł", "l"))
    return "".join(letter for letter in letters if letter.isascii() and letter.isalnum())


def parties(chance: Chance, route: Route, names: tuple[str, str], *, sites: bool) -> dict[str, Any]:
    """Both organisations, with the hours of their managers and, where they matter, the sites of the provider."""
    client, provider = route.client, route.provider
    certified = [{"standard": chance.one(("ISO-27001", "SOC-2")), "valid_until": dt.date(2028, 1, 31)}]
    begin, end = route.shift
    site = {
        "id": plain(provider.city)[:3],
        "country": provider.country,
        "city": provider.city,
        "timezone": provider.zone,
        "holidays": provider.holidays,
        "works_on_holidays": True,
        "shifts": [{"days": "mon-sun", "from": begin, "to": end}],
    }
    return {
        "client": _organisation(names[0], client, ("09:00", "17:30")),
        "provider": _organisation(names[1], provider, route.hours)
        | ({"certifications": certified} if chance.often(0.5) else {})
        | ({"sites": [site]} if sites else {}),
    }


def _organisation(name: str, place: Place, hours: tuple[str, str]) -> dict[str, Any]:
    return {
        "name": name,
        "country": place.country,
        "timezone": place.zone,
        "working_hours": {"days": "mon-fri", "from": hours[0], "to": hours[1]},
        "holidays": place.holidays,
    }


def contacts(
    chance: Chance, route: Route, names: tuple[str, str], appointed: dt.date, *, small: bool
) -> list[dict[str, Any]]:
    """The people of both sides, who stand in for each other."""
    found: list[dict[str, Any]] = []
    firsts = chance.some(words.FIRST, 6)
    for side, firm, place in (("client", names[0], route.client), ("provider", names[1], route.provider)):
        roles = (SMALL_ROLES if small else ROLES)[side]
        people = [firsts.pop() for _ in roles]
        for number, role in enumerate(roles):
            backup = people[1 if number == 0 else 0]
            contact = {"id": plain(people[number]), "side": side}
            contact |= _reached(chance, place, people[number], firm) | {"role": role}
            found.append(contact | _job(chance, role, appointed) | {"backup": plain(backup)})
    return found


def _reached(chance: Chance, place: Place, first: str, firm: str) -> dict[str, Any]:
    """What somebody is called, and how to reach them."""
    last = chance.one(words.LAST)
    domain = plain(firm.partition(" ")[0])
    return {
        "name": f"{first} {last}",
        "email": f"{plain(first)}.{plain(last)}@{domain}.example",
        "phone": f"{place.dial}{chance.between(1000, 9999)}",
        "languages": sorted({"en", *(tag.split("-")[0] for tag in place.languages)}),
    }


def _job(chance: Chance, role: str, appointed: dt.date) -> dict[str, Any]:
    """What somebody answers for, and since when."""
    day = chance.day(appointed, 6)
    made: dict[str, Any] = {
        "responsibilities": list(words.RESPONSIBILITIES[role][: chance.between(1, 2)]),
        "appointed": day,
        "acknowledged": chance.day(day, 7),
    }
    if role == "service-owner":
        made["outsourcing_experience_years"] = chance.between(3, 12)
    return made


def escalation(chance: Chance, route: Route, cast: Cast, *, small: bool) -> list[dict[str, Any]]:
    """The ladder: each step takes longer, and the sponsors stand at its end."""
    times = chance.one((("30 minutes", "1 hour", "2 hours"), ("15 minutes", "30 minutes", "2 hours")))
    owners, workers, sponsors = zip(cast.ours, cast.theirs, strict=True)
    steps = (owners, sponsors) if small else ((workers[0], owners[1]), (owners[0], workers[1]), sponsors)
    ladder: list[dict[str, Any]] = [
        {"level": number, "client": ours, "provider": theirs, "respond_within": times[number - 1]}
        for number, (ours, theirs) in enumerate(steps, 1)
    ]
    if not small or chance.often(0.3):
        ladder[0]["out_of_hours"] = f"{route.provider.dial}{chance.between(1000, 9999)}"
    return ladder
