"""How the client prepares its own people for the change."""

from typing import Annotated, ClassVar

from bpogov.model.base import Count, Date, Flag, Reference, Section, Words, optional, required

Effect = Annotated[
    str,
    Words(
        {
            "none": "Nothing changes for these people",
            "changed": "Their tasks change",
            "moved": "They move to another job or employer",
            "reduced": "Jobs are lost",
        }
    ),
]

Covered = Annotated[
    str,
    Words(
        {
            "why": "Why we outsource",
            "jobs": "What happens to jobs",
            "vision": "Where we want to go",
            "context": "What others do, who the provider is, and what the deal looks like",
        }
    ),
]


class Context(Section):
    """Background that makes the step understandable."""

    called: ClassVar[str] = "the context"

    practice: str | None = optional("What other organisations do", example="Common among shops our size")
    provider_record: str | None = optional(
        "What the provider has achieved elsewhere", example="Serves five food brands"
    )
    structure: str | None = optional("What the deal looks like", example="One-year contract")


class JobImpact(Section):
    """What the change means for the jobs of some people."""

    called: ClassVar[str] = "a job impact"
    identity: ClassVar[str] = "audience"

    audience: str = required("The people who are affected", example="shop team")
    effect: Effect | None = optional("What happens to their jobs", example="changed")
    detail: str | None = optional("What exactly happens", example="No job is lost; two people change tasks")
    headcount: Count | None = optional("How many people they are", example=2)


class Announcement(Section):
    """One occasion on which people are told."""

    called: ClassVar[str] = "an announcement"
    identity: ClassVar[str] = "audience"

    audience: str = required("Who is told; `all-staff` reaches everybody", example="all-staff")
    date: Date | None = optional("The day on which they are told", example="2026-11-24")
    channel: str | None = optional("How they are told", example="team meeting")
    owner: Reference | None = optional("The id of the contact who tells them", example="raj")
    two_way: Flag | None = optional("Whether people can ask questions", example=True)
    covers: list[Covered] | None = optional("What is said", example=["why", "jobs"])


class Objection(Section):
    """A worry that people have, and the answer."""

    called: ClassVar[str] = "an objection"

    concern: str | None = optional("The worry", example="Will quality fall?")
    answer: str | None = optional("The answer", example="QA and CSAT are shared weekly")
    owner: Reference | None = optional("The id of the contact who answers", example="amy")


class InHouseTraining(Section):
    """What the client's own people learn."""

    called: ClassVar[str] = "the in-house training"

    what: str | None = optional("What is taught", example="New hand-over steps")
    date: Date | None = optional("The day of the training", example="2027-01-11")


class InHouse(Section):
    """The change inside the client."""

    called: ClassVar[str] = "the in-house section"

    owner: Reference | None = optional("The id of the contact who leads the change", example="raj")
    vision: str | None = optional("Where the client wants to go", example="Be the most trusted small tea shop")
    why: str | None = optional("Why the client outsources, honestly", example="We want to spend our time on tea")
    how_this_helps: str | None = optional("How outsourcing serves the vision", example="Two staff move to tastings")
    context: Context | None = optional("Background that makes the step understandable")
    job_impact: list[JobImpact] | None = optional("What happens to whose jobs")
    announcements: list[Announcement] | None = optional("Who is told when, how and by whom")
    objections: list[Objection] | None = optional("The worries that people have, with answers")
    faqs: str | None = optional("Where answers to frequent questions are kept", example="docs/faq.md")
    training: InHouseTraining | None = optional("What the client's own people learn")
    freed_focus: str | None = optional("What the freed time is used for", example="Product-advice desk")
