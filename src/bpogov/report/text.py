"""The report for a person at a terminal."""

from collections.abc import Iterable
from enum import StrEnum

from bpogov.core.finding import Finding
from bpogov.core.report import Report
from bpogov.report.parts.text_accepted import accepted, waivers
from bpogov.report.parts.text_ahead import ahead
from bpogov.report.parts.text_notes import notes
from bpogov.report.parts.text_unchecked import holes_block, unchecked, unevaluated
from bpogov.report.plain import summary
from bpogov.report.plain.naming import mark, place
from bpogov.report.plain.ranking import can_wait
from bpogov.report.plain.tally import Tally, tally
from bpogov.report.terminal.block import INDENT, block
from bpogov.report.terminal.display import wrap
from bpogov.report.terminal.paint import Paint

_LONG = 20
"""Findings in full after which the report says how to get less."""

_SHORTER = "-q lists what fails the gate, --statistics counts by rule"


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
        sections.append(notes(waiting, engagement, report, width=width, paint=paint))
        sections.append(accepted(engagement, report, full=full, width=width, paint=paint))
        sections.append(unevaluated(engagement, report, full=full, width=width, paint=paint))
        sections.append(unchecked(engagement, report, full=full, width=width, paint=paint))
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
    sections.extend(
        unevaluated(engagement, report, full=False, width=width, paint=paint) for engagement in report.engagements
    )
    return sections


def _questions(report: Report, width: int, paint: Paint) -> list[str]:
    lines = [paint("Open questions (marked unknown)", "strong")]
    for engagement in report.engagements:
        for question in engagement.open_questions:
            text = f"{engagement.file}:{question.line}: {question.path}"
            lines += wrap(text, width, INDENT, INDENT * 2)
    return lines


def _last_line(report: Report, counted: Tally, width: int, paint: Paint, detail: Detail) -> list[str]:
    full = detail is Detail.FULL
    listed = detail is Detail.NORMAL and holes_block(report)
    lines = [f"Shorter: {_SHORTER}"] if detail is Detail.NORMAL and _is_long(report) else []
    lines += wrap(summary.standing(report), width) if summary.standing(report) else []
    last = wrap(summary.numbers(counted, full=full, hint="" if full or listed else " (-v says why)"), width)
    last += wrap(summary.verdict(report), width)
    return lines + [paint(line, "good" if report.verdict.passed else "error") for line in last]


def _is_long(report: Report) -> bool:
    counting = (finding for finding in report.findings if finding.suppression is None)
    return sum(not can_wait(finding) for finding in counting) > _LONG
