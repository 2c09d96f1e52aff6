"""How the parts of a file are read: their forms, with what follows from them, worked out once for all files."""

from collections.abc import Callable, Mapping
from functools import cache, cached_property
from typing import Any

from msgspec.structs import replace

from bpogov.model.form import Form, Slot, engagement_form

_MOST_TEXTS = 1000
"""How many texts are remembered for one form or meaning: the memory of a run over many files stays bounded."""

_LONGEST = 60
"""The length of a text that is worth to be remembered: what a form asks for is shorter."""

_texts_of_meaning: dict[str, set[str]] = {}


class Plan:
    """How one part of a file is read: by its form, as a part of the field `slot`.

    The plain attributes are for what nearly every value is. `texts` are texts that stood in such a place before, in
    whatever file, and were read without a complaint: they are facts as they are. Where the part is `free`, every text
    but "unknown" is. A value of one of the classes `kinds` from `smallest` to `largest` becomes a fact by `make`.
    `group`: a group of fields is read field by field. Whatever these do not say of a value, its form does.
    """

    def __init__(self, form: Form, slot: Slot | None = None) -> None:
        self.form = form
        self.slot = slot
        self.free = form.free
        self.group = form.kind == "group"
        self.kinds, self.make = _NUMBERS.get(form.kind, (frozenset(), float))
        self.smallest, self.largest = form.smallest, form.largest
        shared = form.kind == "text" and not form.words and not form.short
        self.texts = _texts_of_meaning.setdefault(form.meaning, set()) if shared else set()

    def learn(self, text: str) -> None:
        """Remember a text that was read without a complaint, unless it is long, or a number is expected here."""
        if len(text) > _LONGEST or (self.slot is not None and self.slot.aside):
            return
        if len(self.texts) >= _MOST_TEXTS:
            self.texts.clear()
        self.texts.add(text)

    @cached_property
    def hours(self) -> bool:
        """Whether the fields say together when people work."""
        return self.group and self.form.meaning == "hours"

    @cached_property
    def takes_scalar(self) -> bool:
        """Whether one text, number or flag may stand here, be it as a short form."""
        return self.form.takes_scalar

    @cached_property
    def required(self) -> frozenset[str]:
        """The names of the fields that have to be there."""
        return frozenset(name for name, slot in self.form.fields.items() if slot.required)

    @cached_property
    def fields(self) -> "Fields":
        """The plans of the fields that an author may write, by name."""
        return Fields(self.form.fields)

    @cached_property
    def entry(self) -> "Plan":
        """The plan of the entries of a list or table; those of a table are described by the field that holds it."""
        slot = self.slot
        if slot is not None and self.form.kind == "table":
            example = next(iter(slot.example.values())) if isinstance(slot.example, dict) else None
            slot = replace(slot, example=example)
        return Plan(self.form.entry, slot)

    @cached_property
    def inner(self) -> "Plan":
        """The plan of the one field as which a text in place of the group is read."""
        short = self.form.short
        if short is None:
            raise TypeError(f"{self.form.called} has no short form")
        return Plan(self.form.fields[short.into[0]].form, self.slot)


class Fields(dict[str, Any]):
    """The plans of the fields of a group, by name, each made when it is first met; None for what is no field."""

    def __init__(self, slots: Mapping[str, Slot]) -> None:
        super().__init__()
        self._slots = slots

    def __missing__(self, name: str) -> Plan | None:
        slot = self._slots.get(name)
        if slot is None or slot.derived:
            return None
        plan = self[name] = Plan(slot.form, slot)
        return plan


_NUMBERS: dict[str, tuple[frozenset[type], Callable[[Any], Any]]] = {
    "number": (frozenset({int, float}), float),
    "count": (frozenset({int}), int),
    "flag": (frozenset({bool}), bool),
}


@cache
def engagement_plan() -> Plan:
    """Give the plan of a whole engagement file."""
    return Plan(engagement_form())
