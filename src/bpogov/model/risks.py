"""What could go wrong."""

from typing import ClassVar

from bpogov.model.base import Date, Id, Reference, Section, optional, required


class Risk(Section):
    """Something that could go wrong."""

    called: ClassVar[str] = "a risk"
    identity: ClassVar[str] = "id"

    id: Id = required("A short name of the risk", example="r1")
    risk: str | None = optional("What could go wrong", example="Typhoon closes Manila site")
    owner: Reference | None = optional("The id of the contact who watches it", example="jun")
    response: str | None = optional("What is done about it", example="Bogotá takes ES calls")
    review: Date | None = optional("The day on which it is looked at again", example="2026-12-01")
