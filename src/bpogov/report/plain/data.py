"""Reports as plain data, for the formats that machines read."""

import re
from collections.abc import Mapping
from enum import Enum
from typing import Any

from msgspec import Struct


def plain(value: Any) -> Any:
    """Give a value made of structures, enums, mappings and sequences as maps, lists and scalars.

    Fields keep the order of their declaration, mappings are sorted by key, so that the same report gives the same text.
    """
    if isinstance(value, Struct):
        return {name: plain(getattr(value, name)) for name in value.__struct_fields__}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(key): plain(value[key]) for key in sorted(value)}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return value


def dump(data: Any) -> str:
    """Write plain data as JSON text in ASCII with a line end: the same bytes on every terminal and system."""
    return _ascii(data, indent=2)


def dump_line(data: Any) -> str:
    """Write plain data as JSON text on one line, in ASCII, with a line end."""
    return _ascii(data, indent=None)


def _ascii(data: Any, indent: int | None) -> str:
    """Write JSON in which no text can be a command to the build server that reads along (`##vso[`)."""
    import json  # imported here: the text report does not need it

    return re.sub("#(?=#)", r"\\u0023", json.dumps(data, indent=indent, allow_nan=False)) + "\n"
