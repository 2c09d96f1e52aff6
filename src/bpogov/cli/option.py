"""What an option of a command is, as plain data: click makes its option of it, and a plain command line is read by it.

Nothing here needs click, which takes longer to import than Python takes to start (benchmarks/startup.py).
"""

from collections.abc import Callable
from typing import Any, Literal

from msgspec import Struct

from bpogov.cli.console import Console


class Option(Struct, frozen=True):
    """An option: how it is written, what it takes, what help says of it, and what its value means.

    `names` are the ways to write it, the longest last; `value` is what the command calls its value, if that is not the
    name. It takes one text, of which the last one given counts, unless it is a `flag` or may be `repeated`. `kind` is
    what the text is: anything, one of `choices`, the name of a file, a folder or a gate, or one of `choices` with `=`
    and the name of a file. `meaning` makes of what was given (a text or None, True or False, a tuple of texts) what the
    command gets; it raises ValueError with a sentence for people. An option that `tells` the console gives the command
    nothing. Help shows the `default` where `shows_default`.
    """

    names: tuple[str, ...]
    help: str
    value: str = ""
    metavar: str | None = None
    kind: Literal["text", "word", "file", "folder", "gate", "pair"] = "text"
    choices: tuple[str, ...] = ()
    default: str | None = None
    shows_default: bool = True
    flag: bool = False
    repeated: bool = False
    meaning: Callable[[Any], Any] | None = None
    tells: Callable[[Console, Any], None] | None = None

    @property
    def key(self) -> str:
        """What the command calls the value."""
        return self.value or self.names[-1].lstrip("-").replace("-", "_")

    @property
    def absent(self) -> Any:
        """What counts as given where the option is not there."""
        return () if self.repeated else False if self.flag else self.default


def one_of(word: str, choices: tuple[str, ...]) -> str:
    """Give `word` back if it is one of `choices`; otherwise raise ValueError, which names the nearest."""
    if word in choices:
        return word
    from bpogov.core.suggest import closest  # imported here: only a mistake needs it

    nearest = closest(word, choices)
    hint = f', did you mean "{nearest}"?' if nearest else ""
    raise ValueError(f'"{word}" is not one of {", ".join(choices)}{hint}')
