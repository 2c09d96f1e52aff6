"""What people write instead of the name of a time zone: abbreviations, cities, countries."""

from functools import cache

from bpogov.values import country, zone_database
from bpogov.values.naming import folded


def several(text: str) -> tuple[str, ...]:
    """Give the zones that an abbreviation may stand for where there is more than one, otherwise none."""
    return _SHARED.get(text.strip().upper(), ())


def meant(text: str) -> str:
    """Give the one time zone that an abbreviation, city, country or misspelt name stands for, or an empty text."""
    from bpogov.core.suggest import closest

    plain = folded(text)
    if not any(letter.isalpha() for letter in plain):
        return ""
    city = folded(text.split(",", maxsplit=1)[0])
    known = _ABBREVIATIONS.get(text.strip().upper()) or _spelt().get(plain) or _cities().get(city)
    if known:
        return known
    zones = zone_database.of_country(country.meant(plain))
    if zones:
        return zones[0] if len(zones) == 1 else ""
    return (closest(text, zone_database.names()) or "") if "/" in text and not plain.startswith("etc") else ""


@cache
def _spelt() -> dict[str, str]:
    """Every name by its plain writing, so that case, spaces and underscores do not matter."""
    return {folded(name): name for name in sorted(zone_database.names())}


@cache
def _cities() -> dict[str, str]:
    """The zone of each city: those that zones are named after (today's names win), and some large ones."""
    current = {name for code in country.codes() for name in zone_database.of_country(code)}
    order = sorted(zone_database.names(), key=lambda name: (name in current, name))
    cities = {folded(name.rsplit("/", 1)[1]): name for name in order if "/" in name}
    return cities | {city: name for name, words in _CITIES.items() for city in words.split(", ")}


_ABBREVIATIONS = {
    "ACST": "Australia/Darwin", "ADT": "America/Halifax", "AEDT": "Australia/Sydney", "AKST": "America/Anchorage",
    "AKDT": "America/Anchorage", "ART": "America/Argentina/Buenos_Aires", "AWST": "Australia/Perth",
    "BRT": "America/Sao_Paulo", "CDT": "America/Chicago", "CLT": "America/Santiago", "COT": "America/Bogota",
    "CST6CDT": "America/Chicago", "CT": "America/Chicago", "EAT": "Africa/Nairobi", "EDT": "America/New_York",
    "EST": "America/New_York", "EST5EDT": "America/New_York", "ET": "America/New_York",
    "GMT0": "UTC", "HKT": "Asia/Hong_Kong", "HST": "Pacific/Honolulu", "JST": "Asia/Tokyo", "KST": "Asia/Seoul",
    "MDT": "America/Denver", "MSK": "Europe/Moscow", "MST7MDT": "America/Denver", "MT": "America/Denver",
    "MYT": "Asia/Kuala_Lumpur", "NPT": "Asia/Kathmandu", "NZDT": "Pacific/Auckland", "NZST": "Pacific/Auckland",
    "PDT": "America/Los_Angeles", "PET": "America/Lima", "PHT": "Asia/Manila", "PKT": "Asia/Karachi",
    "PST8PDT": "America/Los_Angeles", "PT": "America/Los_Angeles", "SAST": "Africa/Johannesburg",
    "SGT": "Asia/Singapore", "TRT": "Europe/Istanbul", "UCT": "UTC", "UNIVERSAL": "UTC", "WIB": "Asia/Jakarta",
    "Z": "UTC", "ZULU": "UTC", "ETC/UTC": "UTC", "ETC/UCT": "UTC", "ETC/ZULU": "UTC", "ETC/UNIVERSAL": "UTC",
}  # fmt: skip
_SHARED = {
    "AEST": ("Australia/Sydney", "Australia/Brisbane"),
    "AST": ("America/Halifax", "America/Puerto_Rico", "Asia/Riyadh"),
    "BST": ("Europe/London", "Asia/Dhaka"),
    "CEST": ("Europe/Berlin", "Europe/Madrid", "Europe/Warsaw"),
    "CET": ("Europe/Berlin", "Europe/Madrid", "Europe/Warsaw"),
    "CST": ("America/Chicago", "America/Mexico_City", "Asia/Shanghai"),
    "EEST": ("Europe/Bucharest", "Europe/Sofia", "Europe/Athens"),
    "EET": ("Europe/Bucharest", "Europe/Sofia", "Europe/Athens"),
    "GMT": ("Europe/London", "Africa/Accra", "UTC"),
    "GREENWICH": ("Europe/London", "UTC"),
    "GST": ("Asia/Dubai", "Atlantic/South_Georgia"),
    "ICT": ("Asia/Bangkok", "Asia/Ho_Chi_Minh"),
    "IST": ("Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"),
    "MET": ("Europe/Berlin", "Europe/Madrid", "Europe/Warsaw"),
    "MST": ("America/Denver", "America/Phoenix"),
    "PST": ("America/Los_Angeles", "Asia/Manila"),
    "WEST": ("Europe/Lisbon", "Atlantic/Canary"),
    "WET": ("Europe/Lisbon", "Atlantic/Canary"),
}
_CITIES = {
    "Africa/Cairo": "alexandria, giza",
    "Africa/Johannesburg": "cape town, durban, pretoria",
    "America/Bogota": "medellin, cali, barranquilla, bucaramanga",
    "America/Chicago": "central time, dallas, houston, austin, san antonio, minneapolis, nashville",
    "America/Denver": "mountain time, salt lake city",
    "America/Los_Angeles": "pacific time, san francisco, seattle, san diego, portland, las vegas",
    "America/New_York": "eastern, eastern time, boston, miami, atlanta, washington, philadelphia, orlando, tampa",
    "America/Sao_Paulo": "rio de janeiro, brasilia, curitiba",
    "America/Toronto": "ottawa, montreal",
    "Asia/Dubai": "abu dhabi",
    "Asia/Ho_Chi_Minh": "hanoi, da nang",
    "Asia/Jerusalem": "tel aviv",
    "Asia/Kolkata": "bangalore, bengaluru, mumbai, delhi, new delhi, hyderabad, chennai, pune, gurgaon, noida",
    "Asia/Manila": "cebu, cebu city, davao, quezon city, makati, clark, iloilo, bacolod",
    "Asia/Shanghai": "beijing, shenzhen, guangzhou, dalian",
    "Europe/Berlin": "frankfurt, munich, hamburg, cologne, leipzig",
    "Europe/Bucharest": "cluj, cluj napoca, iasi, timisoara",
    "Europe/London": "manchester, edinburgh, glasgow, cardiff, leeds",
    "Europe/Lisbon": "porto, braga",
    "Europe/Madrid": "barcelona, valencia, malaga",
    "Europe/Sofia": "plovdiv, varna",
    "Europe/Warsaw": "krakow, wroclaw, gdansk, lodz, katowice",
}
"""Large cities of the trade that no zone is named after, as `folded` writes them."""
