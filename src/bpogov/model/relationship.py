"""How the two sides grow together."""

from typing import ClassVar

from bpogov.model.base import Amount, Date, Every, Reference, Section, optional


class SharedSuccess(Section):
    """What both sides gain together."""

    called: ClassVar[str] = "the shared success"

    type: str | None = optional("What is shared", example="gain-share")
    goal: Reference | None = optional("The id of the goal that it is tied to", example="g-csat")
    split: str | None = optional("How it is divided", example="50/50 of bonus pool")


class Activity(Section):
    """Time spent together."""

    called: ClassVar[str] = "an activity"

    what: str | None = optional("What is done together", example="Joint planning day")
    date: Date | None = optional("The day of the activity", example="2027-01-20")


class Health(Section):
    """How both sides feel about the relationship."""

    called: ClassVar[str] = "the relationship health"

    survey_every: Every | None = optional("How often both sides are asked", example="6 months")
    last_done: Date | None = optional("The day of the last survey", example="2026-10-01")
    client_score: Amount | None = optional("What the client answered, on the scale of the survey", example=8.1)
    provider_score: Amount | None = optional("What the provider answered, on the scale of the survey", example=7.7)


class Knowledge(Section):
    """What the sides learn from each other."""

    called: ClassVar[str] = "the exchange of knowledge"

    provider_learns: str | None = optional("What the provider learns from the client", example="products and policies")
    client_learns: str | None = optional("What the client learns from the provider", example="workforce planning")


class Relationship(Section):
    """Trust, time together and learning."""

    called: ClassVar[str] = "the relationship section"

    shared_success: SharedSuccess | None = optional("What both sides gain together")
    activities: list[Activity] | None = optional("Time spent together")
    first_joint_session: Date | None = optional(
        "The day on which both sides first worked together", example="2026-03-02"
    )
    openness: str | None = optional(
        "The promise to raise problems early", example="Problems are raised within one working day"
    )
    health: Health | None = optional("How both sides feel about the relationship")
    knowledge: Knowledge | None = optional("What the sides learn from each other")
