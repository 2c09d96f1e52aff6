"""Notes that stop nobody, in the text report: short, so that a first draft does not get a wall of text."""

from collections.abc import Sequence

from bpogov.core.finding import Finding
from bpogov.core.report import EngagementResult, Report
from bpogov.report.plain.naming import spot
from bpogov.report.plain.tally import count
from bpogov.report.terminal.block import INDENT
from bpogov.report.terminal.display import wrap
from bpogov.report.terminal.entries import Entry, entries
from bpogov.report.terminal.paint import Paint

_MANY = 12
"""More notes than this are listed by rule, and more rules than this are counted."""

_Groups = list[tuple[str, list[Finding]]]


def notes(
    found: Sequence[Finding], engagement: EngagementResult, report: Report, *, width: int, paint: Paint
) -> list[str]:
    """List the notes `found` of an engagement, many of them by rule, and of many rules only the first.

    The first are then those that its next gate will ask for, because that is what can be done next.
    """
    if not found:
        return []
    if len(found) <= _MANY:
        rows = [(spot(note.location), note.rule, note.message) for note in found]
        return _listed("that can wait (-v shows them in full)", rows, found, engagement, width, paint)
    groups = _by_rule(found)
    order = ", by what the rules ask for"
    coming = engagement.ahead
    if len(groups) > _MANY and coming and coming.steps:
        asked = {step.rule for step in coming.steps}
        groups.sort(key=lambda group: group[0] not in asked)
        order = f", first what the gate {coming.gate} will ask for"
    rows = [_row(rule, same, report) for rule, same in groups[:_MANY]]
    lines = _listed(f"that can wait{order} (-v shows each)", rows, found, engagement, width, paint)
    rest = len(groups) - _MANY
    return [*lines, f"{INDENT}… and {count(rest, 'more rule')}"] if rest > 0 else lines


def _listed(
    what: str, rows: list[Entry], found: Sequence[Finding], engagement: EngagementResult, width: int, paint: Paint
) -> list[str]:
    title = wrap(f"{engagement.file}: {count(len(found), 'note')} {what}", width)
    return [*(paint(line, "strong") for line in title), *entries(rows, role="note", width=width, paint=paint)]


def _by_rule(found: Sequence[Finding]) -> _Groups:
    groups: dict[str, list[Finding]] = {}
    for note in found:
        groups.setdefault(note.rule, []).append(note)
    return list(groups.items())


def _row(rule: str, same: list[Finding], report: Report) -> Entry:
    """Give the first place of a rule, its id, and what it asks for, with the number of its notes."""
    known = report.rules.get(rule)
    number = f" ({count(len(same), 'note')})" if len(same) > 1 else ""
    return spot(same[0].location), rule, (known.title if known else same[0].message) + number
