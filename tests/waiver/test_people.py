"""Whether two texts name one person."""

import pytest

from bpogov.waiver.people import contacts_of, named, same_person
from tests.waiver.bench import CONTACTS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Amy Reed", "Amy Reed"),
        ("Amy Reed", "amy  REED "),
        ("Amy Reed", "Reed, Amy"),
        ("José Peña", "Jose Pena"),
        ("Ａｍｙ Reed", "Amy Reed"),
        ("Amy Reed", "Amy Reed <amy@acme.example>"),
        ("amy@acme.example", "Amy Reed <AMY@acme.example>"),
        ("amy", "Amy Reed"),
        ("amy@acme.example", "amy"),
        ("Amy Reed <a.reed@home.example>", "amy"),
        ("???", "???"),
    ],
)
def test_one_person_in_two_writings(one: str, other: str) -> None:
    """Case, space, accents, order of words, and the id, name or address of the same contact do not make two people."""
    assert same_person(one, other, CONTACTS)
    assert same_person(other, one, CONTACTS)


@pytest.mark.parametrize(("one", "other"), [("Amy Reed", "Raj Shah"), ("amy", "raj"), ("Amy Reed", "Amy"), ("?", "!")])
def test_two_people(one: str, other: str) -> None:
    """Other names are other people; a first name alone is nobody's, unless it is the id of a contact."""
    assert not same_person(one, other)


def test_a_contact_is_found_by_id_name_or_address() -> None:
    """What a text names; a contact that could not be read is nobody."""
    assert [one["id"] for one in named("raj@acme.example", CONTACTS)] == ["raj"]
    assert [one["id"] for one in named("Ben Cruz", CONTACTS)] == ["ben"]
    assert named("Ben Cruz", [{}, {"name": 7}]) == []
    assert contacts_of({"contacts": [{"id": "amy"}, "amy"]}) == [{"id": "amy"}]
    assert contacts_of({}) == []
