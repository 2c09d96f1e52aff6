"""How wide text is on a terminal, how it is wrapped, and how characters that a terminal would obey become visible.

Widths follow Unicode Standard Annex 11 (East Asian Width): wide and full-width characters take two columns, combining
marks and joiners take none.
"""

import re
from collections.abc import Iterator

TAB_STOP = 4
ELLIPSIS = "…"
_JOINERS = "\u200c\u200d"
_COMMAND = re.compile(r"#(?=#[\w\[])|:(?=:[A-Za-z])")
"""Where a command to a build server starts, which reads what a job prints: `##vso[` and `##[` of Azure Pipelines,
`##teamcity[`, also in the middle of a line; `::error` of GitHub, which a broken line may bring to its start."""


def visible(text: str) -> str:
    """Give `text` with every character that is invisible, or that a terminal or a build server would obey, written out.

    ASCII control characters become their Unicode pictures (escape is shown as ␛), other control, formatting and
    direction characters become `<U+202E>`, and so does the first character of `##[` and of `::error`. Joiners, which
    some scripts need, stay.
    """
    if "##" in text or "::" in text:
        text = _COMMAND.sub(_written_out, text)
    return text if text.isprintable() else "".join(map(_shown, text))


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
    found: list[tuple[str, int]] = []
    column = 0
    commands = {match.start() for match in _COMMAND.finditer(line)}
    for index, character in enumerate(line):
        if character == "\t":
            text = " " * (TAB_STOP - column % TAB_STOP)
        else:
            text = f"<U+{ord(character):04X}>" if index in commands else visible(character)
        width = columns(text)
        found.append((text, width))
        column += width
    return found


def wrap(text: str, width: int, indent: str = "", hanging: str | None = None) -> list[str]:
    """Break `text` into lines of at most `width` columns, at spaces where there are any.

    `indent` stands before the first line, `hanging` (default: the same) before the others. A word that is wider than a
    line is broken, never between a letter and its combining marks. Control characters become visible.
    """
    rest = indent if hanging is None else hanging
    lines: list[str] = []
    current = ""
    for word in visible(text).split(" "):
        prefix = rest if lines else indent
        joined = f"{current} {word}" if current else word
        if columns(prefix) + columns(joined) <= width:
            current = joined
            continue
        if current:
            lines.append(prefix + current)
            prefix = rest
        *full, current = pieces(word, max(width - columns(prefix), 2), max(width - columns(rest), 2))
        lines.extend((rest if lines else indent) + piece for piece in full)
    lines.append((rest if lines else indent) + current)
    return lines


def pieces(word: str, first: int, width: int) -> list[str]:
    """Cut a word into pieces of at most `width` columns (the first of at most `first`); a short word is one piece."""
    return list(_pieces(word, first, width))


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


def _written_out(match: re.Match[str]) -> str:
    return f"<U+{ord(match[0]):04X}>"


def _shown(character: str) -> str:
    if character.isprintable() or character in _JOINERS:
        return character
    code = ord(character)
    if code < ord(" "):
        return chr(0x2400 + code)
    if code == ord("\x7f"):
        return "␡"
    from unicodedata import category  # imported here: only unusual text needs it

    return f"<U+{code:04X}>" if category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else character
