"""A country: `PH` (ISO 3166-1, alpha-2)."""

from functools import cache

from bpogov.values.errors import BadValue, quoted


def parse(text: str) -> str:
    """Read a country code of two capital letters and give it back.

    Besides the codes of the standard `XK` is accepted for Kosovo: the standard leaves it to its users, and the European
    institutions use it so. Raises BadValue for names, other codes and other writings.
    """
    if text in codes():
        return text
    code = meant(text)
    if code:
        raise BadValue(f"{quoted(text)} is not a country code: {name(code)} is {code}", code)
    raise BadValue(f"{quoted(text)} is not a country code of two letters (ISO 3166-1); write for example PH or GB")


@cache
def codes() -> frozenset[str]:
    """Give every code that `parse` accepts."""
    return frozenset(_names())


def name(code: str) -> str:
    """Give the English name of the country of a code; raises KeyError for a code that there is not."""
    return _names()[code]


def meant(text: str) -> str:
    """Give the code that a name or another code stands for (`United Kingdom`, `UK`, `gbr`), or an empty text."""
    from bpogov.values.naming import folded

    return _meanings().get(folded(text), "")


@cache
def _names() -> dict[str, str]:
    return {code: name for code, _, name in _records()} | {"XK": "Kosovo"}


@cache
def _meanings() -> dict[str, str]:
    from bpogov.values.naming import folded

    meanings = {folded(name): code for code, name in _names().items()}
    for code, three, country in _records():
        meanings[three.casefold()] = code
        meanings[folded(country.split(" (")[0])] = code
    meanings |= {word: code for code, words in _ALSO.items() for word in words}
    return meanings | {code.casefold(): code for code in _names()}


def _records() -> list[tuple[str, str, str]]:
    from bpogov.values.tables.countries import COUNTRIES

    records = (record.split(" ", 2) for record in " ".join(COUNTRIES.split()).split("; "))
    return [(code, three, name) for code, three, name in records]


_ALSO = {
    "AE": ("uae", "emirates"),
    "CD": ("dr congo", "drc", "democratic republic of the congo", "zr", "zaire"),
    "CI": ("ivory coast",),
    "CV": ("cabo verde",),
    "CZ": ("czech republic",),
    "DE": ("dd", "deutschland"),
    "ES": ("espana",),
    "FR": ("fx",),
    "GB": ("uk", "england", "scotland", "wales", "northern ireland", "great britain", "britain"),
    "GR": ("el", "hellas"),
    "HK": ("hong kong",),
    "KR": ("republic of korea",),
    "MK": ("macedonia",),
    "MM": ("bu", "burma"),
    "MO": ("macau", "macao"),
    "NL": ("holland",),
    "PS": ("palestine",),
    "RU": ("russian federation", "su"),
    "SZ": ("swaziland",),
    "TL": ("tp", "east timor"),
    "TR": ("turkey",),
    "US": ("america", "united states of america"),
    "VN": ("viet nam",),
}
"""Other names, codes that were withdrawn or are only reserved, and codes of other lists; as `folded` writes them."""
