"""How the contract can be ended, and how the work is then handed over."""

from typing import Annotated, ClassVar, Literal

from bpogov.model.base import Date, Duration, Or, Percent, Reference, Scalar, Section, optional

ProviderNotice = Annotated[
    Annotated[str, Scalar("duration")] | Literal["none"], Or("none", "The provider cannot end the contract")
]


class Termination(Section):
    """How the contract can be ended."""

    called: ClassVar[str] = "the termination terms"

    client_notice: Duration | None = optional("The notice that the client has to give", example="60 days")
    provider_notice: ProviderNotice | None = optional(
        "The notice that the provider has to give, or `none` if it cannot leave", example="90 days"
    )
    cure_period: Duration | None = optional(
        "The time to put a breach right before it ends the contract", example="30 days"
    )
    causes: list[str] | None = optional("What else allows ending it", example=["material breach", "insolvency"])
    convenience_fee_percent: Percent | None = optional(
        "What ending without a reason costs, in percent of the remaining charges", example=0
    )


class Exit(Section):
    """How the work is handed over at the end."""

    called: ClassVar[str] = "the exit terms"

    transition: Duration | None = optional("How long the provider helps to hand over", example="120 days")
    plan: str | None = optional("Where the exit plan is kept", example="docs/exit-plan.md")
    owner: Reference | None = optional("The id of the contact who leads the exit", example="dana")
    data_return: str | None = optional("How and when data comes back", example="CSV within 30 days")
    knowledge_transfer: str | None = optional("How knowledge comes back", example="docs/kt.md")
    last_tested: Date | None = optional("The day on which the exit plan was last tried", example="2026-09-15")
