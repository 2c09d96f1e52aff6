from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpogov.functions import contacts

PEOPLE = [
    {"id": "amy", "side": "client", "role": ["service-owner", "finance"]},
    {"id": "ben", "side": "provider", "role": "delivery-manager"},
    {"id": "tom", "side": "provider"},
    "nobody",
]


@pytest.mark.parametrize(
    ("side", "roles", "has"),
    [
        ("client", ["finance"], True),
        ("client", ["delivery-manager"], False),
        ("provider", ["account-manager", "delivery-manager"], True),
        ("provider", [], False),
    ],
)
def test_has_role(side: str, roles: list[str], *, has: bool) -> None:
    """Somebody of the side has one of the roles."""
    assert contacts.has_role(PEOPLE, side, roles) is has


STEPS = [
    {"level": 2, "client": "dana", "respond_within": "1 hour"},
    {"level": 1, "client": "amy", "provider": "ben"},
    {"client": "tom"},
    "nonsense",
]


def test_ladder() -> None:
    """Steps come in the order of their levels, each with the one below it."""
    first, second = contacts.ladder(STEPS)
    assert first == {"level": 1, "client": "amy", "provider": "ben", "below": {}}
    assert second == {
        "level": 2,
        "client": "dana",
        "respond_within": "1 hour",
        "below": {"level": 1, "client": "amy", "provider": "ben"},
    }
    assert contacts.ladder([]) == []


def test_steps_of_one_level_keep_their_order() -> None:
    """Two steps with one level are a mistake for another rule, and both are judged."""
    twins: list[Any] = [{"level": 2, "client": "c"}, {"level": 1, "client": "a"}, {"level": 1, "client": "b"}]
    assert [step["client"] for step in contacts.ladder(twins)] == ["a", "b", "c"]


def test_who_stands_where() -> None:
    """Each step has two places; somebody who is not listed works for nobody."""
    found = contacts.on_ladder([*PEOPLE, {"id": "amy", "side": "provider"}], STEPS)
    told = [(one["level"], one["side"], one["contact"], one["works_for"]) for one in found]
    assert told == [
        (1, "client", "amy", "client"),
        (1, "provider", "ben", "provider"),
        (2, "client", "dana", ""),
        (2, "provider", "", ""),
    ]
    assert [(one["first"], one["last"]) for one in found] == [(True, False)] * 2 + [(False, True)] * 2
    assert [one["roles"] for one in found] == [["service-owner", "finance"], ["delivery-manager"], [], []]


CHAIN = [
    {"id": "a", "backup": "b"},
    {"id": "b", "backup": "a"},
    {"id": "c", "backup": "a"},
    {"id": "d", "backup": "d"},
    {"id": "e", "backup": "gone"},
    {"id": "f"},
    {"id": "f", "backup": "a"},
    {"backup": "a"},
    "nobody",
]


@pytest.mark.parametrize(
    ("person", "others"), [("a", ["b"]), ("c", ["a", "b"]), ("d", []), ("e", []), ("f", []), ("gone", [])]
)
def test_stand_ins(person: str, others: list[str]) -> None:
    """Backups are followed until nobody new is named."""
    assert contacts.stand_ins(CHAIN, person) == others


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.integers(0, 9), st.integers(0, 12)), st.integers(0, 9))
def test_stand_ins_step_by_step(backups: dict[int, int], person: int) -> None:
    """However people stand in for each other, the result is what walking from one to the next gives, and ends."""
    people = [{"id": str(one), "backup": str(other)} for one, other in backups.items()]
    walked, here = [person], person
    for _ in range(len(backups)):
        here = backups.get(here, here)
        if here in backups and here not in walked:
            walked.append(here)
        else:
            break
    assert contacts.stand_ins(people, str(person)) == [str(one) for one in walked[1:]]


def test_many_people_in_a_circle() -> None:
    """Ten thousand people who stand in for each other in one circle are all found, each once."""
    people = [{"id": str(one), "backup": str((one + 1) % 10_000), "side": "client"} for one in range(10_000)]
    assert contacts.stand_ins(people, "0") == [str(one) for one in range(1, 10_000)]
    steps = [{"level": one + 1, "client": str(one)} for one in range(10_000)]
    assert contacts.on_ladder(people, steps)[-2]["contact"] == "9999"
