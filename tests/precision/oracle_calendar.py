"""What the other dates of an engagement deserve: goals, announcements, culture, reviews, risks."""

import datetime as dt
from collections.abc import Iterator

from tests.precision.expected import RUNNING, SIDES, Case, Expected, day
from tests.precision.lengths import day_after, day_before, longer
from tests.precision.oracle_levels import as_good, better

TERM = ("contract", "term")
STAFF = "all-staff"


def findings(case: Case) -> Iterator[Expected]:
    """Everything about dates outside the contract that is computed."""
    if case.status in RUNNING:
        yield from _goals(case)
        yield from _agreed(case)
        yield from _told(case)
        yield from _ready(case)
        yield from _fresh(case)
        yield from _risks(case)
        yield from _scope(case)
        yield from _rhythms(case)
        yield from _confirmed(case)
        if case.status != "exiting":
            yield from _health(case)


def _goals(case: Case) -> Iterator[Expected]:
    """A target that is better than today, due within the term, and something still ahead."""
    start, end = case.date(*TERM, "start"), case.date(*TERM, "end")
    dues = []
    for number, goal in enumerate(case.listed("goals")):
        due, place = day(goal["due"]), ("goals", number)
        assert due is not None
        dues.append(due)
        base = goal["baseline"]
        if base != "none" and (goal["target"] == base or not as_good(goal["target"], base, better(goal))):
            yield Expected("GOL002", "target-is-better", (*place, "target"))
        if end and end >= case.today and (start is None or end > start) and due > end:
            yield Expected("GOL002", "due-before-the-end", (*place, "due"))
        if start and due <= start:
            yield Expected("GOL002", "due-after-the-start", (*place, "due"))
    if case.status == "live" and all(due < case.today for due in dues):
        yield Expected("GOL002", "something-ahead", ("goals",))


def _agreed(case: Case) -> Iterator[Expected]:
    """Both sides agreed together, before the signature; once signed, the latest time counts."""
    signed, place = case.date(*TERM, "signed"), ("goals_agreed",)
    made = [(day(each["date"]), each["by"]) for each in case.listed("goals_agreed")]
    past = sorted((when, by) for when, by in made if when and when <= case.today)
    if not past:
        yield Expected("GOL005", "made", place)
        return
    joint = [when for when, by in past if {person["side"] for person in map(case.person, by) if person} == set(SIDES)]
    counted = [past[-1][0]] if signed else [when for when, _ in past]
    if not set(counted) & set(joint):
        yield Expected("GOL005", "both-sides", place)
    if signed and joint and min(joint) > signed:
        yield Expected("GOL005", "before-signing", place)


def _told(case: Case) -> Iterator[Expected]:
    """Who is affected hears it 14 days (small: 7) before the first go-live, and before the contract starts."""
    place, live = ("in_house", "announcements"), case.first_live()
    told = [(day(each["date"]), each, number) for number, each in enumerate(case.listed(*place))]
    affected = [each["audience"] for each in case.listed("in_house", "job_impact") if each["effect"] != "none"]
    late: set[int] = set()
    for audience in dict.fromkeys(affected):
        heard = [(when, number) for when, each, number in told if each["audience"] in (audience, STAFF) and when]
        if not heard:
            yield Expected("CHG002", "addressed", place, (f'"{audience}"',))
            continue
        when, number = min(heard)
        if live and day_before(live, case.asked("14 days", small="7 days")) < when:
            late.add(number)
        covers = {topic for _, each, _ in told if each["audience"] in (audience, STAFF) for topic in each["covers"]}
        if missing := [topic for topic in ("why", "jobs", "vision") if topic not in covers]:
            yield Expected("CHG002", "covers", place, (f'"{audience}"', *(f'"{topic}"' for topic in missing)))
    for number in late:
        yield Expected("CHG002", "early", (*place, number, "date"))
    start, dates = case.date(*TERM, "start"), [when for when, _, _ in told if when]
    if start and dates and not late and min(dates) > start:
        yield Expected("CHG002", "before-start", place)


def _ready(case: Case) -> Iterator[Expected]:
    """Training of the own people before go-live, and culture shared two weeks before it, or longer where promised."""
    live, trained = case.first_live(), case.date("in_house", "training", "date")
    if live and trained and trained >= live:
        yield Expected("CHG008", "in-time", ("in_house", "training", "date"))
    shared, promised = case.date("culture", "shared_on"), case.part("culture", "settle_in")
    if live and shared and day_after(shared, "14 days") > live:
        yield Expected("CUL003", "in-time", ("culture", "shared_on"))
    elif live and shared and promised and day_after(shared, promised) > live:
        yield Expected("CUL003", "as-promised", ("culture", "settle_in"))


def _fresh(case: Case) -> Iterator[Expected]:
    """A file that somebody looked at within 90 days (190 where it is small)."""
    reviewed = case.date("last_reviewed")
    assert reviewed is not None
    oldest = day_before(case.today, case.asked("90 days", small="190 days"))
    if case.status in ("live", "exiting") and reviewed < oldest:
        yield Expected("LIF001", "fresh", ("last_reviewed",), (f" {(case.today - reviewed).days} days",))
    if reviewed > case.today:
        yield Expected("LIF001", "not-in-the-future", ("last_reviewed",))


def _risks(case: Case) -> Iterator[Expected]:
    risks = case.listed("risks")
    if len(risks) < case.asked(3, small=1, critical=5):
        yield Expected("LIF005", "enough", ("risks",))
    for number, risk in enumerate(risks):
        when = day(risk["review"])
        if when and when < case.today:
            yield Expected("LIF005", "review-due", ("risks", number, "review"))


def _scope(case: Case) -> Iterator[Expected]:
    """An analysis before the contract, at most six functions on one day, and looks and forecasts often enough."""
    made, signed, start = case.date("scope", "analysis", "date"), case.date(*TERM, "signed"), case.date(*TERM, "start")
    place = ("scope", "analysis", "date")
    if made and signed and made > signed:
        yield Expected("SCP003", "before-signing", place)
    elif made and start and made > start:
        yield Expected("SCP003", "before-start", place)
    elif made and made > case.today:
        yield Expected("SCP003", "made", place)
    waiting = case.status in ("draft", "in-review", "signed")
    days = [when for _, _, when in case.functions() if (when >= case.today if when else waiting)]
    if any(days.count(each) > 6 for each in days):
        yield Expected("SCP007", "", ("scope", "functions"))
    for number, function, _ in case.functions():
        if longer(function["monitoring"]["every"], case.asked("1 week", small="35 days")):
            yield Expected("SCP006", "often-enough", ("scope", "functions", number, "monitoring", "every"))


def _rhythms(case: Case) -> Iterator[Expected]:
    if longer("1 month", case.part("scope", "forecast", "horizon")):
        yield Expected("SCP008", "far-enough", ("scope", "forecast", "horizon"))
    if longer(case.part("scope", "forecast", "shared_every"), "1 month"):
        yield Expected("SCP008", "often-enough", ("scope", "forecast", "shared_every"))
    if longer(case.part("outcomes", "review_every"), case.asked("3 months", small="6 months")):
        yield Expected("OUT001", "", ("outcomes", "review_every"))


def _confirmed(case: Case) -> Iterator[Expected]:
    """Whoever read the contract did so before its version was signed, and before today."""
    signed = case.date("contract", "document", "signed") or case.date(*TERM, "signed")
    for number, each in enumerate(case.listed("contract", "understood")):
        when, place = day(each["date"]), ("contract", "understood", number, "date")
        assert when is not None
        if signed and when > signed:
            yield Expected("CTR001", "before-signing", place)
        elif when > case.today:
            yield Expected("CTR001", "not-yet", place)


def _health(case: Case) -> Iterator[Expected]:
    """Both sides are asked within a year, and meet twice within a year."""
    place = ("relationship", "health")
    every, done = case.part(*place, "survey_every"), case.date(*place, "last_done")
    oldest, live = day_before(case.today, "12 months"), case.first_live()
    if case.status == "live":
        if longer(every, "12 months"):
            yield Expected("REL004", "often-enough", (*place, "survey_every"))
        if (done and done < oldest) or (not done and live and live < oldest):
            yield Expected("REL004", "done", (*place, "last_done"))
        if done and done > case.today:
            yield Expected("REL004", "not-ahead", (*place, "last_done"))
    signed, session = case.date(*TERM, "signed"), case.date("relationship", "first_joint_session")
    if signed and session and session >= signed:
        yield Expected("REL002", "before-signing", ("relationship", "first_joint_session"))
    start = case.date(*TERM, "start")
    pivot = max(start, case.today) if start else case.today
    year = dt.timedelta(days=366)
    dates = [day(each["date"]) for each in case.listed("relationship", "activities")]
    near = sorted(when for when in dates if when and abs(when - pivot) <= year)
    if not any(
        sum(first <= when <= first + year for when in near) >= 2
        for first in (pivot - dt.timedelta(days=back) for back in range(367))
    ):
        yield Expected("REL002", "activities", ("relationship", "activities"))
