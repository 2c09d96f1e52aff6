"""A currency: `EUR` (ISO 4217, alphabetic code)."""

from functools import cache

from bpogov.values.errors import BadValue, quoted


def parse(text: str) -> str:
    """Read the code of a currency that is in use and give it back.

    Raises BadValue for signs, names, other writings, codes that were withdrawn (with the currency that took their
    place), and the two codes of the standard that are no currency (`XTS`, `XXX`).
    """
    if text in codes():
        return text
    if text in _withdrawn():
        successor = _withdrawn()[text]
        raise BadValue(f"{quoted(text)} is a currency that is no longer in use; {successor} took its place", successor)
    if text.strip() in _SHARED:
        several = ", ".join(_SHARED[text.strip()])
        raise BadValue(
            f"{quoted(text)} stands for several currencies; write the one that is meant, for example {several}"
        )
    code = _meant(text)
    if code:
        raise BadValue(f"{quoted(text)} is not a currency code: {_records()[code][1]} is {code}", code)
    raise BadValue(f"{quoted(text)} is not a currency code of three letters (ISO 4217); write for example EUR or PHP")


def codes() -> frozenset[str]:
    """Give every code that `parse` accepts."""
    return _codes()


def minor_digits(code: str) -> int:
    """Give how many digits stand after the point in amounts of a currency: 2 for EUR, 0 for JPY, 3 for KWD.

    Units that have no smaller part (special drawing rights, metals) give 0; raises KeyError for an unknown code.
    """
    return _records()[code][0]


def _meant(text: str) -> str:
    from bpogov.values.naming import folded

    sign = "".join(text.split()).upper()
    if sign in codes():
        return sign
    if sign in _SIGNS:
        return _SIGNS[sign]
    plain = folded(text)
    code = _meanings().get(plain) or _meanings().get(plain.removesuffix("s"), "")
    return code or _mentioned(plain)


def _mentioned(plain: str) -> str:
    """Give the one code that stands among other words (`USD dollars`, `EUR (€)`), or an empty text."""
    found = {word.upper() for word in plain.split()} & codes()
    return found.pop() if len(found) == 1 else ""


@cache
def _records() -> dict[str, tuple[int, str]]:
    from bpogov.values.tables.currencies import CURRENCIES

    records = (record.split(" ", 2) for record in " ".join(CURRENCIES.split()).split("; "))
    return {code: (0 if digits == "-" else int(digits), name) for code, digits, name in records}


@cache
def _codes() -> frozenset[str]:
    return frozenset(_records()) - {"XTS", "XXX"}


@cache
def _withdrawn() -> dict[str, str]:
    from bpogov.values.tables.currencies import WITHDRAWN

    return dict(record.split(" ") for record in " ".join(WITHDRAWN.split()).split("; "))


@cache
def _meanings() -> dict[str, str]:
    from bpogov.values.naming import folded

    meanings = {folded(name): code for code, (_, name) in _records().items() if code in codes()}
    return meanings | _ALSO | {old.casefold(): new for old, new in _withdrawn().items()}


_SHARED = {
    "$": ("USD", "CAD", "AUD", "MXN"),
    "¥": ("JPY", "CNY"),
    "kr": ("SEK", "NOK", "DKK"),
    "Rs": ("INR", "PKR", "LKR"),
}
_SIGNS = {
    "€": "EUR", "£": "GBP", "₱": "PHP", "₹": "INR", "R$": "BRL", "ZŁ": "PLN", "KČ": "CZK", "₪": "ILS", "₫": "VND",
    "₩": "KRW", "฿": "THB", "₺": "TRY", "₴": "UAH", "₽": "RUB", "₦": "NGN", "US$": "USD", "$US": "USD", "USD$": "USD",
    "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "CAN$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD",
    "SG$": "SGD", "MX$": "MXN", "NT$": "TWD", "COL$": "COP", "CN¥": "CNY", "JP¥": "JPY", "₡": "CRC", "GB£": "GBP",
}  # fmt: skip
_ALSO = {
    "pound": "GBP", "sterling": "GBP", "pound sterling": "GBP", "pounds sterling": "GBP", "gb pound": "GBP",
    "stg": "GBP", "ukp": "GBP", "yen": "JPY", "yuan": "CNY", "rmb": "CNY", "renminbi": "CNY", "zloty": "PLN",
    "rand": "ZAR", "us": "USD", "american dollar": "USD", "united states dollar": "USD", "swiss franc": "CHF",
    "sfr": "CHF", "ntd": "TWD", "real": "BRL", "reais": "BRL", "shekel": "ILS", "forint": "HUF", "baht": "THB",
}  # fmt: skip
"""Names as `folded` writes them that the table does not have."""
