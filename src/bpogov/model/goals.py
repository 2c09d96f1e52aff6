"""What the client wants to reach by outsourcing."""

from typing import Annotated, ClassVar

from bpogov.model.base import Date, Id, Number, NumberOrNone, Reference, Section, Words, optional, required
from bpogov.model.words import Direction, Family, Metric, SideOrBoth

GoalCategory = Annotated[
    str,
    Words(
        {
            "cost": "Spend less for the same work",
            "quality": "Get fewer things wrong",
            "experience": "Make customers happier",
            "speed": "Be faster",
            "capacity": "Free time or people for other work",
            "growth": "Reach new markets or volumes",
            "risk": "Be less exposed when things go wrong",
            "compliance": "Meet a law, a standard or a contract",
        }
    ),
]


class Goal(Section):
    """One thing that the engagement is to achieve."""

    called: ClassVar[str] = "a goal"
    identity: ClassVar[str] = "id"

    id: Id = required("A short name of the goal, used in references", example="faster")
    statement: str | None = optional(
        "The goal in one sentence that everybody understands", example="Customers get an answer the same day"
    )
    category: GoalCategory | None = optional("What kind of gain the goal is about", example="speed")
    owner: SideOrBoth | None = optional("Which side answers for reaching the goal", example="joint")
    metric: Metric | None = optional(
        "What is measured: a metric of the catalogue or your own", example="turnaround-time"
    )
    unit: str | None = optional(
        "The unit of all numbers of the goal; a metric of the catalogue brings its own", example="hours"
    )
    direction: Direction | None = optional(
        "Which way is better; a metric of the catalogue brings its own", example="lower"
    )
    family: Family | None = optional(
        "What the metric is about; a metric of the catalogue brings its own", example="speed"
    )
    baseline: NumberOrNone | None = optional(
        "The value before outsourcing, in the unit of the goal, or `none` for new work", example=40
    )
    target: Number | None = optional("The value to reach, in the unit of the goal", example=10)
    due: Date | None = optional("The day by which the target is to be reached", example="2027-06-30")
    tracked_by: str | None = optional(
        "How progress is followed, where no service level measures it", example="monthly hours report"
    )
    strategy: str | None = optional("The business plan or strategy that the goal serves", example="Strategy 2028")


class GoalsAgreement(Section):
    """One occasion on which both sides agreed the goals."""

    called: ClassVar[str] = "an agreement on the goals"

    date: Date | None = optional("The day on which the goals were agreed", example="2026-11-18")
    by: list[Reference] | None = optional("The ids of the contacts who agreed", example=["amy", "ben"])
