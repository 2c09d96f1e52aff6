"""How both sides keep in touch between meetings."""

from typing import Annotated, ClassVar

from bpogov.model.base import Date, Duration, Every, Flag, Section, Words, optional, required
from bpogov.model.words import Side

ChannelType = Annotated[
    str,
    Words(
        {
            "chat": "Messaging",
            "phone": "Telephone",
            "email": "E-mail",
            "ticket": "A ticket or issue system",
            "portal": "A web portal",
        }
    ),
]


class TalkChannel(Section):
    """A way in which the two sides talk."""

    called: ClassVar[str] = "a communication channel"

    type: ChannelType | None = optional("What kind of channel it is", example="chat")
    name: str | None = optional("How people find it", example="shared care channel")
    real_time: Flag | None = optional("Whether people answer at once", example=True)


class Feedback(Section):
    """How the two sides tell each other what they think."""

    called: ClassVar[str] = "the feedback"

    both_ways: Flag | None = optional("Whether both sides give feedback", example=True)
    respond_within: Duration | None = optional("The time within which feedback is answered", example="1 day")


class StandingReport(Section):
    """A report that one side sends regularly."""

    called: ClassVar[str] = "a report"
    identity: ClassVar[str] = "name"

    name: str = required("The name of the report", example="Weekly numbers")
    from_: Side | None = optional("The side that sends it", example="provider", alias="from")
    every: Every | None = optional("How often it is sent", example="weekly")
    grace: Duration | None = optional("How late it may be before it counts as missed", example="2 days")
    if_missed: str | None = optional(
        "What happens when it does not come: in words, or a level of the escalation", example="level-1"
    )
    last_received: Date | None = optional("The day on which it last came", example="2026-11-16")


class IssueLog(Section):
    """The list of open issues."""

    called: ClassVar[str] = "the issue log"

    location: str | None = optional("Where it is kept", example="issue board")
    shared: Flag | None = optional("Whether both sides can read and write it", example=True)


class Communication(Section):
    """Channels, feedback and reports."""

    called: ClassVar[str] = "the communication section"

    channels: list[TalkChannel] | None = optional("The ways in which the two sides talk")
    feedback: Feedback | None = optional("How the two sides tell each other what they think")
    reports: list[StandingReport] | None = optional("The reports that are promised")
    issue_log: IssueLog | None = optional("The list of open issues")
