"""A problem of a text, before it is known on which line it stands."""

from msgspec import Struct

from bpogov.core.location import Path

_SHORT = 60


class Trouble(Struct, frozen=True):
    """What is wrong between the character indexes `start` and `end`; `first` is a related place, `path` where it is."""

    id: str
    start: int
    end: int
    message: str
    help: str = ""
    first: tuple[int, int] | None = None
    path: Path = ()


def shortened(text: str) -> str:
    """Give `text` on one line and short enough to be quoted in a message."""
    text = " ".join(text.split())
    return text if len(text) <= _SHORT else text[: _SHORT - 1].rstrip() + "…"


def in_quotes(text: str) -> str:
    """Give `text` as it would be written in double quotes."""
    return '"' + shortened(text).replace("\\", "\\\\").replace('"', '\\"') + '"'
