"""The people of an engagement."""

from collections.abc import Mapping
from typing import Any

from bpogov.functions.declare import function

_STEPS = ("[*].level", "[*].client", "[*].provider")


@function(
    "contacts.has_role", contacts="list", side="text", roles="list", returns="flag", reads=("[*].side", "[*].role")
)
def has_role(contacts: list[Any], side: str, roles: list[Any]) -> bool:
    """Tell whether somebody of a side (`client`, `provider`) has at least one of the roles.

    A contact without roles has none. No errors.
    """
    people = (contact for contact in contacts if isinstance(contact, Mapping) and contact.get("side") == side)
    return any(role in roles for contact in people for role in _listed(contact.get("role", [])))


@function("contacts.ladder", escalation="list", returns="list", reads=(*_STEPS, "[*].respond_within"))
def ladder(escalation: list[Any]) -> list[dict[str, Any]]:
    """Give the steps of an escalation in the order in which problems climb, each with the step `below` it.

    The order is that of `level`, wherever the steps stand in the list; a step without one is left out, and several with
    the same level keep their order. `below` is an empty group of fields for the first step. No errors.
    """
    steps = [dict(step) for step in escalation if isinstance(step, Mapping) and "level" in step]
    climbing = sorted(steps, key=lambda step: int(step["level"]))
    return [step | {"below": below} for below, step in zip([{}, *climbing], climbing, strict=False)]


@function(
    "contacts.on_ladder",
    contacts="list",
    escalation="list",
    returns="list",
    reads=(*_STEPS, "[*].id", "[*].side", "[*].role"),
)
def on_ladder(contacts: list[Any], escalation: list[Any]) -> list[dict[str, Any]]:
    """Give who stands where on an escalation: {level, side, contact, works_for, roles, first, last} for each side.

    Two entries for each step, for the client and for the provider, in the order in which problems climb. `contact` is
    the id, or an empty text; `works_for` is the side that the contact belongs to and `roles` what the contact does,
    empty for somebody who is not listed. `first` and `last` tell whether it is the lowest and the highest step. No
    errors.
    """
    listed: dict[Any, Mapping[str, Any]] = {}
    for contact in contacts:
        if isinstance(contact, Mapping):
            listed.setdefault(contact.get("id"), contact)
    steps = ladder(escalation)
    found = []
    for number, step in enumerate(steps):
        for side in ("client", "provider"):
            person = listed.get(step.get(side, ""), {})
            found.append(
                {
                    "level": step["level"],
                    "side": side,
                    "contact": step.get(side, ""),
                    "works_for": person.get("side", ""),
                    "roles": _listed(person.get("role", [])),
                    "first": number == 0,
                    "last": number == len(steps) - 1,
                }
            )
    return found


@function("contacts.stand_ins", contacts="list", id="text", returns="list", reads=("[*].id", "[*].backup"))
def stand_ins(contacts: list[Any], id: str) -> list[str]:  # noqa: A002 (the name that rules and engagements use)
    """Give who stands in for a contact, one after the other: the backup, then the backup of the backup, and so on.

    Ends where nobody is named, where somebody is named who is not listed, and before somebody comes a second time, so
    that two people who stand in for each other give one. Of several contacts with one id the first counts. No errors.
    """
    backups: dict[str, str] = {}
    for contact in contacts:
        if isinstance(contact, Mapping) and "id" in contact:
            backups.setdefault(contact["id"], contact.get("backup", ""))
    found = {id: None}
    following = backups.get(id)
    while following in backups and following not in found:
        found[following] = None
        following = backups[following]
    return list(found)[1:]


def _listed(roles: Any) -> list[Any]:
    return roles if isinstance(roles, list) else [roles]
