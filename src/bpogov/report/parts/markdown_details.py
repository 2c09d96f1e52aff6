"""One engagement in the Markdown report, folded: what to write, and everything that is not in the first table."""

from collections.abc import Iterable

from bpogov.core.finding import Finding
from bpogov.core.outcome import Outcome
from bpogov.core.report import EngagementResult, Report
from bpogov.report.parts.markdown_page import Part, Row
from bpogov.report.plain.naming import label, name, said, spot, terms, whose
from bpogov.report.plain.prose import passages
from bpogov.report.plain.ranking import can_wait
from bpogov.report.plain.tally import count
from bpogov.report.safe.markup import code, escape, fence, head, row
from bpogov.report.terminal.block import INDENT

_NOT_DONE = {Outcome.ERROR: "could not be evaluated", Outcome.NOT_CHECKED: "not checked"}


def details(engagement: EngagementResult, report: Report) -> list[Part]:
    """Give one folded part about an engagement, or none where there is nothing to tell of it."""
    rows = [
        *_help(engagement, report),
        *_notes(engagement, report),
        *_accepted(engagement, report),
        *_ahead(engagement, report),
        *_questions(engagement),
        *_not_done(engagement, report),
    ]
    if not rows:
        return []
    title = ", ".join(word for word in (engagement.title, engagement.status) if word)
    called = f"{engagement.file} ({title})" if title else engagement.file
    opening = f"<summary>{escape(called)}: {_numbers(engagement.findings)}</summary>"
    return [Part(["", "<details>", opening], rows, ["", "</details>"])]


def _numbers(findings: Iterable[Finding]) -> str:
    found: dict[str, int] = {}
    for finding in sorted(findings, key=lambda one: one.severity.rank):
        word = finding.severity.value if finding.suppression is None else "accepted finding"
        found[word] = found.get(word, 0) + 1
    return ", ".join(count(number, word) for word, number in found.items()) or "no findings"


def _list(title: str, names: tuple[str, ...], rows: list[Row]) -> list[Row]:
    """Give a table under its title, or nothing without rows."""
    return [Row("\n".join(["", f"**{title}**", *head(*names)]), counts=False), *rows] if rows else []


def _help(engagement: EngagementResult, report: Report) -> list[Row]:
    shown = [one for one in engagement.findings if one.help and one.suppression is None and not can_wait(one)]
    start = [Row("\n**What to write**\n", counts=False)] if shown else []
    return [*start, *(Row(_advice(finding, report)) for finding in shown)]


def _advice(finding: Finding, report: Report) -> str:
    """Give an item of a list: the sentences of the help one after the other, and its snippets as blocks of code."""
    lines = [f"- {code(spot(finding.location))} {escape(label(finding.rule, report.rules))}:"]
    for passage in passages(finding.help):
        if passage.snippet:
            lines += ["", *fence(passage.lines, INDENT), ""]
        elif lines[-1]:
            lines[-1] += f" {escape(passage.lines[0])}"
        else:
            lines.append(f"{INDENT}… {escape(passage.lines[0])}")
    return "\n".join(lines).rstrip("\n")


def _notes(engagement: EngagementResult, report: Report) -> list[Row]:
    rows = [
        Row(row(code(spot(one.location)), escape(label(one.rule, report.rules)), escape(one.message)))
        for one in engagement.findings
        if one.suppression is None and can_wait(one)
    ]
    return _list(f"{count(len(rows), 'note')} that can wait", ("Where", "Rule", "What was found"), rows)


def _accepted(engagement: EngagementResult, report: Report) -> list[Row]:
    rows = [
        Row(
            row(
                code(spot(one.location)),
                escape(label(one.rule, report.rules)),
                escape(one.message),
                escape(terms(one.suppression)),
                escape(one.suppression.reason),
            )
        )
        for one in engagement.findings
        if one.suppression is not None
    ]
    return _list("Accepted, and not counted", ("Where", "Rule", "What was found", "Accepted", "Why"), rows)


def _ahead(engagement: EngagementResult, report: Report) -> list[Row]:
    coming = engagement.ahead
    if coming is None:
        return []
    titles = coming.gate == report.verdict.gate
    rows = [
        Row(
            row(
                escape(step.section),
                whose(step.acts),
                code(spot(step.location)),
                escape(name(step)),
                escape(said(step, report, engagement.file, titles=titles)),
            )
        )
        for step in coming.steps
    ]
    title = f"Before the gate {escape(coming.gate)}: {count(len(rows), 'thing')}"
    return _list(title, ("Part", "For", "Where", "Rule", "What was found"), rows)


def _questions(engagement: EngagementResult) -> list[Row]:
    rows = [Row(row(str(one.line), code(one.path))) for one in engagement.open_questions]
    return _list("Open questions (marked unknown)", ("Line", "Place"), rows)


def _not_done(engagement: EngagementResult, report: Report) -> list[Row]:
    rows = [
        Row(row(escape(label(one.rule, report.rules)), _NOT_DONE[one.outcome], escape(one.reason)))
        for one in engagement.results
        if one.outcome in _NOT_DONE
    ]
    return _list("Not checked, which is no pass", ("Rule", "", "Why"), rows)
