"""What languages deserve: people who speak those of the customers well enough, in the functions that they reach."""

from collections.abc import Iterator
from typing import Any

from tests.precision.expected import RUNNING, Case, Expected, customer_facing

RANKS = ("A1", "A2", "B1", "B2", "C1", "C2")
NEEDED = {"voice": "C1", "email": "B2", "chat": "B2", "social": "B2", "letter": "B2"}
ONE = {"nb": "no", "nn": "no", "fil": "tl"}


def findings(case: Case) -> Iterator[Expected]:
    """Everything about languages that is computed."""
    if case.status in RUNNING:
        yield from sorted(set(_customers(case)), key=lambda each: each.key)
        yield from _working(case)


def primary(tag: str) -> str:
    """The language of a tag, the written forms of one language under one name."""
    first = tag.split("-", maxsplit=1)[0].lower()
    return ONE.get(first, first)


def covers(one: str, other: str) -> bool:
    """Whether somebody who speaks one can answer the other: the same language, and not two different regions."""
    parts = [[primary(tag), *tag.lower().split("-")[1:]] for tag in (one, other)]
    return all(mine == theirs for mine, theirs in zip(*parts, strict=False))


def rank(level: str) -> int:
    """How high a level is."""
    return RANKS.index("C2" if level == "native" else level)


def _customers(case: Case) -> Iterator[Expected]:
    """Each language of each market, in each function that serves the market, for each channel."""
    functions = [function for _, function, _ in case.functions() if customer_facing(function)]
    named = {country for function in functions for country in _markets(function) or ()}
    for number, market in enumerate(case.listed("markets")):
        country = market["country"]
        serving = [each for each in functions if country not in named or country in (_markets(each) or [country])]
        for position, wanted in enumerate(market["languages"]):
            place = ("markets", number, "languages", position)
            for function in serving:
                for channel in function.get("channels", ()):
                    if channel in NEEDED:
                        yield from _spoken(case, wanted, function["id"], NEEDED[channel], place)


def _markets(function: dict[str, Any]) -> list[str] | None:
    """The markets that a function names in its windows; None where it serves all."""
    windows = function.get("service_windows", [])
    if not windows or any("markets" not in window for window in windows):
        return None
    return [country for window in windows for country in window["markets"]]


def _spoken(case: Case, wanted: str, function: str, level: str, place: tuple[str | int, ...]) -> Iterator[Expected]:
    skills = [
        (number, skill)
        for number, skill in enumerate(case.listed("culture", "language_skills"))
        if primary(skill["language"]) == primary(wanted)
    ]
    here = [(number, skill) for number, skill in skills if function in skill.get("functions", [function])]
    able = [skill for _, skill in here if rank(skill["level"]) >= rank(level)]
    if any(covers(skill["language"], wanted) for skill in able):
        return
    if able:
        yield Expected("CUL001", "region", place)
    elif here:
        best = max(here, key=lambda each: rank(each[1]["level"]))
        yield Expected("CUL001", "level", ("culture", "language_skills", best[0], "level"))
    elif skills:
        yield Expected("CUL001", "function", place)
    else:
        yield Expected("CUL001", "missing", place)


def _working(case: Case) -> Iterator[Expected]:
    """Contacts who say what they speak speak the language in which both sides work; each market is trained for."""
    working = case.part("culture", "working_language")
    for number, person in enumerate(case.listed("contacts")):
        spoken = person.get("languages")
        if working and spoken and not any(covers(each, working) for each in spoken):
            yield Expected("CUL006", "working-language", ("contacts", number, "languages"))
    trained = {each["country"] for each in case.listed("culture", "market_training")}
    missing = [each["country"] for each in case.listed("markets") if each["country"] not in trained]
    if missing and any(customer_facing(function) for _, function, _ in case.functions()):
        yield Expected("CUL006", "prepared", ("culture", "market_training"), (missing[0],))
