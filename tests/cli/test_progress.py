"""A bar on a terminal, for checks that take their time."""

import io
import sys
import time
from collections.abc import Callable

import pytest

from bpogov.cli.console import Console
from bpogov.cli.progress import Progress


class Terminal(io.StringIO):
    """Standard error of a person who watches."""

    def isatty(self) -> bool:
        """It is one."""
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Sets the time, in seconds; the terminal has 80 columns."""
    now = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("TERM", raising=False)

    def at(seconds: float) -> None:
        now[0] = seconds

    return at


def test_a_quick_check_shows_none(clock: Callable[[float], None], monkeypatch: pytest.MonkeyPatch) -> None:
    """Within a second nothing is written, and nothing is taken away."""
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    with Progress(Console()) as progress:
        clock(0.9)
        progress(99, 100)
    assert terminal.getvalue() == ""


def test_a_slow_check_shows_how_far_it_is(clock: Callable[[float], None], monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten times a second at most, on one line, which is empty at the end."""
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    with Progress(Console()) as progress:
        for seconds, done in ((1.0, 50), (1.05, 51), (1.2, 100)):
            clock(seconds)
            progress(done, 200)
    half, full = "#######.......................", "###############..............."
    assert terminal.getvalue() == (f"\r[{half}] 50 of 200 files\r[{full}] 100 of 200 files\r{' ' * 49}\r")


def test_a_narrow_terminal_has_room_for_the_numbers(
    clock: Callable[[float], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a bar, if need be: a line that is broken could not be taken away."""
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    monkeypatch.setenv("COLUMNS", "40")
    with Progress(Console()) as progress:
        clock(2)
        progress(1_000_000_000_000, 2_000_000_000_000)
    assert terminal.getvalue().startswith("\r1000000000000 of 2000000000000 files\r ")


@pytest.mark.parametrize("term", ["dumb", None])
def test_what_is_no_terminal_stays_empty(
    clock: Callable[[float], None], monkeypatch: pytest.MonkeyPatch, term: str | None
) -> None:
    """A file, or a terminal that cannot go back on a line."""
    monkeypatch.setattr(sys, "stderr", terminal := Terminal() if term else io.StringIO())
    if term:
        monkeypatch.setenv("TERM", term)
    with Progress(Console()) as progress:
        clock(2)
        progress(1, 2)
    assert terminal.getvalue() == ""
