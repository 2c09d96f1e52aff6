"""One finding in the text report."""

from bpogov.core.finding import Finding
from bpogov.core.location import Location
from bpogov.core.position import Position, Span
from bpogov.core.severity import Severity
from bpogov.report.terminal.block import block, headline, labelled
from bpogov.report.terminal.paint import Paint

PLAIN = Paint(color=False)
LONG = "engagements/" + "very-" * 14 + "long.yaml"


def test_a_long_file_name_stays_whole() -> None:
    """A place that fills the line stands alone on it, so that terminals can follow it."""
    assert headline(Location(LONG), "error", "X001 name", width=80, paint=PLAIN) == [f"{LONG}:", "  error: X001 name"]
    assert headline(None, "error", "", width=80, paint=PLAIN) == ["error:"]


def test_a_snippet_stays_as_written() -> None:
    """Lines of help after the first keep their indentation and are not wrapped."""
    text = "write\nslas:\n  - id: a" + " x" * 40 + "\n\nor nothing"
    assert labelled("help", text, width=40, paint=PLAIN) == [
        "  help: write",
        "          slas:",
        "            - id: a" + " x" * 40,
        "        or nothing",
    ]
    assert labelled("help", "a " * 40, width=40, paint=Paint(color=True))[0].startswith("  \x1b[2mhelp:\x1b[0m a a")


def test_nothing_to_say_is_nothing() -> None:
    """A label without a text is left out."""
    assert labelled("help", " \n", width=40, paint=PLAIN) == []


def _about(path: str, line: str, end: int, start: int = 1) -> list[str]:
    location = Location("a.yaml", path, Span(Position(3, start), Position(3, end)), (line,))
    finding = Finding("X001", Severity.ERROR, "Something is missing", location, acts="joint")
    return block(finding, {}, explain=True, full=True, width=80, paint=PLAIN)


def test_a_missing_part_points_at_nothing() -> None:
    """What the whole file lacks is not in its first line, so that the line is not shown; what is there is."""
    first = "apiVersion: bpogov/v1"
    assert _about("$.decisions", first, 11) == [
        "a.yaml:3:1: error: X001",
        "  Something is missing",
        "  for:  both sides",
        "  at:   $.decisions",
    ]
    assert "    | ^^^^^^^^^^" not in _about("$", first, 11)
    assert "    | ^^^^^^^^^^" in _about("$.apiVersion", first, 11)
    assert "    | ^^^^^" in _about("$.scope.forecast", "scope:", 6)
    assert "    |   ^^" in _about("$.scope", "  id: x", 5, start=3)
    assert "    | ^" in _about("$.scope", "{}", 2)
    assert "    | ^^^^^^^" in _about("$", "id:acme", 8)
    assert "    | ^^^" in _about("", "id: acme", 4)
    assert "    | ^^" in _about("", "id: acme", 3)
    assert "    | ^^^^^" in _about("$.goals[cost].target", "goals: []", 6)
    assert "    |     ^" in _about("$", "at: {a", 6, start=5)
