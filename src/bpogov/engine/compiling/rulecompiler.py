"""Checking and compiling one rule: names and types first, then what may be absent, then the programs."""

from typing import Any

from msgspec import Struct

from bpogov.engine import message as messages
from bpogov.engine.compiling.compose import Composer, RefusedError
from bpogov.engine.compiling.descriptors import Descriptors
from bpogov.engine.compiling.expression import Checker, Expression, Place
from bpogov.engine.compiling.guards import Analysis
from bpogov.engine.compiling.lengths import Budget
from bpogov.engine.compiling.paths import CheckedPath, PathError, check, relative
from bpogov.engine.compiling.value import NOTHING, Facts, Findings, Mistake, Value
from bpogov.engine.later import Later
from bpogov.engine.program import Assertion, CompiledRule, Detail, Iteration, Need, Program, Template
from bpogov.engine.reads import Read
from bpogov.engine.schemacheck import SchemaError, compile_schema
from bpogov.functions.catalogue import catalogue
from bpogov.model.shape import Node
from bpogov.policy.authored import AuthoredRule
from bpogov.policy.rule import Assertion as AssertionFile


class Analysed(Struct, frozen=True):
    """What the static analysis says of an expression: reads, value, and what is sure where it is true or false."""

    checked: Expression
    reads: frozenset[Read]
    value: Value
    true: Facts
    false: Facts


class Desk(Struct, frozen=True):
    """What compiling rules needs: the engagement as shape and as types, and the two environments."""

    shape: Node
    descriptors: Descriptors
    fields: dict[str, tuple[str, ...]]
    checking: Any
    running: Any


class RuleCompiler:
    """Compiles one rule; what is wrong with it is collected in `mistakes`."""

    def __init__(self, bound: AuthoredRule, desk: Desk) -> None:
        self.mistakes: list[Mistake] = []
        self._bound = bound
        self._form = bound.rule.form
        self._desk = desk
        self._item: CheckedPath | None = None
        self._names: dict[str, Any] = {}
        self._where: Expression | None = None
        self._asserted: list[Expression] = []
        self._facts: Facts = NOTHING
        parameters = desk.descriptors.parameter_node(bound.id)
        self._budget = Budget(desk.shape, parameters, bound.parameters.values())
        self._composer = Composer(self._form.id, self._form.item, desk.running)
        self._checker = Checker(desk.checking, desk.fields, self._known_names())

    def _known_names(self) -> tuple[str, ...]:
        form = self._form
        own = ("engagement", "params", "today", *form.let, *([form.item] if form.item else []))
        return (*own, *catalogue())

    def compile(self) -> CompiledRule | None:
        """The compiled rule, or None where there are mistakes."""
        self._declare_names()
        form = self._form
        when = self._condition(form.when, ("when",))
        needs = self._needs("$")
        where = self._condition(form.where, ("where",))
        needs += self._needs("@")
        item = self._item.bare if self._item else None
        iteration = Iteration(item, form.item or "", where, form.on_empty or "") if item else None
        assertions = tuple(self._assertion(number, part) for number, part in enumerate(form.assertions))
        violations = self._findings(form.violations, ("violations",)) if form.violations is not None else None
        help_ = self._template(form.help, ("help",)) if form.help else Template(form.remediation, (), ())
        at = self._path(form.at, ("at",)) if form.at and not form.assertions else None
        message = self._template(form.message, ("message",)) if form.message and not form.assertions else None
        shape = self._schema()
        self._check_unused()
        if self.mistakes or any(part is None for part in (*needs, *assertions)):
            return None
        detail = Detail(help_, tuple(part for part in assertions if part), message)
        return CompiledRule(
            bound=self._bound.bare,
            detail=Later(lambda: detail),
            asserted=detail.statuses,
            when=when,
            needs=tuple(need for need in needs if need),
            iteration=iteration,
            batch=self._batch(detail.assertions, where),
            violations=violations,
            shape=shape,
            at=at.bare if at else None,
            parameters=self._bound.parameters,
        )

    def _batch(self, assertions: tuple[Assertion, ...], where: Program | None) -> Program | None:
        if not assertions:
            return None
        run = self._composer.batch(self._item, self._where, tuple(self._asserted))
        parts = [part.that for part in assertions] + ([where] if where else [])
        reads = frozenset(read for part in parts for read in part.reads)
        return Program(assertions[0].that.text, run, reads) if run is not None else None

    # names

    def _declare_names(self) -> None:
        form = self._form
        self._names = {
            "engagement": Value(self._desk.shape, "engagement", ()),
            "params": Value(self._desk.descriptors.parameter_node(form.id), "params"),
            "today": Value(Node("text", meaning="date")),
        }
        if form.for_each and form.item:
            self._item = self._path(form.for_each, ("for_each",), several=True)
            if self._item is not None:
                self._names[form.item] = Value(self._item.node, "@item", relative((), self._item.pattern))
                self._budget.items(form.item, self._item.node, self._item.pattern)
        for name, text in form.let.items():
            checked = self._check(text, ("let", name))
            self._composer.lets[name] = checked
            if checked is not None:
                self._names[name] = checked.source
                self._budget.declare(name, checked.source)

    def _item_expression(self) -> str | None:
        """An expression of the type of the item, for the checker."""
        if self._form.item is None:
            return None
        if self._item is None:
            return "dyn(0)"
        return self._item.sample

    # parts of a rule

    def _check(self, text: str, place: Place, start: int = 0) -> Expression | None:
        frame = self._composer.frame(text, self._item_expression())
        checked = self._checker.check(text, frame, place, start)
        if not isinstance(checked, Expression):
            self._add(checked)
            self._composer.mention(text)
            return None
        if "violation" in checked.names and "violation" not in self._names:
            message = '"violation" is only there in the message and help of a rule with violations'
            self.mistakes.append(Mistake(place, start, "unknown-name", message))
            return None
        return checked

    def _add(self, mistakes: list[Mistake]) -> None:
        """Note mistakes; an expression that several parts of the rule read is not told twice."""
        self.mistakes += [mistake for mistake in dict.fromkeys(mistakes) if mistake not in self.mistakes]

    def _analyse(self, checked: Expression, facts: Facts) -> Analysed:
        found = Findings()
        value, true, false = Analysis(checked.source, self._names, found).run(facts)
        lets = self._composer.lets.values()
        once = {let.place for let in lets if let and self._form.item not in self._composer.closure(let)}
        for mistake in (*found.mistakes.values(), *self._budget.spend(checked.source, once)):
            owner = self._composer.lets.get(str(mistake.part[-1])) if mistake.part[:1] == ("let",) else checked
            offset = (owner or checked).authored(mistake.offset)
            self._add([Mistake(mistake.part, offset, mistake.code, mistake.message, mistake.help)])
        return Analysed(checked, frozenset(found.reads), value, true, false)

    def _program(
        self, text: str, place: Place, *, truth: bool, start: int = 0, sure: Facts = NOTHING
    ) -> tuple[Program, Analysed] | None:
        checked = self._check(text, place, start)
        if checked is None:
            return None
        kind = checked.type.name()
        if truth and kind not in ("BOOL", "DYN"):
            message = "this expression has to be true or false, but it is something else"
            self.mistakes.append(
                Mistake(place, start, "wrong-type", message, "compare it with something, or use has()")
            )
            return None
        analysed = self._analyse(checked, self._facts | sure)
        return Program(text, self._runnable(checked), analysed.reads), analysed

    def _runnable(self, checked: Expression) -> Any:
        try:
            return self._composer.compile(checked)
        except RefusedError as error:
            self._add(self._checker.refused(error.expression, error.text, str(error)))
            return None

    def _condition(self, text: str | None, place: Place) -> Program | None:
        """`when` and `where`: what they say is sure for everything after them."""
        if text is None:
            return None
        done = self._program(text, place, truth=True)
        if done is None:
            return None
        if place == ("where",):
            self._where = done[1].checked
        elif self._form.item in self._composer.closure(done[1].checked):
            message = f'when is asked before there is any item, so it cannot read "{self._form.item}"'
            self.mistakes.append(Mistake(place, 0, "no-item-yet", message, "write the condition on items under where"))
        self._facts |= done[1].true
        return done[0]

    def _needs(self, root: str) -> tuple[Need | None, ...]:
        """The parts that must be there, those of the engagement (`$`) or of the item (`@`).

        A message is only made where something is missing, so it cannot build on any of them.
        """
        numbers = [number for number, need in enumerate(self._form.needs) if need.at.startswith(root)]
        paths = [self._path(self._form.needs[number].at, self._place_of(number), several=True) for number in numbers]
        needs = [self._need(number, path) for number, path in zip(numbers, paths, strict=True)]
        for path in paths:
            if path is not None:
                self._facts |= path.facts("@item" if path.relative else "engagement")
        if root == "$" and self._item is not None:
            self._facts |= self._item.facts_of_items("engagement")
        return tuple(needs)

    def _need(self, number: int, at: CheckedPath | None) -> Need | None:
        message = self._form.needs[number].message
        if at is None:
            return None
        return Need(at.bare, self._template(message, ("needs", number, "message")) if message else None)

    def _place_of(self, number: int) -> Place:
        """The place of a need in the file: the short form is a text without `at`."""
        place = ("needs", number, "at")
        return place if self._bound.rule.document.span(place) else place[:2]

    def _assertion(self, number: int, part: AssertionFile) -> Assertion | None:
        listed: Place = ("assert", number) if isinstance(self._form.that, tuple) else ()
        that = self._program(part.that, (*listed, "that") if listed else ("assert",), truth=True)
        at = self._path(part.at, (*listed, "at"))
        false = that[1].false if that else NOTHING
        each = self._findings(part.each, (*listed, "each"), false) if part.each else None
        message = self._template(part.message, (*listed, "message"), false)
        help_ = part.help or self._form.help
        place: Place = (*listed, "help") if part.help else ("help",)
        help_template = self._template(help_, place, false) if help_ else Template(self._form.remediation, (), ())
        self._names.pop("violation", None)
        if that is None or at is None:
            return None
        self._asserted.append(that[1].checked)
        return Assertion(part.id, part.statuses, that[0], at.bare, each, message, help_template)

    def _findings(self, text: str, place: Place, sure: Facts = NOTHING) -> Program | None:
        """An expression that gives a map for each finding; what stands behind it may read that as `violation`."""
        checked = self._check(text, place)
        self._names["violation"] = Value()
        if checked is None:
            return None
        if not checked.type.name().startswith(("LIST", "DYN")):
            message = f"{place[-1]} has to give a list of maps, each with at, but this gives something else"
            self.mistakes.append(Mistake(place, 0, "wrong-type", message))
        analysed = self._analyse(checked, self._facts | sure)
        self._names["violation"] = analysed.value.item("violation")
        return Program(text, self._runnable(checked), analysed.reads)

    def _schema(self) -> Any:
        if self._form.shape is None:
            return None
        try:
            return compile_schema(self._form.shape)
        except SchemaError as error:
            self.mistakes.append(Mistake(("schema", *error.path), 0, "bad-schema", str(error)))
            return None

    def _path(self, text: str, place: Place, *, several: bool = False) -> CheckedPath | None:
        try:
            return check(text, self._desk.shape, self._item.node if self._item else None, several=several)
        except PathError as error:
            self.mistakes.append(Mistake(place, error.offset, "unknown-path", str(error), error.help))
            return None

    def _template(self, text: str, place: Place, sure: Facts = NOTHING) -> Template:
        """A message: each hole is checked like any expression, with what is `sure` where the rule fails."""
        programs: list[Program] = []
        paths: list[Any] = []
        broken = messages.unclosed(text)
        if broken is not None:
            self.mistakes.append(
                Mistake(place, broken, "open-hole", "this {{ is never closed", "add }} after the expression")
            )
        for hole in messages.holes(text):
            done = self._program(hole.text, place, truth=False, start=hole.start, sure=sure)
            if done is not None:
                programs.append(done[0])
                paths.append(done[1].value.path)
        return Template(text, tuple(programs), tuple(paths))

    def _check_unused(self) -> None:
        """A `let` that nothing reads is a mistake of its author, or a check that was lost."""
        used = self._composer.used
        for name, checked in self._composer.lets.items():
            if checked is not None and name not in used:
                message = f'nothing in the rule reads "{name}"'
                self.mistakes.append(Mistake(("let", name), 0, "unused-name", message, "use it, or take it out"))
