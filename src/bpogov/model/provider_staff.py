"""How the people of the provider are trained, paid and treated."""

from typing import ClassVar

from bpogov.model.base import Amount, Count, Currency, Flag, Percent, Section, optional


class StaffTraining(Section):
    """How much the provider's people are trained."""

    called: ClassVar[str] = "the training of provider staff"

    initial_hours: Amount | None = optional("Training before the first contact, in hours per person", example=80)
    yearly_hours: Amount | None = optional("Training every year after that, in hours per person", example=40)


class Recognition(Section):
    """How good work is rewarded."""

    called: ClassVar[str] = "the recognition of provider staff"

    programme: str | None = optional("How good work is recognised", example="Monthly shared awards")
    budget: Amount | None = optional("The yearly budget for it, in `currency`", example=6000)
    currency: Currency | None = optional("The currency of the budget: ISO 4217", example="USD")


class Pay(Section):
    """How pay compares."""

    called: ClassVar[str] = "the pay of provider staff"

    benchmark_percentile: Percent | None = optional(
        "Where pay stands in the local market, 0 lowest to 100 highest", example=60
    )


class Wellbeing(Section):
    """How the provider's people are doing."""

    called: ClassVar[str] = "the well-being of provider staff"

    attrition_target_percent: Percent | None = optional(
        "The most people who should leave in a year, in percent", example=25
    )
    esat_target_percent: Percent | None = optional("The satisfaction of staff to reach, in percent", example=80)


class Cover(Section):
    """Who steps in when people are away."""

    called: ClassVar[str] = "the cover for absences"

    backup_percent: Percent | None = optional("Trained people in reserve, in percent of the team", example=12)
    cross_trained: Flag | None = optional("Whether people can do each other's work", example=True)
    named: str | None = optional("Who steps in", example="Liza Tan")


class ProviderStaff(Section):
    """The people of the provider."""

    called: ClassVar[str] = "the provider staff section"

    headcount: Count | None = optional("How many people work for this engagement", example=110)
    training: StaffTraining | None = optional("How much they are trained")
    growth: str | None = optional("How good people can grow", example="Three-step agent ladder")
    recognition: Recognition | None = optional("How good work is rewarded")
    pay: Pay | None = optional("How their pay compares")
    wellbeing: Wellbeing | None = optional("The targets for attrition and satisfaction")
    included_in: list[str] | None = optional(
        "Where they are treated like the client's own people", example=["newsletter"]
    )
    cover: Cover | None = optional("Who steps in when people are away")
