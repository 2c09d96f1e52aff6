"""What things are called."""

from collections.abc import Callable

from msgspec.structs import replace

from bpogov.core.finding import Finding
from bpogov.core.location import Location
from bpogov.core.position import Position, Span
from bpogov.core.report import Report, Step
from bpogov.core.severity import Severity
from bpogov.report.plain.naming import label, mark, name, place, said, spot, terms, who_acts, whose


def test_place_names_line_and_column_where_they_are_known() -> None:
    """A place without a line is its file."""
    assert place(Location("a.yaml", span=Span(Position(3, 4), Position(3, 5)))) == "a.yaml:3:4"
    assert place(Location("a.yaml")) == "a.yaml"


def test_label_of_an_unknown_rule_is_its_id() -> None:
    """A rule whose text the report lacks is still named."""
    assert label("YML001", {}) == "YML001"


def test_a_place_without_a_line_is_a_dash() -> None:
    """What is said of a whole file has no line."""
    assert spot(Location("a.yaml")) == "-"


def test_terms_say_what_is_known(waived: Finding) -> None:
    """Without an end or an approver, what is left is said."""
    assert waived.suppression is not None
    assert terms(replace(waived.suppression, approved_by="")) == "until 2027-01-31"
    assert terms(replace(waived.suppression, until="")) == "waived, approved by Jo Client (sponsor)"


def test_what_blocks_without_being_an_error_is_marked(note: Finding, meeting: Finding) -> None:
    """An error that blocks surprises nobody, a note that blocks does."""
    assert mark(replace(note, blocking=True)) == " (blocks the gate)"
    assert mark(replace(note, blocking=True, severity=Severity.ERROR)) == ""
    assert mark(meeting) == ""


def test_a_step_is_named_by_its_rule_and_side(report_of: Callable[..., Report], meeting: Finding) -> None:
    """An open question has no rule; the title stands for the message where the finding was shown already."""
    step, file = Step("Meetings", "joint", "COM001", "They are too rare", meeting.location), meeting.location.file
    assert [name(step), whose(step.acts), said(step, report_of(), file, titles=False)] == [
        *("COM001", "both sides", "They are too rare"),
    ]
    assert said(step, report_of(), file, titles=True) == "You meet often enough"
    assert said(replace(step, rule="X1"), report_of(), file, titles=True) == "They are too rare"
    assert said(step, report_of(), "b.yaml", titles=False) == f"They are too rare ({file})"
    assert [name(replace(step, rule="")), whose("")] == ["open", ""]


def test_who_acts_on_a_rule_and_on_its_parts() -> None:
    """The parts on which somebody else acts are named with that side."""
    parts = (("report", "provider"), ("budget", "client"), ("audit", "provider"))
    assert who_acts("joint", ()) == "both sides"
    assert who_acts("joint", parts) == "both sides; the provider (report, audit); the client (budget)"
    assert who_acts("", parts[:1]) == "the provider (report)"
    assert who_acts("", ()) == ""
