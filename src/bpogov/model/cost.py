"""What the engagement costs altogether, and what it gains."""

from typing import Annotated, ClassVar

from bpogov.model.base import Amount, Currency, Number, Section, Words, optional

SavingsBasis = Annotated[
    str,
    Words(
        {
            "rates": "Lower hourly rates",
            "automation": "Less work by hand",
            "headcount": "Fewer people of the client",
            "volume": "Better prices for more volume",
        }
    ),
]


class YearlyCost(Section):
    """Cost that comes every year."""

    called: ClassVar[str] = "the yearly cost"

    run: Amount | None = optional("What the provider is paid in a year, in the currency of the section", example=30000)
    governance: Amount | None = optional(
        "What steering the provider costs in a year, in the currency of the section", example=2000
    )


class OneOffCost(Section):
    """Cost that comes once."""

    called: ClassVar[str] = "the one-off cost"

    transition: Amount | None = optional("What the move costs, in the currency of the section", example=2000)
    exit: Amount | None = optional(
        "What ending the engagement would cost, in the currency of the section", example=1000
    )


class Cost(Section):
    """The whole cost and the long-term gain."""

    called: ClassVar[str] = "the cost section"

    currency: Currency | None = optional("The currency of all amounts of the section: ISO 4217", example="GBP")
    yearly: YearlyCost | None = optional("Cost that comes every year")
    one_off: OneOffCost | None = optional("Cost that comes once")
    savings_percent: Number | None = optional("The saving that is expected, in percent of today's cost", example=18)
    savings_basis: list[SavingsBasis] | None = optional("Where the saving comes from", example=["rates"])
    evidence: str | None = optional("What makes the saving believable", example="docs/business-case.xlsx")
    benchmark: str | None = optional("What the price was compared with", example="2026 market survey")
    benchmark_price: Amount | None = optional("The market price for the same, in the unit of the rate", example=19.5)
    long_term: list[str] | None = optional("Gains beyond the price", example=["24-hour cover at peak"])
