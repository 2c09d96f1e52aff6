"""The policy set for `bpogov rules`, and the settings for `bpogov check --show-config`."""

from collections.abc import Sequence

from bpogov.core.listing import RuleRow, SettingRow
from bpogov.report.plain.data import dump, plain
from bpogov.report.plain.tally import count
from bpogov.report.terminal.display import wrap
from bpogov.report.terminal.paint import Paint
from bpogov.report.terminal.table import table

_HEAD = ("id", "severity", "from", "what it asks")


def render(rows: Sequence[RuleRow], *, width: int = 80, color: bool = False, full: bool = False) -> str:
    """Give one table per pack and a last line with the numbers.

    A rule that the configuration changed is marked with `*`, one that it switched off with `off`; `full` adds the
    name of each rule and the files that changed it.
    """
    paint = Paint(color=color)
    parts: list[str] = []
    for pack in dict.fromkeys(row.pack for row in rows):
        words = [_words(row, full=full) for row in rows if row.pack == pack]
        parts.append(f"{paint(pack, 'strong')}\n{table(_HEAD, words, width=width, paint=paint, role_column=1)}")
    off = sum(not row.enabled for row in rows)
    changed = sum(bool(row.changed_by) for row in rows)
    last = count(len(rows), "rule")
    last += f", {off} switched off" if off else ""
    last += f", {changed} changed by the configuration (marked *)" if changed else ""
    parts.append("".join(f"{line}\n" for line in wrap(last, width)))
    return "\n".join(parts)


def render_json(rows: Sequence[RuleRow]) -> str:
    """Give the same as JSON: a list of rules with every field of `core.listing.RuleRow`."""
    return dump({"apiVersion": "bpogov/v1", "kind": "Rules", "rules": plain(tuple(rows))})


def render_settings(rows: Sequence[SettingRow], *, width: int = 80, color: bool = False) -> str:
    """Give the settings as a table: what they are about, and the value with its origin in brackets."""
    words = [(row.name, f"{row.value} ({row.origin})" if row.origin else row.value) for row in rows]
    return table(("setting", "value"), words, width=width, paint=Paint(color=color))


def _words(row: RuleRow, *, full: bool) -> tuple[str, ...]:
    title = row.title if row.enabled else f"(off) {row.title}"
    if full:
        title += f" [{row.name}]"
    if full and row.changed_by:
        title += f" (changed by {', '.join(row.changed_by)})"
    mark = " *" if row.changed_by else ""
    return (row.id + mark, row.severity.value, row.since or "draft", title)
