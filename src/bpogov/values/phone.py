"""A telephone number: `+442079460000` (ITU-T E.164)."""

import re

from bpogov.values.errors import BadValue, quoted


def parse(text: str) -> str:
    """Read a number written as a plus sign and 8 to 15 digits with the country code first, and give it back.

    Raises BadValue for national numbers, separators, extensions and anything else.
    """
    if _NUMBER.fullmatch(text):
        return text
    if any(letter in text for letter in "xX#") and any(letter.isdigit() for letter in text):
        message = f"{quoted(text)} has an extension, which a telephone number of this form cannot have; {_EXPECTED}"
        raise BadValue(message)
    message = (
        f"{quoted(text)} is not a telephone number with a plus sign, the country code and digits only; {_EXPECTED}"
    )
    raise BadValue(message, _meant(text))


def _meant(text: str) -> str:
    """Give the number without separators where the country code is certain, otherwise an empty text."""
    plain = re.sub(_LABEL, "", text.strip()[:_LONGEST])
    international = plain.startswith(("+", "00", "(+", "(00"))
    plain = plain.replace("(0)", "") if international else plain
    digits = re.sub(_SEPARATORS, "", plain)
    if digits.startswith("00"):
        digits = f"+{digits[2:]}"
    elif re.fullmatch(_WITHOUT_PLUS, digits):
        digits = f"+{digits}"
    return digits if _NUMBER.fullmatch(digits) else ""


_EXPECTED = "write for example +442079460000"
_LONGEST = 60
_NUMBER = re.compile(r"\+[1-9][0-9]{7,14}")
_WITHOUT_PLUS = r"[1-9][0-9]{10,14}"
_SEPARATORS = r"[ \t\u00a0\u2009\u202f()/.\u2010-\u2014-]"
_LABEL = r"(?i)(?:tel|phone|mobile|t|m)?\s*[:.]\s*"
