"""What a regulated client has to record about the engagement."""

from typing import ClassVar

from bpogov.model.base import Date, Section, optional, required


class Assessment(Section):
    """An assessment that regulation asks for."""

    called: ClassVar[str] = "an assessment"
    identity: ClassVar[str] = "type"

    type: str = required("What was assessed", example="concentration")
    date: Date | None = optional("The day of the assessment", example="2026-09-01")


class Regulatory(Section):
    """Entries for registers and authorities."""

    called: ClassVar[str] = "the regulatory section"

    reference: str | None = optional("The reference number of the arrangement in the register", example="OUT-2026-014")
    reliance: str | None = optional("How much the client relies on the service", example="full reliance")
    substitutability: str | None = optional("How hard it is to replace the provider", example="easily substitutable")
    alternatives: str | None = optional("Who else could provide the service", example="Two providers in the market")
    assessments: list[Assessment] | None = optional("The assessments that were made")
    authority_notified: Date | None = optional("The day on which the authority was told", example="2026-10-01")
