"""What the provider can get into."""

from typing import Annotated, ClassVar

from bpogov.model.base import Date, Section, Words, optional, required

Rights = Annotated[
    str,
    Words(
        {
            "read": "May look at data",
            "write": "May enter and change data",
            "approve": "May approve, for example payments",
        }
    ),
]


class Access(Section):
    """One system that the provider's people can use."""

    called: ClassVar[str] = "an access"
    identity: ClassVar[str] = "system"

    system: str = required("The system", example="ticket system")
    rights: Rights | None = optional("What the provider's people may do there", example="write")
    reviewed: Date | None = optional("The day on which the access was last reviewed", example="2026-10-05")
