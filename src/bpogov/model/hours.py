"""Hours of work and holidays, which several sections use."""

from typing import Annotated, ClassVar

from bpogov.model.base import (
    Date,
    FromText,
    FromWord,
    HolidayCalendar,
    Scalar,
    Section,
    Time,
    Timezone,
    Weekdays,
    Words,
    optional,
    required,
)

AROUND_THE_CLOCK = FromWord("24x7", "Around the clock, every day", {"days": "mon-sun", "from": "00:00", "to": "24:00"})


EndTime = Annotated[str, Words({"24:00": "The end of the day"}, open=True), Scalar("time")]


class HoursFields(Section):
    """Hours that repeat every week."""

    called: ClassVar[str] = "an entry of hours"
    meaning: ClassVar[str] = "hours"

    days: Weekdays = required("The days of the week, as a day or a range of days", example="mon-fri")
    from_: Time = required("When the hours begin: 24-hour clock, local time", example="09:00", alias="from")
    to: EndTime = required(
        "When the hours end: 24-hour clock, local time; before `from` means on the next day", example="17:30"
    )
    timezone: Timezone | None = optional(
        "The time zone of these hours, where it differs from that of the party or site", example="Europe/Madrid"
    )


Hours = Annotated[HoursFields, AROUND_THE_CLOCK]


class HolidaysFields(Section):
    """The days on which a party or site does not work: a public calendar with days added and removed."""

    called: ClassVar[str] = "the holidays"

    calendar: HolidayCalendar | None = optional(
        "The public holidays that apply: a country or one of its regions", example="GB-ENG"
    )
    add: list[Date] | None = optional("Further days off, as dates", example=["2026-12-24"], filled=True)
    remove: list[Date] | None = optional("Public holidays that are worked, as dates", filled=True)


Holidays = Annotated[HolidaysFields, FromText("calendar")]
