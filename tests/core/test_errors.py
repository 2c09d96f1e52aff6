"""What ends a run carries every problem."""

from bpogov.core.errors import PolicyError, UsageError
from bpogov.core.finding import Notification
from bpogov.core.location import Location
from bpogov.core.severity import Severity


def test_an_error_carries_all_problems_in_order() -> None:
    """Problems are sorted by place, and the text of the exception has all of them."""
    first = Notification(Severity.ERROR, "a", "one thing", Location("a.yaml"))
    second = Notification(Severity.ERROR, "b", "another", Location("b.yaml"))
    error = PolicyError([second, first])
    assert error.problems == (first, second)
    assert str(error) == "one thing; another"


def test_a_usage_error_is_one_problem_with_advice() -> None:
    """The sentence, the advice and the code arrive as one error without a place."""
    (problem,) = UsageError("There is no such gate", "gates: local", "gate").problems
    assert (problem.message, problem.help, problem.code) == ("There is no such gate", "gates: local", "gate")
    assert problem.severity is Severity.ERROR
    assert problem.location is None
