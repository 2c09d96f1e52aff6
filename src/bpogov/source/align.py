"""Which character of a file each character of a text value comes from."""

import re

_BREAK = re.compile(r"\r\n|\r|\n")
_FOLD = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t]*")
_ESCAPED_FOLD = re.compile(r"\\(?:\r\n|\r|\n)[ \t]*")
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^xuU\r\n])")
_SPACES = re.compile(r" +")
_HEADER = re.compile(r"[|>][^\r\n]*(?:\r\n|\r|\n)?")


def alignment(source: str, value: str) -> list[tuple[int, int]] | None:
    """Give start and end in `source` of every character of `value`.

    `source` is the text as written: with its quotes, or from `|` or `>` on. None where the two do not belong together.
    """
    if source[:1] in ("|", ">"):
        return _block(source, value)
    if source[:1] in ("'", '"'):
        return _flow(source, value, 1, len(source) - 1, source[0])
    return _flow(source, value, 0, len(source), "")


def _flow(source: str, value: str, at: int, end: int, quote: str) -> list[tuple[int, int]] | None:
    """Align a text in quotes or without, whose lines are folded."""
    places: list[tuple[int, int]] = []
    while at < end:
        if quote == '"' and (found := _ESCAPED_FOLD.match(source, at, end)):
            at = found.end()
            continue
        if found := _FOLD.match(source, at, end):
            wanted = value[len(places) : len(places) + 1]
            if wanted == "\n" or (wanted == " " and not _after_fold(source, at)):
                places.append((at, found.end()))
            at = found.end()
            continue
        length = _written_length(source, at, end, quote)
        if len(places) >= len(value) or not _means(source[at : at + length], value[len(places)], quote):
            return None
        places.append((at, at + length))
        at += length
    return places if len(places) == len(value) else None


def _after_fold(source: str, at: int) -> bool:
    return source[at - 1 : at] in ("\r", "\n")


def _written_length(source: str, at: int, end: int, quote: str) -> int:
    if quote == '"' and (found := _ESCAPE.match(source, at, end)):
        return found.end() - at
    if quote == "'" and source.startswith("''", at, end):
        return 2
    return 1


def _means(written: str, character: str, quote: str) -> bool:
    """Whether `written` can stand for `character`; escapes are taken on trust, because the parser read them."""
    return written == character or (quote == '"' and written[0] == "\\") or (quote == "'" and written == "''")


def _block(source: str, value: str) -> list[tuple[int, int]] | None:
    """Align a text that was written as lines below `|` or `>`."""
    header = _HEADER.match(source)
    at = header.end() if header else 0
    places: list[tuple[int, int]] = []
    at_line_start = True
    while len(places) < len(value):
        if at_line_start:
            at += max(0, _blanks(source, at) - _blanks(value, len(places)))
            at_line_start = False
        wanted = value[len(places)]
        if found := _BREAK.match(source, at):
            if wanted in "\n ":
                places.append(found.span())
            at, at_line_start = found.end(), True
        elif at >= len(source) and not value[len(places) :].strip("\n"):
            places.append((at, at))
        elif source[at : at + 1] == wanted:
            places.append((at, at + 1))
            at += 1
        else:
            return None
    return places


def _blanks(text: str, at: int) -> int:
    found = _SPACES.match(text, at)
    return len(found[0]) if found else 0
