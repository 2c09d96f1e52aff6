"""The quick way to read an ordinary document: no anchors, repeats or type marks, and nothing wrong with it.

Nearly every file is one. What is given for it is what `build` gives; for anything else nothing is given.
"""

from collections.abc import Callable
from itertools import islice
from typing import Any

from bpogov.source.characters import harmless
from bpogov.source.data import Data
from bpogov.source.limits import Limits
from bpogov.source.places import behind_colon
from bpogov.source.scalars import SPECIAL_STARTS, BadNumberError, resolve

_MOST_WORDS = 10_000
_LONGEST_WORD = 40
_SPECIAL_KEYS = frozenset(("", "<<"))


class _Words(dict[str, Any]):
    """What unquoted words mean; engagement files repeat their words, so those seen before are remembered."""

    def __missing__(self, word: str) -> Any:
        value = resolve(word) if not word or word[0] in SPECIAL_STARTS else word
        if len(word) <= _LONGEST_WORD:
            if len(self) >= _MOST_WORDS:
                self.clear()
            self[word] = value
        return value


_words = _Words()


def ordinary(next_event: Callable[[], Any], text: str, limits: Limits) -> tuple[Data, list[int]] | None:
    """Give what the text holds, and the marks of its parts (see `marks.place_of`); None where it is not ordinary.

    Raises yaml.YAMLError where the text is no YAML.
    """
    try:
        return _read(next_event, text, limits)
    except BadNumberError:
        return None


def _read(  # noqa: C901, PLR0911, PLR0912, PLR0915 (see the comment)
    next_event: Callable[[], Any], text: str, limits: Limits
) -> tuple[Data, list[int]] | None:
    from yaml.events import (
        DocumentEndEvent,
        DocumentStartEvent,
        MappingEndEvent,
        MappingStartEvent,
        ScalarEvent,
        SequenceEndEvent,
        SequenceStartEvent,
        StreamEndEvent,
        StreamStartEvent,
    )

    # One loop without calls, because a file has thousands of events (`parse` in benchmarks/stages).
    words = _words
    with_properties = "&" in text or "!" in text
    with_escapes = "\\" in text
    marks: list[int] = []
    mark = marks.append
    root: list[Any] = []
    # What is being read is a list, or a group: then `group` is it, and `key` the name whose value comes next.
    items: list[Any] = root
    group: dict[str, Any] | None = None
    key: str | None = None
    around: list[tuple[list[Any], dict[str, Any] | None, int]] = []
    kind: type | None = None
    for event in islice(iter(next_event, None), limits.values):
        kind = event.__class__
        if kind is ScalarEvent:
            value, style = event.value, event.style
            mark(event.start_mark.index)
            mark(event.end_mark.index)
            if with_properties and (event.anchor is not None or event.tag is not None):
                return None
            if with_escapes and style == '"' and not harmless(value):
                return None
            if group is None:
                items.append(value if style else words[value])
            elif key is None:
                if value in group or value in _SPECIAL_KEYS:
                    return None
                key = value
            else:
                if not value and not style and behind_colon(text, marks[-3], marks[-2]) is None:
                    return None
                group[key] = value if style else words[value]
                key = None
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            mark(event.start_mark.index)
            if with_properties and (event.anchor is not None or event.tag is not None):
                return None
            if len(around) >= limits.depth:
                return None
            part: Any = {} if kind is MappingStartEvent else []
            around.append((items, group, len(marks)))
            mark(0)
            if group is None:
                items.append(part)
            elif key is None:
                return None
            else:
                group[key] = part
                key = None
            if kind is MappingStartEvent:
                group = part
            else:
                items, group = part, None
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            mark(event.start_mark.index)
            mark(event.end_mark.index)
            items, group, opened = around.pop()
            marks[opened] = len(marks)
        elif kind is DocumentStartEvent:
            if root or event.tags:
                return None
        elif kind is not DocumentEndEvent and kind is not StreamStartEvent and kind is not StreamEndEvent:
            return None
    if kind is not StreamEndEvent or not root or root[0] is None:
        return None
    return root[0], marks
