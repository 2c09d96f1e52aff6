"""The report as logging commands of Azure Pipelines, which list findings on the page of a run."""

from collections.abc import Iterator

from bpogov.core.report import Report
from bpogov.core.severity import Severity
from bpogov.report.plain import summary
from bpogov.report.plain.ranking import Annotation, annotations
from bpogov.report.plain.tally import tally
from bpogov.report.safe.filenames import plain_name
from bpogov.report.safe.visible import ELLIPSIS, visible

_LONGEST = 2000


def render(report: Report, *, folder: str = "") -> str:
    """Give `##vso[task.logissue type=error;…]message` for errors and warnings, the heaviest first, and the result.

    `folder` is the working directory: with it paths are absolute, and Azure links them to the repository. Notes are no
    issues there, and what is accepted by a waiver or the baseline is none. Azure lists 10 of each kind and puts all of
    them into the log. An issue alone changes nothing about the step, so the last command does: `Failed` where the gate
    failed, also if a script drops the exit code, and `SucceededWithIssues` where it passed with something to look at.
    """
    issues = [one for one in annotations(report) if one.severity is not Severity.NOTE]
    lines = [_issue(one, folder) for one in issues]
    lines += [summary.numbers(tally(report)), summary.verdict(report)]
    if not report.verdict.passed:
        lines.append(f"##vso[task.complete result=Failed;]{_escaped(summary.verdict(report))}")
    elif issues:
        lines.append(f"##vso[task.complete result=SucceededWithIssues;]{_escaped(summary.verdict(report))}")
    return "".join(f"{line}\n" for line in lines)


def _issue(one: Annotation, folder: str) -> str:
    properties = "".join(f"{name}={_escaped(value)};" for name, value in _properties(one, folder))
    text = visible(one.message)
    text = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + ELLIPSIS
    return f"##vso[task.logissue {properties}]{_escaped(text)}"


def _properties(one: Annotation, folder: str) -> Iterator[tuple[str, str]]:
    yield "type", one.severity.value
    if one.location:
        name = plain_name(one.location.file)
        absolute = name.startswith("/") or name[1:2] == ":"
        yield "sourcepath", name if absolute or not folder else f"{folder.rstrip('/')}/{name}"
        if one.location.span:
            yield "linenumber", str(one.location.span.start.line)
            yield "columnnumber", str(one.location.span.start.column)
    yield "code", visible(one.code)


def _escaped(text: str) -> str:
    """Escape a property or a message, as the agent undoes both (`CommandStringConvertor`)."""
    escaped = text.replace("%", "%AZP25").replace(";", "%3B").replace("]", "%5D")
    return escaped.replace("\r", "%0D").replace("\n", "%0A")
