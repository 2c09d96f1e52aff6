"""A country or a part of one: `GB`, `GB-ENG`, `US-NY` (ISO 3166-1 and ISO 3166-2)."""

from functools import cache

from bpogov.values import country
from bpogov.values.errors import BadValue, quoted


def parse(text: str) -> str:
    """Read the code of a country or of a part of a country and give it back; raises BadValue for anything else."""
    if known(text):
        return text
    raise BadValue(
        f"{quoted(text)} is not the code of a country or of its part (ISO 3166); write for example GB, GB-ENG or US-NY",
        meant(text),
    )


def known(text: str) -> bool:
    """Tell whether a text is a code of ISO 3166-1 (alpha-2) or ISO 3166-2."""
    first, hyphen, second = text.partition("-")
    return first in country.codes() and (not hyphen or second in _parts().get(first, ()))


def meant(text: str) -> str:
    """Give the code that a name or another writing stands for (`New York`, `us_ny`, `UK`), or an empty text."""
    from bpogov.values.naming import folded

    words = [word for word in folded(text).split() if word not in _LEGAL]
    name = " ".join(words)
    whole, part = country.meant(name), _named().get(name, "")
    if whole and part and name not in _NATIONS:
        return ""
    if part or whole:
        return part or whole
    first = country.meant(words[0]) if words else ""
    code = f"{first}-{''.join(words[1:]).upper()}"
    if known(code):
        return code
    state = f"US-{name.upper()}"
    return state if known(state) and name.isalpha() else ""


@cache
def _parts() -> dict[str, frozenset[str]]:
    from bpogov.values.tables.subdivisions import SUBDIVISIONS

    records = (record.split(": ") for record in " ".join(SUBDIVISIONS.split()).split("; "))
    return {code: frozenset(parts.split()) for code, parts in records}


@cache
def _named() -> dict[str, str]:
    from bpogov.values.naming import folded
    from bpogov.values.tables.subdivisions import NAMED

    records = (record.split(" ", 1) for record in " ".join(NAMED.split()).split("; "))
    names = {folded(name): code for code, name in records}
    return {name: code for name, code in names.items() if name not in _WHOLE}


_LEGAL = frozenset({"law", "laws", "of", "state"})
_NATIONS = frozenset({"england", "scotland", "wales", "northern ireland"})
_WHOLE = frozenset({"great britain", "united kingdom"})
