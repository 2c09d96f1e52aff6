"""The one notation for places inside a file that people read and write: `$.slas[sl-voice].target`.

It is RFC 9535 (names, quoted names, positions, `[*]`) with three extensions: a list item may be named by its identity
key (`[sl-voice]`), a name after a dot may hold hyphens, and `@` starts a path relative to an item.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, Literal, TypeAlias

from msgspec import Struct

from bpogov.core.location import Path

Identity: TypeAlias = Callable[[Path], str | None]
"""Gives the name of the field that identifies the items of the list at a generic path, or None."""


class Key(Struct, frozen=True):
    """A field by its name: `.target` or `['a name']`."""

    name: str


class Index(Struct, frozen=True):
    """A list item by its position from 0, or from the end if negative: `[0]`, `[-1]`."""

    number: int


class Named(Struct, frozen=True):
    """A list item by the value of its identity key: `[sl-voice]`."""

    id: str


class Each(Struct, frozen=True):
    """Every item of a list: `[*]`."""


Step: TypeAlias = Key | Index | Named | Each


class Steps(Struct, frozen=True):
    """A path as written: `$` starts at the root of the file, `@` at an item."""

    root: Literal["$", "@"]
    steps: tuple[Step, ...]


class NotationError(ValueError):
    """A text is no path; `offset` is the character where it goes wrong, from 0."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset


_NAME = re.compile(r"[^\W\d][\w-]*")
_DOTTED = re.compile(r"\.([^\W\d][\w-]*)")
_NUMBER = re.compile(r"\[(-?(?:0|[1-9][0-9]{0,17}))\]")
_QUOTED = re.compile(r"""\[(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")\]""", re.DOTALL)
_NAMED = re.compile(r"""\[([^\s\[\]'"*](?:[^\[\]\r\n]*[^\s\[\]])?)\]""")
_PLAIN_ID = re.compile(r"""[^\s\[\]'"*\x00-\x1f\x7f](?:[^\[\]\x00-\x1f\x7f]*[^\s\[\]\x00-\x1f\x7f])?""")
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.)", re.DOTALL)
_ESCAPES = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "/": "/", "\\": "\\", "'": "'", '"': '"'}


def parse(text: str) -> Steps:
    """Read a path; raises NotationError in plain words with the place where it goes wrong."""
    if text[:1] not in ("$", "@"):
        raise NotationError("A path starts with $ (the file) or @ (the item)", 0)
    steps: list[Step] = []
    at = 1
    while at < len(text):
        step, at = _step(text, at)
        steps.append(step)
    return Steps("$" if text[0] == "$" else "@", tuple(steps))


def _step(text: str, at: int) -> tuple[Step, int]:
    if text.startswith("[*]", at):
        return Each(), at + 3
    if found := _DOTTED.match(text, at):
        return Key(found[1]), found.end()
    if found := _NUMBER.match(text, at):
        return Index(int(found[1])), found.end()
    if found := _QUOTED.match(text, at):
        written = found[1] if found[1] is not None else found[2]
        return Key(_ESCAPE.sub(lambda escape: _unescaped(escape, at), written)), found.end()
    if found := _NAMED.match(text, at):
        return Named(found[1]), found.end()
    raise NotationError(_complaint(text, at), at)


def _unescaped(escape: re.Match[str], at: int) -> str:
    letter = escape[1]
    if len(letter) > 1:
        return chr(int(letter[1:], 16))
    if letter not in _ESCAPES:
        raise NotationError(f'"\\{letter}" means nothing in a quoted name', at)
    return _ESCAPES[letter]


def _complaint(text: str, at: int) -> str:
    if text[at] == ".":
        return "A name is expected after the dot"
    if text[at] == "[":
        return "A name, a position or * is expected between [ and ]"
    return f'"{text[at]}" cannot stand here: a dot or [ is expected'


def write(steps: Steps) -> str:
    """Write `steps` as text that `parse` reads; an item id that needs quotes comes back as a quoted name."""
    return steps.root + "".join(_written(step) for step in steps.steps)


def _written(step: Step) -> str:
    match step:
        case Key(name):
            return f".{name}" if _NAME.fullmatch(name) else f"['{_quotable(name)}']"
        case Index(number):
            return f"[{number}]"
        case Named(id_):
            return f"[{id_}]" if _is_plain_id(id_) else f"['{_quotable(id_)}']"
        case _:
            return "[*]"


def _is_plain_id(text: str) -> bool:
    return bool(_PLAIN_ID.fullmatch(text)) and not _NUMBER.fullmatch(f"[{text}]")


def _quotable(text: str) -> str:
    text = text.replace("\\", "\\\\").replace("'", "\\'")
    return re.sub(r"[\x00-\x1f\x7f\ud800-\udfff]", lambda found: f"\\u{ord(found[0]):04x}", text)


def generic(path: Path) -> Path:
    """Give `path` with every list position replaced by -1: the same for all items of a list."""
    return tuple(-1 if isinstance(step, int) else step for step in path)


def resolve(steps: Steps, data: Any, identity: Identity, base: Path = ()) -> Path | None:
    """Give the one concrete path that `steps` means in `data`, whether or not its last parts exist.

    A relative path starts at `base`. None where an item is named that is not there, or where `[*]` may mean many.
    """
    if any(isinstance(step, Each) for step in steps.steps):
        return None
    return next(expand(steps, data, identity, base), None)


def expand(steps: Steps, data: Any, identity: Identity, base: Path = ()) -> Iterator[Path]:
    """Give every concrete path that `steps` means in `data`, in the order of the file."""
    return (path for path, _ in find(steps, data, identity, base))


def find(steps: Steps, data: Any, identity: Identity, base: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Give every concrete path that `steps` means in `data`, as `expand` does, with what stands there (or None)."""
    start = base if steps.root == "@" else ()
    here = data
    for step in start:
        here = _at(here, step)
    return _find(steps.steps, here, start, identity)


def _find(steps: tuple[Step, ...], here: Any, path: Path, identity: Identity) -> Iterator[tuple[Path, Any]]:
    for number, step in enumerate(steps):
        if isinstance(step, Each):
            for position, item in enumerate(here if isinstance(here, list) else ()):
                yield from _find(steps[number + 1 :], item, (*path, position), identity)
            return
        one = _chosen(step, here, path, identity)
        if one is None:
            return
        path, here = (*path, one), _at(here, one)
    yield path, here


def _chosen(step: Key | Index | Named, here: Any, path: Path, identity: Identity) -> str | int | None:
    match step:
        case Index(number):
            named = _position(here, str(number), path, identity)
            if named is not None:
                return named
            return number if number >= 0 else _from_end(here, number)
        case Key(name):
            return _position(here, name, path, identity) if isinstance(here, list) else name
        case _:
            return step.id if isinstance(here, dict) and step.id in here else _position(here, step.id, path, identity)


def _from_end(here: Any, number: int) -> int | None:
    return len(here) + number if isinstance(here, list) and -number <= len(here) else None


def _position(here: Any, id_: str, path: Path, identity: Identity) -> int | None:
    """Give the position of the only item that `id_` identifies."""
    found = [number for number, name in enumerate(_ids(here, path, identity)) if name == id_]
    return found[0] if len(found) == 1 else None


def _ids(here: Any, path: Path, identity: Identity) -> list[str | None]:
    key = identity(generic(path)) if isinstance(here, list) else None
    if key is None:
        return []
    return [_id_text(item.get(key)) if isinstance(item, dict) else None for item in here]


def _id_text(value: Any) -> str | None:
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) and value != "" else None


def _at(here: Any, step: str | int) -> Any:
    if isinstance(step, str):
        return here.get(step) if isinstance(here, dict) else None
    return here[step] if isinstance(here, list) and 0 <= step < len(here) else None


Known = dict[Path, "tuple[list[str | None], Counter[str | None]]"]
"""What identifies the items of the lists in some data, and how often, by the path of the list."""


def show(path: Path, data: Any, identity: Identity, known: Known | None = None) -> str:
    """Write `path` for people: list items by their identity where they have one that is unique, else by position.

    A position that could be mistaken for the identity of another item (a number) is counted from the end instead. Who
    writes many paths of the same data gives a `known` to fill, so that each list is looked through only once.
    """
    written = ["$"]
    here = data
    known = {} if known is None else known
    for length, step in enumerate(path):
        written.append(_shown(step, here, path[:length], identity, known))
        here = _at(here, step)
    return "".join(written)


def _shown(step: str | int, here: Any, path: Path, identity: Identity, known: Known) -> str:
    if isinstance(step, str):
        return _written(Key(step))
    if path not in known:
        found = _ids(here, path, identity)
        known[path] = found, Counter(found)
    ids, counted = known[path]
    id_ = ids[step] if 0 <= step < len(ids) else None
    if id_ is not None and counted[id_] == 1:
        return f"[{id_}]" if _NUMBER.fullmatch(f"[{id_}]") else _written(Named(id_))
    return f"[{step - len(ids)}]" if str(step) in counted else f"[{step}]"
