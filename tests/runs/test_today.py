"""The date that a check is made for."""

from datetime import UTC, datetime, timedelta

import pytest

from bpogov.core.errors import UsageError
from bpogov.runs.today import date_of_check


def test_the_date_that_was_asked_for_counts() -> None:
    """Whatever the time zone."""
    assert date_of_check("2026-11-21", "Asia/Manila") == "2026-11-21"


@pytest.mark.parametrize(
    ("asked", "help_"),
    [
        ("21.11.2026", "write --today 2026-11-21"),
        ("2026-1-2", "write --today 2026-01-02"),
        ("2026-02-30", "write --today 2026-11-21"),
        ("tomorrow", "write --today 2026-11-21"),
    ],
)
def test_another_form_is_refused_with_the_right_one(asked: str, help_: str) -> None:
    """What was written is named, and what to write instead."""
    with pytest.raises(UsageError, match=f'^"{asked}"') as caught:
        date_of_check(asked, "UTC")
    assert [problem.help for problem in caught.value.problems] == [help_]


def test_without_a_date_it_is_today_in_the_zone() -> None:
    """Between the two ends of the world lies at most a day on each side."""
    here = datetime.now(tz=UTC).date()
    found = {date_of_check(None, zone) for zone in ("Pacific/Kiritimati", "UTC", "Pacific/Pago_Pago")}
    assert found <= {(here + timedelta(days=days)).isoformat() for days in (-1, 0, 1)}
    assert date_of_check(None, "Pacific/Kiritimati") > date_of_check(None, "Pacific/Pago_Pago")
