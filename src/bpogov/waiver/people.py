"""Whether two texts name the same person, and which contact of an engagement a text names."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from bpogov.values.naming import folded

Contact = Mapping[str, Any]

_ANGLES = re.compile(r"(?P<name>[^<>]*)<(?P<address>[^<>]+)>\s*")


def same_person(one: str, other: str, contacts: Sequence[Contact] = ()) -> bool:
    """Whether two texts name one person: in whatever writing, or as the same contact by id, name or e-mail."""
    if _names(one) & _names(other):
        return True
    return any(_is(one, contact) and _is(other, contact) for contact in contacts)


def named(text: str, contacts: Sequence[Contact]) -> list[Contact]:
    """The contacts that a text names, by id, name or e-mail."""
    return [contact for contact in contacts if _is(text, contact)]


def contacts_of(facts: Mapping[str, Any]) -> list[Contact]:
    """The contacts among the facts of an engagement."""
    contacts = facts.get("contacts", [])
    return [contact for contact in contacts if isinstance(contact, dict)]


def _is(text: str, contact: Contact) -> bool:
    known = (contact.get(field) for field in ("id", "name", "email"))
    return any(_names(text) & _names(one) for one in known if isinstance(one, str))


def _names(text: str) -> set[tuple[str, ...]]:
    """What a text may be called by: its words without regard to case, accents, signs and order.

    `Amy Reed <amy@acme.example>` is a name and an address.
    """
    found = _ANGLES.fullmatch(text)
    parts = (found["name"], found["address"]) if found else (text,)
    return {_words(part) for part in parts if part.strip()}


def _words(text: str) -> tuple[str, ...]:
    return tuple(sorted(folded(text).split())) or (text.strip(),)
