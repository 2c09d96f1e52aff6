"""What stands between an engagement and a gate, in the text report."""

from bpogov.core.outcome import Outcome
from bpogov.core.report import Ahead, EngagementResult, Report, Step
from bpogov.report.plain.naming import SIDES, name, said, spot, whose
from bpogov.report.plain.tally import count
from bpogov.report.safe.visible import visible
from bpogov.report.terminal.block import INDENT
from bpogov.report.terminal.display import wrap
from bpogov.report.terminal.entries import Entry, entries, widest
from bpogov.report.terminal.paint import Paint

_UNKNOWN = {Outcome.NOT_CHECKED, Outcome.ERROR}
_TOGETHER = "\N{NO-BREAK SPACE}"


def ahead(engagement: EngagementResult, report: Report, *, full: bool, width: int, paint: Paint) -> list[str]:
    """Give what is to be done before the gate opens, by section, with who has to act where a rule knows it.

    Where the gate is the one of this run, its findings were shown already: each is named with what its rule asks for.
    Of another gate only the numbers are shown, and the command that lists everything; `full` lists it here. Where
    something was not checked, it says that there may be more.
    """
    coming = engagement.ahead
    if coming is None or (not coming.steps and not full):
        return []
    what = count(len(coming.steps), "thing") if coming.steps else "nothing"
    if any(engagement.results.counts[outcome] for outcome in _UNKNOWN):
        what = f"at least {what}" if coming.steps else "nothing that could be checked"
    verb = "stands" if len(coming.steps) < 2 else "stand"  # noqa: PLR2004 (one, or many)
    title = f"{engagement.file}: {what} {verb} before the gate {coming.gate}"
    lines = [paint(line, "strong") for line in wrap(title, width)]
    here = coming.gate == report.verdict.gate
    if here or full:
        return lines + _listed(coming, report, engagement.file, width=width, paint=paint, titles=here)
    return lines + _counted(coming, engagement.file, width)


def command(gate: str, file: str) -> str:
    """Give the command that lists what stands before a gate; safe to copy into a shell, whatever the file is called."""
    from shlex import quote  # imported here: only a report with a gate ahead needs it

    apart = "-- " if file.startswith("-") else ""
    return f"bpogov check --gate {quote(visible(gate))} {apart}{quote(visible(file))}"


def _groups(coming: Ahead) -> dict[tuple[str, str], list[Step]]:
    groups: dict[tuple[str, str], list[Step]] = {}
    for step in coming.steps:
        groups.setdefault((step.section, step.acts), []).append(step)
    return groups


def _listed(coming: Ahead, report: Report, file: str, *, width: int, paint: Paint, titles: bool) -> list[str]:
    groups = {group: _rows(steps, report, file, titles=titles) for group, steps in _groups(coming).items()}
    widths = widest([row for rows in groups.values() for row in rows])
    lines: list[str] = []
    for (section, acts), rows in groups.items():
        to_do = f" (for {whose(acts)})" if whose(acts) else ""
        lines += wrap(f"{section}{to_do}", width, INDENT)
        lines += entries(rows, role="strong", width=width, paint=paint, indent=INDENT * 2, widths=widths)
    return lines


def _rows(steps: list[Step], report: Report, file: str, *, titles: bool) -> list[Entry]:
    """One entry for each step, but where only titles are shown, one for all steps with the same."""
    rows: dict[tuple[str, str], list[Step]] = {}
    for step in steps:
        rows.setdefault((name(step), said(step, report, file, titles=titles)), []).append(step)
    return [
        (spot(same[0].location), rule, text + (f" ({count(len(same), 'finding')})" if len(same) > 1 else ""))
        for (rule, text), same in rows.items()
    ]


def _counted(coming: Ahead, file: str, width: int) -> list[str]:
    sections: dict[str, list[str]] = {}
    for step in coming.steps:
        sections.setdefault(step.section, []).append(whose(step.acts))
    parts = [f"{section} {len(acts)}".replace(" ", _TOGETHER) for section, acts in sections.items()]
    lines = [line.replace(_TOGETHER, " ") for line in wrap(", ".join(parts), width, INDENT)]
    every = [whose(step.acts) for step in coming.steps]
    sides = [f"{every.count(side)} for {side}" for side in SIDES.values() if side in every]
    if sides:
        lines += wrap("Who acts: " + ", ".join(sides), width, INDENT)
    return [*lines, f"{INDENT}Listed by: {command(coming.gate, file)}"]
