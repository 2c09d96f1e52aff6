"""The countries whose customers are served."""

from typing import ClassVar

from bpogov.model.base import Country, Language, Section, optional, required


class Market(Section):
    """One country whose customers are served."""

    called: ClassVar[str] = "a market"
    identity: ClassVar[str] = "country"

    country: Country = required("The country: two letters of ISO 3166-1", example="GB")
    languages: list[Language] | None = optional("The languages that its customers speak: BCP 47 tags", example=["en"])
