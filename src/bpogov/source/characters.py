"""Characters that no file may hold, because they cannot be seen or carried further."""

import re

FORBIDDEN = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""Everything that YAML 1.2.2 calls not printable (production 1), and the byte order mark inside a text."""

_NAMES = {"\0": "a NUL character", "\ufeff": "an invisible byte order mark", "\x1b": "an escape character"}


def name_of(character: str) -> str:
    """Name a forbidden character for a message, with its Unicode number."""
    name = _NAMES.get(character, "an invisible control character")
    return f"{name} (U+{ord(character):04X})"
