"""Where the parts of an ordinary document stand: a tree of places that grows where somebody looks.

Its `marks` are the indexes that reading met, in the order of the text. A text, number, flag or empty place has its
start and end. A group or list has its start, how many marks there are when it is over, its parts (the start and end of
each name before its value), and at last start and end of the sign that closes it: the same where there is none.
"""

from typing import Any

from bpogov.source.data import Data
from bpogov.source.places import Branch, Leaf, Place, behind_colon, bounds


def place_of(text: str, data: Data, marks: list[int]) -> Place:
    """Give the place of the document that holds `data`, and through it those of its parts."""
    return _place(text, data, marks, 0)


class _Part(Branch):
    """A group or list; where it ends and where its parts stand is worked out when it is first asked for."""

    __slots__ = ("_at", "_data", "_marks", "_text")

    def __init__(self, text: str, data: dict[str, Data] | list[Data], marks: list[int], at: int) -> None:
        self._text = text
        self._data = data
        self._marks = marks
        self._at = at
        self.start = marks[at]

    def __getattr__(self, name: str) -> Any:
        if name in {"end", "flow"}:
            self._close()
        elif name in {"names", "items"}:
            self._open()
        else:
            raise AttributeError(name)
        return getattr(self, name)

    def _close(self) -> None:
        after = self._marks[self._at + 1]
        self.flow = self._marks[after - 2] != self._marks[after - 1]
        self.end = self._marks[after - 1] if self.flow else _end(self._text, self._data, self._marks, after)

    def _open(self) -> None:
        self.names, self.items = {}, []
        text, data, marks, at = self._text, self._data, self._marks, self._at + 2
        if isinstance(data, dict):
            for key, value in data.items():
                place = _place(text, value, marks, at + 2, marks[at + 1])
                self.names[key] = _leaf(text, marks[at], marks[at + 1]), place
                at = _behind(value, marks, at + 2)
        else:
            for value in data:
                self.items.append(_place(text, value, marks, at))
                at = _behind(value, marks, at)


def _place(text: str, data: Data, marks: list[int], at: int, key_end: int | None = None) -> Place:
    """Give the place of a value from its first mark on; `key_end` is where its name ends, if it has one."""
    if isinstance(data, dict | list):
        return _Part(text, data, marks, at)
    start, end = marks[at], marks[at + 1]
    if start == end and key_end is not None:
        start = end = behind_colon(text, key_end, start) or key_end
    return _leaf(text, start, end)


def _behind(data: Data, marks: list[int], at: int) -> int:
    """Give the number of the mark behind those of a value."""
    return marks[at + 1] if isinstance(data, dict | list) else at + 2


def _end(text: str, data: dict[str, Data] | list[Data], marks: list[int], after: int) -> int:
    """Give where a group or list without brackets ends: where the last of its parts does."""
    last = data[-1] if isinstance(data, list) else next(reversed(data.values()))
    if isinstance(last, dict | list):
        closed = after - 2
        if marks[closed - 2] != marks[closed - 1]:
            return marks[closed - 1]
        return _end(text, last, marks, closed)
    key_end = marks[after - 5] if isinstance(data, dict) else None
    return max(bounds(_place(text, last, marks, after - 4, key_end))[1], key_end or 0)


def _leaf(text: str, start: int, end: int) -> Leaf:
    """Give the place of a text; one below `|` or `>` ends with its last line that is not empty."""
    if text.startswith(("|", ">"), start):
        return start, start + len(text[start:end].rstrip(" \t\r\n"))
    return start, end
