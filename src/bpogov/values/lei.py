"""A legal entity identifier: `5493001KJTIIGC8Y1R12` (ISO 17442-1, check digits of ISO/IEC 7064, MOD 97-10)."""

import re

from bpogov.values.errors import BadValue, quoted


def parse(text: str) -> str:
    """Read a legal entity identifier of 18 digits and capital letters and two check digits, and give it back.

    Raises BadValue, saying whether the length, a character or the check digits are wrong.
    """
    if len(text) != _LENGTH:
        shown = "character" if len(text) == 1 else "characters"
        message = f"{quoted(text)} has {len(text)} {shown}; a legal entity identifier has {_LENGTH}"
        raise BadValue(message, _meant(text))
    if not _FORM.fullmatch(text):
        message = f"{quoted(text)} is not a legal entity identifier of 18 digits and capital letters and 2 check digits"
        raise BadValue(message, _meant(text))
    if not _checks(text):
        message = (
            f"{quoted(text)} is not a legal entity identifier: its check digits do not fit, so a character is mistyped"
        )
        raise BadValue(message)
    return text


def _meant(text: str) -> str:
    plain = re.sub(_SEPARATORS, "", text).removeprefix("LEI:").upper()
    return plain if _FORM.fullmatch(plain) and _checks(plain) else ""


def _checks(text: str) -> bool:
    """Tell whether the number that the letters (A = 10 … Z = 35) and digits make leaves 1 when divided by 97.

    The standard makes check digits from 02 to 98 only, though 00, 01 and 99 would leave the same remainder.
    """
    number = int("".join(str(int(letter, 36)) for letter in text))
    return number % 97 == 1 and "02" <= text[-2:] <= "98"


_LENGTH = 20
_FORM = re.compile(r"[0-9A-Z]{18}[0-9]{2}")
_SEPARATORS = r"[\s.\u2010-\u2014-]"
