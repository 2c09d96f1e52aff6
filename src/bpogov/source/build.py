"""From the stream of YAML events to plain data, a tree of places, and what is wrong."""

import re
from collections.abc import Callable
from typing import Any

from bpogov.source import problems
from bpogov.source.characters import harmless
from bpogov.source.data import Data, copied
from bpogov.source.frames import DROPPED, MERGE, Anchored, Frame
from bpogov.source.places import Alias, Branch, Leaf, Place, behind_colon, bounds
from bpogov.source.reading import Reading, StopReading
from bpogov.source.scalars import SPECIAL_STARTS, BadNumberError, resolve
from bpogov.source.trouble import in_quotes, shortened

_PROPERTIES = re.compile(r"(?:(?:&[0-9A-Za-z_-]++|![^\s,]*+)(?:[ \t\r\n]++(?:#[^\r\n]*+)?)*+)+")
_MERGE_SIGN = "<<"
_USUAL_STYLES = frozenset(("", None, "'", '"'))


class Builder(Reading):
    """Reads one document; afterwards `data`, `place` and `troubles` hold what was found."""

    def read(self, next_event: Callable[[], Any]) -> None:
        """Read events up to the end of the text; raises StopReading at a limit, yaml.YAMLError at a syntax error."""
        from yaml.events import (
            AliasEvent,
            DocumentStartEvent,
            MappingEndEvent,
            MappingStartEvent,
            ScalarEvent,
            SequenceEndEvent,
            SequenceStartEvent,
            StreamEndEvent,
        )

        handle = {
            ScalarEvent: self._scalar,
            MappingStartEvent: self._start_group,
            SequenceStartEvent: self._start_list,
            MappingEndEvent: self._end,
            SequenceEndEvent: self._end,
            AliasEvent: self._alias,
            DocumentStartEvent: self._document,
        }.get
        event = next_event()
        while event.__class__ is not StreamEndEvent:
            handler = handle(event.__class__)
            if handler:
                handler(event)
            self.latest = event
            event = next_event()

    def _document(self, event: Any) -> None:
        start = event.start_mark.index
        if event.tags:
            from bpogov.source.syntax import directive

            self.stop(problems.SYNTAX, *directive(self.text, self.text.find("%TAG", start)))
        if self.place is not None:
            self.stop(
                problems.DOCUMENTS,
                (start, max(start, event.end_mark.index)),
                "A second document starts here, but a file holds one document",
                "put what follows into a file of its own, or delete this line",
            )

    def _scalar(self, event: Any) -> None:
        frame, value, style = self.frame, event.value, event.style
        place = (event.start_mark.index, event.end_mark.index)
        if style not in _USUAL_STYLES or event.anchor is not None or event.tag is not None:
            place = self._special(event, place)
        if self.escapes and style == '"' and not harmless(value):
            self.report_escapes(*place, value)
        if frame.named and frame.key is None:
            frame.key_place = place
            if value in frame.data or not value or value == _MERGE_SIGN:
                self._special_key(value, plain=not style)
            else:
                frame.key = value
            return
        self.values += 1
        if self.values > self.limits.values:
            self.stop_expansion(place)
        if not style and (not value or value[0] in SPECIAL_STARTS):
            if place[0] == place[1] and frame.named and frame.key is not DROPPED:
                place = self._empty(frame, place[0])
            value = self._number_or_word(value, place)
        if event.anchor is not None:
            self.anchors[event.anchor] = Anchored(value, place, complete=True)
        self._attach(value, place)

    def _special(self, event: Any, place: Leaf) -> Leaf:
        """Give the place of the content of a text below `|` or `>`, or behind an anchor or a tag."""
        start, end = place
        if event.style not in _USUAL_STYLES:
            end = start + len(self.text[start:end].rstrip(" \t\r\n"))
        if event.anchor is not None or event.tag is not None:
            start = self._after_properties(event)
        place = (start, max(start, end))
        if event.anchor is not None and self.frame.named and self.frame.key is None:
            self.anchors[event.anchor] = Anchored(event.value, place, complete=True)
        return place

    def _after_properties(self, event: Any) -> int:
        """Give where the content behind an anchor or tag starts; a tag is reported."""
        start: int = event.start_mark.index
        found = _PROPERTIES.match(self.text, start, max(start, event.end_mark.index))
        after = found.end() if found else start
        if event.tag is not None:
            mark = self.text.find("!", start)
            word = re.match(r"![^\s,]*", self.text[mark : mark + 200])
            written = word[0] if word else "!"
            self.report(
                problems.TAG,
                (mark, mark + len(written)),
                f'"{shortened(written)}" is a type mark, and type marks are not allowed',
                "delete the mark, or put the whole text in double quotes if it only starts with an exclamation mark",
            )
        return after

    def _number_or_word(self, value: str, place: Leaf) -> Data:
        try:
            return resolve(value)
        except BadNumberError as wrong:
            self.report(
                problems.NUMBER,
                place,
                f'"{shortened(value)}" {wrong}',
                f"write a usual number, or put it in quotes if it is an identifier: {in_quotes(value)}",
            )
            return None

    def _special_key(self, value: str, *, plain: bool) -> None:
        """Take a key that merges, is empty, or stands in its group already."""
        frame = self.frame
        place = frame.key_place
        if plain and value == _MERGE_SIGN and frame.merges is None:
            frame.merges = []
            frame.key = MERGE
        elif plain and not value:
            start = frame.place.start if place[0] == place[1] else place[0]
            self.report(problems.KEY, (start, start + 1), "A value stands here without a name", "write name: value")
            frame.key = DROPPED
            if self.text.startswith("?", start):
                raise StopReading  # the parser in C loses its place behind such a key
        elif value in frame.data:
            self.report_duplicate(value, place, frame.place.names[value][0])
        elif plain and value:
            self.report_duplicate(value, place, None)
        else:
            frame.key = value

    def _empty(self, frame: Frame, start: int) -> Leaf:
        """Give where an empty value stands: right behind its colon. A field in braces without a colon is reported."""
        key_end = frame.key_place[1]
        behind = behind_colon(self.text, key_end, start)
        if behind is None and frame.place.flow:
            self.report_bare(frame)
        return (key_end, key_end) if behind is None else (behind, behind)

    def _start_group(self, event: Any) -> None:
        self._start(event, named=True)

    def _start_list(self, event: Any) -> None:
        self._start(event, named=False)

    def _start(self, event: Any, *, named: bool) -> None:
        start = event.start_mark.index
        parent = self.frame
        if event.anchor is not None or event.tag is not None:
            start = self._content(event)
        as_key = parent.named and parent.key is None
        if as_key:
            self.report_key((start, start + 1))
        self.values += 1
        if self.values > self.limits.values:
            self.stop_expansion((start, start + 1))
        if len(self.frames) > self.limits.depth:
            self.stop_depth((start, start + 1))
        frame = Frame(Branch(start, flow=bool(event.flow_style)), named=named, values=self.values)
        frame.as_key = as_key
        if event.anchor is not None:
            frame.anchored = self.anchors[event.anchor] = Anchored(frame.data, frame.place, complete=False)
        self.frame = frame
        self.frames.append(frame)
        self.heights.append(0)

    def _content(self, event: Any) -> int:
        """Give where a group or list with an anchor or tag really starts."""
        self._after_properties(event)
        found = _PROPERTIES.match(self.text, event.start_mark.index)
        return found.end() if found else event.start_mark.index

    def _end(self, event: Any) -> None:
        frame = self.frames.pop()
        place = frame.place
        place.end = event.end_mark.index
        if place.end == event.start_mark.index:
            place.flow = False
            place.end = max(bounds(frame.last)[1], frame.key_place[1])
        if frame.merges:
            self._merge(frame)
        height = self.heights.pop() + 1
        self.heights[-1] = max(self.heights[-1], height)
        if frame.anchored is not None:
            frame.anchored.complete = True
            frame.anchored.height = height
            frame.anchored.values = self.values - frame.values + 1
        self.frame = self.frames[-1]
        if frame.as_key:
            self.frame.key, self.frame.key_place = DROPPED, (place.start, place.end)
        else:
            self._attach(frame.data, place)

    def _merge(self, frame: Frame) -> None:
        for data, place in frame.merges or ():
            for name, value in data.items():
                if name not in frame.data:
                    frame.data[name] = value
                    frame.place.names[name] = place.names[name]

    def _alias(self, event: Any) -> None:
        place = (event.start_mark.index, event.end_mark.index)
        frame = self.frame
        if frame.named and frame.key is None:
            self.report_key(place)
            frame.key, frame.key_place = DROPPED, place
            return
        name = event.anchor
        target = self.anchors.get(name)
        if target is None:
            self.report(
                problems.ANCHOR,
                place,
                f'"*{name}" repeats a part that is not marked with "&{name}" above',
                f'Correct the name, or put the text in quotes if it only starts with an asterisk: "*{name}"',
            )
            self._attach(None, place)
        elif not target.complete:
            self.report(problems.CYCLE, place, f'"*{name}" repeats a part inside itself', "write the part out")
            self._attach(None, place)
        else:
            self._repeat(target, place)

    def _repeat(self, target: Anchored, place: Leaf) -> None:
        self.aliases += 1
        self.values += target.values
        if self.values > self.limits.values or self.aliases > self.limits.aliases:
            self.stop_expansion(place)
        if len(self.frames) - 1 + target.height > self.limits.depth:
            self.stop_depth(place)
        self.heights[-1] = max(self.heights[-1], target.height)
        self._attach(copied(target.data), Alias(*place, target.place))

    def _attach(self, data: Any, place: Place) -> None:
        frame = self.frame
        frame.last = place
        if not frame.named:
            frame.data.append(data)
            frame.place.items.append(place)
            return
        key = frame.key
        if key is MERGE:
            self._attach_merge(data, place)
        elif key is not None and key is not DROPPED:
            frame.data[key] = data
            frame.place.names[key] = (frame.key_place, place)
        frame.key = None

    def _attach_merge(self, data: Any, place: Place) -> None:
        """Keep the fields of one group, or of several in a list, for the end of the group that takes them."""
        part = place.target if isinstance(place, Alias) else place
        if isinstance(data, dict) and isinstance(part, Branch):
            self.frame.merges = [*(self.frame.merges or ()), (data, part)]
        elif isinstance(data, list) and isinstance(part, Branch) and all(isinstance(item, dict) for item in data):
            for item, item_place in zip(data, part.items, strict=True):
                self._attach_merge(item, item_place)
        elif data is not None or self.text[bounds(place)[0] : bounds(place)[1]][:1] != "*":
            self.report(
                problems.MERGE,
                bounds(place),
                "<< takes over the fields of another group, but this is no group of fields",
                "let << name an anchored group of fields (<<: *name), or a list of such groups",
            )
