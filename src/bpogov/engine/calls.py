"""Calls from expressions to calculations: what each gave is remembered while one engagement is looked at.

Several assertions, messages and rules ask for the same calculation; and to hand over a whole engagement, the runtime
would copy it, which costs more than most calculations do (`benchmarks/stages`). So a reference goes through the
runtime, and the calculation gets the facts themselves.
"""

import marshal
from collections.abc import Callable
from typing import Any


def guarded(calculate: Callable[..., Any]) -> Callable[..., Any]:
    """A calculation as the runtime calls it: whatever it raises becomes a ValueError.

    The runtime makes that an error value, which is never a pass.
    """

    def call(*arguments: Any) -> Any:
        try:
            return calculate(*arguments)
        except ValueError:
            raise
        except Exception as defect:
            raise ValueError(f"defect in the calculation: {type(defect).__name__}: {defect}") from defect

    return call


class Calls:
    """Calls the calculations of one environment, for one engagement after the other."""

    def __init__(self) -> None:
        self._facts: Any = None
        self._number = 0
        self._known: dict[bytes, Any] = {}
        self._size = 0

    def begin(self, facts: Any) -> tuple[Any, dict[str, Any]]:
        """Forget everything that was remembered, and take the facts of the next engagement.

        Gives a reference to them, and one to each of their sections that has parts, by its name.
        """
        self._facts = facts
        self._number += 1
        self._known = {}
        self._size = 0
        return {_REFERENCE: self._number}, {name: self._section(name, value) for name, value in facts.items()}

    def _section(self, name: str, value: Any) -> Any:
        """A reference of the type that the section has, because the runtime tells calculations apart by types."""
        if isinstance(value, dict):
            return {_REFERENCE: self._number, _SECTION: name}
        return [_REFERENCE, self._number, name] if isinstance(value, list) else value

    def remembered(self, name: str, calculate: Callable[..., Any]) -> Callable[..., Any]:
        """A guarded calculation that is asked once for the same arguments; `name` is its own in the environment.

        Calculations depend on nothing but their arguments, so these are the key to what is remembered: all of them,
        with their types, and for the facts the number of the engagement.
        """
        ask = guarded(calculate)

        def call(*arguments: Any) -> Any:
            try:
                key = marshal.dumps((name, arguments), _WITHOUT_SHARING)
            except ValueError:  # a value of a type that only the runtime has, or nested very deeply
                return ask(*map(self._resolved, arguments))
            if key not in self._known:
                result = ask(*map(self._resolved, arguments))
                if not self._has_room(key, result):
                    return result
                self._known[key] = result
            return self._known[key]

        return call

    def _resolved(self, argument: Any) -> Any:
        """The facts for a reference to them, anything else as it is. Raises ValueError for an outdated reference."""
        if type(argument) is dict and _REFERENCE in argument:
            number, section = argument[_REFERENCE], argument.get(_SECTION)
        elif type(argument) is list and argument[:1] == [_REFERENCE]:
            _, number, section = argument
        else:
            return argument
        if number != self._number:
            raise ValueError("the calculation is asked about an engagement that is not looked at")
        return self._facts if section is None else self._facts[section]

    def _has_room(self, key: bytes, result: Any) -> bool:
        """Whether a result may be remembered too; hostile files have thousands of items that all ask for much."""
        try:
            self._size += len(key) + len(marshal.dumps(result, _WITHOUT_SHARING))
        except ValueError:
            return False
        return self._size <= _MOST_BYTES


_REFERENCE = "\x01engagement"
"""What marks a reference; no file can hold such a text, because control characters are refused."""

_SECTION = "\x01section"

_WITHOUT_SHARING = 2
"""The version of the format in which equal values are always equal bytes, whether or not parts of them are shared."""

_MOST_BYTES = 4 * 1024 * 1024
