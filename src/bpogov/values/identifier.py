"""The id that the parts of an engagement are called by: `sla-voice`."""

import re

from bpogov.values.errors import BadValue, quoted


def parse(text: str) -> str:
    """Read an id of 2 to 40 small letters, digits and hyphens that starts with a letter, and give it back.

    Raises BadValue for anything else.
    """
    if _FORM.fullmatch(text):
        return text
    raise BadValue(
        f"{quoted(text)} is not an id; an id has 2 to 40 small letters, digits and hyphens and starts with a letter,"
        " for example voice-support",
        _meant(text),
    )


def _meant(text: str) -> str:
    from bpogov.values.naming import folded

    plain = "-".join("".join(letter if letter.isascii() else " " for letter in folded(text)).split())
    return plain if _FORM.fullmatch(plain) else ""


_FORM = re.compile(r"[a-z][a-z0-9-]{1,39}")
