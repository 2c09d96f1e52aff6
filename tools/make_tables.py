"""Make the tables of codes in `src/bpogov/values/tables` anew.

Run `python tools/make_tables.py` in an environment of its own that has the packages `pycountry` and `babel`; bpogov
itself needs neither. Codes come from pycountry (the Debian iso-codes), English names from the Unicode CLDR by way of
babel. Only facts are taken over: which codes a standard has, and the everyday English name of what they stand for.
"""

from importlib.metadata import version
from pathlib import Path
from textwrap import wrap

import pycountry
from babel import Locale

TABLES = Path(__file__).parent.parent / "src" / "bpogov" / "values" / "tables"
ENGLISH = Locale("en")
CODES_FROM = f"codes: pycountry {version('pycountry')} (Debian iso-codes)"
NAMES_FROM = f"English names: Unicode CLDR by way of babel {version('babel')}"
NAMED_SUBDIVISIONS = {"US": ("State", "District"), "CA": ("Province", "Territory"), "AU": ("State", "Territory")}
# ISO 3166-2 lists these for completeness; England and Wales are one legal system.
WHOLES = {"GB-EAW": "England and Wales", "GB-GBN": "Great Britain", "GB-UKM": "United Kingdom"}
NATIONS = ("GB-ENG", "GB-NIR", "GB-SCT", "GB-WLS")
NO_LANGUAGE = "S"
APOSTROPHES = {ord(sign): "'" for sign in "\u2018\u2019\u02bb\u02bc"}

# ISO 4217, list one: currencies whose minor unit is not the hundredth part; None where the standard says N.A.
MINOR_UNITS = {
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    3: "BHD IQD JOD KWD LYD OMR TND",
    4: "CLF UYW",
    None: "XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX",
}

# ISO 4217, list three: withdrawn codes, each with the code that took its place.
WITHDRAWN = {
    "EUR": "ATS BEF BGL BGN CYP DEM EEK ESP FIM FRF GRD HRK IEP ITL LTL LUF LVL MTL NLG PTE SIT SKK XEU",
    "AFN": "AFA", "AOA": "AON AOR", "AZN": "AZM", "BYN": "BYB BYR", "CDF": "ZRN", "CUP": "CUC", "GHS": "GHC GHP",
    "MGA": "MGF", "MRU": "MRO", "MXN": "MXP", "MZN": "MZE MZM", "PLN": "PLZ", "RON": "ROL", "RSD": "CSD YUM",
    "RUB": "RUR", "SDG": "SDD", "SLE": "SLL", "SRD": "SRG", "STN": "STD", "TMT": "TMM", "TRY": "TRL", "UAH": "UAK",
    "USD": "ECS TPE", "VES": "VEB VEF", "XCG": "ANG", "YER": "YDD", "ZMW": "ZMK", "ZWG": "ZWD ZWL ZWN ZWR",
}  # fmt: skip


def countries() -> str:
    """Every country: alpha-2 code, alpha-3 code, English name."""
    records = [f"{one.alpha_2} {one.alpha_3} {ENGLISH.territories[one.alpha_2]}" for one in pycountry.countries]
    return _module(
        "Countries: alpha-2 code, alpha-3 code and English name, separated by semicolons",
        f"ISO 3166-1:2020; {CODES_FROM}; {NAMES_FROM}",
        {"COUNTRIES": "; ".join(sorted(records))},
    )


def subdivisions() -> str:
    """Every subdivision code by country, and the names of those that contracts name as their law."""
    codes: dict[str, list[str]] = {}
    for one in pycountry.subdivisions:
        codes.setdefault(one.code[:2], []).append(one.code[3:])
    codes["GB"] = sorted({*codes["GB"], *(code[3:] for code in WHOLES)})
    records = [f"{country}: {' '.join(sorted(parts))}" for country, parts in sorted(codes.items())]
    named = [
        f"{one.code} {one.name.split(' [')[0]}"
        for one in pycountry.subdivisions
        if one.type in NAMED_SUBDIVISIONS.get(one.code[:2], ()) or one.code in NATIONS
    ] + [f"{code} {name}" for code, name in WHOLES.items()]
    return _module(
        "Subdivisions of countries: the second parts of the codes by country, and the names of some, with semicolons",
        f"ISO 3166-2:2020; {CODES_FROM}",
        {"SUBDIVISIONS": "; ".join(records), "NAMED": "; ".join(sorted(named))},
    )


def currencies() -> str:
    """Every active currency: code, digits of the minor unit, English name; and withdrawn codes with their successor."""
    digits = {code: unit for unit, codes in MINOR_UNITS.items() for code in codes.split()}
    records = []
    for one in pycountry.currencies:
        unit = digits.get(one.alpha_3, 2)
        shown = "-" if unit is None else str(unit)
        records.append(f"{one.alpha_3} {shown} {ENGLISH.currencies.get(one.alpha_3, one.name)}")
    withdrawn = [f"{old} {new}" for new, codes in WITHDRAWN.items() for old in codes.split()]
    active = {one.alpha_3 for one in pycountry.currencies}
    dead = active & {record[:3] for record in withdrawn}
    if dead:
        message = f"listed as active and as withdrawn: {dead}"
        raise ValueError(message)
    return _module(
        "Currencies: code, digits of the minor unit (- for none) and English name; withdrawn codes and their successor",
        f"ISO 4217:2015, list one, with Bulgaria in the euro from 2026-01-01; {CODES_FROM}; {NAMES_FROM};"
        " minor units and successors: lists one and three",
        {"CURRENCIES": "; ".join(sorted(records)), "WITHDRAWN": "; ".join(sorted(withdrawn))},
    )


def languages() -> str:
    """Languages with a name: code as BCP 47 writes it, alpha-3 codes, English name; and tags of named variants."""
    records, variants = [], []
    for one in pycountry.languages:
        code = getattr(one, "alpha_2", one.alpha_3)
        name = ENGLISH.languages.get(code)
        if one.scope != NO_LANGUAGE and (name or code != one.alpha_3):
            threes = ",".join(dict.fromkeys((one.alpha_3, getattr(one, "bibliographic", one.alpha_3))))
            records.append(f"{code} {threes} {name or one.name}")
    for tag, name in ENGLISH.languages.items():
        if "_" in tag and "001" not in tag:
            variants.append(f"{tag.replace('_', '-')} {name}")
    return _module(
        "Languages: code (two letters where there are), three-letter codes and English name; tags of named variants",
        f"BCP 47 with ISO 639-1 and ISO 639-3; {CODES_FROM}; {NAMES_FROM}",
        {"LANGUAGES": "; ".join(sorted(records)), "VARIANTS": "; ".join(sorted(variants))},
    )


def language_codes() -> str:
    """Every three-letter code of a language that has no two-letter code, of language groups, and of scripts."""
    single = {one.alpha_3 for one in pycountry.languages if not hasattr(one, "alpha_2") and one.scope != NO_LANGUAGE}
    groups = {one.alpha_3 for one in pycountry.language_families}
    scripts = {one.alpha_4 for one in pycountry.scripts}
    return _module(
        "Three-letter codes of languages without a two-letter code, of groups of languages, and codes of scripts",
        f"ISO 639-3, ISO 639-5 and ISO 15924; {CODES_FROM}",
        {"THREE_LETTERS": " ".join(sorted(single | groups)), "SCRIPTS": " ".join(sorted(scripts))},
    )


def _module(title: str, source: str, texts: dict[str, str]) -> str:
    head = [*wrap(f"{title}.", 116), "", *wrap(f"Source: {source}.", 116)]
    head += ["Facts only. Generated: run `python tools/make_tables.py` instead of editing."]
    lines = ['"""' + "\n".join(head) + '\n"""', ""]
    for name, text in texts.items():
        body = wrap(text.translate(APOSTROPHES), 120, break_long_words=False, break_on_hyphens=False)
        lines += [f'{name} = """\\', *body, '"""']
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    for make in (countries, subdivisions, currencies, languages, language_codes):
        (TABLES / f"{make.__name__}.py").write_text(make(), encoding="utf-8")
