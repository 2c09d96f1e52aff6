"""A compiled policy as plain data, and back: what a check needs of it, without reading or compiling any rule.

The data are tuples, texts, numbers and bytes. Every value stands once in a list, behind those that it consists of: the
number of its kind, then the places of its parts. Programs are bytes of the runtime, which makes them into programs when
a rule asks for them.
"""

from collections.abc import Callable, Iterable
from enum import Enum
from pathlib import Path
from typing import Any, cast

from bpogov.core.finding import Notification
from bpogov.core.gate import Gate
from bpogov.core.location import Location
from bpogov.core.position import Position, Span
from bpogov.core.report import Input
from bpogov.core.severity import Severity
from bpogov.core.status import Status, Tier
from bpogov.engine.environment import Running, running_environment
from bpogov.engine.program import Assertion, CompiledPolicy, CompiledRule, Iteration, Need, Program, Template
from bpogov.engine.reads import Read
from bpogov.engine.rulepath import RulePath
from bpogov.engine.runnable import Runnable
from bpogov.engine.schemacheck import Shape
from bpogov.policy.amendment import Amendment, Scope
from bpogov.policy.facts import ParameterFacts, PartFacts, RuleFacts
from bpogov.policy.policyset import BoundRule, Ground, PolicySet
from bpogov.policy.settings import Setting, Settings
from bpogov.policy.waiverterms import WaiverTerms
from bpogov.source.notation import Each, Index, Key, Named, Steps

Image = tuple[tuple[str, ...], tuple[tuple[Any, ...], ...]]
"""The names of the variables, and every value."""


class BadImage(ValueError):
    """Data that no image is made of."""


def freeze(compiled: CompiledPolicy) -> Image:
    """The image of a compiled policy: plain data, the same for the same policy."""
    entries: list[tuple[Any, ...]] = []
    _Freezer(entries).place((compiled.policy, compiled.rules))
    return compiled.environment.variables, tuple(entries)


def thaw(image: object) -> CompiledPolicy:
    """The compiled policy of an image. Raises BadImage for anything that is none."""
    try:
        variables, entries = cast("Image", image)
        environment = running_environment(variables)
        policy, rules = _made(entries, environment)
        return CompiledPolicy(policy, rules, environment)
    except (TypeError, ValueError, LookupError, AttributeError, RuntimeError) as error:
        raise BadImage(str(error)) from error


class _Freezer:
    """Gives every value its place in the list of entries; equal values share one."""

    def __init__(self, entries: list[tuple[Any, ...]]) -> None:
        self._entries = entries
        self._places: dict[Any, int] = {}

    def place(self, value: Any) -> int:
        """The place of a value."""
        entry = self._entry(value)
        key = (*entry, type(value), repr(value)) if entry[0] == _PLAIN else entry
        if key not in self._places:
            self._places[key] = len(self._entries)
            self._entries.append(entry)
        return self._places[key]

    def _entry(self, value: Any) -> tuple[Any, ...]:
        match value:
            case Enum():
                return (_NUMBERS[type(value)], value.value)
            case Path():
                return (_PATH, value.as_posix())
            case Runnable():
                return (_PROGRAM, value.serialized)
            case None | str() | bool() | int() | float():
                return (_PLAIN, value)
            case _:
                number, parts = _parts(value)
                return (number, *map(self.place, parts))


def _parts(value: Any) -> tuple[int, Iterable[Any]]:
    """The number of the kind of a value, and what the value consists of."""
    match value:
        case tuple():
            return _TUPLE, value
        case list():
            return _LIST, value
        case dict():
            return _DICT, (part for pair in value.items() for part in pair)
        case frozenset():
            return _SET, sorted(value, key=repr)
        case _:
            return _NUMBERS[type(value)], (getattr(value, name) for name in value.__struct_fields__)


def _made(entries: Iterable[tuple[Any, ...]], environment: Running) -> Any:
    """The value of the last entry."""
    made: list[Any] = []
    part = made.__getitem__
    stored = environment.stored
    for number, *parts in entries:
        if number == _PROGRAM:
            value = stored(*parts)
        elif number <= _LAST_OF_TEXT:
            value = _MAKERS[number](*parts)
        else:
            value = _MAKERS[number](*map(part, parts))
        made.append(value)
    return made[-1]


def _plain(value: Any) -> Any:
    return value


def _tuple(*parts: Any) -> tuple[Any, ...]:
    return parts


def _list(*parts: Any) -> list[Any]:
    return [*parts]


def _dict(*parts: Any) -> dict[Any, Any]:
    return dict(zip(parts[::2], parts[1::2], strict=True))


def _set(*parts: Any) -> frozenset[Any]:
    return frozenset(parts)


_WORDS = (Severity, Status, Tier)
_GROUPS = (
    *(Amendment, Assertion, BoundRule, CompiledRule, Each, Gate, Ground, Index, Input, Iteration, Key, Location),
    *(Named, Need, Notification, ParameterFacts, PartFacts, PolicySet, Position, Program, Read, RuleFacts, RulePath),
    *(Scope, Setting, Settings, Shape, Span, Steps, Template, WaiverTerms),
)
_MAKERS: tuple[Callable[..., Any], ...] = (_plain, Path, bytes, *_WORDS, _tuple, _list, _dict, _set, *_GROUPS)
"""What makes a value of its parts, by the number of its kind; the first ones, words included, take them as they are."""

_PLAIN, _PATH, _PROGRAM = range(3)
_LAST_OF_TEXT = _PROGRAM + len(_WORDS)
_TUPLE, _LIST, _DICT, _SET = range(_LAST_OF_TEXT + 1, _LAST_OF_TEXT + 5)
_NUMBERS: dict[Any, int] = {kind: number for number, kind in enumerate(_MAKERS) if isinstance(kind, type)}
