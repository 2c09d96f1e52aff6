"""The scorecards of an engagement, beside what they score."""

import datetime as dt
from typing import Any

from bpogov.functions.booklet import Booklet, booklet_of
from bpogov.values import period
from tests.functions.scored import card, engagement, level

_DAY = dt.date(2026, 11, 21)


def _booklet(cards: list[Any], *levels: Any) -> Booklet:
    return Booklet(engagement(list(levels), cards))


def test_cards_are_in_the_order_of_their_periods() -> None:
    """The file may list them in any order; of periods that end together the longest comes first."""
    booklet = _booklet([card("2026-10"), card("2026-09"), card("2026-Q3")])
    assert [one.name for one in booklet.cards] == ["2026-Q3", "2026-09", "2026-10"]


def test_what_is_no_scorecard_counts_as_not_there() -> None:
    """A period that cannot be read, an entry that is no group, and a missing list leave nothing."""
    assert _booklet([card("autumn"), "text", {}]).cards == ()
    assert Booklet({}).cards == ()


def test_one_engagement_has_one_booklet() -> None:
    """Asked again about the same engagement it is the same, and another one has its own, even with equal content."""
    one = engagement([], [card("2026-10")])
    assert booklet_of(one) is booklet_of(one)
    assert booklet_of(dict(one)) is not booklet_of(one)


def test_the_latest_of_each_length_are_found() -> None:
    """Months and quarters are counted apart, and a review that lies ahead is none yet."""
    cards = [card("2026-08"), card("2026-09"), card("2026-10"), card("2026-Q3"), card("2026-11", reviewed="2026-12-10")]
    assert [one.name for one in _booklet(cards).latest(2, _DAY)] == ["2026-10", "2026-09", "2026-Q3"]


def test_a_review_without_a_date_has_taken_place_once_the_period_is_over() -> None:
    """Until then it has not."""
    (over, running) = _booklet([card("2026-10", reviewed=None), card("2026-11", reviewed=None)]).cards
    assert over.is_reviewed(_DAY)
    assert not running.is_reviewed(_DAY)


def test_a_scorecard_holds_the_levels_of_its_length() -> None:
    """A level measured over a quarter stands in the quarter's scorecard, and in no month's."""
    booklet = _booklet([], level("voice"), level("csat", window="calendar-quarter"))
    assert booklet.levels_for(period.parse("2026-10")) == ["voice"]
    assert booklet.levels_for(period.parse("2026-Q3")) == ["csat"]


def test_a_result_of_another_length_is_misplaced_and_does_not_count() -> None:
    """The words say where it belongs."""
    results = [{"sla": "csat", "actual": 84.0}, {"sla": "voice", "actual": 81.0}]
    booklet = _booklet([card("2026-10", results)], level("voice"), level("csat", window="calendar-quarter"))
    (only,) = booklet.cards
    assert booklet.misplaced(only.results[0], only.period) == "quarter"
    assert [entry.name for _, entry in booklet.judged()] == ["voice"]
