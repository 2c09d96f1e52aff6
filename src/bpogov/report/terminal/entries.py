"""Short entries in the text report: where, which rule, and a few words."""

from collections.abc import Sequence

from bpogov.report.safe.visible import visible
from bpogov.report.terminal.block import INDENT
from bpogov.report.terminal.display import columns, wrap
from bpogov.report.terminal.paint import Paint

Entry = tuple[str, str, str]
"""Where in the file, the name, and what is said."""


def entries(
    rows: Sequence[Entry],
    *,
    role: str,
    width: int,
    paint: Paint,
    indent: str = INDENT,
    widths: tuple[int, int] = (0, 0),
) -> list[str]:
    """Give the entries in columns, the names in the colour of `role`, the words wrapped to `width`.

    `widths` are those of the first two columns at least, so that several lists can stand under each other.
    """
    first, second = widest(rows, widths)
    lines: list[str] = []
    for where, name, text in rows:
        named = visible(name)
        named += " " * (second - columns(named))
        margin = columns(f"{indent}{where.rjust(first)}  {named}  ")
        said, *rest = wrap(text, width, " " * margin)
        lines.append(f"{indent}{paint(where.rjust(first), 'frame')}  {paint(named, role)}  {said[margin:]}".rstrip())
        lines += rest
    return lines


def widest(rows: Sequence[Entry], least: tuple[int, int] = (0, 0)) -> tuple[int, int]:
    """Give the columns that the places and the names of `rows` take, or `least` where that is more."""
    first = max([least[0], *(len(where) for where, _, _ in rows)])
    return first, max([least[1], *(columns(visible(name)) for _, name, _ in rows)])
