"""Price and insurance."""

from typing import Annotated, ClassVar

from bpogov.model.base import Amount, Currency, Every, Percent, Section, Words, optional, required

PricingModel = Annotated[
    str,
    Words(
        {
            "fixed-monthly": "A fixed price per month",
            "per-hour": "A price per hour",
            "per-productive-hour": "A price per hour of productive work",
            "per-transaction": "A price per transaction",
            "per-resolution": "A price per solved case",
            "per-fte": "A price per full-time person",
            "outcome-based": "A price that depends on the result",
            "revenue-share": "A share of the revenue",
            "gain-share": "A share of the gain",
        }
    ),
]


class Pricing(Section):
    """What is paid for what."""

    called: ClassVar[str] = "the pricing"

    model: PricingModel | None = optional("How the price is calculated", example="fixed-monthly")
    rate: Amount | None = optional("The price per unit of the model, in `currency`", example=2500)
    price_schedule: str | None = optional(
        "Where the prices are listed, if one rate is not enough", example="SOW 1, annex B"
    )
    currency: Currency | None = optional("The currency of the price: ISO 4217", example="GBP")
    invoice_every: Every | None = optional("How often invoices come", example="monthly")
    minimum_commitment: str | None = optional(
        "The least that is paid for, in words", example="80 percent of the forecast"
    )
    indexation: str | None = optional("How prices follow inflation", example="CPI")
    index_cap_percent: Percent | None = optional("The most that prices may rise in a year, in percent", example=3)
    excluded: list[str] | None = optional("What the price does not include", example=["travel"])


class Insurance(Section):
    """An insurance that the provider keeps."""

    called: ClassVar[str] = "an insurance"
    identity: ClassVar[str] = "type"

    type: str = required("What is insured", example="professional")
    amount: Amount | None = optional("The sum insured, in `currency`", example=5000000)
    currency: Currency | None = optional("The currency of the sum: ISO 4217", example="USD")
