"""What is wrong with the run itself."""

from bpogov.core.finding import Notification
from bpogov.core.location import Location
from bpogov.core.position import Position, Span
from bpogov.core.severity import Severity
from bpogov.report.answers.problems import render


def test_a_problem_in_a_file_shows_its_place() -> None:
    """A mistake in a rule file is shown like a finding: place, sentence, source line, help."""
    location = Location("own/a.yaml", "$.name", Span(Position(4, 7), Position(4, 10)), ("name: abc",))
    remark = Notification(Severity.WARNING, "w", "The pack is not listed in any configuration, so nothing in it counts")
    assert (
        render((Notification(Severity.ERROR, "x", "No such name", location, 'did you mean "b"?'), remark))
        == """\
own/a.yaml:4:7: error:
  No such name
    |
  4 | name: abc
    |       ^^^
  help: did you mean "b"?

warning: The pack is not listed in any configuration, so nothing in it counts
"""
    )


def test_a_problem_without_a_place_hangs_below_its_severity() -> None:
    """A long sentence goes on in the next line; control characters are visible; the severity has its colour."""
    problem = Notification(Severity.ERROR, "usage", "There is no file \x1b[2J " + "x" * 30)
    assert render([problem], width=40) == f"error: There is no file ␛[2J\n  {'x' * 30}\n"
    assert render([problem], color=True).startswith("\x1b[1;31merror:\x1b[0m There")
    assert render([]) == ""
