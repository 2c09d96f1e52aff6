"""How the work moves to the provider."""

from typing import ClassVar

from bpogov.model.base import Date, Reference, Section, optional, required


class Milestone(Section):
    """A step of the move."""

    called: ClassVar[str] = "a milestone"
    identity: ClassVar[str] = "what"

    what: str = required("What is reached", example="Knowledge transfer done")
    due: Date | None = optional("The day by which it should be reached", example="2026-04-24")
    done: Date | None = optional("The day on which it was reached", example="2026-04-23")
    owner: Reference | None = optional("The id of the contact who answers for it", example="marisol")


class Approval(Section):
    """Who allowed the service to go live."""

    called: ClassVar[str] = "the approval to go live"

    by: Reference | None = optional("The id of the contact who approved", example="dana")
    date: Date | None = optional("The day of the approval", example="2026-05-08")


class Transition(Section):
    """The move of the work to the provider."""

    called: ClassVar[str] = "the transition"

    milestones: list[Milestone] | None = optional("The steps of the move")
    go_live_criteria: list[str] | None = optional(
        "What has to be true before go-live", example=["All agents certified"]
    )
    approved: Approval | None = optional("Who allowed the service to go live")
