"""The state of reading, and how problems are noted."""

import pytest

from bpogov.source.limits import Limits
from bpogov.source.reading import Reading, StopReading


def test_nothing_was_read_yet() -> None:
    """Before the first event there is no data, no place and no path."""
    reading = Reading("", Limits())
    assert (reading.data, reading.place, reading.path(), reading.ended) == (None, None, (), 0)


def test_too_many_problems_end_the_reading() -> None:
    """The last problem that is noted says that there may be more."""
    reading = Reading("abc", Limits(problems=2))
    reading.report("YML002", (0, 1), "one", "")
    with pytest.raises(StopReading):
        reading.report("YML002", (1, 2), "two", "")
    assert [trouble.id for trouble in reading.troubles] == ["YML002", "YML002", "YML017"]
    assert reading.troubles[-1].message == "The file has more than 2 problems, so the rest of it was not read"
