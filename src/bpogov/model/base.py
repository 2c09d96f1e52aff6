"""What all sections of an engagement share: the base model, and the words in which a field says what it takes.

The pydantic models of this room are the one definition of an engagement file. They describe the long form, which is
what rules see; the markers of this module add the short forms that authors may write instead.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, model_validator
from pydantic_core import CoreSchema, core_schema


class Section(BaseModel):
    """A group of fields: a section of the file, or one entry of a list.

    `called` names one such group in messages ("a goal"); `identity` is the field by which the entries of a list of
    such groups are told apart, or empty; `meaning` is `hours` where the fields have to fit together as hours.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    called: ClassVar[str]
    identity: ClassVar[str] = ""
    meaning: ClassVar[str] = ""

    @model_validator(mode="before")
    @classmethod
    def _leave_own_fields_aside(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        return {key: value for key, value in data.items() if not str(key).startswith("x-")}


@dataclass(frozen=True, eq=False)
class _Checked(ABC):
    """A marker that pydantic asks whether a value that it has read is allowed."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.check, handler(source))

    @abstractmethod
    def check(self, value: Any) -> Any:
        """Give the value back, or raise ValueError."""


@dataclass(frozen=True, eq=False)
class Scalar(_Checked):
    """A text that has to be written in a certain form: a kind of `values.scalars`."""

    kind: str

    def check(self, value: Any) -> Any:
        """Give the text back as it was written, or raise BadValue."""
        from bpogov.values.scalars import parse

        parse(self.kind, value)
        return value


@dataclass(frozen=True, eq=False)
class Words(_Checked):
    """A text that is one of some words, each with its explanation; `open` lets authors use words of their own."""

    words: Mapping[str, str] = field(default_factory=dict)
    open: bool = False

    def check(self, value: Any) -> Any:
        """Give the word back, or raise ValueError for a word that is not in the list."""
        if not self.open and value not in self.words:
            raise ValueError(f'"{value}" is none of {", ".join(self.words)}')
        return value


@dataclass(frozen=True, eq=False)
class Between(_Checked):
    """A number with a smallest and a largest value, both allowed."""

    minimum: float | None = None
    maximum: float | None = None

    def check(self, value: Any) -> Any:
        """Give the number back, or raise ValueError for one that is out of range."""
        if (self.minimum is not None and value < self.minimum) or (self.maximum is not None and value > self.maximum):
            raise ValueError(f"{value} is not between {self.minimum} and {self.maximum}")
        return value


@dataclass(frozen=True, eq=False)
class Meaning:
    """What a text stands for where its form is free: `reference` (the id of something else in the file), `constant`."""

    name: str


@dataclass(frozen=True, eq=False)
class Or:
    """A word that may stand instead of a value, with its explanation."""

    word: str
    explanation: str


@dataclass(frozen=True, eq=False)
class OneOrMany:
    """Short form: a single entry may stand without the list around it."""


@dataclass(frozen=True, eq=False)
class Pairs:
    """Short form of a list of groups: fields `name: value`, read as the field `key` and every field of `values`."""

    key: str
    values: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class FromText:
    """Short form of a group: a text alone, read as its field `into`."""

    into: str


@dataclass(frozen=True, eq=False)
class FromWord:
    """Short form of a group: one `word` that stands for fixed fields."""

    word: str
    explanation: str
    gives: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Keys:
    """What the keys of a table stand for, in plain words."""

    explanation: str


def required(description: str, *, example: Any = None, alias: str | None = None) -> Any:
    """Declare a field that every such group needs."""
    return Field(description=description, examples=_examples(example), alias=alias)


def optional(description: str, *, example: Any = None, alias: str | None = None, filled: bool = False) -> Any:
    """Declare a field that may be left out; `filled` says that a documented default then always takes its place."""
    extra: dict[str, Any] = {"filled": True} if filled else {}
    return Field(None, description=description, examples=_examples(example), alias=alias, json_schema_extra=extra)


def derived(description: str) -> Any:
    """Declare a field that authors never write: reading the file makes it."""
    return Field(None, description=description, json_schema_extra={"derived": True})


def aside(description: str, into: str, *, example: Any = None) -> Any:
    """Declare a number in whose place a text is no structural error: the text is kept in the field `into`."""
    return Field(None, description=description, examples=_examples(example), json_schema_extra={"aside": into})


def _examples(example: Any) -> list[Any] | None:
    return None if example is None else [example]


Id = Annotated[str, Scalar("id")]
Date = Annotated[str, Scalar("date")]
Time = Annotated[str, Scalar("time")]
Duration = Annotated[str, Scalar("duration")]
Every = Annotated[str, Scalar("every")]
Cadence = Annotated[str, Scalar("cadence")]
Timezone = Annotated[str, Scalar("timezone")]
Country = Annotated[str, Scalar("country")]
Region = Annotated[str, Scalar("region")]
Currency = Annotated[str, Scalar("currency")]
Language = Annotated[str, Scalar("language")]
LanguageLevel = Annotated[str, Scalar("cefr")]
Phone = Annotated[str, Scalar("phone")]
Email = Annotated[str, Scalar("email")]
Lei = Annotated[str, Scalar("lei")]
Weekdays = Annotated[str, Scalar("weekdays")]
Period = Annotated[str, Scalar("period")]
HolidayCalendar = Annotated[str, Scalar("holiday-calendar")]
Reference = Annotated[str, Meaning("reference")]

Number = float
Amount = Annotated[float, Between(0)]
Percent = Annotated[float, Between(0, 100)]
Count = Annotated[int, Between(0)]
Rank = Annotated[int, Between(1)]
Flag = bool

NumberOrNone = Annotated[float | Literal["none"], Or("none", "There is no earlier value, because the work is new")]
