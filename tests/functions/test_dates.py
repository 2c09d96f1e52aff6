import pytest

from bpogov.functions import dates


@pytest.mark.parametrize(
    ("a", "b", "at_most", "at_least"),
    [
        ("weekly", "P7D", True, True),
        ("monthly", "35 days", True, False),
        ("1 month", "30 days", True, True),
        ("32 days", "P1M", False, True),
        ("quarterly", "weekly", False, True),
    ],
)
def test_comparing(a: str, b: str, *, at_most: bool, at_least: bool) -> None:
    """A comparison fails only where it fails for every start date, in both directions."""
    assert dates.at_most(a, b) is at_most
    assert dates.at_least(a, b) is at_least


@pytest.mark.parametrize(
    ("text", "days"), [("P35D", 35), ("1 month", 31), ("P1Y", 366), ("weekly", 7), ("36 hours", 1)]
)
def test_most_days(text: str, days: int) -> None:
    """A duration as a number of days is the most whole days that it can last."""
    assert dates.most_days(text) == days


def test_words() -> None:
    """Messages show durations in plain words."""
    assert dates.words("P1M") == "1 month"
    assert dates.words("quarterly") == "3 months"


def test_days_between() -> None:
    """Days are counted from the first date, backwards below zero."""
    assert dates.days_between("2026-11-21", "2026-12-01") == 10
    assert dates.days_between("2026-11-21", "2026-11-20") == -1


def test_add() -> None:
    """A month after the end of January is the end of February."""
    assert dates.add("2026-01-31", "1 month") == "2026-02-28"


@pytest.mark.parametrize("duration", ["1 day", "3 months", "100 years", "5 business days"])
def test_adding_beyond_the_calendar(duration: str) -> None:
    """The calendar ends with the year 9999: a date there is no reason for a rule to break."""
    assert dates.add("9999-12-31", duration) == "9999-12-31"


def test_earliest_and_latest() -> None:
    """The first and the last of some dates."""
    some = ["2026-11-21", "2025-01-01", "2027-05-05"]
    assert dates.earliest(some) == "2025-01-01"
    assert dates.latest(some) == "2027-05-05"


def test_in_order() -> None:
    """Dates are in order only if each is later than the one before."""
    assert dates.in_order([])
    assert dates.in_order(["2026-01-01", "2026-01-02"])
    assert not dates.in_order(["2026-01-01", "2026-01-01"])


def test_no_dates() -> None:
    """There is no earliest of nothing, and a word is no date."""
    with pytest.raises(ValueError, match="There is no date in the list"):
        dates.earliest([])
    with pytest.raises(ValueError, match="not a date"):
        dates.latest(["2026-01-01", "soon"])


@pytest.mark.parametrize(
    ("date", "duration", "before"),
    [
        ("2026-11-21", "P90D", "2026-08-23"),
        ("2026-05-31", "quarterly", "2026-02-28"),
        ("2026-11-21", "1 hour", "2026-11-20"),
        ("2026-11-23", "1 business day", "2026-11-20"),
        ("2026-11-22", "1 business day", "2026-11-20"),
        ("2026-11-21", "1 business day", "2026-11-20"),
        ("0001-06-01", "1 year", "0001-01-01"),
        ("0001-01-01", "1 day", "0001-01-01"),
        ("0001-01-01", "1 business day", "0001-01-01"),
    ],
)
def test_subtract(date: str, duration: str, before: str) -> None:
    """Durations are counted back in the calendar, and stop where it begins."""
    assert dates.subtract(date, duration) == before
