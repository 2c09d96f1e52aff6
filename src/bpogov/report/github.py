"""The report as workflow commands of GitHub Actions, which show findings beside the lines of a pull request."""

from collections.abc import Iterator

from bpogov.core.location import Location
from bpogov.core.report import Report
from bpogov.core.severity import Severity
from bpogov.report.plain import summary
from bpogov.report.plain.ranking import Annotation, annotations
from bpogov.report.plain.tally import count, tally
from bpogov.report.safe.filenames import plain_name
from bpogov.report.safe.visible import ELLIPSIS, visible

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_SHOWN = 10
"""How many of each kind GitHub shows for a step (`_maxIssueCount` of its runner); the rest it drops in silence."""

_LONGEST = 2000
"""Characters of a message that are shown, far below what GitHub takes."""


def render(report: Report) -> str:
    """Give `::error file=…,line=…,title=…::message` for findings and problems of the run, the heaviest first.

    What is accepted by a waiver or the baseline is not among them. Never more of a kind than GitHub shows: the line
    after them says how many are left out, and the last two give the numbers and the verdict.
    """
    found = annotations(report)
    lines: list[str] = []
    left_out: list[str] = []
    for severity in Severity:
        same = [one for one in found if one.severity is severity]
        lines += map(_command, same[:_SHOWN])
        if len(same) > _SHOWN:
            left_out.append(count(len(same) - _SHOWN, severity.value))
    if left_out:
        lines.append(f"GitHub shows {_SHOWN} of each kind beside the lines; left out here: {', '.join(left_out)}")
    lines += [summary.numbers(tally(report)), summary.verdict(report)]
    return "".join(f"{line}\n" for line in lines)


def _command(one: Annotation) -> str:
    properties = [*(_place(one.location) if one.location else ()), ("title", visible(one.title))]
    said = ",".join(f"{name}={_property(value)}" for name, value in properties)
    return f"::{_COMMANDS[one.severity]} {said}::{_data(_text(one))}"


def _place(location: Location) -> Iterator[tuple[str, str]]:
    """Give the place; columns only within one line, because GitHub refuses them otherwise."""
    yield "file", plain_name(location.file)
    if location.span is None:
        return
    start, end = location.span.start, location.span.end
    yield "line", str(start.line)
    yield "endLine", str(end.line)
    if start.line == end.line:
        yield "col", str(start.column)
        yield "endColumn", str(end.column)


def _text(one: Annotation) -> str:
    """Give the message, and on lines of their own what to write instead."""
    lines = [one.message, *(f"help: {one.help}".rstrip().split("\n") if one.help else ())]
    text = "\n".join(map(visible, lines))
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + ELLIPSIS


def _data(text: str) -> str:
    """Escape what stands after the command, as GitHub's runner undoes it (`UnescapeData`)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape a value of a property, as GitHub's runner undoes it (`UnescapeProperty`)."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
