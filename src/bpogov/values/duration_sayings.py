"""What people write for a duration, and what they mean: `two weeks`, `14d`, `1.5 hours`, `p14d`, `5 working days`."""

import re
from fractions import Fraction

SMALLER = {
    "years": (12, "months"),
    "weeks": (7, "days"),
    "days": (24, "hours"),
    "hours": (60, "minutes"),
    "minutes": (60, "seconds"),
}
"""What a unit has of the next smaller one; months and business days have no fixed number of anything."""


def meant(plain: str) -> dict[str, int]:
    """Give whole amounts by unit (`{"minutes": 90}`) that a lower-case text means, or none where that is not certain.

    Amounts of one unit are added up; a fraction becomes a whole number of the largest unit that makes it one.
    """
    pieces = re.findall(_PIECE, _normal(plain)) if re.fullmatch(_PIECES, _normal(plain)) else []
    found: dict[str, int] = {}
    for digits, word in pieces:
        amount, unit = _whole(Fraction(digits.replace(",", ".")), _WORDS.get(word, ""))
        factor, unit = _MULTIPLES.get(unit, (1, unit))
        if unit not in _KNOWN:
            return {}
        found[unit] = found.get(unit, 0) + amount * factor
    certain = 0 < sum(found.values()) <= _MOST and ("business_days" not in found or len(found) == 1)
    return {unit: amount for unit, amount in found.items() if amount} if certain else {}


def _whole(amount: Fraction, unit: str) -> tuple[int, str]:
    """Give a whole amount of the largest unit that makes it one, or of no unit where there is none."""
    while amount.denominator > 1:
        if unit not in SMALLER:
            return 0, ""
        factor, unit = SMALLER[unit]
        amount *= factor
    return amount.numerator, unit


def _normal(plain: str) -> str:
    """Give a text with digits for numbers in words, one word per unit, and ISO 8601 taken apart."""
    if iso := re.fullmatch(_ISO, plain):
        date = re.sub(_ISO_DATE, lambda match: f"{match[1]} iso-{match[2]} ", iso[1] or "")
        time = re.sub(_ISO_DATE, lambda match: f"{match[1]} iso-t{match[2]} ", iso[2] or "")
        return f"{date}{time}".strip()
    if plain in _RHYTHMS:
        return _RHYTHMS[plain]
    words = re.sub(_JOINED, "business day", plain[:_LONGEST_TEXT])
    return " ".join(str(_NUMBERS.get(word, word)) for word in words.split() if word != "and")


_MOST = 10000
_LONGEST_TEXT = 80
_KNOWN = ("years", "months", "weeks", "days", "business_days", "hours", "minutes", "seconds")
_MULTIPLES = {"quarters": (3, "months"), "fortnights": (2, "weeks"), "half years": (6, "months")}
_SPELT = {
    "years": ("y", "yr", "yrs", "year", "years", "iso-y"),
    "half years": ("half-year", "half-years"),
    "quarters": ("quarter", "quarters", "qtr", "qtrs"),
    "months": ("mo", "mos", "mth", "mths", "mon", "month", "months", "iso-m"),
    "fortnights": ("fortnight", "fortnights"),
    "weeks": ("w", "wk", "wks", "week", "weeks", "iso-w"),
    "business_days": ("business day", "bd"),
    "days": ("d", "day", "days", "iso-d"),
    "hours": ("h", "hr", "hrs", "hour", "hours", "iso-th"),
    "minutes": ("min", "mins", "minute", "minutes", "iso-tm"),
    "seconds": ("s", "sec", "secs", "second", "seconds", "iso-ts"),
}
_WORDS = {word: unit for unit, words in _SPELT.items() for word in words}
_NUMBERS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), start=1
    )
} | {"a": 1, "an": 1, "half": "0.5"}
_RHYTHMS = {
    "daily": "1 day",
    "weekly": "1 week",
    "biweekly": "2 weeks",
    "fortnightly": "2 weeks",
    "monthly": "1 month",
    "quarterly": "3 months",
    "semiannual": "6 months",
    "annual": "1 year",
    "yearly": "1 year",
}
_JOINED = r"(?:business|working|work|bank)[- ]?days?"
_PIECE = r"([0-9]{1,6}(?:[.,][0-9]{1,6})?)[ -]?(business day|[a-z-]{1,12})\.?"
_PIECES = f"{_PIECE}(?:[,;]? ?{_PIECE})*"
_ISO = r"p(?=[0-9t])((?:[0-9.,]{1,9}[ymwd]){0,4})(?:t((?:[0-9.,]{1,9}[hms]){1,3}))?"
_ISO_DATE = r"([0-9.,]+)([a-z])"
