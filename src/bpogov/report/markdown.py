"""The report as Markdown: a comment on a merge request, and the summary of a step of GitHub Actions."""

from collections.abc import Iterator

from bpogov.core.finding import Finding
from bpogov.core.report import Report
from bpogov.report.parts.markdown_details import details
from bpogov.report.parts.markdown_page import Part, Row, fit
from bpogov.report.plain import summary
from bpogov.report.plain.naming import label, mark, place
from bpogov.report.plain.ranking import can_wait, ranked, speaks_up
from bpogov.report.plain.tally import tally
from bpogov.report.safe.markup import code, escape, head, row

MARKER = "<!-- bpogov -->"
"""Invisible first line of a comment, by which the next run finds it and replaces it."""

_COMMENT = 60_000
"""Characters of a comment; GitHub takes 65,536."""

_SUMMARY = 1_000_000
"""Bytes of a step summary; GitHub takes 1 MiB."""


def render(report: Report) -> str:
    """Give a comment for a merge request: the verdict, what was found with the heaviest first, and the rest folded.

    At most 60,000 characters, cut between rows. Nothing of an engagement can become a link, an image, a mention of a
    person, a reference, HTML, or a command of the platform.
    """
    first = Part([MARKER, *_verdict(report)])
    return fit([first, *_parts(report)], _COMMENT, len)


def render_summary(report: Report, *, taken: int = 0) -> str:
    """Give the same for the file that `GITHUB_STEP_SUMMARY` names: at most a million bytes of UTF-8.

    `taken` are the bytes that the file holds already: GitHub shows nothing of a file that is too large. The verdict is
    given in any case.
    """
    return fit([Part(_verdict(report)), *_parts(report)], _SUMMARY - taken, lambda text: len(text.encode("utf-8")))


def _verdict(report: Report) -> list[str]:
    counted = escape(summary.numbers(tally(report)))
    said = summary.verdict(report)
    return [f"### bpogov: {escape(said[0].lower() + said[1:])}", "", f"Checked for {escape(report.today)}: {counted}"]


def _parts(report: Report) -> Iterator[Part]:
    problems = [
        row(said.severity, code(place(said.location)) if said.location else "", escape(said.message))
        for said in report.notifications
    ]
    yield from _table("About the run itself", ("", "Where", "What is the matter"), problems)
    heavy = [_finding(finding, report) for finding in ranked(report.findings) if not can_wait(finding)]
    yield from _table("", ("", "Where", "Rule", "What was found"), heavy)
    needy = [
        row(code(place(use.location)), escape(use.rule), code(use.engagement), escape(use.sentence))
        for use in report.waivers
        if speaks_up(use, report)
    ]
    yield from _table("Waivers that need somebody", ("Where", "Rule", "Engagement", "What is the matter"), needy)
    for engagement in report.engagements:
        yield from details(engagement, report)


def _table(title: str, names: tuple[str, ...], rows: list[str]) -> Iterator[Part]:
    if rows:
        yield Part([*(["", f"**{title}**"] if title else []), *head(*names)], [Row(text) for text in rows])


def _finding(finding: Finding, report: Report) -> str:
    weight = f"**{finding.severity}**{mark(finding)}" if finding.blocking else finding.severity.value
    rule = escape(label(finding.rule, report.rules))
    return row(weight, code(place(finding.location)), rule, escape(finding.message))
