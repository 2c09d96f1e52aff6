"""What is outsourced, and what stays in-house."""

from typing import Annotated, ClassVar

from bpogov.model.base import (
    Date,
    Duration,
    Every,
    Flag,
    Id,
    Number,
    OneOrMany,
    Percent,
    Reference,
    Section,
    Words,
    optional,
    required,
)
from bpogov.model.hours import AROUND_THE_CLOCK, HoursFields

FunctionType = Annotated[
    str,
    Words(
        {
            "customer-care": "Answers questions of customers",
            "technical-support": "Helps customers with a product",
            "sales": "Sells to customers",
            "collections": "Collects debts from customers",
            "bookkeeping": "Keeps the books, pays and bills",
            "payroll": "Calculates and pays wages",
            "hr-admin": "Administers staff",
            "data-entry": "Enters and checks data",
            "claims": "Handles claims",
            "it-helpdesk": "Helps the client's own staff with computers",
            "marketing": "Prepares and runs marketing",
            "pricing": "Sets or proposes prices",
            "other": "Something else, which the description explains",
        }
    ),
]

Channel = Annotated[
    str,
    Words(
        {
            "voice": "Telephone",
            "email": "E-mail",
            "chat": "Live chat and messaging",
            "social": "Social media",
            "letter": "Letters and forms on paper",
            "back-office": "Work without contact to customers",
        }
    ),
]

Classification = Annotated[
    str,
    Words(
        {
            "core": "The work that sets the client apart",
            "brand-critical": "Work that decides how the public sees the client",
            "non-core": "Work that others do as well or better",
        }
    ),
]


class Analysis(Section):
    """The analysis of what to outsource."""

    called: ClassVar[str] = "the scope analysis"

    date: Date | None = optional("The day on which the analysis was finished", example="2026-10-12")
    by: Reference | None = optional("The id of the contact who made it", example="amy")
    method: str | None = optional("How it was done", example="one-page review of what we do best")
    document: str | None = optional("Where it is kept", example="docs/scope-analysis.md")


class Deliverable(Section):
    """Something countable that a function delivers."""

    called: ClassVar[str] = "a deliverable"
    identity: ClassVar[str] = "name"

    name: str = required("What is delivered", example="E-mails closed")
    quantity: Number | None = optional("How many are expected, in `unit`", example=1200)
    unit: str | None = optional("What is counted, and per which time", example="e-mails/month")
    tolerance_percent: Percent | None = optional("How far the quantity may differ, in percent of it", example=15)
    goal: Reference | None = optional("The id of the goal that it serves", example="faster")


class Monitoring(Section):
    """How the client watches the work."""

    called: ClassVar[str] = "the monitoring of a function"

    method: str | None = optional("How the work is watched", example="ticket dashboard")
    remote: Flag | None = optional("Whether it can be watched from a distance", example=True)
    every: Every | None = optional("How often it is looked at", example="daily")


class ServiceWindowFields(HoursFields):
    """Hours in which a function serves some markets."""

    called: ClassVar[str] = "a service window"

    markets: list[Reference] | None = optional("The countries that are served in these hours", example=["US"])


ServiceWindow = Annotated[ServiceWindowFields, AROUND_THE_CLOCK]


class Function(Section):
    """One piece of work that the provider takes over."""

    called: ClassVar[str] = "a function"
    identity: ClassVar[str] = "id"

    id: Id = required("A short name of the function, used in references", example="email")
    name: str = required("The name of the function", example="E-mail support")
    type: FunctionType | None = optional("What kind of work it is", example="customer-care")
    customer_facing: Flag | None = optional(
        "Whether it deals with the client's customers; the type says so where this is left out", filled=True
    )
    channels: list[Channel] | None = optional("How customers reach it", example=["email"])
    classification: Classification | None = optional("How close it is to the heart of the business", example="non-core")
    critical_or_important: Flag | None = optional(
        "Whether its failure would endanger a regulated client; false where this is left out", filled=True
    )
    description: str | None = optional(
        "What is to be done, in a few sentences", example="Answer delivery and refund e-mails from the shop inbox"
    )
    procedures: str | None = optional("Where the working instructions are kept", example="docs/reply-library.md")
    deliverables: list[Deliverable] | None = optional("What it delivers, in countable form")
    acceptance: str | None = optional(
        "When the work counts as good", example="9 of 10 sampled replies need no correction"
    )
    monitoring: Monitoring | None = optional("How the client watches the work")
    service_windows: Annotated[list[ServiceWindow], OneOrMany()] | None = optional("When which markets are served")
    go_live: Date | None = optional(
        "The day on which the provider takes over; the go-live of the contract's term where this is left out",
        example="2027-01-18",
    )
    register_id: str | None = optional("Its identifier in the register of information", example="F1")
    ict_service: str | None = optional(
        "The type of ICT service, as the register of information codes it", example="S03"
    )


class Forecast(Section):
    """What the provider learns of plans and volumes ahead."""

    called: ClassVar[str] = "the forecast"

    horizon: Duration | None = optional("How far ahead the forecast looks", example="3 months")
    shared_every: Every | None = optional("How often it is shared", example="monthly")


class Scope(Section):
    """What is outsourced, what stays, and why."""

    called: ClassVar[str] = "the scope"

    analysis: Analysis | None = optional("The analysis that was made before deciding")
    retained: list[str] | None = optional("The work that stays in-house", example=["Complaints", "Social media"])
    functions: list[Function] = required(
        "The functions that are outsourced", example=[{"id": "email", "name": "E-mail support"}]
    )
    forecast: Forecast | None = optional("The plans and volumes that the client shares ahead")
