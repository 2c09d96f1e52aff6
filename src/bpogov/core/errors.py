"""The exceptions that end a run before it could give a verdict."""

from collections.abc import Iterable

from bpogov.core.finding import Notification
from bpogov.core.severity import Severity


class BpogovError(Exception):
    """The run could not check what it was asked to check (exit code 2).

    Carries every problem that was found, not only the first, each worded for the person who has to mend it.
    """

    def __init__(self, problems: Iterable[Notification]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: problem.order))
        super().__init__("; ".join(problem.message for problem in self.problems))


class UsageError(BpogovError):
    """What was asked for on the command line cannot be done as asked."""

    def __init__(self, message: str, help: str = "", code: str = "usage") -> None:  # noqa: A002 (the field's name)
        super().__init__([Notification(Severity.ERROR, code, message, help=help)])


class PolicyError(BpogovError):
    """A rule, a pack or a configuration is broken: nothing is checked with it."""
