"""The edits of an example: JSON Patch (RFC 6902), as far as examples need it."""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import AfterValidator, Field

from bpogov.core.location import Path
from bpogov.core.suggest import closest
from bpogov.policy.base import Complaints

_NEEDS = {"add": "value", "replace": "value", "remove": "", "move": "from"}
"""The operations, and the key that each needs beside op and path."""

_KEYS = ("op", "path", "value", "from")


def _sound(patch: tuple[dict[str, Any], ...]) -> tuple[dict[str, Any], ...]:
    found = [complaint for number, edit in enumerate(patch) for complaint in _complaints(number, edit)]
    if found:
        raise Complaints(found)
    return patch


def _complaints(number: int, edit: dict[str, Any]) -> Iterator[tuple[Path, str]]:
    for key in edit:
        if key not in _KEYS:
            near = closest(key, _KEYS)
            hint = f'did you mean "{near}"?' if near else "an edit has op, path, and value or from"
            yield (number, key), f'an edit has no key "{key}"; {hint}'
    op = edit.get("op")
    if not isinstance(op, str) or op not in _NEEDS:
        yield (number, "op"), f"the op of an edit is one of {', '.join(_NEEDS)}"
    elif _NEEDS[op] and _NEEDS[op] not in edit:
        yield (number,), f'the edit "{op}" says {_NEEDS[op]}, but it is missing here'
    for key in ("path", "from") if "from" in edit else ("path",):
        place = edit.get(key)
        if not isinstance(place, str) or (place and not place.startswith("/")):
            yield (number, key), f"the {key} of an edit starts with /, such as /contract/term/end"


Edits = Annotated[
    tuple[dict[str, Any], ...],
    AfterValidator(_sound),
    Field(
        json_schema_extra={
            "items": {
                "type": "object",
                "properties": {
                    "op": {"enum": list(_NEEDS), "description": "What the edit does"},
                    "path": {"type": "string", "pattern": "^(/.*)?$", "description": "The place, as a JSON Pointer"},
                    "value": {"description": "What to write there"},
                    "from": {"type": "string", "pattern": "^/", "description": "Where a moved value comes from"},
                },
                "required": ["op", "path"],
                "additionalProperties": False,
            }
        }
    ),
]
"""The edits that an example makes in an engagement, in order."""
