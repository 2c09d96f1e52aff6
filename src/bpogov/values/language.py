"""A language: `es`, `es-MX`, `zh-Hant` (BCP 47), and how a wanted language covers a spoken one (RFC 4647)."""

import re
from functools import cache

from bpogov.values import country
from bpogov.values.errors import BadValue, quoted


def parse(text: str) -> str:
    """Read the tag of a language in its usual writing and give it back.

    The language has to be known (ISO 639-1, else ISO 639-2, -3 or -5), so have a script (ISO 15924) and a region
    (ISO 3166-1, or a number of UN M.49); variants, extensions and private parts need to be well-formed only. Small and
    capital letters stand as BCP 47 recommends: `zh-Hant-TW`. Raises BadValue for anything else.
    """
    if _known(text) and _canonical(text) == text:
        return text
    raise BadValue(f"{quoted(text)} is not a language tag (BCP 47); write for example en, es-MX or fil", _meant(text))


def matches(wanted: str, tag: str) -> bool:
    """Tell whether a language covers another: `es` covers `es-MX`, `es-ES` does not cover `es-MX`, `*` covers all.

    Basic filtering of RFC 4647, 3.3.1; small and capital letters do not matter.
    """
    first, second = wanted.casefold(), tag.casefold()
    return first in ("*", second) or second.startswith(f"{first}-")


def _known(text: str) -> bool:
    match = _TAG.fullmatch(text)
    if match is None:
        return False
    script, region = match["script"], match["region"]
    return (
        match["language"].lower() in _codes()
        and (script is None or script.title() in _scripts())
        and (region is None or region.upper() in country.codes() or region in _AREAS)
    )


def _canonical(text: str) -> str:
    """Give a well-formed tag with small and capital letters as usual: after a single letter all is small (RFC 5646)."""
    parts = text.lower().split("-")
    end = next((place for place, part in enumerate(parts) if len(part) == 1), len(parts))
    for place in range(1, end):
        if len(parts[place]) == _SCRIPT and parts[place].isalpha():
            parts[place] = parts[place].title()
        elif len(parts[place]) == _REGION:
            parts[place] = parts[place].upper()
    return "-".join(parts)


def _meant(text: str) -> str:
    plain = re.sub(_LOCALE_END, "", text.strip()[:_LONGEST]).replace("_", "-")
    first, hyphen, rest = plain.partition("-")
    code = _mistaken().get(first.casefold(), first)
    tag = _canonical(code + hyphen + rest)
    if _known(tag):
        return tag
    return _named(plain)


def _named(text: str) -> str:
    """Give the tag for a name (`Spanish`, `Mexican Spanish`) or for a language with a country (`Spanish (Mexico)`)."""
    from bpogov.values.naming import folded

    name = folded(text)
    if name in _names():
        return _names()[name]
    spoken, _, place = (folded(part) for part in text.replace(",", "(").replace(" - ", "(").partition("("))
    region = "419" if place == "latin america" else country.meant(place)
    return f"{_names()[spoken]}-{region}" if spoken in _names() and region else ""


@cache
def _codes() -> frozenset[str]:
    from bpogov.values.tables.language_codes import THREE_LETTERS

    return frozenset(THREE_LETTERS.split()) | {code for code, _, _ in _records()}


@cache
def _scripts() -> frozenset[str]:
    from bpogov.values.tables.language_codes import SCRIPTS

    return frozenset(SCRIPTS.split())


@cache
def _mistaken() -> dict[str, str]:
    """The right code for three-letter codes that have a two-letter one, and for codes that are often confused."""
    longer = {three: code for code, threes, _ in _records() for three in threes.split(",") if three != code}
    return longer | {"cn": "zh", "cz": "cs", "dk": "da", "gr": "el", "in": "id", "iw": "he", "ji": "yi", "jp": "ja"}


@cache
def _names() -> dict[str, str]:
    from bpogov.values.naming import folded
    from bpogov.values.tables.languages import VARIANTS

    variants = (record.split(" ", 1) for record in " ".join(VARIANTS.split()).split("; "))
    names = {folded(name): code for code, _, name in _records()} | {folded(name): tag for tag, name in variants}
    return names | _ALSO


def _records() -> list[tuple[str, str, str]]:
    from bpogov.values.tables.languages import LANGUAGES

    records = (record.split(" ", 2) for record in " ".join(LANGUAGES.split()).split("; "))
    return [(code, threes, name) for code, threes, name in records]


_SCRIPT = 4
_REGION = 2
_LONGEST = 60
_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[0-9a-wyz](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?",
    re.IGNORECASE | re.ASCII,
)
_LOCALE_END = r"[.@][A-Za-z0-9-]+$"
_AREAS = frozenset({
    "001", "002", "003", "005", "009", "011", "013", "014", "015", "017", "018", "019", "021", "029", "030",
    "034", "035", "039", "053", "054", "057", "061", "142", "143", "145", "150", "151", "154", "155", "202",
    "419",
})  # fmt: skip
"""Parts of the world that BCP 47 allows as regions (UN M.49)."""
_ALSO = {
    "brazilian": "pt-BR", "cantonese": "yue", "castilian": "es", "english us": "en-US", "farsi": "fa",
    "mandarin": "zh", "mandarin chinese": "zh", "tagalog": "tl", "uk english": "en-GB", "us english": "en-US",
    "latam spanish": "es-419", "neutral spanish": "es-419", "bahasa": "id", "bahasa indonesia": "id",
    "bahasa melayu": "ms", "pilipino": "fil", "valencian": "ca-valencia", "deutsch": "de", "espanol": "es",
    "francais": "fr", "portugues": "pt", "italiano": "it", "polski": "pl", "nederlands": "nl",
}  # fmt: skip
"""Names as `folded` writes them that the tables do not have."""
