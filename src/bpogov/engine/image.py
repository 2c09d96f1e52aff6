"""A compiled policy as plain data, and back: what a check needs of it, without reading or compiling any rule.

The data are tuples, texts, numbers and bytes. Every value stands once in a list, behind those that it consists of: the
number of its kind, then the places of its parts. Programs are bytes of the runtime, which makes them into programs when
a rule asks for them; and what a rule asks and says where it does not simply hold is a list of its own, as bytes, that
is read when it comes to that (half of the values).
"""

import marshal
from collections.abc import Callable, Iterable
from enum import Enum
from functools import partial
from typing import Any, cast

from bpogov.core.finding import Notification
from bpogov.core.gate import Gate
from bpogov.core.location import Location
from bpogov.core.position import Position, Span
from bpogov.core.report import Input
from bpogov.core.severity import Severity
from bpogov.core.status import Status, Tier
from bpogov.engine.environment import Running, running_environment
from bpogov.engine.later import Later
from bpogov.engine.program import Assertion, CompiledPolicy, CompiledRule, Detail, Iteration, Need, Program, Template
from bpogov.engine.reads import Read
from bpogov.engine.rulepath import RulePath
from bpogov.engine.runnable import Runnable
from bpogov.engine.schemacheck import Shape
from bpogov.functions.catalogue import Imported
from bpogov.functions.declare import Function
from bpogov.policy.amendment import Amendment, Scope
from bpogov.policy.facts import ParameterFacts, PartFacts, RuleFacts
from bpogov.policy.policyset import BoundRule, Ground, PolicySet
from bpogov.policy.settings import Setting, Settings
from bpogov.policy.waiverterms import WaiverTerms
from bpogov.source.notation import Each, Index, Key, Named, Steps

Entries = tuple[tuple[Any, ...], ...]
Image = tuple[tuple[str, ...], bool, tuple[tuple[Any, ...], ...], Entries]
"""The names of the variables; whether a program reads the day; the calculations that programs use (name, module,
parameters, result); every value."""


class BadImage(ValueError):
    """Data that no image is made of."""


def freeze(compiled: CompiledPolicy) -> Image:
    """The image of a compiled policy: plain data, the same for the same policy."""
    programs: list[bytes] = []
    entries = _frozen((compiled.policy, compiled.rules), programs)
    code = b"".join(programs)
    used = (one for one in compiled.environment.functions if one.name.encode() in code)
    functions = tuple((one.name, one.module, one.parameters, one.returns) for one in used)
    return compiled.environment.variables, b"today" in code, functions, entries


def thaw(image: object) -> CompiledPolicy:
    """The compiled policy of an image. Raises BadImage for anything that is none."""
    try:
        variables, dated, functions, entries = cast("Image", image)
        environment = running_environment(variables, map(_function, functions))
        policy, rules = _made(environment, entries)
        return CompiledPolicy(policy, rules, environment, dated)
    except (TypeError, ValueError, LookupError, AttributeError, RuntimeError) as error:
        raise BadImage(str(error)) from error


def _function(stored: tuple[Any, ...]) -> Function:
    name, module, parameters, returns = stored
    return Function(name, parameters, returns, Imported(name, module), module=module)


def _frozen(value: Any, programs: list[bytes]) -> Entries:
    """The entries of a value; the programs in it are added to `programs`."""
    entries: list[tuple[Any, ...]] = []
    _Freezer(entries, programs).place(value)
    return tuple(entries)


class _Freezer:
    """Gives every value its place in the list of entries; equal values share one."""

    def __init__(self, entries: list[tuple[Any, ...]], programs: list[bytes]) -> None:
        self._entries = entries
        self._programs = programs
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
            case Runnable():
                self._programs.append(value.serialized)
                return (_PROGRAM, value.serialized)
            case Later():
                return (_LATER, marshal.dumps(_frozen(value(), self._programs), _FORMAT))
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


def _made(environment: Running, entries: Entries) -> Any:
    """The value of the last entry."""
    own = (environment.stored, partial(_later, environment))
    makers: tuple[Callable[..., Any], ...] = (*_MAKERS[:_PROGRAM], *own, *_MAKERS[_LATER + 1 :])
    made: list[Any] = []
    part = made.__getitem__
    for number, *parts in entries:
        values = parts if number <= _LAST_OF_TEXT else map(part, parts)
        made.append(makers[number](*values))
    return made[-1]


def _later(environment: Running, content: bytes) -> Later:
    """What is only made of its bytes when somebody asks for it."""
    return Later(lambda: _made(environment, marshal.loads(content)))  # noqa: S302 (plain data, a part of an image)


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
    *(
        Amendment,
        Assertion,
        BoundRule,
        CompiledRule,
        Detail,
        Each,
        Gate,
        Ground,
        Index,
        Input,
        Iteration,
        Key,
        Location,
    ),
    *(Named, Need, Notification, ParameterFacts, PartFacts, PolicySet, Position, Program, Read, RuleFacts, RulePath),
    *(Scope, Setting, Settings, Shape, Span, Steps, Template, WaiverTerms),
)
_MAKERS: tuple[Callable[..., Any], ...] = (_plain, bytes, bytes, *_WORDS, _tuple, _list, _dict, _set, *_GROUPS)
"""What makes a value of its parts, by the number of its kind; the first ones, words included, take them as they are."""

_PLAIN, _PROGRAM, _LATER = range(3)
_LAST_OF_TEXT = _LATER + len(_WORDS)
_TUPLE, _LIST, _DICT, _SET = range(_LAST_OF_TEXT + 1, _LAST_OF_TEXT + 5)
_NUMBERS: dict[Any, int] = {kind: number for number, kind in enumerate(_MAKERS) if isinstance(kind, type)}

_FORMAT = 2
"""The version of `marshal`'s format that equal data always give equal bytes in."""
