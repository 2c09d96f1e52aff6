"""Reports as plain data, for the formats that machines read."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any


def plain(value: Any) -> Any:
    """Give a value made of dataclasses, enums, mappings and sequences as maps, lists and scalars.

    Fields keep the order of their declaration, mappings are sorted by key, so that the same report gives the same text.
    """
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(key): plain(value[key]) for key in sorted(value)}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return value


def dump(data: Any) -> str:
    """Write plain data as JSON text in ASCII with a line end: the same bytes on every terminal and system."""
    import json  # imported here: the text report does not need it

    return json.dumps(data, indent=2, allow_nan=False) + "\n"
