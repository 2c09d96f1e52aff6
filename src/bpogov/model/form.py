"""What an engagement file may look like, as plain data: the definition without the library that it is written in.

A `Form` says what one value may be, the short forms included. `engagement_form()` gives the whole tree. It is read from
`definition.json`, which is made from the pydantic models (see `reading`), because a check of a file must not wait for
pydantic.
"""

import os
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal

import msgspec
from msgspec import Struct, field

Kind = Literal["group", "list", "table", "text", "number", "count", "flag"]

MOST_ENTRIES = 200
"""How many entries a list or table may have: rules that compare entries with each other have to come to an end."""

DEFINITION = os.path.join(os.path.dirname(__file__), "definition.json")
"""The file with the form of a whole engagement file, without what is as usual."""

LARGEST_NUMBER = 1e15
"""The largest number that every reader of a file still takes for the same number."""

_FREE = frozenset({"", "reference"})


class Short(Struct, frozen=True, omit_defaults=True):
    """A short form.

    `one`: a single entry without the list around it. `pairs`: a list written as fields `name: value`, read as the
    field `key` and each field of `into`. `text`: a group written as one text, read as the field `into[0]`. `word`: a
    group written as `word`, read as the fixed fields `gives`; or a word that may stand instead of a value.
    """

    kind: Literal["one", "pairs", "text", "word"]
    key: str = ""
    into: tuple[str, ...] = ()
    word: str = ""
    explanation: str = ""
    gives: Mapping[str, str] = field(default_factory=dict)


class Form(Struct, frozen=True, omit_defaults=True):
    """What one value may be.

    `called` names a group in messages ("a goal"), `name` in the JSON Schema ("Goal"); `fields` are those of a group;
    `item` is the form of the entries of a list or table, `keys` says what the keys of a table are; `identity` is the
    field by which the groups of a list are told apart; `meaning` is the kind of text (a kind of `values.scalars`,
    `reference`, `constant` or empty for free text), or `hours` for a group of hours; `words` are the known words of a
    text with their explanations, and `open` says that there may be others.
    """

    kind: Kind
    called: str = ""
    name: str = ""
    description: str = ""
    fields: "Mapping[str, Slot]" = field(default_factory=dict)
    item: "Form | None" = None
    keys: str = ""
    identity: str = ""
    meaning: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    open: bool = False
    minimum: int | float | None = None  # a bound of 0 shall be 0 in the JSON Schema, and not 0.0
    maximum: int | float | None = None
    short: Short | None = None

    @property
    def scalar(self) -> bool:
        """Whether the value is written in one place, as text, number or flag."""
        return self.kind in {"text", "number", "count", "flag"}

    @property
    def free(self) -> bool:
        """Whether any text may stand here."""
        return self.kind == "text" and self.meaning in _FREE and (self.open or not self.words)

    @property
    def smallest(self) -> float:
        """The smallest number that may stand here."""
        return -LARGEST_NUMBER if self.minimum is None else self.minimum

    @property
    def largest(self) -> float:
        """The largest number that may stand here."""
        return LARGEST_NUMBER if self.maximum is None else self.maximum

    @property
    def takes_scalar(self) -> bool:
        """Whether one text, number or flag may stand here, be it as a short form."""
        if self.scalar:
            return True
        if self.short is None or self.short.kind == "pairs":
            return False
        return self.short.kind != "one" or (self.item is not None and self.item.takes_scalar)

    @property
    def entry(self) -> "Form":
        """The form of the entries of a list or table."""
        if self.item is None:
            raise TypeError(f"a {self.kind} has no entries")
        return self.item


class Slot(Struct, frozen=True, omit_defaults=True):
    """One field of a group.

    `required`: it has to be there. `filled`: a documented default always takes its place. `derived`: reading makes it,
    authors never write it. `settled`: it may not be `unknown`. `aside`: the field that keeps a text written instead of
    a number.
    """

    form: Form
    description: str
    example: Any = None
    required: bool = False
    filled: bool = False
    derived: bool = False
    settled: bool = False
    aside: str = ""


@cache
def engagement_form() -> Form:
    """Give the form of a whole engagement file."""
    with open(DEFINITION, "rb") as file:
        return msgspec.json.decode(file.read(), type=Form)
