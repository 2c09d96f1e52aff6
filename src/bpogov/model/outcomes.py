"""How results are reviewed, and what follows."""

from typing import Annotated, ClassVar

from bpogov.model.base import (
    Amount,
    Date,
    Every,
    Flag,
    Id,
    Keys,
    Number,
    Percent,
    Period,
    Reference,
    Section,
    Words,
    optional,
    required,
)

GoalProgress = Annotated[
    str,
    Words(
        {
            "met": "The target is reached",
            "on-track": "The target will be reached in time",
            "at-risk": "The target may be missed",
            "off-track": "The target will be missed",
        }
    ),
]

Judgment = Annotated[
    str,
    Words(
        {
            "continue": "Go on as before",
            "improve": "Go on with improvements",
            "escalate": "Take it to the next level",
            "renegotiate": "Change the contract",
            "exit": "End the engagement",
        }
    ),
]

ActionStatus = Annotated[str, Words({"open": "Still to do", "done": "Finished", "dropped": "Given up on purpose"})]


class Result(Section):
    """The result of one service level or deliverable."""

    called: ClassVar[str] = "a result"

    sla: Reference | None = optional("The id of the service level", example="sl-voice")
    deliverable: str | None = optional("The name of the deliverable", example="Calls handled")
    actual: Number | None = optional("What was reached, in the unit of the level or deliverable", example=77.4)
    met: Flag | None = optional("Whether the target was reached", example=False)
    credit: Percent | None = optional("The credit that is due, in percent of the base", example=2)


class StaffResult(Section):
    """How the provider's people were doing."""

    called: ClassVar[str] = "the staff results"

    attrition_percent: Amount | None = optional("People who left, in percent a year", example=22)
    esat_percent: Percent | None = optional("Satisfaction of staff, in percent", example=83)


class Scorecard(Section):
    """The review of one period."""

    called: ClassVar[str] = "a scorecard"
    identity: ClassVar[str] = "period"

    period: Period = required("The period: a month, a quarter or a year", example="2026-10")
    reviewed: Date | None = optional("The day of the review", example="2026-11-12")
    by: list[Reference] | None = optional("The ids of the contacts who reviewed it", example=["dana", "marisol"])
    results: list[Result] | None = optional("The result of each level and deliverable")
    staff: StaffResult | None = optional("How the provider's people were doing")
    goals: Annotated[dict[str, GoalProgress], Keys("the id of a goal")] | None = optional(
        "Where each goal stands, by its id", example={"faster": "on-track"}
    )
    decision: Judgment | None = optional("What follows from the review", example="improve")
    provider_self_assessment: Flag | None = optional("Whether the provider judged itself first", example=True)


class Action(Section):
    """Something that was agreed after a miss."""

    called: ClassVar[str] = "an action"
    identity: ClassVar[str] = "id"

    id: Id = required("A short name of the action", example="a1")
    for_: Reference | None = optional("The id of the level or goal that it helps", example="sl-voice", alias="for")
    what: str | None = optional("What is done", example="Move eight agents to the evening peak")
    owners: list[Reference] | None = optional("The ids of the contacts who do it", example=["lee", "marisol"])
    due: Date | None = optional("The day by which it is done", example="2026-12-15")
    status: ActionStatus | None = optional("How far it is", example="open")


class Outcomes(Section):
    """Reviews and what follows from them."""

    called: ClassVar[str] = "the outcomes section"

    review_every: Every | None = optional("How often results are reviewed", example="3 months")
    scorecards: list[Scorecard] | None = optional("The reviews so far")
    actions: list[Action] | None = optional("What was agreed to put misses right")
