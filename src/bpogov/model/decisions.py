"""Who decides what, and how much room the provider has."""

from typing import Annotated, ClassVar

from bpogov.model.base import Flag, Pairs, Reference, Section, Words, optional, required
from bpogov.model.words import Side, SideOrBoth

DecisionName = Annotated[
    str,
    Words(
        {
            "provider-staff-performance": "Judging the provider's people",
            "hiring-and-shifts": "Hiring and planning the provider's people",
            "daily-work-methods": "How the daily work is done",
            "training-content": "What the provider's people are taught",
            "tool-choice": "Which tools are used",
            "process-changes": "Changing how the process runs",
            "policy-exceptions": "Exceptions from the client's policies",
            "payment-approval": "Approving payments",
            "scope-and-sla-changes": "Changing scope or service levels",
            "pricing": "Setting prices",
            "data-access": "Who may see which data",
            "public-statements": "What is said in public",
        },
        open=True,
    ),
]


class Decision(Section):
    """Who has which part in one kind of decision."""

    called: ClassVar[str] = "a decision"
    identity: ClassVar[str] = "decision"

    decision: DecisionName = required("What is decided", example="data-access")
    accountable: Side | None = optional("The one side that has the final say", example="client")
    responsible: SideOrBoth | None = optional("The side that does the work", example="provider")
    consulted: SideOrBoth | None = optional("The side that is asked before", example="provider")
    informed: SideOrBoth | None = optional("The side that is told after", example="client")
    contact: Reference | None = optional("The id of the contact who decides", example="amy")


Decisions = Annotated[list[Decision], Pairs("decision", ("accountable", "responsible"))]


class Mandate(Section):
    """A way of working that the client prescribes."""

    called: ClassVar[str] = "a mandated rule"

    rule: str | None = optional("What is prescribed", example="Use the client ticket system")
    why: str | None = optional("Why it is prescribed", example="one customer history")


class WaysOfWorking(Section):
    """How much room the provider has."""

    called: ClassVar[str] = "the ways of working"

    provider_methods_allowed: Flag | None = optional("Whether the provider may work in its own way", example=True)
    mandated: list[Mandate] | None = optional("The ways of working that the client prescribes")
    provider_policies_acknowledged: Flag | None = optional(
        "Whether the client knows and accepts the provider's own policies", example=True
    )
