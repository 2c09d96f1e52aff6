"""The service levels, and what missing them costs."""

from typing import Annotated, ClassVar

from bpogov.model.base import (
    Amount,
    Date,
    Duration,
    Flag,
    Id,
    Number,
    NumberOrNone,
    OneOrMany,
    Percent,
    Rank,
    Reference,
    Scalar,
    Section,
    Words,
    aside,
    derived,
    optional,
    required,
)
from bpogov.model.words import CoveredHours, Direction, Family, Measurer, Metric

LevelType = Annotated[
    str,
    Words(
        {
            "sla": "A promise of the contract, with consequences",
            "kpi": "A number that is watched, without consequences",
            "xla": "A number that says how people experience the service",
        }
    ),
]

Window = Annotated[
    str,
    Words(
        {
            "calendar-month": "Measured from the first to the last day of each month",
            "calendar-quarter": "Measured over each quarter of the year",
            "rolling-30d": "Measured over the last 30 days, every day anew",
            "contract-year": "Measured over each year from the start of the contract",
            "per-incident": "Measured for each incident by itself",
        },
        open=True,
    ),
    Scalar("window"),
]

CreditBase = Annotated[
    str,
    Words(
        {
            "monthly-charges": "All charges of the month",
            "function-charges": "The charges of the function that missed its level",
        }
    ),
]

CreditTime = Annotated[
    str,
    Words({"next-invoice": "Taken off the next invoice", "quarter": "Settled at the end of the quarter"}),
]


class TargetStep(Section):
    """A target that holds from a later day on."""

    called: ClassVar[str] = "a step of the target"
    identity: ClassVar[str] = "from"

    from_: Date = required("The day from which this target holds", example="2027-04-01", alias="from")
    target: Number | None = optional("The target from then on, in the unit of the level", example=92)


class Trigger(Section):
    """How many misses in how long a time have a consequence."""

    called: ClassVar[str] = "the trigger of a service level"

    occurrences: Rank | None = optional("The number of misses", example=3)
    period: Annotated[str, Scalar("trigger-period")] | None = optional(
        "The time in which they happen", example="6 months"
    )


class Credit(Section):
    """What the provider pays back when a level is missed."""

    called: ClassVar[str] = "a service credit"

    below: Number | None = optional("Due when the result is lower than this, in the unit of the level", example=80)
    above: Number | None = optional("Due when the result is higher than this, in the unit of the level", example=24)
    percent: Percent | None = optional("The credit in percent of the base of `service_credits`", example=2)


class ServiceLevel(Section):
    """One service level."""

    called: ClassVar[str] = "a service level"
    identity: ClassVar[str] = "id"

    id: Id = required("A short name of the level, used in references", example="reply")
    type: LevelType | None = optional("Whether it is a promise or a number to watch", example="sla")
    function: Annotated[list[Reference], OneOrMany()] | None = optional(
        "The id of the function that it measures, or a list of ids", example="email"
    )
    goal: Reference | None = optional("The id of the goal that it serves", example="faster")
    metric: Metric | None = optional(
        "What is measured: a metric of the catalogue or your own", example="turnaround-time"
    )
    within: Duration | None = optional("The time within which something counts as done", example="30 seconds")
    unit: str | None = optional(
        "The unit of all numbers of the level; a metric of the catalogue brings its own", example="hours"
    )
    family: Family | None = optional(
        "What the metric is about; a metric of the catalogue brings its own", example="speed"
    )
    direction: Direction | None = optional(
        "Which way is better; a metric of the catalogue brings its own", example="lower"
    )
    baseline: NumberOrNone | None = optional(
        "The value before outsourcing, in the unit of the level, or `none` for new work", example=40
    )
    target: Number | None = aside(
        "The value to reach, one number in the unit of the level", "target_as_text", example=10
    )
    target_as_text: str | None = derived("The target as it was written, where it is not one number")
    threshold: Number | None = optional(
        "The worst value that is still acceptable, in the unit of the level", example=24
    )
    steps: list[TargetStep] | None = optional("Targets that change over the term, in order of their dates")
    applies_from: Date | None = optional(
        "The day from which the level counts; the first go-live of its functions where this is left out",
        example="2027-02-01",
    )
    window: Window | None = optional("Over which time it is measured", example="calendar-month")
    critical: Flag | None = optional("Whether missing it is serious", example=True)
    hours: CoveredHours | None = optional("In which hours it counts", example="service-window")
    exclusions: list[str] | None = optional("What does not count", example=["planned maintenance"])
    calculation: str | None = optional("How the number is calculated", example="mean hours to first full reply")
    data_source: str | None = optional("Where the data comes from", example="ticket system")
    measured_by: Measurer | None = optional("Who measures it", example="joint")
    trigger: Trigger | None = optional("How many misses in how long a time have a consequence")
    credits: list[Credit] | None = optional("What the provider pays back when the level is missed")


class ServiceCredits(Section):
    """The rules that all service credits share."""

    called: ClassVar[str] = "the service credits"

    base: CreditBase | None = optional("What the percentages are taken from", example="monthly-charges")
    cap_percent: Percent | None = optional("The most that one period can cost, in percent of the base", example=10)
    yearly_cap: Amount | None = optional("The most that a year can cost, in the currency of the price", example=50000)
    applied: CreditTime | None = optional("When credits are settled", example="next-invoice")
    sole_remedy: Flag | None = optional("Whether credits exclude all other claims for the same miss", example=False)
    earn_back: Flag | None = optional("Whether later good results win credits back", example=False)
