"""How wide text is on a terminal, and how it is wrapped.

Widths follow Unicode Standard Annex 11 (East Asian Width): wide and full-width characters take two columns, combining
marks and joiners take none.
"""

from collections.abc import Iterator
from functools import lru_cache

from bpogov.report.safe.visible import TAB_STOP, characters, visible


def columns(text: str) -> int:
    """Count the terminal columns that `text` takes, which must hold no tab and no control character."""
    return len(text) if text.isascii() else sum(map(character_columns, text))


def character_columns(character: str) -> int:
    """Count the terminal columns of one character: 0, 1 or 2."""
    if character.isascii():
        return 1
    from unicodedata import category, east_asian_width  # imported here: most reports hold plain letters only

    if category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if east_asian_width(character) in {"W", "F"} else 1


def cells(line: str) -> list[tuple[str, int]]:
    """Give one entry per character of a source line: the text to show for it, and its columns.

    Tabs become spaces up to the next stop, so that a mark below the line stands where the eye expects it.
    """
    if line.isascii() and line.isprintable() and visible(line) is line:
        return [(character, 1) for character in line]
    found: list[tuple[str, int]] = []
    column = 0
    for character in characters(line):
        text = " " * (TAB_STOP - column % TAB_STOP) if character == "\t" else character
        width = columns(text)
        found.append((text, width))
        column += width
    return found


def wrap(text: str, width: int, indent: str = "", hanging: str | None = None) -> list[str]:
    """Break `text` into lines of at most `width` columns, at spaces where there are any.

    `indent` stands before the first line, `hanging` (default: the same) before the others. A word that is wider than a
    line is broken, never between a letter and its combining marks. Control characters become visible.
    """
    return list(_wrapped(text, width, indent, hanging))


@lru_cache(maxsize=1024)
def _wrapped(text: str, width: int, indent: str, hanging: str | None) -> tuple[str, ...]:
    """The lines; a rule that fails in a thousand files says the same of all of them (`benchmarks/stages`)."""
    rest = indent if hanging is None else hanging
    lines: list[str] = []
    before = columns(rest)
    current, taken = "", 0
    for word in visible(text).split(" "):
        wide = columns(word) + taken + bool(current)
        if (before if lines else columns(indent)) + wide <= width:
            current, taken = f"{current} {word}" if current else word, wide
            continue
        prefix = rest if lines else indent
        if current:
            lines.append(prefix + current)
            prefix = rest
        *full, current = pieces(word, max(width - columns(prefix), 2), max(width - columns(rest), 2))
        lines.extend((rest if lines else indent) + piece for piece in full)
        taken = columns(current)
    lines.append((rest if lines else indent) + current)
    return tuple(lines)


def pieces(word: str, first: int, width: int) -> list[str]:
    """Cut a word into pieces of at most `width` columns (the first of at most `first`); a short word is one piece."""
    return [word] if columns(word) <= first else list(_pieces(word, first, width))


def _pieces(word: str, first: int, width: int) -> Iterator[str]:
    piece, taken, room = "", 0, first
    for character in word:
        needed = character_columns(character)
        if taken + needed > room:
            yield piece
            piece, taken, room = "", 0, width
        piece += character
        taken += needed
    yield piece
