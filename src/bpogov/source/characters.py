"""Characters that no file may hold, because they cannot be seen or carried further."""

import re
from functools import cache

_NAMES = {"\0": "a NUL character", "\ufeff": "an invisible byte order mark", "\x1b": "an escape character"}


@cache
def forbidden() -> re.Pattern[str]:
    """Give the pattern of a forbidden character.

    Everything that YAML 1.2.2 calls not printable (production 1), the byte order mark inside a text, and what turns the
    direction of the text that follows (Unicode Standard Annex 9, 2.1 to 2.5): with it a clause reads in an editor as
    something else than what is checked. The plain marks of direction, which Arabic and Hebrew need, are allowed. Made
    when it is needed, because that takes some milliseconds, and nearly no text needs it.
    """
    return re.compile(
        r"[^\t\n\r\x20-\x7e\x85\xa0-\u2029\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
    )


def harmless(text: str) -> bool:
    """Whether a text holds no forbidden character; what Python calls printable never is one."""
    return text.replace("\n", "").isprintable() or forbidden().search(text) is None


def name_of(character: str) -> str:
    """Name a forbidden character for a message, with its Unicode number."""
    turns = "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069"
    otherwise = "an invisible sign that turns the direction of text" if turns else "an invisible control character"
    return f"{_NAMES.get(character, otherwise)} (U+{ord(character):04X})"
