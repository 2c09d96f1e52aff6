"""Makes the people of an engagement, the ladder on which problems climb, and the meetings."""

import datetime as dt
from typing import Any

from tests.precision.world import WEEK, Chance, Place, stated

RULES = ("FREQ=WEEKLY;BYDAY=TU", "weekly", "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=DAILY;BYDAY=MO,WE,FR")
MONTHLY = ("FREQ=MONTHLY;BYDAY=2TH", "monthly", "FREQ=MONTHLY;BYDAY=-1WE", "FREQ=MONTHLY;BYMONTHDAY=28")
QUARTERLY = ("quarterly", "FREQ=MONTHLY;INTERVAL=3;BYDAY=3WE", "FREQ=MONTHLY;BYMONTH=1,4,7,10;BYDAY=1TU")
SLOW = ("biweekly", "FREQ=MONTHLY;BYDAY=5TH", "semiannual", "annual", "FREQ=MONTHLY;BYMONTHDAY=31", "quarterly")


def contacts(chance: Chance, begin: dt.date) -> list[dict[str, Any]]:
    """Three people on each side; on paper since before the contract begins."""
    people = []
    roles = {
        "client": ("service-owner", "operations-lead", "executive-sponsor"),
        "provider": ("delivery-manager", "site-lead", "executive-sponsor"),
    }
    for side, jobs in roles.items():
        for number, job in enumerate(jobs):
            people.append(_contact(chance, side, number, job, begin))
    left = chance.turn(((), (), (), (0, 1), (), (2,), (3, 4), (), (5,), (1, 2), (4, 5), (1,)))
    return [person for number, person in enumerate(people) if number not in left]


def _contact(chance: Chance, side: str, number: int, job: str, begin: dt.date) -> dict[str, Any]:
    name = f"{side[0]}{number}-{side}"
    appointed = min(begin, chance.today) - dt.timedelta(days=chance.between(5, 40))
    confirmed = appointed + dt.timedelta(days=chance.between(0, 5))
    follows = chance.often(0.1)
    if follows:
        appointed = chance.date(-200, -60)
        confirmed = appointed + dt.timedelta(days=chance.pick((3, 29, 30), (31, 45)))
    elif chance.slip(0.5):
        appointed = begin + dt.timedelta(days=chance.between(-1, 2))
    if chance.slip(0.2):
        confirmed = chance.date(-1, 3)
    twin = chance.slip(0.4)
    colleague = f"{side[0]}{(number + 1) % 3}-{side}"
    backup = chance.pick(
        (colleague,), (name, f"{'cp'[side == 'client']}0-{('client', 'provider')[side == 'client']}", "nobody"), 0.5
    )
    return stated(
        id=name,
        side=side,
        name="Kim Lee" if twin else f"{side.title()} Number {number}",
        role=[job, "quality-lead"] if chance.often(0.2) else job,
        email=f"{'same' if twin else name}@{side}.example",
        phone="+442079460000" if twin else f"+4420794600{'12'[side == 'client']}{number}",
        languages=chance.pick((["en"], ["en", "es"], ["en-GB"]), (["fr"], ["es"]), 0.5),
        responsibilities=["Runs the service"],
        appointed=None if chance.often(0.1) and not follows else appointed,
        acknowledged=confirmed,
        replaces=f"old-{name}" if follows else None,
        site="site-0" if side == "provider" and chance.often(0.6) else None,
        backup=backup if not chance.slip(0.2) else None,
        outsourcing_experience_years=4,
    )


def ladder(chance: Chance) -> list[dict[str, Any]]:
    """Steps that answer later and later, up to the sponsors."""
    times = chance.one(
        (
            ("30 minutes", "1 hour", "2 hours"),
            ("15 minutes", "15 minutes", "1 day"),
            ("10 minutes", "2 hours", "3 hours"),
        )
    )
    steps = []
    for number in range(chance.pick((2, 3, 3), (1,))):
        level = number + 1
        last = number == 2 or chance.slip(0.3)
        person = 1 if number == 2 and chance.slip(0.4) else 2 if last else number
        answer = chance.pick((times[number],), ("5 minutes", "4 hours", "2 days"), 0.7)
        steps.append(
            stated(
                level=level,
                client=f"c{person}-client",
                provider=f"p{person}-provider",
                respond_within=None if chance.slip(0.1) else answer,
                out_of_hours="+63285550199" if number == 0 and not chance.slip(1.5) else None,
            )
        )
    if len(steps) == 2:
        steps[1] |= {"client": "c2-client", "provider": "p2-provider"}
    if chance.slip(0.4):
        chance.one(steps)["client"] = "p1-provider"
    return steps[::-1] if chance.often(0.2) else steps


def meetings(chance: Chance, home: Place, live: bool) -> list[dict[str, Any]]:
    """One meeting for each level, a catch-up, and sometimes one more of some level."""
    wanted = [
        (["operational"], RULES),
        (["tactical"], MONTHLY),
        (["strategic"], QUARTERLY),
        (["relationship"], MONTHLY),
    ]
    if chance.often(0.3):
        wanted.append((["operational", "tactical"], (*RULES, *MONTHLY)))
    noted = not chance.slip(0.7)
    found = []
    for number, (levels, usual) in enumerate(wanted):
        cadence = chance.pick(usual, (*SLOW, *usual), 1.2)
        found.append(_meeting(chance, f"m{number}", levels, cadence, home, last_held=live and noted))
    return found[1:] if chance.slip(0.2) else found


def _meeting(
    chance: Chance, name: str, levels: list[str], cadence: str, home: Place, *, last_held: bool
) -> dict[str, Any]:
    word = "FREQ" not in cadence
    on = chance.pick(("tue", "wed", "thu", "mon"), WEEK[5:]) if word and chance.often(0.8) else None
    counted = cadence == "biweekly" or "INTERVAL" in cadence or chance.often(0.1)
    first = chance.date(-300, 60) if counted and not chance.slip() else None
    if first and on:
        first += dt.timedelta(days=(WEEK.index(on) - first.weekday()) % 7)
    start = chance.pick(("09:00", "10:00", "11:00", "14:30"), ("07:30", "08:30", "17:00", "22:00", "04:30"))
    held = None
    if last_held and chance.often(0.8):
        held = chance.date(*chance.pick(((-7, 0), (-3, 0)), ((-12, -8), (-55, -40), (1, 9), (-160, -130))))
    return stated(
        id=name,
        level=levels,
        cadence=cadence,
        day=on,
        first=first,
        start=start,
        timezone=None if chance.slip(0.5) else home.zone,
        duration=chance.pick(("30 minutes", "45 minutes", "1 hour"), ("3 hours", "5 hours"), 0.7),
        chair="c0-client",
        attendees=["c0-client", "c2-client", "p0-provider", "p2-provider"],
        agenda=["performance", "goals", "provider topics", "risks"],
        minutes_by="c0-client",
        if_holiday=None if chance.slip() else chance.one(("next-working-day", "previous-working-day", "skip")),
        last_held=held,
    )


def communication(chance: Chance, live: bool) -> dict[str, Any]:
    """Channels, feedback, and the reports of the provider."""
    every = chance.pick(("weekly", "monthly", "daily", "2 weeks"), ("5 weeks", "quarterly", "2 months", "weekly"))
    last = None
    if live and chance.often(0.7):
        last = chance.date(*chance.pick(((-7, 0), (-1, 0)), ((-60, -9), (1, 4), (-140, -100))))
    report = stated(
        name="Weekly numbers",
        every=every,
        if_missed="level-1",
        last_received=last,
        grace=chance.one(("2 days", "5 days")) if chance.often(0.3) else None,
    )
    return {
        "channels": [{"type": "chat", "name": "care", "real_time": True}, {"type": "email", "name": "inbox"}],
        "feedback": {
            "both_ways": True,
            "respond_within": chance.pick(
                ("1 day", "2 days", "36 hours", "2 business days"), ("49 hours", "3 days", "3 business days")
            ),
        },
        "reports": [{"from": "provider", **report}],
        "issue_log": {"location": "board", "shared": True},
    }
