"""What an unquoted word means: the core schema of YAML 1.2.2, section 10.3.2."""

import re
from math import isfinite

SPECIAL_STARTS = frozenset("0123456789+-.nN~tTfF")
"""An unquoted text that starts with none of these is text."""

_WORDS: dict[str, bool | None] = {
    "null": None,
    "Null": None,
    "NULL": None,
    "~": None,
    "": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_NUMBER = re.compile(
    r"(?P<decimal>[-+]?[0-9]+)|0o(?P<octal>[0-7]+)|0x(?P<hexadecimal>[0-9a-fA-F]+)"
    r"|(?P<float>[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)"
    r"|(?P<endless>[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))"
)
_SHORTEST_PHONE = len("+1234567")
_BASES = {"decimal": 10, "octal": 8, "hexadecimal": 16}
_LONGEST = 400
_LARGEST = 2**63


class BadNumberError(ValueError):
    """An unquoted text is a number that no later stage could carry; the message says why."""


def resolve(text: str) -> str | int | float | bool | None:
    """Give the value of an unquoted `text`.

    Everything that is no number, true, false or empty in YAML 1.2 core stays text: `NO`, `on`, `22:30`, dates. One
    deviation: a plus sign with at least seven digits stays text, because it is a telephone number (E.164) whose plus
    sign would be lost. Raises BadNumberError for numbers that are not finite or need more than 64 bits.
    """
    if text in _WORDS:
        return _WORDS[text]
    found = _NUMBER.fullmatch(text)
    if found is None:
        return text
    kind = str(found.lastgroup)
    if kind == "decimal" and text[0] == "+" and len(text) >= _SHORTEST_PHONE:
        return text
    if kind == "endless":
        raise BadNumberError("is not a finite number")
    if kind == "float":
        return _decimal(text)
    if len(text) > _LONGEST:
        raise BadNumberError("is too large a number")
    number = int(found[kind], _BASES[kind])
    if not -_LARGEST <= number < _LARGEST:
        raise BadNumberError("is too large a number")
    return number


def _decimal(text: str) -> float:
    number = float(text)
    if not isfinite(number):
        raise BadNumberError("is too large a number")
    return number
