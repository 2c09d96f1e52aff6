"""The cases of a JUnit report: what a policy gate looks like to a program that shows the results of tests.

A dashboard is red where the gate is, and only there. So a rule fails only with a finding that fails the gate; one with
lighter findings passes, and says what was found. One whose findings are all accepted is skipped, with the reason, and
so is one that does not apply. What could not be checked is skipped where the gate lets it pass, otherwise an error.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct

from bpogov.core.finding import Finding
from bpogov.core.outcome import Outcome, RuleResult
from bpogov.core.report import EngagementResult, OpenQuestion, Report
from bpogov.core.suppression import Suppression, SuppressionKind
from bpogov.report.plain.tally import count
from bpogov.report.plain.troubles import could_not_check, troubles


class Mark(StrEnum):
    """What became of a case, by the name of its XML element."""

    PASSED = "passed"
    FAILURE = "failure"
    ERROR = "error"
    SKIPPED = "skipped"


class Case(Struct, frozen=True):
    """One case: `message` says in one sentence why it did not pass, `details` in full; `remarks` are for a pass too."""

    name: str
    mark: Mark = Mark.PASSED
    message: str = ""
    details: str = ""
    remarks: str = ""


_Entry = tuple[Finding, str]
"""A finding, and what a case says of it."""


def cases_of(engagement: EngagementResult, report: Report) -> tuple[Case, ...]:
    """One case for each rule, for each finding about the text and the structure, and for each open question."""
    checked = {result.rule for result in engagement.results}
    strict = _holes_fail(report)
    entries: dict[str, list[_Entry]] = {}
    for finding in engagement.findings:
        entries.setdefault(finding.rule, []).append((finding, _full(finding)))
        for other in finding.also:
            entries.setdefault(other, []).append((finding, f"see {finding.rule}: {finding.message}"))
    alone = [finding for finding in engagement.findings if finding.rule not in checked]
    return (
        *(_of_finding(finding, report) for finding in alone),
        *(_of_rule(result, entries.get(result.rule, []), report, strict=strict) for result in engagement.results),
        *(_of_question(question, strict=strict) for question in engagement.open_questions),
    )


def cases_of_run(report: Report, cases: Iterable[Case]) -> tuple[Case, ...]:
    """Cases about the run itself: its waiver files, and what kept it from checking.

    `cases` are those of the engagements: where the gate is closed and none of them says so, the verdict does. It also
    stands for a run without any: programs take a report without cases for one that was lost.
    """
    found = [_of_finding(finding, report) for finding in report.waiver_findings]
    found += [
        Case(said.code, Mark.ERROR, said.message, "\n".join(part for part in (said.message, said.help) if part))
        for said in troubles(report)
    ]
    every = (*cases, *found)
    sentence = f"Gate {report.verdict.gate} {report.verdict.sentence}"
    if not report.verdict.passed and not any(case.mark in {Mark.FAILURE, Mark.ERROR} for case in every):
        found.append(Case("verdict", Mark.ERROR, sentence, sentence))
    elif not every:
        found.append(Case("verdict", remarks=sentence))
    return tuple(found)


def _holes_fail(report: Report) -> bool:
    """Whether what was not checked keeps the gate closed: the run could not check, or the gate is blocked by it."""
    return could_not_check(report) or report.verdict.unknown_blocks


def _of_rule(result: RuleResult, entries: list[_Entry], report: Report, *, strict: bool) -> Case:
    name = _name(result.rule, report)
    match result.outcome:
        case Outcome.ERROR:
            return Case(name, Mark.ERROR, result.reason, result.reason)
        case Outcome.NOT_APPLICABLE:
            return Case(name, Mark.SKIPPED, f"not applicable: {result.reason}")
        case Outcome.NOT_CHECKED if not _blocking(entries):
            reason = f"not checked: {result.reason}"
            return Case(name, Mark.ERROR if strict else Mark.SKIPPED, reason, reason, _texts(entries))
        case Outcome.FAIL if not entries:
            return Case(name, Mark.FAILURE, result.reason, result.reason)
        case _:
            return _judged(name, entries)


def _of_finding(finding: Finding, report: Report) -> Case:
    return _judged(f"{_name(finding.rule, report)} {finding.location.path}".rstrip(), [(finding, _full(finding))])


def _of_question(question: OpenQuestion, *, strict: bool) -> Case:
    message = f"{question.path} is marked unknown (line {question.line})"
    return Case(f"open question {question.path}", Mark.ERROR if strict else Mark.SKIPPED, message, message)


def _judged(name: str, entries: list[_Entry]) -> Case:
    blocking = _blocking(entries)
    if blocking:
        rest = [entry for entry in entries if not entry[0].blocking]
        return Case(name, Mark.FAILURE, _head(blocking), _texts(blocking), _texts(rest))
    reasons = [_accepted(finding.suppression) for finding, _ in entries if finding.suppression]
    if reasons and len(reasons) == len(entries):
        return Case(name, Mark.SKIPPED, "; ".join(dict.fromkeys(reasons)), _texts(entries))
    return Case(name, remarks=_texts(entries))


def _blocking(entries: list[_Entry]) -> list[_Entry]:
    return [entry for entry in entries if entry[0].blocking]


def _head(entries: list[_Entry]) -> str:
    """The first message, and how many more there are. That of a finding under another rule points there."""
    finding, text = entries[0]
    first = text if text.startswith("see ") else finding.message
    return first if len(entries) == 1 else f"{first} (and {count(len(entries) - 1, 'more', 'more')})"


def _texts(entries: list[_Entry]) -> str:
    return "\n\n".join(text for _, text in entries)


def _full(finding: Finding) -> str:
    return "\n".join(_lines(finding))


def _lines(finding: Finding) -> Iterator[str]:
    place = finding.location
    start = f":{place.span.start.line}:{place.span.start.column}" if place.span else ""
    yield f"{place.file}{start}: {finding.severity}: {finding.message}"
    if finding.help:
        yield finding.help
    if finding.suppression:
        yield _accepted(finding.suppression)


def _accepted(suppression: Suppression) -> str:
    if suppression.kind is SuppressionKind.BASELINE:
        return f"known since the baseline {suppression.file}"
    return f"waived until {suppression.until} by {suppression.approved_by}: {suppression.reason} ({suppression.file})"


def _name(rule: str, report: Report) -> str:
    known = report.rules.get(rule)
    return f"{rule} {known.name}" if known else rule
