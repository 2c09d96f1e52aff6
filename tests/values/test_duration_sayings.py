import pytest

from bpogov.values.duration import Duration
from bpogov.values.duration_sayings import meant


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("two weeks", "2 weeks"),
        ("a month", "1 month"),
        ("14d", "14 days"),
        ("14days", "14 days"),
        ("30-minute", "30 minutes"),
        ("p14d", "14 days"),
        ("p1y2m3w4dt5h6m7s", "1 year 2 months 3 weeks 4 days 5 hours 6 minutes 7 seconds"),
        ("pt1.5h", "90 minutes"),
        ("half day", "12 hours"),
        ("1.5 hours and 10 minutes", "100 minutes"),
        ("1 hr, 30 mins", "1 hour 30 minutes"),
        ("5 working days", "5 business days"),
        ("five work-days", "5 business days"),
        ("1 quarter", "3 months"),
        ("2 fortnights", "4 weeks"),
        ("1 half-year", "6 months"),
        ("monthly", "1 month"),
        ("fortnightly", "2 weeks"),
        ("3 months.", "3 months"),
        ("0 days 2 hours", "2 hours"),
    ],
)
def test_a_saying_is_understood(text: str, words: str) -> None:
    """Common other writings lead to the plain words."""
    assert Duration(**meant(text)).words == words


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "3 m",
        "1.5 months",
        "1.5.2 hours",
        "p1.5.2d",
        "0 days",
        "20000 days",
        "5 business days 2 hours",
        "1,5 stunden",
    ],
)
def test_what_is_not_certain_gives_nothing(text: str) -> None:
    """No suggestion is better than a wrong one."""
    assert meant(text) == {}
