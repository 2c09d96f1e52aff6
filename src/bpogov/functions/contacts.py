"""The people of an engagement."""

from collections.abc import Mapping
from typing import Any

from bpogov.functions.declare import function


@function(
    "contacts.has_role", contacts="list", side="text", roles="list", returns="flag", reads=("[*].side", "[*].role")
)
def has_role(contacts: list[Any], side: str, roles: list[Any]) -> bool:
    """Tell whether somebody of a side (`client`, `provider`) has at least one of the roles.

    A contact without roles has none. No errors.
    """
    people = (contact for contact in contacts if isinstance(contact, Mapping) and contact.get("side") == side)
    return any(role in roles for contact in people for role in _listed(contact.get("role", [])))


def _listed(roles: Any) -> list[Any]:
    return roles if isinstance(roles, list) else [roles]
