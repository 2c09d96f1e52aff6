"""Who the two sides are."""

from typing import Annotated, ClassVar

from bpogov.model.base import Country, Date, Flag, Id, Lei, OneOrMany, Section, Timezone, Words, optional, required
from bpogov.model.hours import Holidays, Hours

Standard = Annotated[
    str,
    Words(
        {
            "ISO-27001": "Information security management",
            "SOC-2": "Report on security, availability and confidentiality controls",
            "PCI-DSS": "Security of payment card data",
            "ISO-18295-1": "Customer contact centres",
            "COPC": "Performance management of customer operations",
        },
        open=True,
    ),
]


class Party(Section):
    """One of the two organisations."""

    called: ClassVar[str] = "the client"

    name: str = required("The legal name of the organisation", example="Acme Tea Ltd")
    country: Country = required("The country of its seat: two letters of ISO 3166-1", example="GB")
    timezone: Timezone | None = optional("The time zone in which its managers work", example="Europe/London")
    working_hours: Hours | None = optional(
        "When its managers work", example={"days": "mon-fri", "from": "09:00", "to": "17:30"}
    )
    holidays: Holidays | None = optional("The holidays that its managers take: a calendar", example="GB-ENG")
    lei: Lei | None = optional(
        "Its legal entity identifier: 20 characters of ISO 17442", example="5493001KJTIIGC8Y1R12"
    )
    group_member: Flag | None = optional("Whether both sides belong to the same group of companies", example=False)


class Site(Section):
    """A place where the provider's people work."""

    called: ClassVar[str] = "a site"
    identity: ClassVar[str] = "id"

    id: Id = required("A short name of the site, used in references", example="mnl")
    country: Country | None = optional("The country of the site: two letters of ISO 3166-1", example="PH")
    city: str | None = optional("The city of the site", example="Manila")
    timezone: Timezone | None = optional("The time zone of the site", example="Asia/Manila")
    holidays: Holidays | None = optional("The public holidays at the site: a calendar", example="PH")
    works_on_holidays: Flag | None = optional("Whether the site is staffed on its public holidays", example=True)
    shifts: Annotated[list[Hours], OneOrMany()] | None = optional(
        "When the site is staffed", example=[{"days": "mon-fri", "from": "14:00", "to": "23:00"}]
    )


class Certification(Section):
    """A certificate that the provider holds."""

    called: ClassVar[str] = "a certification"
    identity: ClassVar[str] = "standard"

    standard: Standard = required("The standard that the provider is certified against", example="ISO-27001")
    valid_until: Date | None = optional("The last day on which the certificate is valid", example="2027-08-31")


class Provider(Party):
    """The organisation that delivers the service."""

    called: ClassVar[str] = "the provider"

    sites: list[Site] | None = optional("The places where the provider's people work")
    certifications: list[Certification] | None = optional("The certificates that the provider holds")


class Parties(Section):
    """The two sides of the engagement."""

    called: ClassVar[str] = "the parties section"

    client: Party = required(
        "The organisation that buys the service", example={"name": "Acme Tea Ltd", "country": "GB"}
    )
    provider: Provider = required(
        "The organisation that delivers the service", example={"name": "Cebu Care Inc", "country": "PH"}
    )
