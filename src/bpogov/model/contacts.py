"""Who speaks for each side, and how problems climb."""

from typing import Annotated, ClassVar

from bpogov.model.base import (
    Amount,
    Date,
    Duration,
    Email,
    Id,
    Language,
    OneOrMany,
    Phone,
    Rank,
    Reference,
    Section,
    Timezone,
    Words,
    optional,
    required,
)
from bpogov.model.words import Side

Role = Annotated[
    str,
    Words(
        {
            "service-owner": "Owns the outsourced service on the client's side",
            "operations-lead": "Runs the daily work with the other side",
            "vendor-manager": "Manages the relationship with the provider",
            "executive-sponsor": "Answers for the engagement at the top",
            "delivery-manager": "Answers for delivery on the provider's side",
            "account-manager": "Answers for the client's account at the provider",
            "site-lead": "Leads a site of the provider",
            "team-lead": "Leads a team",
            "process-expert": "Knows how the work is done",
            "quality-lead": "Answers for quality",
            "workforce-planner": "Plans people and shifts",
            "security": "Answers for information security",
            "data-protection": "Answers for personal data",
            "finance": "Answers for invoices and budget",
            "legal": "Answers for the contract",
        }
    ),
]


class Contact(Section):
    """A person who speaks for one side: business contact data only."""

    called: ClassVar[str] = "a contact"
    identity: ClassVar[str] = "id"

    id: Id = required("A short name of the person, used in references", example="amy")
    side: Side = required("The side that the person belongs to", example="client")
    name: str | None = optional("The person's name", example="Amy Reed")
    role: Annotated[list[Role], OneOrMany()] | None = optional(
        "What the person does, one role or a list", example="service-owner"
    )
    site: Reference | None = optional("The id of the provider's site where the person works", example="mnl")
    email: Email | None = optional("The business e-mail address", example="amy@acme.example")
    phone: Phone | None = optional(
        "The business telephone number, international form of E.164", example="+442079460001"
    )
    timezone: Timezone | None = optional(
        "The person's time zone; that of the site or of the party where this is left out", example="Europe/London"
    )
    languages: list[Language] | None = optional("The languages that the person works in: BCP 47 tags", example=["en"])
    responsibilities: list[str] | None = optional("What the person answers for", example=["Owns the scope"])
    appointed: Date | None = optional("The day on which the person was named", example="2026-11-02")
    acknowledged: Date | None = optional("The day on which the person accepted the role", example="2026-11-04")
    replaces: str | None = optional("The id of the predecessor, who may have left this list", example="raj")
    backup: Reference | None = optional("The id of the contact who stands in", example="raj")
    outsourcing_experience_years: Amount | None = optional("Experience with outsourced teams, in years", example=6)
    coaching_plan: str | None = optional(
        "How a newcomer to outsourcing is coached", example="Monthly session with a mentor"
    )


class EscalationLevel(Section):
    """One step of the ladder that problems climb."""

    called: ClassVar[str] = "an escalation level"
    identity: ClassVar[str] = "level"

    level: Rank = required("The step, 1 for the first", example=1)
    client: Reference | None = optional("The id of the client's contact at this step", example="amy")
    provider: Reference | None = optional("The id of the provider's contact at this step", example="ben")
    respond_within: Duration | None = optional("The time within which this step answers", example="4 hours")
    out_of_hours: str | None = optional(
        "Whom to call outside office hours: a telephone number or the id of a contact", example="+63285550199"
    )
