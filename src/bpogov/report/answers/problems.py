"""What is wrong with the run itself: a mistake on the command line, in a rule, in a configuration; and remarks."""

from collections.abc import Iterable

from bpogov.core.finding import Notification
from bpogov.report.terminal.block import INDENT, headline, labelled
from bpogov.report.terminal.display import wrap
from bpogov.report.terminal.excerpt import excerpt
from bpogov.report.terminal.paint import Paint


def render(problems: Iterable[Notification], *, width: int = 80, color: bool = False) -> str:
    """Give one block for each problem: where, what, the source line underlined, and what to do."""
    paint = Paint(color=color)
    return "\n".join("\n".join(_problem(problem, width, paint)) + "\n" for problem in problems)


def _problem(problem: Notification, width: int, paint: Paint) -> list[str]:
    role = problem.severity.value
    if problem.location is None:
        margin = f"{role}: "
        first, *rest = wrap(problem.message, width, margin, INDENT)
        lines = [paint(f"{role}:", role) + first[len(role) + 1 :], *rest]
    else:
        lines = headline(problem.location, role, "", width=width, paint=paint)
        lines += wrap(problem.message, width, INDENT)
        lines += excerpt(problem.location, width=width, paint=paint, role=role)
    if problem.help:
        lines += labelled("help", problem.help, width=width, paint=paint, role="good")
    return lines
