"""A program of the runtime, made when it is first asked for: most of those that make messages never are."""

from typing import Any


class Runnable:
    """An expression as bytes, which the runtime made of it, and as what the runtime evaluates."""

    __slots__ = ("_environment", "_expression", "_serialized")

    def __init__(self, environment: Any, serialized: bytes, expression: Any = None) -> None:
        self._environment = environment
        self._serialized = serialized
        self._expression = expression

    @property
    def serialized(self) -> bytes:
        """What an environment with the same names and functions makes the same program of."""
        return self._serialized or bytes(self._expression.serialize())

    def eval(self, activation: Any) -> Any:
        """The value of the program. Raises RuntimeError where the runtime refuses the bytes, or its budget is spent."""
        if self._expression is None:
            self._expression = self._environment.deserialize(self._serialized)
        return self._expression.eval(activation)
