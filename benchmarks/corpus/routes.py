"""Where work goes from and to: countries with their clocks, holidays, currencies, languages and telephone numbers.

The hours of a route are those of the ordinary week in which the managers of both sides meet and the sites of the
provider cover 08:00 to 18:00 of the client, in summer and in winter.
"""

from typing import NamedTuple


class Place(NamedTuple):
    """A country, the zone of a city in it, its holidays, its currency, languages of its people, its dialling code."""

    country: str
    city: str
    zone: str
    holidays: str
    currency: str
    languages: tuple[str, ...]
    dial: str
    law: str


class Route(NamedTuple):
    """A client, a provider, and by the clock of the provider: the hours of its managers and the shift of its site."""

    client: Place
    provider: Place
    hours: tuple[str, str]
    shift: tuple[str, str]


NEW_YORK = Place("US", "New York", "America/New_York", "US", "USD", ("en-US", "es-US"), "+1212555", "US-NY")
SEATTLE = Place("US", "Seattle", "America/Los_Angeles", "US-WA", "USD", ("en-US",), "+1206555", "US-WA")
TORONTO = Place("CA", "Toronto", "America/Toronto", "CA-ON", "CAD", ("en-CA", "fr-CA"), "+1416555", "CA-ON")
LONDON = Place("GB", "London", "Europe/London", "GB-ENG", "GBP", ("en-GB",), "+4420794", "GB-ENG")
DUBLIN = Place("IE", "Dublin", "Europe/Dublin", "IE", "EUR", ("en-IE",), "+353155", "IE")
MUNICH = Place("DE", "Munich", "Europe/Berlin", "DE-BY", "EUR", ("de-DE",), "+498955", "DE")
MADRID = Place("ES", "Madrid", "Europe/Madrid", "ES", "EUR", ("es-ES",), "+349155", "ES")
OSLO = Place("NO", "Oslo", "Europe/Oslo", "NO", "NOK", ("nb-NO", "en"), "+472255", "NO")
SYDNEY = Place("AU", "Sydney", "Australia/Sydney", "AU-NSW", "AUD", ("en-AU",), "+612555", "AU-NSW")
AUCKLAND = Place("NZ", "Auckland", "Pacific/Auckland", "NZ", "NZD", ("en-NZ",), "+64955", "NZ")

MANILA = Place("PH", "Manila", "Asia/Manila", "PH", "PHP", ("fil", "en"), "+6328555", "PH")
BOGOTA = Place("CO", "Bogotá", "America/Bogota", "CO", "COP", ("es", "en"), "+57601555", "CO")
PUNE = Place("IN", "Pune", "Asia/Kolkata", "IN", "INR", ("hi", "en"), "+9120555", "IN")
CAPE_TOWN = Place("ZA", "Cape Town", "Africa/Johannesburg", "ZA", "ZAR", ("af", "en"), "+2721555", "ZA")
KRAKOW = Place("PL", "Kraków", "Europe/Warsaw", "PL", "PLN", ("pl", "en"), "+4812555", "PL")
PORTO = Place("PT", "Porto", "Europe/Lisbon", "PT", "EUR", ("pt", "en"), "+351225", "PT")
RABAT = Place("MA", "Rabat", "Africa/Casablanca", "MA", "MAD", ("ar", "fr", "en"), "+212537", "MA")

ROUTES = (
    Route(NEW_YORK, BOGOTA, ("08:00", "17:00"), ("06:30", "18:30")),
    Route(SEATTLE, BOGOTA, ("10:00", "19:00"), ("09:30", "21:30")),
    Route(TORONTO, BOGOTA, ("08:00", "17:00"), ("06:30", "18:30")),
    Route(LONDON, CAPE_TOWN, ("09:00", "18:00"), ("08:30", "20:30")),
    Route(LONDON, PUNE, ("12:30", "21:30"), ("12:00", "24:00")),
    Route(LONDON, MANILA, ("15:00", "23:30"), ("14:30", "02:30")),
    Route(DUBLIN, KRAKOW, ("08:30", "17:00"), ("08:30", "19:30")),
    Route(MUNICH, KRAKOW, ("08:00", "16:30"), ("07:30", "18:30")),
    Route(MUNICH, PORTO, ("08:00", "17:00"), ("06:30", "17:30")),
    Route(MADRID, RABAT, ("08:00", "17:00"), ("05:30", "18:30")),
    Route(MADRID, PORTO, ("08:00", "17:00"), ("06:30", "17:30")),
    Route(OSLO, KRAKOW, ("08:00", "16:00"), ("07:30", "18:30")),
    Route(SYDNEY, MANILA, ("06:30", "15:30"), ("04:30", "16:30")),
    Route(AUCKLAND, MANILA, ("05:00", "14:00"), ("02:30", "14:30")),
)
