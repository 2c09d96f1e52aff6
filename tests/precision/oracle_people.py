"""What contacts deserve: real stand-ins, a ladder that climbs in time, and people who know their job."""

from collections.abc import Iterator
from typing import Any

from tests.precision.expected import RUNNING, SIDES, Case, Expected, day, many
from tests.precision.lengths import day_before, longer, minutes

SPONSOR = "executive-sponsor"
OPERATIONS = {
    "client": {"service-owner", "operations-lead", "vendor-manager"},
    "provider": {"delivery-manager", "account-manager"},
}
KEY = {SPONSOR, *OPERATIONS["client"], *OPERATIONS["provider"]}


def findings(case: Case) -> Iterator[Expected]:
    """Everything about people that is computed."""
    if case.status in RUNNING:
        yield from _both_sides(case)
        yield from _stand_ins(case)
        yield from _known(case)
        yield from _ladder(case)
        yield from _keeps_up(case)


def _roles(person: dict[str, Any] | None) -> set[str]:
    return set(many(person.get("role"))) if person else set()


def _both_sides(case: Case) -> Iterator[Expected]:
    """On each side somebody for operations, a sponsor, and two people (one where the engagement is small)."""
    for side in SIDES:
        people = case.people(side)
        roles = set().union(*map(_roles, people))
        place = ("contacts",)
        if not roles & OPERATIONS[side]:
            yield Expected("PPL001", f"{side}-operations", place)
        if SPONSOR not in roles:
            yield Expected("PPL001", f"{side}-sponsor", place)
        if len(people) < case.asked(2, small=1):
            yield Expected("PPL001", f"{side}-people", place)


def _stand_ins(case: Case) -> Iterator[Expected]:
    """Another person of the same side with another name, address and number, for the key roles and on the ladder."""
    climbed = {step.get(side) for step in case.listed("escalation") for side in SIDES}
    for number, person in enumerate(case.listed("contacts")):
        if not _roles(person) & KEY and person["id"] not in climbed:
            continue
        other = case.person(person.get("backup"))
        same = [
            field
            for field in ("name", "email", "phone")
            if other and person.get(field) and _plain(person[field]) == _plain(other.get(field, ""))
        ]
        if other is None or other is person or other["side"] != person["side"] or same:
            yield Expected("PPL003", person["side"], ("contacts", number, "backup"))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _known(case: Case) -> Iterator[Expected]:
    """Everybody confirms, those whom the work cannot start without from the first day, successors within 30 days."""
    start = case.date("contract", "term", "start")
    for number, person in enumerate(case.listed("contacts")):
        appointed, confirmed = day(person.get("appointed")), day(person.get("acknowledged"))
        since, follows, place = appointed or confirmed, "replaces" in person, ("contacts", number)
        if not person.get("responsibilities"):
            yield Expected("PPL002", "responsibilities", (*place, "responsibilities"))
        elif (confirmed is None or confirmed > case.today) and not (follows and appointed):
            yield Expected("PPL002", "acknowledged", (*place, "acknowledged"))
        if not follows and (_roles(person) & KEY or not _roles(person)) and start and since and since > start:
            yield Expected("PPL002", "from-day-one", (*place, "appointed"), (str(since),))
        if follows and appointed and day_before(confirmed or case.today, "30 days") > appointed:
            yield Expected("PPL002", "successor", (*place, "acknowledged"))


def _ladder(case: Case) -> Iterator[Expected]:
    """Steps that climb: to other people, no sooner than the step below, from the daily work to the sponsors."""
    written = case.listed("escalation")
    steps = sorted(enumerate(written), key=lambda step: step[1]["level"])
    if not written:
        return
    enough = len(steps) >= case.asked(2, small=1, critical=3)
    if not enough:
        yield Expected("PPL006", "levels", ("escalation",))
    for order, (number, step) in enumerate(steps):
        place = ("escalation", number)
        last = order == len(steps) - 1
        for side in SIDES:
            if part := _misplaced(case, step, side, first=order == 0, last=last, enough=enough):
                yield Expected("PPL006", part, (*place, side))
        if "respond_within" not in step:
            yield Expected("PPL006", "answer", (*place, "respond_within"))
        if order:
            yield from _climbs(case, steps[order - 1][1], step, place, second=order == 1)


def _misplaced(case: Case, step: dict[str, Any], side: str, *, first: bool, last: bool, enough: bool) -> str:
    """Who stands wrongly on a step, as the name of the part of the rule."""
    if not step.get(side):
        return "both-sides"
    person = case.person(step[side])
    if person is None:
        return ""
    if person["side"] != side:
        return "own-side"
    sponsor = SPONSOR in _roles(person)
    led = any(SPONSOR in _roles(each) for each in case.people(side))
    if last and enough and led and not sponsor:
        return "sponsor-last"
    return "sponsor-not-first" if first and not last and sponsor and case.tier != "small" else ""


def _climbs(
    case: Case, below: dict[str, Any], step: dict[str, Any], place: tuple[str | int, ...], *, second: bool
) -> Iterator[Expected]:
    """A step against the one below; a first step that is too slow for an incident is told of elsewhere."""
    if (
        "respond_within" in step
        and "respond_within" in below
        and longer(below["respond_within"], step["respond_within"])
    ) and not (second and _too_slow(case, below["respond_within"])):
        yield Expected("PPL006", "rising", (*place, "respond_within"))
    people = [step.get(side) for side in SIDES]
    if all(people) and people == [below.get(side) for side in SIDES]:
        yield Expected("PPL006", "climbs", place)


def _too_slow(case: Case, answer: str) -> list[dict[str, Any]]:
    """The incidents that promise an answer sooner than a first step gives one."""
    promising = [each for each in case.listed("incidents") if "respond_within" in each]
    return [each for each in promising if longer(answer, each["respond_within"])]


def _keeps_up(case: Case) -> Iterator[Expected]:
    """The first step against the fastest answer promised, and all of them against the time to solve the worst."""
    timed = [(number, step) for number, step in enumerate(case.listed("escalation")) if "respond_within" in step]
    slow = [(number, _too_slow(case, step["respond_within"])) for number, step in timed if step["level"] == 1]
    slow = [(number, incidents) for number, incidents in slow if incidents]
    for number, incidents in slow:
        fastest = min(incidents, key=lambda each: minutes(each["respond_within"]))
        yield Expected(
            "PPL007", "first-step", ("escalation", number, "respond_within"), (f"severity {fastest['severity']}",)
        )
    if slow or not timed:
        return
    total = sum(minutes(step["respond_within"]) for _, step in timed)
    worst = [each for each in case.listed("incidents") if each["severity"] == 1 and "resolve_within" in each]
    if any(total > minutes(each["resolve_within"]) for each in worst):
        yield Expected("PPL007", "whole-ladder", ("escalation",))
