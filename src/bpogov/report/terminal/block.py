"""One finding in the text report."""

from collections.abc import Mapping

from bpogov.core.finding import Finding
from bpogov.core.location import Location
from bpogov.core.report import RuleText
from bpogov.report.plain.naming import label, mark, place, whose
from bpogov.report.plain.prose import passages
from bpogov.report.safe.visible import visible
from bpogov.report.terminal.display import columns, wrap
from bpogov.report.terminal.excerpt import excerpt
from bpogov.report.terminal.paint import Paint

INDENT = "  "


def headline(
    location: Location | None, severity: str, name: str, *, width: int, paint: Paint, mark: str = ""
) -> list[str]:
    """Give the first line of a block, `file:line:column: error: COM001 meeting-rhythm`, on two lines if it is long.

    `mark` follows the severity.
    """
    said = f"{severity}{mark}: {name}" if name else f"{severity}{mark}:"
    painted = paint(f"{severity}{mark}:", severity) + (f" {paint(name, 'strong')}" if name else "")
    if location is None:
        return [painted]
    where = f"{place(location)}:"
    if columns(where) + 1 + columns(said) <= width:
        return [f"{paint(where, 'strong')} {painted}"]
    return [paint(where, "strong"), INDENT + painted]


def labelled(name: str, text: str, *, width: int, paint: Paint, role: str = "quiet") -> list[str]:
    """Give `name: text` wrapped under its label; snippets inside `text` stay as written."""
    margin = f"{INDENT}{name}:"
    hanging = " " * (len(INDENT) + 6)
    lines: list[str] = []
    for passage in passages(text):
        if passage.snippet:
            lines += [f"{hanging}{INDENT}{visible(line)}" for line in passage.lines]
        else:
            lines += wrap(passage.lines[0], width, hanging if lines else margin.ljust(len(hanging)), hanging)
    return [INDENT + paint(f"{name}:", role) + lines[0][len(margin) :], *lines[1:]] if lines else []


def block(
    finding: Finding, rules: Mapping[str, RuleText], *, explain: bool, full: bool, width: int, paint: Paint
) -> list[str]:
    """Give the lines of one finding: where, what, the source line underlined, what to write, and more.

    `explain` adds one line of why; `full` adds who has to act, and the place in the data.
    """
    role = finding.severity.value
    name = label(finding.rule, rules)
    lines = headline(finding.location, role, name, width=width, paint=paint, mark=mark(finding))
    lines += wrap(finding.message, width, INDENT)
    if not _lacks_a_section(finding.location):
        lines += excerpt(finding.location, width=width, paint=paint, role=role)
    if finding.help:
        lines += labelled("help", finding.help, width=width, paint=paint, role="good")
    known = rules.get(finding.rule)
    if explain and known and known.rationale:
        lines += labelled("why", " ".join(known.rationale.split()), width=width, paint=paint)
    for related in finding.related:
        text = f"{place(related)} {related.path}".rstrip()
        lines += labelled("see", text, width=width, paint=paint)
        lines += excerpt(related, width=width, paint=paint, role="quiet")
    if finding.also:
        names = ", ".join(label(rule, rules) for rule in finding.also)
        lines += labelled("also", f"needed by {names}", width=width, paint=paint)
    if full and whose(finding.acts):
        lines += labelled("for", whose(finding.acts), width=width, paint=paint)
    if full and finding.location.path:
        lines += labelled("at", finding.location.path, width=width, paint=paint)
    return lines


def _lacks_a_section(location: Location) -> bool:
    """Whether a finding is about a part that the whole file lacks: its first field, which stands for it, is no hint."""
    if location.span is None or not location.lines or location.span.start.column > 1:
        return False
    field, colon, _ = location.lines[0].partition(":")
    if not colon or field != location.lines[0][: location.span.end.column - 1] or not field.isidentifier():
        return False
    steps = location.path.removeprefix("$").removeprefix(".").partition(".")[0]
    return location.path.startswith("$") and steps.partition("[")[0] != field
