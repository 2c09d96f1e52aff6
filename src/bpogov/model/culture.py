"""What each side should know of the other's culture and languages."""

from typing import ClassVar

from bpogov.model.base import Country, Date, Duration, Language, LanguageLevel, Reference, Section, optional, required


class CultureNotes(Section):
    """What one side tells about itself."""

    called: ClassVar[str] = "the culture notes of a side"

    notes: str | None = optional("What the other side should know", example="Raise problems privately first")
    communication_style: str | None = optional("How people talk to each other", example="polite and indirect")
    decision_style: str | None = optional("How decisions are made", example="consensus, then sponsor")
    work_ethic: str | None = optional("What people expect of work", example="Focus on outcome; overtime is rare")


class MarketTraining(Section):
    """How the provider's people are prepared for one market."""

    called: ClassVar[str] = "a market training"
    identity: ClassVar[str] = "country"

    country: Country = required("The market: two letters of ISO 3166-1", example="US")
    topics: str | None = optional("What is taught", example="returns etiquette")


class LanguageSkill(Section):
    """A language that the provider's people speak."""

    called: ClassVar[str] = "a language skill"
    identity: ClassVar[str] = "language"

    language: Language = required("The language: a BCP 47 tag", example="en")
    level: LanguageLevel | None = optional("How well it is spoken: CEFR level A1 to C2, or native", example="C1")
    functions: list[Reference] | None = optional("The ids of the functions in which it is spoken", example=["email"])


class Culture(Section):
    """Culture, languages and preparation for the markets."""

    called: ClassVar[str] = "the culture section"

    shared_on: Date | None = optional(
        "The day on which both sides told each other about themselves", example="2026-12-01"
    )
    settle_in: Duration | None = optional("The time that people get to settle in before go-live", example="6 weeks")
    working_language: Language | None = optional("The language in which the two sides work: a BCP 47 tag", example="en")
    client: CultureNotes | None = optional("What the client tells about itself")
    provider: CultureNotes | None = optional("What the provider tells about itself")
    market_training: list[MarketTraining] | None = optional("How the team is prepared for each market")
    language_skills: list[LanguageSkill] | None = optional("The languages that the team speaks")
