"""Makes the two sides of an engagement, what is promised to customers, and who is there to keep it."""

from typing import Any

from tests.precision.world import CLIENTS, PROVIDERS, Chance, Place, converted, stated, turned

NEIGHBOURS = (
    (), (), (), ("America/New_York", "America/Halifax"), (), (), ("America/Los_Angeles", "America/Halifax"), (),
    ("Europe/London", "Africa/Casablanca"), (), ("Pacific/Auckland", "Pacific/Chatham"),
)  # fmt: skip
"""By turns: zones that set their clocks in one night, hours apart or at once, with shifts that fit to the minute."""


def places(chance: Chance) -> tuple[Place, list[Place]]:
    """Where the client sits, and the sites of the provider."""
    home, sites = chance.one(CLIENTS), chance.some(PROVIDERS, chance.one((1, 1, 2, 3)))
    near = chance.turn(NEIGHBOURS)
    if near:
        home = next(place for place in CLIENTS if place.zone == near[0])
        sites = [place for place in PROVIDERS if place.zone == near[1]]
    return home, sites


def parties(chance: Chance, home: Place, sites: list[Place], windows: list[dict[str, Any]]) -> dict[str, Any]:
    """Both parties; the hours of the provider mostly follow those of the client."""
    begin, end = chance.pick(("08:00", "09:00", "08:30"), ("11:00", "06:00")), chance.one(("17:00", "17:30", "18:00"))
    client = stated(
        name="Northwind",
        country=home.country,
        timezone=home.zone,
        holidays=_holidays(chance, home),
        working_hours={"days": home.week, "from": begin, "to": end},
    )
    return {"client": client, "provider": _provider(chance, home, sites, windows)}


def _provider(chance: Chance, home: Place, sites: list[Place], windows: list[dict[str, Any]]) -> dict[str, Any]:
    seat = sites[0]
    kind = "alone" if chance.slip(0.15) else chance.pick(("sites", "sites", "sites", "own"), ("own", "sites"))
    hours: dict[str, str] | None = _following(chance, home, seat)
    if kind == "alone" or (kind == "sites" and chance.often(0.1)):
        hours = None
    certified = chance.date(-40, -1) if chance.slip() else chance.date(0, 500)
    return stated(
        name="Tala",
        country=seat.country,
        timezone=seat.zone,
        working_hours=hours,
        holidays=_holidays(chance, seat) if seat.holidays else None,
        certifications=[stated(standard="ISO-27001", valid_until=certified)],
        sites=[_site(chance, number, site, windows) for number, site in enumerate(sites)] if kind == "sites" else None,
    )


def _following(chance: Chance, home: Place, seat: Place) -> dict[str, str]:
    """Hours of the provider: those of the client, or those of its own day."""
    if chance.slip():
        begin, end = chance.one((("09:00", "18:00"), ("20:00", "23:00"), ("22:00", "06:00"), ("07:00", "12:15")))
        return {"days": chance.one((seat.week, "mon-wed", "sat-sun", "tue-wed")), "from": begin, "to": end}
    if chance.often(0.15):
        begin, later = converted("09:00", home.zone, seat.zone, chance.today)
        end, _ = converted("09:00", home.zone, seat.zone, chance.today, chance.one((1, 2, 3)))
        return {"days": turned(home.week, later), "from": begin, "to": end}
    begin, later = converted(chance.one(("07:00", "08:00", "09:00")), home.zone, seat.zone, chance.today)
    end, _ = converted(chance.one(("16:00", "17:00", "18:30")), home.zone, seat.zone, chance.today)
    return {"days": turned(home.week, later), "from": begin, "to": end}


def _holidays(chance: Chance, place: Place) -> Any:
    """A calendar, now and then with days added or removed."""
    if chance.often(0.7):
        return place.holidays
    added = sorted({chance.date(1, 366).isoformat() for _ in range(chance.between(1, 4))})
    removed = [f"{chance.today.year + 1}-01-01", f"{chance.today.year}-12-25"]
    return {"calendar": place.holidays, "add": added, "remove": chance.some(removed, 2)}


def _site(chance: Chance, number: int, place: Place, windows: list[dict[str, Any]]) -> dict[str, Any]:
    """A site whose shifts keep the windows, an hour wider on both ends, so that clocks may change."""
    shifts = [_shift(chance, place, window) for window in windows] or [
        {"days": "mon-sun", "from": "06:00", "to": "22:00"}
    ]
    if number and chance.often(0.3):
        shifts = shifts[:1]
    always = not chance.slip() or not place.holidays
    return stated(
        id=f"site-{number}",
        country=place.country,
        timezone=place.zone if number or chance.often(0.7) else None,
        holidays=_holidays(chance, place) if place.holidays else None,
        works_on_holidays=True if always else None,
        shifts=["24x7"] if chance.often(0.1) else shifts,
    )


def _shift(chance: Chance, place: Place, window: Any) -> dict[str, str]:
    if window["from"] == window["to"] or window["to"] == "24:00":
        return {"days": "mon-sun", "from": "00:00", "to": "24:00"}
    margin = 0 if chance.slip() or chance.turn(NEIGHBOURS) else 1
    begin, later = converted(window["from"], window["timezone"], place.zone, chance.today, -margin)
    end, _ = converted(window["to"], window["timezone"], place.zone, chance.today, margin)
    days = turned(window["days"], later) if chance.slip(1.5) else "mon-sun"
    return {"days": days, "from": begin, "to": chance.pick((end,), ("15:40",), 0.3)}


def markets(chance: Chance, home: Place) -> list[Place]:
    """The countries of the customers: that of the client, and now and then others."""
    others = [place for place in CLIENTS if place.country != home.country]
    found = {place.country: place for place in [home, *chance.some(others, chance.one((0, 0, 1, 2)))]}
    return list(found.values())


def service_windows(chance: Chance, served: list[Place], count: int) -> list[dict[str, Any]]:
    """Windows for each market, and more of them until there are as many as asked for."""
    found = []
    for number in range(max(count, len(served))):
        place = served[number % len(served)]
        begin, end = chance.one(
            (("08:00", "20:00"), ("09:00", "17:30"), ("22:00", "06:00"), ("00:00", "24:00"), ("10:15", "02:45"))
        )
        days = chance.one((place.week, place.week, "mon-sat", "mon-sun"))
        found.append({"markets": [place.country], "days": days, "from": begin, "to": end, "timezone": place.zone})
    return found[:-1] if len(found) > 1 and chance.slip(0.5) else found


def skills(chance: Chance, served: list[Place], functions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The languages of the provider's people: those of the markets, in all customer-facing functions."""
    names = [function["id"] for function in functions]
    found = []
    for wanted in dict.fromkeys(tag for place in served for tag in place.languages):
        if chance.slip(0.5):
            continue
        tag = chance.pick((wanted, wanted.split("-")[0]), (f"{wanted.split('-')[0]}-ZA",))
        level = chance.pick(("C1", "C2", "native"), ("A2", "B1", "B2"))
        known = names if not chance.slip(0.6) else names[1:]
        found.append(stated(language=tag, level=level, functions=known or None))
    return found or [{"language": "en", "level": "C1"}]
