"""Markdown that must not be longer than its reader allows: cut between rows, and it says what was left out."""

from collections.abc import Callable, Sequence

from msgspec import Struct

_MORE = "… and {number} more, which `bpogov check` lists"


class Row(Struct, frozen=True):
    """Something that is shown as a whole or not at all; `counts` is off for what is only the start of a list."""

    text: str
    counts: bool = True


class Part(Struct, frozen=True):
    """Rows with the lines before and after them; `tail` closes what `head` opens."""

    head: Sequence[str]
    rows: Sequence[Row] = ()
    tail: Sequence[str] = ()


def fit(parts: Sequence[Part], limit: int, measure: Callable[[str], int]) -> str:
    """Give the parts one after the other, at most `limit` as `measure` counts it.

    Before the first row that does not fit, the open part is closed, and a line says how many rows are missing, those
    of later parts included. The first part is always shown.
    """
    lines: list[str] = []
    room = limit - _size(["", _MORE.format(number=10**9)], measure)
    for index, part in enumerate(parts):
        room -= _size([*part.head, *part.tail], measure)
        kept = _kept(part.rows, room, measure)
        if index == 0 or kept or not part.rows:
            shown = [row.text for row in part.rows[:kept]]
            lines += [*part.head, *shown, *part.tail]
            room -= _size(shown, measure)
        if kept < len(part.rows):
            later = [row for rest in parts[index + 1 :] for row in rest.rows]
            missing = sum(row.counts for row in [*part.rows[kept:], *later])
            lines += ["", _MORE.format(number=missing)]
            break
    return "".join(f"{line}\n" for line in lines)


def _kept(rows: Sequence[Row], room: int, measure: Callable[[str], int]) -> int:
    """How many rows fit, without the start of a list whose first entry does not."""
    kept = 0
    for index, row in enumerate(rows, 1):
        room -= _size([row.text], measure)
        if room < 0:
            break
        kept = index if row.counts else kept
    return kept


def _size(lines: Sequence[str], measure: Callable[[str], int]) -> int:
    return sum(measure(line) + 1 for line in lines)
