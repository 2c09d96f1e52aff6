"""When and how both sides meet."""

from typing import Annotated, ClassVar

from bpogov.model.base import (
    Cadence,
    Date,
    Duration,
    Id,
    OneOrMany,
    Reference,
    Section,
    Time,
    Timezone,
    Words,
    optional,
    required,
)

MeetingLevel = Annotated[
    str,
    Words(
        {
            "operational": "The daily work",
            "tactical": "Service levels, improvements and changes",
            "strategic": "Goals and direction, with the sponsors",
            "relationship": "Getting to know each other",
        }
    ),
]

Weekday = Annotated[
    str,
    Words(
        {
            "mon": "Monday",
            "tue": "Tuesday",
            "wed": "Wednesday",
            "thu": "Thursday",
            "fri": "Friday",
            "sat": "Saturday",
            "sun": "Sunday",
        }
    ),
]

Topic = Annotated[
    str,
    Words(
        {
            "performance": "Results against the service levels",
            "goals": "Progress towards the goals",
            "provider topics": "What the provider wants to raise",
            "risks": "What could go wrong",
            "improvements": "What could be done better",
            "forecast": "Volumes and plans ahead",
            "changes": "Changes of scope or process",
            "relationship": "How the two sides work together",
        },
        open=True,
    ),
]

OnHoliday = Annotated[
    str,
    Words(
        {
            "next-working-day": "Held on the next day that both sides work",
            "previous-working-day": "Held on the last day before that both sides work",
            "skip": "Not held",
        }
    ),
]


class Meeting(Section):
    """A meeting that repeats."""

    called: ClassVar[str] = "a meeting"
    identity: ClassVar[str] = "id"

    id: Id = required("A short name of the meeting, used in references", example="weekly")
    level: Annotated[list[MeetingLevel], OneOrMany()] | None = optional(
        "What the meeting is for, one level or a list", example="operational"
    )
    cadence: Cadence | None = optional("How often it is held: a word such as `weekly`, or RFC 5545", example="weekly")
    day: Weekday | None = optional("The day of the week, where the cadence is a plain word", example="tue")
    first: Date | None = optional("The day of the first meeting", example="2026-04-15")
    start: Time | None = optional("When it starts: 24-hour clock, local time of `timezone`", example="10:00")
    timezone: Timezone | None = optional("The time zone of `start`", example="Europe/London")
    duration: Duration | None = optional("How long it takes", example="45 minutes")
    chair: Reference | None = optional("The id of the contact who leads it", example="amy")
    attendees: list[Reference] | None = optional("The ids of the contacts who attend", example=["amy", "ben"])
    agenda: list[Topic] | None = optional("What is talked about", example=["performance", "provider topics"])
    minutes_by: Reference | None = optional("The id of the contact who writes the minutes", example="ben")
    if_holiday: OnHoliday | None = optional("What happens when it falls on a holiday", example="next-working-day")
    last_held: Date | None = optional("The day on which it was last held", example="2026-11-17")
