"""A file as plain data, with the place of every part."""

from typing import Any

from bpogov.core.finding import Finding
from bpogov.core.location import Location, Path
from bpogov.core.position import Span
from bpogov.core.severity import Severity
from bpogov.source.content import Content, content
from bpogov.source.data import Data
from bpogov.source.lines import Lines
from bpogov.source.places import Alias, Branch, Place, bounds, child
from bpogov.source.trouble import Trouble


def digest_of(content: bytes) -> str:
    """Give the SHA-256 of bytes, as `sha256:` and 64 hexadecimal digits."""
    from hashlib import sha256

    return f"sha256:{sha256(content).hexdigest()}"


class Document:
    """One file, read.

    `file` is its name as findings show it; `text` its content without a byte order mark; `data` what it holds, None if
    anything is wrong with it; `findings` what is wrong, sorted by place (ids `YML…`, all errors). Lines and columns are
    calculated only when asked for, in code points from 1. Treat `data` as read-only.
    """

    __slots__ = ("_digest", "_found", "_lines", "_marks", "_raw", "_tree", "data", "file", "findings", "text")

    def __init__(self, file: str, raw: bytes, found: Content) -> None:
        self.file = file
        self.text = found.text
        self._raw = raw
        self._digest = ""
        self._lines = Lines(found.text)
        self._tree = found.place
        self._marks = found.marks
        self.findings: tuple[Finding, ...] = tuple(
            sorted((self._finding(trouble) for trouble in found.troubles), key=lambda finding: finding.order)
        )
        self._found = found.data
        self.data: Data = None if self.findings else found.data

    @classmethod
    def of(cls, data: Data, file: str) -> "Document":
        """Make a document from plain data, as if somebody had written it as YAML; it may have findings, too."""
        from bpogov.source.limits import Limits
        from bpogov.source.written import as_yaml

        raw = as_yaml(data).encode("utf-8", "backslashreplace")
        return cls(file, raw, content(raw, Limits(size=max(len(raw), 1))))

    @property
    def _place(self) -> Place | None:
        """Where the document and its parts stand; most documents are never asked for it."""
        if self._marks is not None:
            from bpogov.source.marks import place_of

            self._tree, self._marks = place_of(self.text, self._found, self._marks), None
        return self._tree

    @property
    def digest(self) -> str:
        """SHA-256 of the bytes that were read, as `sha256:` and 64 hexadecimal digits."""
        if not self._digest:
            self._digest = digest_of(self._raw)
        return self._digest

    def _finding(self, trouble: Trouble) -> Finding:
        from bpogov.source.notation import show

        related: tuple[Location, ...] = ()
        if trouble.first is not None:
            related = (self._location(*trouble.first),)
        message = trouble.message
        if related and related[0].span:
            message += f"; the first is on line {related[0].span.start.line}"
        path = show(trouble.path, None, lambda _: None)
        location = self._location(trouble.start, trouble.end, path)
        return Finding(trouble.id, Severity.ERROR, message, location, trouble.help, related=related)

    def _location(self, start: int, end: int, shown: str = "") -> Location:
        span = self._lines.span(start, end)
        return Location(self.file, shown, span, self._lines.quoted(span))

    def _find(self, path: Path) -> Place | None:
        place = self._place
        for step in path:
            place = child(place, step) if place is not None else None
        return place

    def span(self, path: Path) -> Span | None:
        """Give the exact span of the value at `path` as written (of an alias: the alias itself), or None."""
        place = self._find(path)
        return self._lines.span(*bounds(place)) if place is not None else None

    def _key(self, path: Path) -> tuple[int, int] | None:
        parent = self._find(path[:-1]) if path else None
        part = parent.target if isinstance(parent, Alias) else parent
        named = part.names.get(str(path[-1])) if isinstance(part, Branch) and isinstance(path[-1], str) else None
        return named[0] if named else None

    def key_span(self, path: Path) -> Span | None:
        """Give the exact span of the key of the value at `path`; None for list items, the root and what is missing."""
        key = self._key(path)
        return self._lines.span(*key) if key else None

    def locate_key(self, path: Path, shown: str = "") -> Location:
        """Give the place of the key of the value at `path`; where there is none, what `locate` gives."""
        key = self._key(path)
        return self._location(*key, shown) if key else self.locate(path, shown)

    def written(self, path: Path) -> str | None:
        """Give a text, number, flag or empty value as the author wrote it, without quotes; None for anything else.

        `1.10` is a number in YAML, and this gives "1.10": what is an identifier or a version is to be read with it.
        """
        place = self._find(path)
        if isinstance(place, Alias):
            place = place.target
        if not isinstance(place, tuple):
            return None
        value = self._value(path)
        return value if isinstance(value, str) else self.text[slice(*place)]

    def _value(self, path: Path) -> Any:
        value: Any = self._found
        for step in path:
            value = value[step]
        return value

    def locate(self, path: Path, shown: str = "") -> Location:
        """Give the place of the value at `path`, or the nearest place that exists: the key of its closest parent.

        A parent without a key is shown by its first key. `shown` is the path as people read it.
        """
        place = self._find(path)
        if place is not None:
            start, end = bounds(place)
            if start < end:
                return self._location(start, end, shown)
        return self._location(*self._nearest(path), shown)

    def _nearest(self, path: Path) -> tuple[int, int]:
        while path and self._find(path) is None:
            path = path[:-1]
        if key := self._key(path):
            return key
        place = self._find(path)
        part = place.target if isinstance(place, Alias) else place
        first = next(iter(part.names.values()), None) if isinstance(part, Branch) else None
        if first:
            return first[0]
        return bounds(place) if place is not None else (0, 0)

    def locate_within(self, path: Path, offset: int, length: int = 1, shown: str = "") -> Location:
        """Give the place of a stretch of the text value at `path`: `offset` and `length` in its code points.

        The whole value where the stretch cannot be told apart (an alias, or an offset outside).
        """
        place, value = self._find(path), self._value(path)
        if not isinstance(place, tuple) or not isinstance(value, str) or not 0 <= offset < len(value):
            return self.locate(path, shown)
        from bpogov.source.align import alignment

        places = alignment(self.text[slice(*place)], value)
        if places is None:
            return self.locate(path, shown)
        last = min(offset + max(length, 1), len(places)) - 1
        return self._location(place[0] + places[offset][0], place[0] + places[last][1], shown)
