"""The rule file: what it demands, of whom, from when, why, how to fix it, and the examples that are its tests."""

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag, field_validator, model_validator

from bpogov.core.location import Path
from bpogov.core.outcome import Outcome
from bpogov.core.severity import Severity
from bpogov.core.status import Status
from bpogov.policy.base import ApiVersion, Complaints, Day, Part, Switch, Text
from bpogov.policy.edit import Edits
from bpogov.policy.parameter import Parameter

RuleId = Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9]{1,11}[0-9]{3}$", description="Permanent id, such as SLA005")]
AdviceId = Annotated[str, Field(pattern=r"^S\d+-\d+$")]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
Variable = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
Cel = Annotated[str, Field(min_length=1, max_length=4000, description="An expression in CEL")]
PathText = Annotated[str, Field(pattern=r"^[$@]", max_length=400, description="A path, such as $.slas[*].target")]

RESERVED = frozenset({"engagement", "params", "today", "violation", "previous", "portfolio", "extra"})
"""Names that a rule cannot give to its own values."""

CEL_WORDS = frozenset((
    "as", "break", "const", "continue", "else", "false", "for", "function", "if", "import", "in", "let", "loop",
    "package", "namespace", "null", "return", "true", "var", "void", "while",
))  # fmt: skip
"""Words that the language keeps for itself (cel-spec, the reserved words of the grammar)."""


class Reference(Part):
    """A standard or law that a rule leans on."""

    standard: Text = Field(description="The standard or law, by its usual name")
    clause: Text | None = Field(default=None, description="The clause, where it is certain")
    strength: Literal["requires", "supports", "informs"] = Field(description="How strongly the source asks for it")
    note: Text | None = Field(default=None, description="What to know about the reference")


class Need(Part):
    """A part that must be there before the rule can judge anything."""

    at: PathText
    message: Text | None = Field(default=None, description="What to say when it is missing")


Actor = Literal["client", "provider", "joint"]
"""Who has to act on a finding: one side, or both together."""


class Assertion(Part):
    """One thing that must be true."""

    id: Name
    that: Cel
    at: PathText
    each: Cel | None = Field(
        default=None,
        description="CEL that gives a list of maps, each with at: a finding for each, where it is not true",
    )
    message: Text
    help: Text | None = Field(default=None, description="What to write instead, for this assertion")
    statuses: tuple[Status, ...] = Field(
        default=tuple(Status), min_length=1, description="Where this part of the rule applies"
    )
    severity: Severity | None = Field(default=None, description="Lighter than that of the rule")
    since: Status | None = Field(default=None, alias="from", description="First status with that severity")
    acts: Actor | None = Field(default=None, description="Who has to act on this part, if not who acts on the rule")


def _form_of_assert(value: object) -> str:
    return "long" if isinstance(value, list | tuple) else "short"


Asserted = Annotated[
    Annotated[Cel, Tag("short")] | Annotated[tuple[Assertion, ...], Tag("long")], Discriminator(_form_of_assert)
]


class Given(Part):
    """The engagement of an example: one of the pack's, with edits."""

    use: Name = Field(description="Name of an example engagement of the pack")
    patch: Edits = Field(default=(), description="JSON Patch (RFC 6902): add, replace, remove, move")


Judged = Literal[Outcome.PASS, Outcome.FAIL, Outcome.NOT_APPLICABLE, Outcome.NOT_CHECKED]


class Expectation(Part):
    """What an example must give."""

    outcome: Judged = Field(description="What becomes of the rule")
    at: PathText | None = Field(default=None, description="Where a finding must point")
    message: Text | None = Field(default=None, description="The finding's text; * stands for anything")
    assertion: Name | None = Field(default=None, description="Which assertion must fail")
    also: tuple[RuleId, ...] = Field(default=(), description="Other rules that must fire too")

    @model_validator(mode="after")
    def _a_fail_says_where(self) -> "Expectation":
        if self.outcome is Outcome.FAIL and self.at is None:
            raise ValueError("an example that expects fail says where: add at, such as $.goals")
        return self


class Example(Part):
    """A test of the rule: an engagement and what the rule must make of it."""

    name: Text
    today: Day | None = Field(default=None, description="Date of the check")
    advice: tuple[AdviceId, ...] = Field(
        default=(), description="Which of the rule's pieces of advice a failing example shows; none: any other"
    )
    given: Given
    expect: Expectation

    @field_validator("expect", mode="before", json_schema_input_type=Judged | Expectation)
    @classmethod
    def _word_or_details(cls, value: object) -> object:
        return {"outcome": value} if isinstance(value, str) else value


class RuleFile(Part):
    """One rule, as it stands in its file."""

    api_version: ApiVersion = Field(alias="apiVersion")
    kind: Literal["Rule"]
    id: RuleId
    name: Name = Field(description="Short name; the file is called the same")
    title: Text = Field(description="What the rule demands, in a few words")
    severity: Severity
    since: Status = Field(alias="from", description="First status with that severity; before it the rule is a note")
    statuses: tuple[Status, ...] = Field(
        default=tuple(status for status in Status if status is not Status.ENDED),
        min_length=1,
        description="Where the rule applies at all",
    )
    advice: tuple[AdviceId, ...] = Field(default=(), description="The pieces of advice that it serves, such as S2-14")
    references: tuple[Reference, ...] = ()
    rationale: Text = Field(description="Why the rule exists, for the person who has to follow it")
    remediation: Text = Field(description="What to write to satisfy the rule")
    acts: Actor | None = Field(default=None, description="Who has to act on a finding, where the rule knows it")
    parameters: dict[Variable, Parameter] = Field(
        default={}, description="Numbers and words that an organisation can set"
    )
    when: Cel | None = Field(default=None, description="The rule applies only where this is true")
    needs: tuple[Need, ...] = Field(default=(), description="Parts that must be there; absent: the rule fails there")
    let: dict[Variable, Cel] = Field(default={}, description="Named values, in order")
    for_each: PathText | None = Field(default=None, description="The list whose items are checked one by one")
    item: Variable | None = Field(default=None, alias="as", description="Name of the item in expressions")
    where: Cel | None = Field(default=None, description="Only items for which this is true")
    on_empty: Literal["pass", "fail", "not-applicable"] | None = Field(
        default=None, description="The outcome where there is no item"
    )
    that: Asserted | None = Field(default=None, alias="assert")
    violations: Cel | None = Field(default=None, description="CEL that gives a list of maps, one for each finding")
    shape: dict[str, Any] | None = Field(default=None, alias="schema", description="JSON Schema of the item or place")
    at: PathText | None = Field(default=None, description="Where the finding points")
    message: Text | None = Field(default=None, description="The sentence of the finding; {{ CEL }} for values")
    help: Text | None = Field(default=None, description="What to write instead; otherwise the remediation")
    can_be_waived: Switch = Field(default=True, description="Whether a waiver may accept a finding of this rule")
    renamed_from: Name | None = None
    examples: tuple[Example, ...] = Field(min_length=2, description="Tests: at least one that passes, one that fails")

    @field_validator("needs", mode="before", json_schema_input_type=tuple[PathText | Need, ...])
    @classmethod
    def _paths_or_details(cls, value: object) -> object:
        if not isinstance(value, list):
            return value
        return [{"at": need} if isinstance(need, str) else need for need in value]

    @model_validator(mode="after")
    def _one_whole(self) -> "RuleFile":
        found = _complaints(self)
        if found:
            raise Complaints(found)
        return self

    @property
    def assertions(self) -> tuple[Assertion, ...]:
        """The assertions in the long form: the short form has one, without an id of its own."""
        if isinstance(self.that, str):
            return (Assertion.model_construct(id="", that=self.that, at=self.at, message=self.message),)
        return self.that or ()

    def illustration(self, piece: str) -> Example | None:
        """The failing example that shows a piece of advice: the first that names it, else the first that names none."""
        failing = [example for example in self.examples if example.expect.outcome is Outcome.FAIL]
        named = (example for example in failing if piece in example.advice)
        return next(named, next((example for example in failing if not example.advice), None))


def _complaints(rule: RuleFile) -> list[tuple[Path, str]]:
    """What the keys of a rule say against each other, each at the key that is most likely meant."""
    kinds = [key for key, value in _checks(rule) if value is not None]
    found: list[tuple[Path, str]] = []
    if len(kinds) != 1:
        has = " and ".join(kinds) or "none of them"
        place = kinds[-1] if kinds else "id"
        found.append(((place,), f"a rule has one of assert, violations and schema; this one has {has}"))
    found += _iteration_complaints(rule)
    found += _assertion_complaints(rule)
    if rule.violations is not None and not rule.message:
        found.append((("violations",), "a rule with violations says message: the sentence of the finding"))
    if rule.shape is not None and not (rule.at or rule.for_each):
        found.append((("schema",), "a rule with schema says at or for_each: the place that has to have this form"))
    names = [*((("let", name), name) for name in rule.let), *([(("as",), rule.item)] if rule.item else [])]
    taken = RESERVED | CEL_WORDS
    found += [
        (path, f'"{name}" is a word of the rule language; choose another') for path, name in names if name in taken
    ]
    return found + _example_complaints(rule)


def _checks(rule: RuleFile) -> tuple[tuple[str, object], ...]:
    return (("assert", rule.that), ("violations", rule.violations), ("schema", rule.shape))


def _assertion_complaints(rule: RuleFile) -> list[tuple[Path, str]]:
    if isinstance(rule.that, str):
        whole = rule.at and rule.message
        says = "a rule with one assert says at (where the finding points) and message (its sentence)"
        return [] if whole else [(("assert",), says)]
    if rule.that is None:
        return []
    found: list[tuple[Path, str]] = []
    if not rule.that:
        found.append((("assert",), "the list under assert is empty, so the rule checks nothing"))
    seen: set[str] = set()
    for number, assertion in enumerate(rule.that):
        if assertion.id in seen:
            found.append((("assert", number, "id"), f'an assertion before this one has the id "{assertion.id}" too'))
        seen.add(assertion.id)
    for key, value in (("at", rule.at), ("message", rule.message)):
        if value is not None:
            found.append(((key,), f'"{key}" stands in each assertion when assert is a list'))
    return found


def _iteration_complaints(rule: RuleFile) -> list[tuple[Path, str]]:
    if rule.for_each is None:
        return [
            ((key,), f'"{key}" only makes sense with for_each')
            for key, value in (("as", rule.item), ("where", rule.where), ("on_empty", rule.on_empty))
            if value is not None
        ]
    found: list[tuple[Path, str]] = [
        (("for_each",), f"a rule with for_each says {key}: {why}")
        for key, value, why in (
            ("as", rule.item, "the name of the item in expressions"),
            ("on_empty", rule.on_empty, "pass, fail or not-applicable where there is no item"),
        )
        if value is None
    ]
    if rule.violations is not None:
        found.append((("for_each",), '"for_each" goes with assert or schema; violations makes its own list'))
    if not rule.for_each.endswith("[*]"):
        message = f'"for_each" names the items of a list, so it ends in [*], but this one is "{rule.for_each}"'
        found.append((("for_each",), message))
    if rule.item is not None and rule.item in rule.let:
        found.append((("let", rule.item), f'"{rule.item}" is both the item and a let value'))
    return found


def _example_complaints(rule: RuleFile) -> list[tuple[Path, str]]:
    outcomes = {example.expect.outcome for example in rule.examples}
    found: list[tuple[Path, str]] = [
        (("examples",), f"no example expects {wanted}: every rule has at least one")
        for wanted in (Outcome.PASS, Outcome.FAIL)
        if wanted not in outcomes
    ]
    if rule.when is not None and Outcome.NOT_APPLICABLE not in outcomes:
        found.append((("examples",), "the rule has when, but no example expects not-applicable"))
    seen: set[str] = set()
    for number, example in enumerate(rule.examples):
        if example.name in seen:
            found.append((("examples", number, "name"), f'an example before this one is called "{example.name}" too'))
        seen.add(example.name)
        found += [(("examples", number, "advice", *place), says) for place, says in _advice_complaints(rule, example)]
    return found


def _advice_complaints(rule: RuleFile, example: Example) -> list[tuple[Path, str]]:
    if example.advice and example.expect.outcome is not Outcome.FAIL:
        return [((), "only an example that expects fail shows what a piece of advice warns of")]
    return [
        ((place,), f'the rule does not serve "{piece}"; add it to the advice of the rule, or take it out here')
        for place, piece in enumerate(example.advice)
        if piece not in rule.advice
    ]
