"""The report for a person at a terminal."""

from enum import StrEnum

from bpogov.core.finding import Finding
from bpogov.core.outcome import Outcome
from bpogov.core.report import EngagementResult, Report
from bpogov.core.severity import Severity
from bpogov.report.block import INDENT, block, label
from bpogov.report.display import columns, visible, wrap
from bpogov.report.paint import Paint
from bpogov.report.tally import Tally, count, tally

_STRUCTURAL = ("YML", "STR")
_MANY = 12


class Detail(StrEnum):
    """How much the report says.

    `SUMMARY`: only the last line. `BRIEF`: one line for each finding that fails the gate, and the last line.
    `NORMAL`: findings in full, notes that stop nobody in one entry each. `FULL`: everything in full, also why
    something was not checked.
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
    in_full = detail is Detail.FULL or report.verdict.fail_on == Severity.NOTE
    sections: list[list[str]] = []
    for engagement in report.engagements:
        notes: list[Finding] = []
        for finding in engagement.findings:
            if finding.severity is Severity.NOTE and not in_full:
                notes.append(finding)
                continue
            explain = finding.rule not in explained
            explained.add(finding.rule)
            full = detail is Detail.FULL
            sections.append(block(finding, report.rules, explain=explain, full=full, width=width, paint=paint))
        sections.append(_notes(engagement, notes, report, width, paint))
        sections.append(_unevaluated(engagement, report, width, paint))
        if detail is Detail.FULL:
            sections.append(_unchecked(engagement, report, width, paint))
    if counted.open_questions:
        sections.append(_questions(report, width, paint))
    return sections


def _brief(report: Report, width: int, paint: Paint) -> list[list[str]]:
    """One entry for each finding that fails the gate, all in one section, and the rules that broke."""
    sections: list[list[str]] = []
    blocking = [finding for finding in report.findings if _fails(finding, report.verdict.fail_on)]
    lines: list[str] = []
    for finding in blocking:
        start = finding.location.span.start if finding.location.span else None
        where = f"{finding.location.file}:{start.line}:{start.column}" if start else finding.location.file
        text = f"{where}: {finding.severity}: {finding.rule} {finding.message}"
        entry = wrap(text, width, "", INDENT)
        lines += [paint(entry[0], finding.severity), *entry[1:]]
    sections.append(lines)
    sections.extend(_unevaluated(engagement, report, width, paint) for engagement in report.engagements)
    return sections


def _fails(finding: Finding, fail_on: str) -> bool:
    """Whether the finding fails the gate; what is wrong with the text or the structure always does."""
    if finding.rule.startswith(_STRUCTURAL):
        return True
    return fail_on in set(Severity) and finding.severity.at_least(Severity(fail_on))


def _notes(engagement: EngagementResult, notes: list[Finding], report: Report, width: int, paint: Paint) -> list[str]:
    """List notes in a compact form, many of them by rule, so that a first draft does not get a wall of text."""
    if not notes:
        return []
    many = len(notes) > _MANY
    how = ", by what the rules ask for (-v shows each)" if many else " (-v shows them in full)"
    head = f"{visible(engagement.file)}: {count(len(notes), 'note')} that can wait{how}"
    entries = _by_rule(notes, report) if many else [(_spot(note), note.rule, note.message) for note in notes]
    spot_width = max(len(spot) for spot, _, _ in entries)
    rule_width = max(columns(visible(rule)) for _, rule, _ in entries)
    lines = [paint(line, "strong") for line in wrap(head, width)]
    for spot, rule, text in entries:
        named = visible(rule).ljust(rule_width)
        margin = f"{INDENT}{spot.rjust(spot_width)}  {named}  "
        first, *rest = wrap(text, width, margin, " " * len(margin))
        painted = f"{INDENT}{paint(spot.rjust(spot_width), 'frame')}  {paint(named, 'note')}  "
        lines += [painted + first[len(margin) :], *rest]
    return lines


def _by_rule(notes: list[Finding], report: Report) -> list[tuple[str, str, str]]:
    """Give one entry for each rule: its first place, its id, and what it asks for, with the number of its notes."""
    grouped: dict[str, list[Finding]] = {}
    for note in notes:
        grouped.setdefault(note.rule, []).append(note)
    entries = []
    for rule, found in grouped.items():
        known = report.rules.get(rule)
        number = f" ({count(len(found), 'note')})" if len(found) > 1 else ""
        entries.append((_spot(found[0]), rule, (known.title if known else found[0].message) + number))
    return entries


def _spot(finding: Finding) -> str:
    span = finding.location.span
    return f"{span.start.line}:{span.start.column}" if span else "-"


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
    found = [count(number, name) for name, number in counted.findings.items() if number]
    start = ": " if found else ", no findings, "
    unchecked = counted.outcomes[Outcome.NOT_CHECKED]
    broken = counted.outcomes[Outcome.ERROR]
    if counted.open_questions:
        found.append(count(counted.open_questions, "open question"))
    if unchecked:
        found.append(count(unchecked, "check") + " not made")
    if broken:
        found.append(count(broken, "check") + " could not be evaluated")
    if detail is Detail.FULL:
        found.append(f"{counted.outcomes[Outcome.PASS]} passed")
        found.append(f"{counted.outcomes[Outcome.NOT_APPLICABLE]} not applicable")
    checked = f"{count(counted.engagements, 'engagement')}, {count(counted.rules, 'rule')}"
    verdict = report.verdict
    lines = wrap(f"{checked}{start}{', '.join(found)}".removesuffix(", "), width)
    lines += wrap(f"Gate {verdict.gate} {verdict.sentence}", width)
    return [paint(line, "good" if verdict.passed else "error") for line in lines]
