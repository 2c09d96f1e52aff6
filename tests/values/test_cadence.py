import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpogov.values import cadence
from bpogov.values.errors import BadValue


@pytest.mark.parametrize("word", cadence.WORDS)
def test_every_word_is_a_rhythm(word: str) -> None:
    """Each word is read, in any capitals, and kept."""
    assert cadence.parse(f" {word.title()} ").canonical == word


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("FREQ=DAILY", "FREQ=DAILY"),
        ("freq=weekly;byday=tu", "FREQ=WEEKLY;BYDAY=TU"),
        ("FREQ=MONTHLY; BYDAY=2TH;", "FREQ=MONTHLY;BYDAY=2TH"),
        ("BYDAY=FR,-1MO;FREQ=MONTHLY;INTERVAL=3", "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1MO,FR"),
        ("FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=-1,+15", "FREQ=MONTHLY;BYMONTHDAY=-1,15"),
        ("FREQ=YEARLY;BYMONTH=3,1;BYDAY=MO,TU;BYSETPOS=-1", "FREQ=YEARLY;BYMONTH=1,3;BYDAY=MO,TU;BYSETPOS=-1"),
        ("FREQ=YEARLY;BYDAY=53MO", "FREQ=YEARLY;BYDAY=53MO"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"),
    ],
)
def test_rules(text: str, canonical: str) -> None:
    """Rules of the subset are read whatever the order of their parts, and given back in one form."""
    assert cadence.parse(text).canonical == canonical
    assert cadence.parse(canonical).canonical == canonical


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("weekly", False),
        ("biweekly", True),
        ("quarterly", False),
        ("semiannual", False),
        ("FREQ=MONTHLY", False),
        ("FREQ=MONTHLY;INTERVAL=3;BYDAY=3WE", True),
    ],
)
def test_which_rhythms_need_a_first_date(text: str, *, needed: bool) -> None:
    """Rhythms that leave out periods need the first date; the words that follow the calendar do not."""
    assert cadence.parse(text).needs_first is needed


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("FREQ=WEEKLY;COUNT=3", "uses COUNT, which is not supported here: a rhythm has no end"),
        ("FREQ=WEEKLY;UNTIL=20270101", "uses UNTIL"),
        ("FREQ=DAILY;BYHOUR=9", "uses BYHOUR, which is not supported here: write the time of day in start"),
        ("FREQ=WEEKLY;WKST=SU", "uses WKST, which is not supported here: weeks always start on Monday"),
        ("FREQ=YEARLY;BYWEEKNO=20", "uses BYWEEKNO"),
        ("FREQ=YEARLY;BYYEARDAY=100", "uses BYYEARDAY"),
        ("FREQ=WEEKLY;EXAMPLE=1", 'has a part "EXAMPLE=1" that no rhythm has'),
        ("monthly;BYDAY=2TH", 'has a part "MONTHLY" that no rhythm has'),
        ("FREQ=WEEKLY;FREQ=DAILY", "says FREQ twice"),
        ("INTERVAL=2", "does not say FREQ=DAILY, WEEKLY, MONTHLY or YEARLY"),
        ("FREQ=OFTEN", "does not say FREQ=DAILY, WEEKLY, MONTHLY or YEARLY"),
        ("FREQ=HOURLY", "is more often than daily"),
        ("FREQ=WEEKLY;INTERVAL=0", "has INTERVAL=0; it is a whole number from 1 to 521"),
        ("FREQ=WEEKLY;INTERVAL=-2", "has INTERVAL=-2"),
        ("FREQ=YEARLY;INTERVAL=11", "it is a whole number from 1 to 10"),
        ("FREQ=WEEKLY;BYDAY=2TH", "counts a weekday (2TH), which only"),
        ("FREQ=WEEKLY;BYDAY=TUE", 'has BYDAY with "TUE"'),
        ("FREQ=MONTHLY;BYDAY=6TH", "has no date: weekdays such as 6TH are counted from 1 to 5"),
        ("FREQ=YEARLY;BYMONTH=1;BYDAY=6TH", "are counted from 1 to 5"),
        ("FREQ=YEARLY;BYDAY=54TH", "are counted from 1 to 53"),
        ("FREQ=MONTHLY;BYDAY=0TH", "has no date"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", 'has BYMONTHDAY with "32"; the days of a month run from 1 to 31'),
        ("FREQ=MONTHLY;BYMONTHDAY=0", 'has BYMONTHDAY with "0"'),
        ("FREQ=MONTHLY;BYMONTHDAY=", 'has BYMONTHDAY with ""'),
        ("FREQ=YEARLY;BYMONTH=-1", 'has BYMONTH with "-1"; the months are numbered from 1 to 12'),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=367", 'has BYSETPOS with "367"'),
        ("FREQ=WEEKLY;BYMONTHDAY=1", "names days of the month in a weekly rhythm"),
        ("FREQ=MONTHLY;BYSETPOS=1", "has BYSETPOS with nothing to choose from"),
        ("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30,31", "has no date in any year, so nobody would ever meet"),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31", "has no date in any year"),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6", "has no date in any year"),
        ("FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1", "has no date in any year"),
        ("14 days", "is not a rhythm"),
        ("", "is not a rhythm"),
    ],
)
def test_refused(text: str, problem: str) -> None:
    """What is beyond the subset or never happens is refused by its name, in plain words."""
    with pytest.raises(BadValue) as caught:
        cadence.parse(text)
    assert problem in caught.value.message


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("RRULE:FREQ=DAILY", "FREQ=DAILY"),
        ("weekley", "weekly"),
        ("every two weeks", "biweekly"),
        ("Tuesdays", "FREQ=WEEKLY;BYDAY=TU"),
        ("every Monday", "FREQ=WEEKLY;BYDAY=MO"),
        ("second Thursday of the month", "FREQ=MONTHLY;BYDAY=2TH"),
        ("on the last friday of every month", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("now and then", ""),
    ],
)
def test_other_writings_lead_to_the_right_one(text: str, suggestion: str) -> None:
    """A common saying gets the text to write instead, and that text is read."""
    with pytest.raises(BadValue) as caught:
        cadence.parse(text)
    assert caught.value.suggestion == suggestion
    if suggestion:
        assert cadence.parse(suggestion).canonical == suggestion


PARTS = st.sampled_from(
    ["FREQ=", "MONTHLY", "WEEKLY", "YEARLY", ";", "BYDAY=", "BYMONTHDAY=", "2TH", "-1", "MO", ",", "="]
)


@given(st.text(max_size=30) | st.lists(PARTS, max_size=12).map("".join))
@settings(max_examples=100)
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text whatever does more than raise BadValue, and what is read has one form that is read again."""
    try:
        read = cadence.parse(text)
    except BadValue:
        return
    assert cadence.parse(read.canonical) == read


def test_long_texts_mean_the_same() -> None:
    """What is written in many characters is read like what is written in few."""
    rule = "FREQ=MONTHLY;BYDAY=2TH"
    assert cadence.parse(rule + " " * 100) == cadence.parse(rule)
