"""The report for a person at a terminal."""

from collections.abc import Iterable
from enum import StrEnum

from bpogov.core.finding import Finding
from bpogov.core.outcome import Outcome
from bpogov.core.report import EngagementResult, Report
from bpogov.report.parts.text_accepted import accepted, waivers
from bpogov.report.parts.text_ahead import ahead
from bpogov.report.plain import summary
from bpogov.report.plain.naming import label, mark, place, spot
from bpogov.report.plain.ranking import can_wait
from bpogov.report.plain.tally import Tally, count, tally
from bpogov.report.safe.visible import visible
from bpogov.report.terminal.block import INDENT, block
from bpogov.report.terminal.display import wrap
from bpogov.report.terminal.entries import Entry, entries
from bpogov.report.terminal.paint import Paint

_MANY = 12


class Detail(StrEnum):
    """How much the report says.

    `SUMMARY`: only the last line. `BRIEF`: one line for each finding that fails the gate, and the last line.
    `NORMAL`: findings in full; in one entry each notes that stop nobody, what is waived, and what stands before the
    gate. `FULL`: everything in full, also why something was not checked, and what is in the baseline.
    """

    SUMMARY = "summary"
    BRIEF = "brief"
    NORMAL = "normal"
    FULL = "full"


def render(report: Report, *, width: int = 80, color: bool = False, detail: Detail = Detail.NORMAL) -> str:
    """Give the report as text of at most `width` columns, save for file names and snippets to copy.

    Notifications are not part of it: they are about the run, and `problems.render` gives them.
    """
    paint = Paint(color=color)
    counted = tally(report)
    sections: list[list[str]] = []
    if detail is Detail.BRIEF:
        sections = _brief(report, width, paint)
    elif detail is not Detail.SUMMARY:
        sections = _sections(report, counted, width, paint, detail)
    sections.append(_last_line(report, counted, width, paint, detail))
    return "\n".join("\n".join(lines) + "\n" for lines in sections if lines)


def _sections(report: Report, counted: Tally, width: int, paint: Paint, detail: Detail) -> list[list[str]]:
    explained: set[str] = set()
    full = detail is Detail.FULL
    sections: list[list[str]] = []
    for engagement in report.engagements:
        counting = [finding for finding in engagement.findings if finding.suppression is None]
        waiting = [] if full else [finding for finding in counting if can_wait(finding)]
        shown = counting if full else [finding for finding in counting if not can_wait(finding)]
        sections += _blocks(shown, report, explained, width, paint, full=full)
        sections.append(_notes(engagement, waiting, report, width, paint))
        sections.append(accepted(engagement, report, full=full, width=width, paint=paint))
        sections.append(_unevaluated(engagement, report, width, paint))
        if full:
            sections.append(_unchecked(engagement, report, width, paint))
        sections.append(ahead(engagement, report, full=full, width=width, paint=paint))
    sections += _blocks(report.waiver_findings, report, explained, width, paint, full=full)
    sections.append(waivers(report, full=full, width=width, paint=paint))
    if counted.open_questions:
        sections.append(_questions(report, width, paint))
    return sections


def _blocks(
    findings: Iterable[Finding], report: Report, explained: set[str], width: int, paint: Paint, *, full: bool
) -> list[list[str]]:
    """Give one block for each finding, with why the first time that a rule appears."""
    sections: list[list[str]] = []
    for finding in findings:
        explain = finding.rule not in explained
        explained.add(finding.rule)
        sections.append(block(finding, report.rules, explain=explain, full=full, width=width, paint=paint))
    return sections


def _brief(report: Report, width: int, paint: Paint) -> list[list[str]]:
    """One entry for each finding that fails the gate, all in one section, and the rules that broke."""
    sections: list[list[str]] = []
    lines: list[str] = []
    for finding in report.findings:
        if finding.blocking:
            text = f"{place(finding.location)}: {finding.severity}{mark(finding)}: {finding.rule} {finding.message}"
            entry = wrap(text, width, "", INDENT)
            lines += [paint(entry[0], finding.severity), *entry[1:]]
    sections.append(lines)
    sections.extend(_unevaluated(engagement, report, width, paint) for engagement in report.engagements)
    return sections


def _notes(engagement: EngagementResult, notes: list[Finding], report: Report, width: int, paint: Paint) -> list[str]:
    """List notes in a compact form, many of them by rule, so that a first draft does not get a wall of text."""
    if not notes:
        return []
    many = len(notes) > _MANY
    how = ", by what the rules ask for (-v shows each)" if many else " (-v shows them in full)"
    title = f"{engagement.file}: {count(len(notes), 'note')} that can wait{how}"
    rows = _by_rule(notes, report) if many else [(spot(note.location), note.rule, note.message) for note in notes]
    lines = [paint(line, "strong") for line in wrap(title, width)]
    return lines + entries(rows, role="note", width=width, paint=paint)


def _by_rule(notes: list[Finding], report: Report) -> list[Entry]:
    """Give one entry for each rule: its first place, its id, and what it asks for, with the number of its notes."""
    grouped: dict[str, list[Finding]] = {}
    for note in notes:
        grouped.setdefault(note.rule, []).append(note)
    rows = []
    for rule, found in grouped.items():
        known = report.rules.get(rule)
        number = f" ({count(len(found), 'note')})" if len(found) > 1 else ""
        rows.append((spot(found[0].location), rule, (known.title if known else found[0].message) + number))
    return rows


def _unevaluated(engagement: EngagementResult, report: Report, width: int, paint: Paint) -> list[str]:
    head = "{file}: {number} could not be evaluated, which is no pass"
    return _reasons(engagement, report, Outcome.ERROR, head, width, paint)


def _unchecked(engagement: EngagementResult, report: Report, width: int, paint: Paint) -> list[str]:
    head = "{file}: {number} not checked, which is no pass"
    return _reasons(engagement, report, Outcome.NOT_CHECKED, head, width, paint)


def _reasons(
    engagement: EngagementResult, report: Report, outcome: Outcome, head: str, width: int, paint: Paint
) -> list[str]:
    chosen = [result for result in engagement.results if result.outcome is outcome]
    if not chosen:
        return []
    title = head.format(file=visible(engagement.file), number=count(len(chosen), "rule"))
    role = "error" if outcome is Outcome.ERROR else "strong"
    lines = [paint(line, role) for line in wrap(title, width)]
    for result in chosen:
        text = f"{label(result.rule, report.rules)}: {result.reason}"
        lines += wrap(text, width, INDENT, INDENT * 2)
    return lines


def _questions(report: Report, width: int, paint: Paint) -> list[str]:
    lines = [paint("Open questions (marked unknown)", "strong")]
    for engagement in report.engagements:
        for question in engagement.open_questions:
            text = f"{engagement.file}:{question.line}: {question.path}"
            lines += wrap(text, width, INDENT, INDENT * 2)
    return lines


def _last_line(report: Report, counted: Tally, width: int, paint: Paint, detail: Detail) -> list[str]:
    full = detail is Detail.FULL
    lines = wrap(summary.numbers(counted, full=full, hint="" if full else " (-v says why)"), width)
    lines += wrap(summary.verdict(report), width)
    return [paint(line, "good" if report.verdict.passed else "error") for line in lines]
