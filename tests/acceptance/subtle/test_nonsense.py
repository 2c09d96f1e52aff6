"""Nonsense values: a clear finding where there is one to make, never a rule that breaks, and never without bounds."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bpogov.core.outcome import Outcome
from tests.acceptance.subtle.bench import RUN, TODAY, Checked, Patch, check_edits, content, northwind

CASES = {case["case"]: case for case in content(Path(__file__).parent / "nonsense.yaml")}
WHOLE = northwind()
SECTIONS = [name for name in WHOLE if name not in {"apiVersion", "kind", "id", "title", "status"}]
MOST = 200
"""How many entries of a list an engagement may have (`STR009`)."""


def replace(path: str, value: object) -> dict[str, Any]:
    """One edit."""
    return {"op": "replace", "path": path, "value": value}


def person(number: int, everybody: int) -> dict[str, Any]:
    """One of many people in key roles, each the backup of the one before on the same side."""
    side, role = (("client", "service-owner"), ("provider", "delivery-manager"))[number % 2]
    return {"id": f"p{number}", "side": side, "name": "P", "role": role, "backup": f"p{(number + 2) % everybody}"}


def _everywhere(change: Callable[[Any], Any], value: Any) -> Any:
    """A value with every single value in it changed."""
    if isinstance(value, dict):
        return {key: _everywhere(change, inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_everywhere(change, inner) for inner in value]
    return change(value)


def _dates(day: str) -> Callable[[Any], Any]:
    form = re.compile(r"\d{4}-\d{2}-\d{2}")
    return lambda value: day if isinstance(value, str) and form.fullmatch(value) else value


def _numbers(number: float) -> Callable[[Any], Any]:
    kinds = (int, float)
    return lambda value: number if isinstance(value, kinds) and not isinstance(value, bool) else value


def _durations(duration: str) -> Callable[[Any], Any]:
    form = re.compile(r"\d+ (minutes?|hours?|days?|weeks?|months?)")
    return lambda value: duration if isinstance(value, str) and form.fullmatch(value) else value


SWEEPS: dict[str, Callable[[Any], Any]] = {
    "all dates in the year 9999": _dates("9999-12-31"),
    "all dates in the year 1": _dates("0001-01-01"),
    "all numbers 0": _numbers(0),
    "all numbers as large as can be": _numbers(10**15),
    "all durations a century": _durations("100 years"),
    "all durations a minute": _durations("1 minute"),
}
DAYS = ("0001-01-01", "2028-02-29", "9999-12-31")


def _sweeps() -> dict[str, tuple[Patch, str]]:
    edits: dict[str, tuple[Patch, str]] = {}
    for name in SECTIONS:
        edits[f"no {name}"] = ([{"op": "remove", "path": f"/{name}"}], TODAY)
        edits[f"empty {name}"] = ([replace(f"/{name}", type(WHOLE[name])())], TODAY)
        edits[f"unknown {name}"] = ([replace(f"/{name}", _everywhere(lambda _: "unknown", WHOLE[name]))], TODAY)
    for name, change in SWEEPS.items():
        edits[name] = ([replace(f"/{section}", _everywhere(change, WHOLE[section])) for section in SECTIONS], TODAY)
    edits["empty everything"] = ([replace(f"/{name}", type(WHOLE[name])()) for name in SECTIONS], TODAY)
    edits["nothing but a status"] = ([{"op": "remove", "path": f"/{name}"} for name in SECTIONS], TODAY)
    edits["hundreds of people"] = ([replace("/contacts", [person(one, MOST) for one in range(MOST)])], TODAY)
    return edits | {f"on {day}": ([], day) for day in DAYS}


EDITS = _sweeps()


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Checked]:
    """Every case and every sweep."""
    edits: dict[str, tuple[Patch, str]] = {name: (case["patch"], TODAY) for name, case in CASES.items()}
    return check_edits(edits | EDITS, tmp_path_factory.mktemp("nonsense"))


def _broken(checked: Checked) -> list[str]:
    """What must not be: rules that could not be evaluated, and what the run says about that."""
    return [rule for rule, outcome in checked.outcomes.items() if outcome is Outcome.ERROR] + list(checked.told)


@pytest.mark.parametrize("name", CASES)
def test_a_nonsense_value_is_named(name: str, checked: dict[str, Checked]) -> None:
    """The finding is at the value, and no rule breaks on it."""
    assert _broken(checked[name]) == []
    found = {(seen.rule, seen.at) for seen in checked[name].seen}
    assert [one for one in CASES[name].get("expect", []) if (one["rule"], one["at"]) not in found] == []


@pytest.mark.parametrize("name", EDITS)
def test_no_rule_breaks(name: str, checked: dict[str, Checked]) -> None:
    """Whatever a section holds, and on whatever day, every rule comes to an outcome."""
    assert _broken(checked[name]) == []


def test_every_message_can_be_made(checked: dict[str, Checked]) -> None:
    """Whatever the values are, no message is left without one."""
    assert checked[RUN].told == ()


def test_ten_thousand_contacts_are_one_finding(tmp_path: Path) -> None:
    """Beyond the most that a list may have, nothing of it is read, and the rules that need it are not checked."""
    crowd = [{"id": f"p{number}", "side": "client"} for number in range(10_000)]
    found = check_edits({"crowd": ([replace("/contacts", crowd)], TODAY)}, tmp_path)["crowd"]
    assert [(seen.rule, seen.at) for seen in found.seen] == [("STR009", "$.contacts")]
    assert found.outcomes["PPL001"] is Outcome.NOT_CHECKED


def test_hundreds_of_people_are_told_one_by_one(checked: dict[str, Checked]) -> None:
    """Namesakes who stand in for each other in one great circle are each told of once by the rule about backups."""
    told = [seen.at for seen in checked["hundreds of people"].seen if seen.rule == "PPL003"]
    assert sorted(told) == sorted({f"$.contacts[p{number}].backup" for number in range(MOST)})
