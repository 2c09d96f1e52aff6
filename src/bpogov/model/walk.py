"""Reads the plain data of a file against its form: facts in the long form, and every structural problem."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from msgspec.structs import replace

from bpogov.core.location import Path, Step
from bpogov.model import problems, wording
from bpogov.model.form import LARGEST_NUMBER, MOST_ENTRIES, Form, Slot
from bpogov.model.scalars import Refused, complaint, read_scalar
from bpogov.source.document import Document

MOST_PROBLEMS = 100
"""How many problems of a file are told: a hostile file has thousands."""


class Problem(NamedTuple):
    """A structural problem: where it is in the facts and in the document, and whether its field name is meant."""

    rule: str
    message: str
    help: str
    path: Path
    origin: Path
    on_name: bool = False


class At(NamedTuple):
    """Where a value is: in the facts, and in the document."""

    facts: Path
    origin: Path

    def step(self, step: Step) -> "At":
        """One step further in, in both."""
        return At((*self.facts, step), (*self.origin, step))

    def aside(self, step: Step) -> "At":
        """One step further in the facts only: a short form says it in one place."""
        return At((*self.facts, step), self.origin)


class Gone:
    """What stands in for a value that is not among the facts: empty, unknown or broken."""


GONE = Gone()


class Walk:
    """One reading of one document.

    After `read`: the first `problems` found and how many there are (`total`), paths of the facts that are `unknown` or
    `broken`, and `moved` parts: the path in the document for each path of the facts that was written in a short form.
    """

    __slots__ = ("_places", "broken", "document", "moved", "problems", "total", "unknown")

    def __init__(self, document: Document, places: Mapping[str, list[str]]) -> None:
        self.document = document
        self.problems: list[Problem] = []
        self.total = 0
        self.unknown: list[Path] = []
        self.broken: list[Path] = []
        self.moved: dict[Path, Path] = {}
        self._places = places

    def read(self, form: Form, value: Any, at: At, slot: Slot | None = None) -> Any:
        """Give the value as a fact, or GONE; `slot` is the field that the value belongs to."""
        if value == "unknown" and form.takes_scalar:
            return self._unknown(at, slot)
        match form.kind:
            case "group":
                return self._group(form, value, at, slot)
            case "list":
                return self._list(form, value, at, slot)
            case "table":
                return self._table(form, value, at, slot)
            case _:
                return self._scalar(form, value, at, slot)

    def _unknown(self, at: At, slot: Slot | None) -> Gone:
        if slot is not None and slot.settled:
            message = f"{wording.field(at.origin)} is unknown, but names, status and version have to be known"
            return self._refuse(problems.NOT_KNOWN, (message, wording.advice(slot, at.origin)), at)
        self.unknown.append(at.facts)
        self._remember(at)
        return GONE

    def _refuse(self, rule: str, words: tuple[str, str], at: At) -> Gone:
        self._note(Problem(rule, *words, at.facts, at.origin))
        self.broken.append(at.facts)
        self._remember(at)
        return GONE

    def _note(self, problem: Problem) -> None:
        self.total += 1
        if self.total <= MOST_PROBLEMS:
            self.problems.append(problem)

    def _remember(self, at: At) -> None:
        if at.facts != at.origin:
            self.moved[at.facts] = at.origin

    def _wrong_kind(self, form: Form, value: Any, at: At, slot: Slot | None) -> Gone:
        if value == "unknown":
            message = f"{wording.field(at.origin)} is unknown, but only a single value can be unknown"
            return self._refuse(
                problems.WRONG_KIND, (message, "Leave the field out until something of it is known"), at
            )
        found = wording.found(value, self._written(value, at))
        message = f"{wording.field(at.origin)} is {found}, but {wording.expected(form)} is expected"
        suggestion = None
        if form.kind == "list" and isinstance(value, str) and form.entry.scalar:
            suggestion = [value]
        return self._refuse(problems.WRONG_KIND, (message, wording.advice(slot, at.origin, suggestion)), at)

    def _written(self, value: Any, at: At) -> str | None:
        return self.document.written(at.origin) if isinstance(value, int | float) else None

    def _group(self, form: Form, value: Any, at: At, slot: Slot | None) -> Any:
        if isinstance(value, dict):
            return self._fields(form, value, at)
        short = form.short
        if short and short.kind == "word" and value == short.word:
            for name in short.gives:
                self._remember(at.aside(name))
            return dict(short.gives)
        if short and short.kind == "text" and isinstance(value, str | int | float) and not isinstance(value, bool):
            inner = at.aside(short.into[0])
            got = self.read(form.fields[short.into[0]].form, value, inner, slot)
            self._remember(inner)
            return {} if got is GONE else {short.into[0]: got}
        if short and short.kind == "text" and isinstance(value, bool):
            return self.read(form.fields[short.into[0]].form, value, at, slot)
        if form.meaning == "hours" and isinstance(value, str) and (bad := complaint("hours", value)):
            return self._refuse(problems.WRONG_FORM, (bad.message, wording.advice(slot, at.origin, bad.suggestion)), at)
        return self._wrong_kind(form, value, at, slot)

    def _fields(self, form: Form, value: dict[str, Any], at: At) -> dict[str, Any]:
        facts: dict[str, Any] = {}
        for name, item in value.items():
            slot = form.fields.get(name)
            if slot is None or slot.derived:
                self._own_field(form, name, item, at, facts)
            elif slot.aside and isinstance(item, str) and item != "unknown":
                facts[slot.aside] = item
                self.moved[(*at.facts, slot.aside)] = (*at.origin, name)
            elif item is not None:
                got = self.read(slot.form, item, at.step(name), slot)
                if got is not GONE:
                    facts[name] = got
        for name, slot in form.fields.items():
            if slot.required and value.get(name) is None:
                self._missing(form, name, slot, at)
        if form.meaning == "hours":
            self._hours(facts, at)
        return facts

    def _own_field(self, form: Form, name: str, item: Any, at: At, facts: dict[str, Any]) -> None:
        if name.startswith("x-"):
            own = self._plain(item, at.step(name))
            if own is not None:
                facts[name] = own
            return
        words = wording.unknown_field(name, form, self._places, guess=self.total < MOST_PROBLEMS)
        here = at.step(name)
        self._note(Problem(problems.UNKNOWN_FIELD, *words, here.facts, here.origin, on_name=True))

    def _missing(self, form: Form, name: str, slot: Slot, at: At) -> None:
        called = form.called[0].upper() + form.called[1:]
        message = f'{called} has no "{name}"'
        here = at.step(name)
        self._refuse(problems.MISSING, (message, wording.advice(slot, here.origin)), here)

    def _hours(self, facts: dict[str, Any], at: At) -> None:
        from bpogov.values import hours
        from bpogov.values.errors import BadValue

        if not {"days", "from", "to"} <= facts.keys():
            return
        try:
            hours.of(facts["days"], facts["from"], facts["to"])
        except BadValue as bad:
            self._refuse(problems.WRONG_FORM, (bad.message, ""), at.step("to"))
            del facts["to"]

    def _plain(self, value: Any, at: At) -> Any:
        """Give a part of the author's own without what is empty; whole numbers that no reader takes become text."""
        if isinstance(value, dict):
            inner = {name: self._plain(item, at.step(name)) for name, item in value.items()}
            return {name: item for name, item in inner.items() if item is not None}
        if isinstance(value, list):
            items = [self._plain(item, at.step(number)) for number, item in enumerate(value)]
            return [item for item in items if item is not None]
        too_large = isinstance(value, int | float) and not abs(value) <= LARGEST_NUMBER
        return self._written(value, at) if too_large else value

    def _list(self, form: Form, value: Any, at: At, slot: Slot | None) -> Any:
        entry, short = form.entry, form.short
        if isinstance(value, dict) and short and short.kind == "pairs":
            return self._pairs(form, value, at)
        if isinstance(value, list):
            return self._entries(form, value, at, slot)
        suits = entry.kind == "group" if isinstance(value, dict) else entry.takes_scalar
        if short and short.kind == "one" and suits:
            self.moved[(*at.facts, 0)] = at.origin
            got = self.read(entry, value, at.aside(0), slot)
            return ([{}] if entry.kind == "group" else GONE) if got is GONE else [got]
        return self._wrong_kind(form, value, at, slot)

    def _entries(self, form: Form, value: list[Any], at: At, slot: Slot | None) -> Any:
        if self._too_many(value, at):
            return GONE
        got = [self._entry(form.entry, item, at.step(number), slot) for number, item in enumerate(value)]
        if form.entry.kind == "group":
            return [{} if item is GONE else item for item in got]
        return GONE if GONE in got else got

    def _entry(self, form: Form, value: Any, at: At, slot: Slot | None) -> Any:
        if value is None:
            message = f"{wording.field(at.origin)} is empty"
            return self._refuse(problems.EMPTY_ENTRY, (message, "Write the entry, or delete its line"), at)
        return self.read(form, value, at, slot)

    def _too_many(self, value: list[Any] | dict[str, Any], at: At) -> bool:
        if len(value) <= MOST_ENTRIES:
            return False
        message = f"{wording.field(at.origin)} has {len(value)} entries, but at most {MOST_ENTRIES} are read"
        self._refuse(problems.TOO_MANY, (message, "Keep long lists in a document, and name the document here"), at)
        return True

    def _pairs(self, form: Form, value: dict[str, Any], at: At) -> Any:
        if self._too_many(value, at) or form.short is None:
            return GONE
        written = [name for name, item in value.items() if item is not None and not name.startswith("x-")]
        return [self._pair(form, name, value[name], At((*at.facts, n), at.origin)) for n, name in enumerate(written)]

    def _pair(self, form: Form, name: str, value: Any, at: At) -> dict[str, Any]:
        key, into = (form.short.key, form.short.into) if form.short else ("", ())
        origin = (*at.origin, name)
        self.moved[at.facts] = origin
        facts = {key: name}
        for number, field in enumerate(into):
            here = At((*at.facts, field), origin)
            self._remember(here)
            if number == 0:
                got = self.read(form.entry.fields[field].form, value, here, form.entry.fields[field])
            elif got is GONE:
                (self.unknown if value == "unknown" else self.broken).append(here.facts)
            if got is not GONE:
                facts[field] = got
        self.moved[(*at.facts, key)] = origin
        return facts

    def _table(self, form: Form, value: Any, at: At, slot: Slot | None) -> Any:
        if not isinstance(value, dict):
            return self._wrong_kind(form, value, at, slot)
        if self._too_many(value, at):
            return GONE
        facts = {}
        entry = _entry_of(slot)
        for name, item in value.items():
            if item is None or name.startswith("x-"):
                continue
            got = self.read(form.entry, item, at.step(name), entry)
            if got is not GONE:
                facts[name] = got
        return facts

    def _scalar(self, form: Form, value: Any, at: At, slot: Slot | None) -> Any:
        got = read_scalar(form, value, self._written(value, at), at.origin, slot)
        return self._refuse(got.rule, got.words, at) if isinstance(got, Refused) else got


def _entry_of(slot: Slot | None) -> Slot | None:
    """Describe one entry of a table by the field that holds the table."""
    if slot is None:
        return None
    example = next(iter(slot.example.values())) if isinstance(slot.example, dict) else None
    return replace(slot, example=example)
