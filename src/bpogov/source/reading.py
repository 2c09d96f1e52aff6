"""The state of reading one document, and how its problems are noted."""

from typing import Any

from bpogov.core.location import Path
from bpogov.source import problems
from bpogov.source.align import alignment
from bpogov.source.characters import forbidden, name_of
from bpogov.source.data import Data
from bpogov.source.frames import DROPPED, Anchored, Frame
from bpogov.source.limits import Limits
from bpogov.source.places import Branch, Leaf, Place, bounds
from bpogov.source.trouble import Trouble, in_quotes, shortened


class StopReading(Exception):
    """A limit was reached: nothing more of the text is read."""


class Reading:
    """What was read of one document so far: open parts, anchors, counts, and the problems found."""

    def __init__(self, text: str, limits: Limits) -> None:
        self.text = text
        self.limits = limits
        self.troubles: list[Trouble] = []
        self.values = 0
        self.aliases = 0
        self.escapes = "\\" in text
        self.latest: Any = None
        self.anchors: dict[str, Anchored] = {}
        self.heights = [0]
        self.frame = Frame(Branch(0, flow=False), named=False, values=0)
        self.frames = [self.frame]

    @property
    def data(self) -> Data:
        """What the document holds; None before anything was read."""
        return self.frames[0].data[0] if self.frames[0].data else None

    @property
    def ended(self) -> int:
        """Where the last part that could be read ends."""
        return int(self.latest.end_mark.index) if self.latest else 0

    @property
    def place(self) -> Place | None:
        """Where the document and its parts stand."""
        return self.frames[0].place.items[0] if self.frames[0].place.items else None

    def path(self) -> Path:
        """Give the path of the value that is being read."""
        steps = (frame.step for frame in self.frames[1:])
        return tuple(step for step in steps if step is not None)

    def report(self, id_: str, place: Leaf, message: str, help_: str, first: Leaf | None = None) -> None:
        """Note a problem; reading stops when there are too many of them."""
        self.troubles.append(Trouble(id_, *place, message, help_, first, self.path()))
        if len(self.troubles) >= self.limits.problems:
            self.stop(
                problems.MANY,
                place,
                f"The file has more than {self.limits.problems} problems, so the rest of it was not read",
                "mend the problems above and check again",
            )

    def stop(self, id_: str, place: Leaf, message: str, help_: str) -> None:
        """Note a problem and end the reading."""
        self.troubles.append(Trouble(id_, *place, message, help_, None, self.path()))
        raise StopReading

    def stop_expansion(self, place: Leaf) -> None:
        """Say that the file would grow without bounds, and end the reading."""
        limits = self.limits
        self.stop(
            problems.EXPANSION,
            place,
            f"The file holds more than {limits.values:,} values or {limits.aliases:,} repeats (*name)",
            "write fewer repeats, and split the file if it describes several engagements",
        )

    def stop_depth(self, place: Leaf) -> None:
        """Say that parts are nested too deeply, and end the reading."""
        self.stop(
            problems.DEPTH,
            place,
            f"Groups and lists stand inside each other more than {self.limits.depth} times",
            "close the brackets that were left open, or flatten this part",
        )

    def report_escapes(self, start: int, end: int, value: str) -> None:
        """Report characters that came into a text in double quotes by escapes."""
        places = alignment(self.text[start:end], value)
        for found in forbidden().finditer(value):
            begin, finish = (start, end) if places is None else (start + index for index in places[found.start()])
            self.report(
                problems.CHARACTER,
                (begin, finish),
                f"The text holds {name_of(found[0])}",
                "delete it, because only characters that can be seen, blanks and line ends are allowed",
            )

    def report_duplicate(self, name: str, place: Leaf, first: Leaf | None) -> None:
        """Report a key that its group already has; the first one stays."""
        self.frame.key = name
        self.report(
            problems.DUPLICATE,
            place,
            f'"{shortened(name)}" stands here a second time in the same group of fields',
            "keep the one that was agreed and delete the other",
            first,
        )
        self.frame.key = DROPPED

    def report_bare(self, frame: Frame) -> None:
        """Report an entry in braces that has no colon."""
        name = str(frame.key)
        before = next(reversed(frame.data.items()), None)
        if before and isinstance(before[1], str) and self.text[bounds(frame.last)[0]] not in "\"'":
            whole = f"{before[1]}, {name}"
            message = (
                f'The comma after "{shortened(before[1])}" splits the text in two, and "{shortened(name)}" has no value'
            )
            help_ = f"put the whole text in quotes: {shortened(before[0])}: {in_quotes(whole)}"
        else:
            message = f'"{shortened(name)}" has no value'
            help_ = f"write {shortened(name)}: and its value, or put the text that it belongs to in quotes"
        self.report(problems.BARE, frame.key_place, message, help_)

    def report_key(self, place: Leaf) -> None:
        """Report a key that is no text."""
        self.report(
            problems.KEY,
            place,
            "A list, a group of fields or a repeat stands where the name of a field is expected",
            "write name: value, and put a text that starts with [, {, * or ? in quotes",
        )
