"""One finding in the text report."""

from bpogov.core.location import Location
from bpogov.core.position import Position, Span
from bpogov.report.block import headline, label, labelled, place
from bpogov.report.paint import Paint

PLAIN = Paint(color=False)
LONG = "engagements/" + "very-" * 14 + "long.yaml"


def test_place_names_line_and_column_where_they_are_known() -> None:
    """A place without a line is its file."""
    assert place(Location("a.yaml", span=Span(Position(3, 4), Position(3, 5)))) == "a.yaml:3:4"
    assert place(Location("a.yaml")) == "a.yaml"


def test_label_of_an_unknown_rule_is_its_id() -> None:
    """A rule whose text the report lacks is still named."""
    assert label("YML001", {}) == "YML001"


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
