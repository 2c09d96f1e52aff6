"""Reads the plain data of a file against its form: facts in the long form, and every structural problem."""

from typing import Any, NamedTuple

from bpogov.core.location import Path
from bpogov.model import problems, wording
from bpogov.model.at import At
from bpogov.model.describe import places
from bpogov.model.form import LARGEST_NUMBER, MOST_ENTRIES, Short
from bpogov.model.plan import Plan
from bpogov.model.scalars import Refused, complaint, hours_complaint, read_scalar
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


class Gone:
    """What stands in for a value that is not among the facts: empty, unknown or broken."""


GONE = Gone()


class Walk:
    """One reading of one document.

    After `read`: the first `problems` found and how many there are (`total`), paths of the facts that are `unknown` or
    `broken`, and `moved` parts: the path in the document for each path of the facts that was written in a short form.
    """

    __slots__ = ("broken", "document", "moved", "problems", "total", "unknown")

    def __init__(self, document: Document) -> None:
        self.document = document
        self.problems: list[Problem] = []
        self.total = 0
        self.unknown: list[Path] = []
        self.broken: list[Path] = []
        self.moved: dict[Path, Path] = {}

    def read(self, plan: Plan, value: Any, at: At) -> Any:
        """Give the value as a fact, or GONE."""
        if value == "unknown" and plan.takes_scalar:
            return self._unknown(plan, at)
        match plan.form.kind:
            case "group":
                return self._group(plan, value, at)
            case "list":
                return self._list(plan, value, at)
            case "table":
                return self._table(plan, value, at)
            case _:
                return self._scalar(plan, value, at)

    def _unknown(self, plan: Plan, at: At) -> Gone:
        if plan.slot is not None and plan.slot.settled:
            message = f"{wording.field(at.origin)} is unknown, but names, status and version have to be known"
            return self._refuse(problems.NOT_KNOWN, (message, wording.advice(plan.slot, at.origin)), at)
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
        facts, origin = at.facts, at.origin
        if facts != origin:
            self.moved[facts] = origin

    def _wrong_kind(self, plan: Plan, value: Any, at: At) -> Gone:
        form, origin = plan.form, at.origin
        if value == "unknown":
            message = f"{wording.field(origin)} is unknown, but only a single value can be unknown"
            return self._refuse(
                problems.WRONG_KIND, (message, "Leave the field out until something of it is known"), at
            )
        found = wording.found(value, self._written(value, at))
        message = f"{wording.field(origin)} is {found}, but {wording.expected(form)} is expected"
        suggestion = None
        if form.kind == "list" and isinstance(value, str) and form.entry.scalar:
            suggestion = [value]
        return self._refuse(problems.WRONG_KIND, (message, wording.advice(plan.slot, origin, suggestion)), at)

    def _written(self, value: Any, at: At) -> str | None:
        return self.document.written(at.origin) if isinstance(value, int | float) else None

    def _group(self, plan: Plan, value: Any, at: At) -> Any:
        if isinstance(value, dict):
            return self._fields(plan, value, at)
        short, slot = plan.form.short, plan.slot
        if short and short.kind == "word" and value == short.word:
            for name in short.gives:
                self._remember(at.aside(name))
            return dict(short.gives)
        if short and short.kind == "text" and isinstance(value, str | int | float) and not isinstance(value, bool):
            inner = at.aside(short.into[0])
            got = self.read(plan.inner, value, inner)
            self._remember(inner)
            return {} if got is GONE else {short.into[0]: got}
        if short and short.kind == "text" and isinstance(value, bool):
            return self.read(plan.inner, value, at)
        if plan.hours and isinstance(value, str) and (bad := complaint("hours", value)):
            return self._refuse(problems.WRONG_FORM, (bad.message, wording.advice(slot, at.origin, bad.suggestion)), at)
        return self._wrong_kind(plan, value, at)

    def _fields(self, plan: Plan, value: dict[str, Any], at: At) -> dict[str, Any]:
        """Read the fields of a group.

        Nearly every value is a text or number in which nothing is wrong, and a file has a thousand of them: these take
        no call and no path (`structure` in benchmarks/stages).
        """
        facts: dict[str, Any] = {}
        plans = plan.fields
        for name, item in value.items():
            inner = plans[name]
            kind = item.__class__
            if inner is None:
                self._own_field(plan, name, item, at, facts)
            elif kind is str and (item in inner.texts or (inner.free and item != "unknown")):
                facts[name] = item
            elif kind is dict and inner.group:
                facts[name] = self._fields(inner, item, At(at, name, name))
            elif kind in inner.kinds and inner.smallest <= item <= inner.largest:
                facts[name] = inner.make(item)
            elif item is not None:
                self._field(inner, name, item, at, facts)
        if not facts.keys() >= plan.required:
            self._missing(plan, value, at)
        if plan.hours:
            self._hours(facts, at)
        return facts

    def _field(self, plan: Plan, name: str, item: Any, at: At, facts: dict[str, Any]) -> None:
        if plan.slot is not None and plan.slot.aside and isinstance(item, str) and item != "unknown":
            facts[plan.slot.aside] = item
            self.moved[(*at.facts, plan.slot.aside)] = (*at.origin, name)
            return
        got = self.read(plan, item, at.step(name))
        if got is not GONE:
            facts[name] = got

    def _own_field(self, plan: Plan, name: str, item: Any, at: At, facts: dict[str, Any]) -> None:
        if name.startswith("x-"):
            own = self._plain(item, at.step(name))
            if own is not None:
                facts[name] = own
            return
        words = wording.unknown_field(name, plan.form, places(), guess=self.total < MOST_PROBLEMS)
        here = at.step(name)
        self._note(Problem(problems.UNKNOWN_FIELD, *words, here.facts, here.origin, on_name=True))

    def _missing(self, plan: Plan, value: dict[str, Any], at: At) -> None:
        form = plan.form
        called = form.called[0].upper() + form.called[1:]
        for name, slot in form.fields.items():
            if slot.required and value.get(name) is None:
                here = at.step(name)
                words = f'{called} has no "{name}"', wording.advice(slot, here.origin)
                self._refuse(problems.MISSING, words, here)

    def _hours(self, facts: dict[str, Any], at: At) -> None:
        if not {"days", "from", "to"} <= facts.keys():
            return
        complaint = hours_complaint(facts["days"], facts["from"], facts["to"])
        if complaint:
            self._refuse(problems.WRONG_FORM, (complaint, ""), at.step("to"))
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

    def _list(self, plan: Plan, value: Any, at: At) -> Any:
        entry, short = plan.form.entry, plan.form.short
        if isinstance(value, dict) and short and short.kind == "pairs":
            return self._pairs(plan, short, value, at)
        if isinstance(value, list):
            return self._entries(plan, value, at)
        suits = entry.kind == "group" if isinstance(value, dict) else entry.takes_scalar
        if short and short.kind == "one" and suits:
            self.moved[(*at.facts, 0)] = at.origin
            got = self.read(plan.entry, value, at.aside(0))
            return ([{}] if entry.kind == "group" else GONE) if got is GONE else [got]
        return self._wrong_kind(plan, value, at)

    def _entries(self, plan: Plan, value: list[Any], at: At) -> Any:
        if self._too_many(value, at):
            return GONE
        entry = plan.entry
        got: list[Any] = []
        for number, item in enumerate(value):
            if item.__class__ is dict and entry.group:
                got.append(self._fields(entry, item, At(at, number, number)))
            elif item.__class__ is str and (item in entry.texts or (entry.free and item != "unknown")):
                got.append(item)
            else:
                got.append(self._entry(entry, item, at.step(number)))
        if entry.group:
            return [{} if item is GONE else item for item in got]
        return GONE if GONE in got else got

    def _entry(self, plan: Plan, value: Any, at: At) -> Any:
        if value is None:
            message = f"{wording.field(at.origin)} is empty"
            return self._refuse(problems.EMPTY_ENTRY, (message, "Write the entry, or delete its line"), at)
        return self.read(plan, value, at)

    def _too_many(self, value: list[Any] | dict[str, Any], at: At) -> bool:
        if len(value) <= MOST_ENTRIES:
            return False
        message = f"{wording.field(at.origin)} has {len(value)} entries, but at most {MOST_ENTRIES} are read"
        self._refuse(problems.TOO_MANY, (message, "Keep long lists in a document, and name the document here"), at)
        return True

    def _pairs(self, plan: Plan, short: Short, value: dict[str, Any], at: At) -> Any:
        if self._too_many(value, at):
            return GONE
        written = [name for name, item in value.items() if item is not None and not name.startswith("x-")]
        return [self._pair(plan, short, name, value[name], at.aside(n)) for n, name in enumerate(written)]

    def _pair(self, plan: Plan, short: Short, name: str, value: Any, at: At) -> dict[str, Any]:
        entry = at.inside(name)
        self.moved[at.facts] = entry.origin
        facts = {short.key: name}
        for number, field in enumerate(short.into):
            here = entry.aside(field)
            self._remember(here)
            if number == 0:
                got = self.read(plan.entry.fields[field], value, here)
            elif got is GONE:
                (self.unknown if value == "unknown" else self.broken).append(here.facts)
            if got is not GONE:
                facts[field] = got
        self.moved[(*at.facts, short.key)] = entry.origin
        return facts

    def _table(self, plan: Plan, value: Any, at: At) -> Any:
        if not isinstance(value, dict):
            return self._wrong_kind(plan, value, at)
        if self._too_many(value, at):
            return GONE
        facts = {}
        for name, item in value.items():
            if item is None or name.startswith("x-"):
                continue
            got = self.read(plan.entry, item, at.step(name))
            if got is not GONE:
                facts[name] = got
        return facts

    def _scalar(self, plan: Plan, value: Any, at: At) -> Any:
        kind = value.__class__
        if kind is str and (plan.free or value in plan.texts):
            return value
        if kind in plan.kinds and plan.smallest <= value <= plan.largest:
            return plan.make(value)
        got = read_scalar(plan.form, value, self._written(value, at), at.origin, plan.slot)
        if isinstance(got, Refused):
            return self._refuse(got.rule, got.words, at)
        if got is value and isinstance(value, str):
            plan.learn(value)
        return got
