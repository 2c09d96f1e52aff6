"""A program of the runtime, made when it is first asked for: most of those that make messages never are."""

from typing import Any

from bpogov.engine.later import Later


class Runnable:
    """An expression as bytes, which the runtime gave, and once it was asked for as what the runtime evaluates."""

    __slots__ = ("_environment", "_expression", "serialized")

    def __init__(self, environment: Later, serialized: bytes) -> None:
        self.serialized = serialized
        self._environment = environment
        self._expression: Any = None

    def eval(self, activation: Any) -> Any:
        """The value of the program. Raises RuntimeError where the runtime refuses the bytes, or its budget is spent."""
        if self._expression is None:
            self._expression = self._environment().deserialize(self.serialized)
        return self._expression.eval(activation)
