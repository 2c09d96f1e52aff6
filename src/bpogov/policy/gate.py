"""Gates in a configuration: the four that there always are, made stricter, and the organisation's own."""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Annotated, Literal

from msgspec.structs import replace
from pydantic import BeforeValidator, Field

from bpogov.core.finding import Notification
from bpogov.core.gate import BUILT_IN, Gate
from bpogov.core.location import Path
from bpogov.core.severity import Severity
from bpogov.core.status import Status
from bpogov.core.suggest import closest
from bpogov.policy.base import Part
from bpogov.policy.reading import problem
from bpogov.source.document import Document

ALL = "all"

RuleWord = Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9]{1,11}([0-9]{3}(/[a-z][a-z0-9-]*)?)?$")]
"""Rules by the start of their ids (`SLA`), one rule (`SLA005`), or one assertion of it (`SLA003/one-number`)."""

GateName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=40)]


class GateForm(Part):
    """What a configuration says of one gate."""

    like: GateName | None = Field(
        default=None, description="The gate that this one starts from; it can only be stricter"
    )
    fail_on: Literal["error", "warning", "note"] | None = Field(
        default=None, description="The lightest severity that blocks"
    )
    only: Annotated[tuple[RuleWord | Literal["all"], ...], Field(min_length=1)] | None = Field(
        default=None, description="The rules that can block, by id or start of an id; all: every rule"
    )
    as_status: Status | None = Field(
        default=None, alias="as", description="Judge an engagement as if it had come at least so far"
    )
    promote: tuple[RuleWord, ...] = Field(default=(), description="Rules whose findings weigh as errors here")
    unknown: Literal["passes", "blocks"] | None = Field(
        default=None, description="Whether values marked unknown, and checks that could not be made, block"
    )


def _filled(entries: object) -> object:
    """A gate with nothing behind its name changes nothing, but is there."""
    return (
        {name: {} if form is None else form for name, form in entries.items()} if isinstance(entries, dict) else entries
    )


Gates = Annotated[dict[GateName, GateForm], BeforeValidator(_filled)]


def settle(layers: Iterable[tuple[Document, dict[str, GateForm]]], problems: list[Notification]) -> dict[str, Gate]:
    """Every gate that there is, by name, after all layers (the remotest parent first).

    A layer may only make a gate of another layer, a built-in one, or the one that it is `like`, stricter; mistakes are
    added to `problems`.
    """
    gates = dict(BUILT_IN)
    for document, forms in layers:
        for name, form in _in_order(document, forms, gates, problems):
            gates[name] = _laid_over(gates, name, form, document, problems)
    return gates


def check_words(
    layers: Iterable[tuple[Document, dict[str, GateForm]]], rules: Collection[str], problems: list[Notification]
) -> None:
    """Add a problem for each word of `only` and `promote` that means none of the rules, given by their ids."""
    accepted = {*rules, *(word for gate in BUILT_IN.values() for word in gate.only)}
    for document, forms in layers:
        for name, form in forms.items():
            for field, words in (("only", form.only or ()), ("promote", form.promote)):
                for number, word in enumerate(words):
                    rule = word.partition("/")[0]
                    if word == ALL or any(known.startswith(rule) for known in accepted):
                        continue
                    near = closest(rule, rules)
                    help_ = f'did you mean "{near}"?' if near else "`bpogov rules` lists the rules"
                    message = f'No rule of the configured packs is "{rule}", nor starts so'
                    problems.append(problem(document, ("gates", name, field, number), "unknown-rule", message, help_))


def _in_order(
    document: Document, forms: dict[str, GateForm], gates: dict[str, Gate], problems: list[Notification]
) -> Iterator[tuple[str, GateForm]]:
    """The gates of one file, each after the one that it is like."""
    waiting = dict(forms)
    while waiting:
        ready = [name for name, form in waiting.items() if form.like is None or form.like not in waiting]
        for name in ready:
            form = waiting.pop(name)
            if form.like is not None and form.like not in gates:
                near = closest(form.like, [*gates, *forms])
                help_ = f'did you mean "{near}"?' if near else f"gates: {', '.join(gates)}"
                message = f'There is no gate "{form.like}" that "{name}" could be like'
                problems.append(problem(document, ("gates", name, "like"), "unknown-gate", message, help_))
                continue
            yield name, form
        if not ready:
            name = next(iter(waiting))
            message = f'The gate "{name}" is like itself, through "{waiting[name].like}"'
            problems.append(
                problem(
                    document, ("gates", name, "like"), "unknown-gate", message, "name another gate, or leave it out"
                )
            )
            return


def _laid_over(
    gates: dict[str, Gate], name: str, form: GateForm, document: Document, problems: list[Notification]
) -> Gate:
    base = gates.get(name)
    own = base is None and form.like is None
    if base is not None and form.like is not None and form.like != name:
        message = f'The gate "{name}" exists already, so it cannot be made like "{form.like}"'
        problems.append(problem(document, ("gates", name, "like"), "gate-exists", message, "leave like out"))
    base = base or replace(gates[form.like or "ci"], name=name)

    def complain(field: str, message: str, help_: str) -> None:
        path: Path = ("gates", name, field)
        problems.append(problem(document, path, "gate-weakened", f'The gate "{name}" {message}', help_))

    checked = None if own else complain
    return replace(
        base,
        fail_on=_fail_on(base, form, checked),
        only=_only(base, form, checked),
        as_status=_as_status(base, form, checked),
        promote=tuple(dict.fromkeys((*base.promote, *form.promote))),
        unknown_blocks=_unknown(base, form, checked),
    )


_Complain = Callable[[str, str, str], None]


def _fail_on(base: Gate, form: GateForm, complain: _Complain | None) -> str:
    wanted = form.fail_on
    if wanted is None:
        return base.fail_on
    if complain and not Severity(base.fail_on).at_least(Severity(wanted)):
        complain("fail_on", f'is blocked from "{base.fail_on}" on, so it cannot be set to "{wanted}"', _STRICTER)
        return base.fail_on
    return wanted


def _only(base: Gate, form: GateForm, complain: _Complain | None) -> tuple[str, ...]:
    if form.only is None:
        return base.only
    wanted = () if ALL in form.only else form.only
    kept = not wanted or (base.only and all(word.startswith(wanted) for word in base.only))
    if complain and not kept:
        before = ", ".join(base.only) or "every rule"
        complain("only", f"can be blocked by {before}, so it cannot be narrowed to {', '.join(wanted)}", _STRICTER)
        return base.only
    return wanted


def _as_status(base: Gate, form: GateForm, complain: _Complain | None) -> Status | None:
    wanted = form.as_status
    if wanted is None:
        return base.as_status
    if complain and base.as_status is not None and not wanted.reached(base.as_status):
        complain("as", f"judges engagements as {base.as_status}, so it cannot judge them as {wanted}", _STRICTER)
        return base.as_status
    return wanted


def _unknown(base: Gate, form: GateForm, complain: _Complain | None) -> bool:
    if form.unknown is None:
        return base.unknown_blocks
    if complain and base.unknown_blocks and form.unknown == "passes":
        complain("unknown", "is blocked by what is unknown, so that cannot pass", _STRICTER)
        return True
    return form.unknown == "blocks"


_STRICTER = "a gate can only be made stricter; write a gate of your own under another name"
