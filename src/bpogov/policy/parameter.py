"""A number or word of a rule that an organisation can set."""

from collections.abc import Callable
from typing import Any, Literal

from pydantic import Field, model_validator

from bpogov.policy.base import Part, Text
from bpogov.policy.facts import ParameterFacts
from bpogov.policy.wording import shown
from bpogov.values.errors import BadValue

Simple = Literal["number", "integer", "string", "boolean", "duration"]
Inner = Literal["number", "integer", "string", "boolean", "duration", "list"]
Scalar = str | int | float | bool

_NAMES = {
    "number": "a number",
    "integer": "a whole number",
    "string": "a text",
    "boolean": "true or false",
    "duration": "a duration such as P14D or 14 days",
    "list": "a list",
    "map": "a group of names with values",
}


class Parameter(Part):
    """The declaration of a parameter: its type, its limits, its default and what it means."""

    type: Literal["number", "integer", "string", "boolean", "duration", "list", "map"] = Field(
        description="What kind of value it is"
    )
    items: Simple | None = Field(default=None, description="What a list holds")
    values: Inner | None = Field(default=None, description="What a map holds; list: lists of text")
    default: Any = Field(description="The value where nobody sets another")
    minimum: float | None = None
    maximum: float | None = None
    choices: tuple[Scalar, ...] = Field(default=(), description="The allowed values, or allowed items of a list")
    description: Text = Field(description="What the value means, for those who set it")

    @model_validator(mode="after")
    def _sound(self) -> "Parameter":
        if self.type == "list" and self.items is None:
            raise ValueError("a list parameter says items: what it holds")
        if self.type == "map" and self.values is None:
            raise ValueError("a map parameter says values: what it holds")
        complaint = self.complaint(self.default)
        if complaint:
            raise ValueError(f"the default does not fit: {complaint}")
        return self

    def complaint(self, value: object) -> str:
        """Why a value does not fit this parameter, as the rest of a sentence; empty where it fits."""
        return self._check(self.type, value)

    @property
    def facts(self) -> ParameterFacts:
        """What a run knows of the parameter."""
        return ParameterFacts(self.type, self.items or self.values, self.default)

    def _check(self, kind: str, value: object) -> str:
        if not _FITS[kind](value):
            return f"expected {_NAMES[kind]}, but found {shown(value)}"
        match value:
            case list():
                return next(filter(None, (self._check(self.items or "string", item) for item in value)), "")
            case dict():
                return next(filter(None, (self._inside_map(item) for item in value.values())), "")
            case _:
                return self._limits(kind, value)

    def _inside_map(self, value: object) -> str:
        if self.values == "list":
            texts = isinstance(value, list) and all(isinstance(item, str) for item in value)
            return "" if texts else f"expected a list of texts, but found {shown(value)}"
        return self._check(self.values or "string", value)

    def _limits(self, kind: str, value: Any) -> str:
        if self.choices and value not in self.choices:
            return f"expected one of {', '.join(map(str, self.choices))}, but found {shown(value)}"
        if kind in ("number", "integer"):
            if self.minimum is not None and value < self.minimum:
                return f"expected at least {self.minimum:g}, but found {shown(value)}"
            if self.maximum is not None and value > self.maximum:
                return f"expected at most {self.maximum:g}, but found {shown(value)}"
        if kind == "duration":
            return _duration_complaint(value)
        return ""


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


_FITS: dict[str, Callable[[object], bool]] = {
    "number": _is_number,
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "duration": lambda value: isinstance(value, str),
    "list": lambda value: isinstance(value, list),
    "map": lambda value: isinstance(value, dict),
}


def _duration_complaint(value: str) -> str:
    from bpogov.values import duration

    try:
        duration.parse(value)
    except BadValue as bad:
        return str(bad)
    return ""
