"""Runs that are not there: commands are tested without engagements and policies."""

import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from bpogov.core.finding import Finding, Notification
from bpogov.core.location import Location
from bpogov.core.outcome import Results
from bpogov.core.position import Position, Span
from bpogov.core.report import EngagementResult, Report, RuleText, Verdict
from bpogov.core.severity import Severity

FOUND = Finding(
    "COM001",
    Severity.ERROR,
    'The title "Café 店" is too short',
    Location("a.yaml", "$.title", Span(Position(3, 8), Position(3, 14)), ("title: Café 店",)),
    blocking=True,
)
REPORT = Report(
    "2026-11-21",
    (EngagementResult("a.yaml", "", "a", "A", "draft", "", Results(), (FOUND,)),),
    {"COM001": RuleText("COM001", "meeting-rhythm", "You meet often enough", Severity.ERROR, "", "")},
    (Notification(Severity.WARNING, "unlisted", "The pack own is not listed"),),
    Verdict("local", "error", passed=False, exit_code=1, sentence="failed: 1 error"),
)


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[Any]]:
    """Put functions in place of those of a run: `stub("runs", "check", check=report)`; gives the list of the calls.

    A value is what the function gives back, an exception what it raises.
    """

    def replace(room: str, name: str, **functions: object) -> list[Any]:
        calls: list[Any] = []
        module = ModuleType(f"bpogov.{room}.{name}")
        for function, value in functions.items():
            if isinstance(value, type):
                setattr(module, function, value)
            else:
                setattr(module, function, _answering(value, calls))
        monkeypatch.setitem(sys.modules, f"bpogov.{room}.{name}", module)
        parent = __import__(f"bpogov.{room}", fromlist=["_"])
        monkeypatch.setattr(parent, name, module, raising=False)
        return calls

    return replace


@pytest.fixture
def check_gives(stub: Callable[..., list[Any]]) -> Callable[[object], list[Any]]:
    """Let `bpogov check` find the report given, or fail with the exception given; gives the requests."""

    class Request(dict[str, Any]):
        """What check was asked for, by name."""

    stub("runs", "request", CheckRequest=Request)
    return lambda value: stub("runs", "check", check=value)


def _answering(value: object, calls: list[Any]) -> Callable[..., object]:
    def answer(*arguments: object) -> object:
        calls.append(arguments)
        if isinstance(value, BaseException):
            raise value
        return value

    return answer
