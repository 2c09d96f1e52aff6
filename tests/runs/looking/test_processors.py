"""How many processors a run may use."""

import os

import pytest

from bpogov.runs.looking.processors import processors


def test_what_the_system_gives_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not what the machine has; where the system does not say, what the machine has, and one at least."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 3, 5}, raising=False)
    assert processors() == 3
    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: 7)
    assert processors() == 7
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert processors() == 1
