"""What stands at a place of an engagement file, in a form that a waiver can hold and compare."""

import hashlib
import json
from typing import Any

from msgspec import Struct

from bpogov.core.location import Path
from bpogov.source.document import Document
from bpogov.source.written import as_yaml
from bpogov.values.errors import quoted


class Standing(Struct, frozen=True):
    """What stands at a place: a text, number or flag as its author wrote it, or a digest of a list or group.

    `data` is the plain value (of a list or group: the digest); both are empty where nothing stands there.
    """

    text: str | None = None
    data: str | int | float | bool | None = None

    @property
    def nothing(self) -> bool:
        """Whether nothing stands there."""
        return self.text is None

    @property
    def shown(self) -> str:
        """The value in the words of a message."""
        return "nothing" if self.text is None else quoted(self.text)

    @property
    def yaml(self) -> str:
        """The value as a line of YAML holds it."""
        if isinstance(self.data, str) or self.text is None:
            return as_yaml(self.data).rstrip("\n")
        return self.text

    def same(self, other: "Standing") -> bool:
        """Whether two places hold the same: the same text as written, or the same number or flag."""
        if self.text == other.text:
            return True
        kinds = (_kind(self.data), _kind(other.data))
        return kinds[0] == kinds[1] and "text" not in kinds and self.data == other.data


def _kind(data: object) -> str:
    return "flag" if isinstance(data, bool) else "number" if isinstance(data, int | float) else "text"


def standing(document: Document, path: Path) -> Standing:
    """What a file holds at a path of its own; nothing where it is empty or missing."""
    value: Any = document.data
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return Standing()
    if value is None:
        return Standing()
    if isinstance(value, dict | list):
        digest = digest_of(value)
        return Standing(digest, digest)
    return Standing(document.written(path) or str(value), value)


def digest_of(value: object) -> str:
    """The digest of a list or group: `sha256:` and the first 16 hexadecimal digits over its canonical JSON.

    What is empty does not count, nor does the order of fields; the order of a list does.
    """
    text = json.dumps(_canonical(value), sort_keys=True, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()[:16]}"


def _canonical(value: object) -> object:
    match value:
        case dict():
            return {name: _canonical(inner) for name, inner in value.items() if inner is not None}
        case list():
            return [_canonical(inner) for inner in value]
        case float() if value.is_integer():
            return int(value)
        case _:
            return value
