"""Where the contract protects both sides: clauses, ownership, places, audit, subcontractors, continuity, data."""

from typing import Annotated, ClassVar

from bpogov.model.base import (
    Country,
    Date,
    Duration,
    Every,
    Flag,
    FromText,
    Rank,
    Section,
    Words,
    optional,
    required,
)
from bpogov.model.words import Owner, Rating

ClauseCost = Annotated[
    str, Words({"none": "At no extra cost", "fixed": "At a cost that is fixed beforehand"}, open=True)
]

Auditor = Annotated[
    str,
    Words(
        {
            "client": "The client may audit the provider",
            "provider": "The provider may audit the client",
            "authority": "The supervisory authority may audit the provider",
            "third-party": "An independent third party may audit the provider",
        },
        open=True,
    ),
]

Subcontractors = Annotated[
    str,
    Words(
        {
            "no": "Subcontractors are not allowed",
            "with-approval": "Each subcontractor needs the client's approval",
            "with-notice": "The client is told and may object",
        }
    ),
]

DataRole = Annotated[
    str,
    Words(
        {
            "controller": "Decides why and how data is used",
            "processor": "Uses data on the instructions of the other side",
            "joint-controller": "Decides together with the other side",
        }
    ),
]

TransferMechanism = Annotated[
    str,
    Words(
        {
            "adequacy": "The destination is recognised as adequate",
            "SCC-2021-module-1": "Standard contractual clauses, controller to controller",
            "SCC-2021-module-2": "Standard contractual clauses, controller to processor",
            "SCC-2021-module-3": "Standard contractual clauses, processor to processor",
            "SCC-2021-module-4": "Standard contractual clauses, processor to controller",
            "BCR": "Binding corporate rules",
            "UK-IDTA": "The United Kingdom's international data transfer agreement",
            "none": "No mechanism is used",
        }
    ),
]


class ClauseFields(Section):
    """Where a clause stands in the contract."""

    called: ClassVar[str] = "a contract clause"

    ref: str = required("Where the clause stands", example="MSA 12.3")
    note: str | None = optional("What to know about it", example="Also covers the annex")
    cost: ClauseCost | None = optional("What the duty costs, where the clause says so", example="none")


Clause = Annotated[ClauseFields, FromText("ref")]


class Locations(Section):
    """Where the work is done and the data is."""

    called: ClassVar[str] = "the locations"

    service: list[Country] | None = optional("The countries where the work is done", example=["CO", "PH"])
    data_processing: list[Country] | None = optional("The countries where data is used", example=["US", "PH"])
    data_storage: list[Country] | None = optional("The countries where data is kept", example=["US"])
    change_notice: Duration | None = optional("How long before a change of place the client is told", example="60 days")


class Ownership(Section):
    """Who owns what."""

    called: ClassVar[str] = "the ownership terms"

    deliverables: Owner | None = optional("Who owns what is delivered", example="client")
    client_data: Owner | None = optional("Who owns the client's data", example="client")
    provider_tools: Owner | None = optional("Who owns the provider's tools", example="provider")
    improvements: Owner | None = optional("Who owns improvements made together", example="joint")


class Audit(Section):
    """Who may examine whom."""

    called: ClassVar[str] = "the audit terms"

    allowed: Flag | None = optional("Whether audits are allowed", example=True)
    who: list[Auditor] | None = optional("Who may audit", example=["client"])
    notice: Duration | None = optional("How long before an audit it is announced", example="10 days")
    every: Every | None = optional("How often an audit takes place", example="annual")
    last_done: Date | None = optional("The day of the last audit", example="2026-09-30")


class Subcontractor(Section):
    """A company that the provider uses."""

    called: ClassVar[str] = "a subcontractor"
    identity: ClassVar[str] = "name"

    name: str = required("The name of the subcontractor", example="Cloud Voice Ltd")
    country: Country | None = optional("The country of its seat: two letters of ISO 3166-1", example="IE")
    service: str | None = optional("What it does", example="telephony platform")
    rank: Rank | None = optional("Its place in the supply chain; 1 is the provider itself", example=2)


class Subcontracting(Section):
    """Whether the provider may use other companies."""

    called: ClassVar[str] = "the subcontracting terms"

    allowed: Subcontractors | None = optional("Whether and how subcontractors are allowed", example="with-approval")
    notice: Duration | None = optional("How long before a change the client is told", example="60 days")
    list_: list[Subcontractor] | None = optional("The subcontractors in use", alias="list")


class Continuity(Section):
    """How the service goes on after a disaster."""

    called: ClassVar[str] = "the continuity terms"

    plan: str | None = optional("Where the continuity plan is kept", example="docs/bcp.md")
    last_tested: Date | None = optional("The day on which the plan was last tried", example="2026-08-20")
    rto: Duration | None = optional("The longest time until the service runs again", example="8 hours")
    rpo: Duration | None = optional("The longest stretch of data that may be lost", example="1 hour")


class DataRoles(Section):
    """What each side is under data-protection law."""

    called: ClassVar[str] = "the data-protection roles"

    client: DataRole | None = optional("The role of the client", example="controller")
    provider: DataRole | None = optional("The role of the provider", example="processor")


class PersonalData(Section):
    """How personal data is handled."""

    called: ClassVar[str] = "the personal data terms"

    roles: DataRoles | None = optional("What each side is under data-protection law")
    categories: list[str] | None = optional("What kinds of data there are", example=["contact data"])
    data_subjects: list[str] | None = optional("Whose data it is", example=["customers"])
    sensitivity: Rating | None = optional("How sensitive the data is", example="low")
    transfer_mechanism: TransferMechanism | None = optional(
        "What allows sending data to another country", example="SCC-2021-module-2"
    )
    breach_notice: Duration | None = optional("The time within which the provider reports a breach", example="1 day")
    phi: Flag | None = optional("Whether health information of the United States is handled", example=False)
    card_data: Flag | None = optional("Whether payment card data is handled", example=False)
