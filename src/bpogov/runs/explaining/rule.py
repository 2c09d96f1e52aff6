"""Everything about one rule: texts, parameters with the origin of each value, and an example of each kind."""

import json
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from bpogov.core.explanation import ExampleExplanation, ParameterExplanation, RuleExplanation
from bpogov.core.outcome import Outcome
from bpogov.core.status import Status, Tier
from bpogov.engine.judging.evaluate import evaluate
from bpogov.engine.message import shown
from bpogov.engine.program import CompiledPolicy
from bpogov.model.describe import identity_of
from bpogov.model.validate import validate
from bpogov.policy.authored import AuthoredPolicy, AuthoredRule
from bpogov.policy.pack import Pack, PackRule
from bpogov.policy.rule import Example, Reference, RuleFile
from bpogov.policy.settings import Setting, Settings
from bpogov.runs.explaining.origins import origins, tiers
from bpogov.source.discover import read
from bpogov.source.document import Document
from bpogov.source.load import load
from bpogov.source.notation import show
from bpogov.source.patch import PatchError, apply

_EVERYWHERE = tuple(status for status in Status if status is not Status.ENDED)


def explain_rule(bound: AuthoredRule, policy: AuthoredPolicy, compiled: CompiledPolicy) -> RuleExplanation:
    """Gather what there is to say about a rule."""
    form, settings = bound.rule.form, bound.settings[Tier.STANDARD]
    pack = next(pack for pack in policy.packs if pack.form.name == bound.rule.pack)
    passing = next((example for example in form.examples if example.expect.outcome is Outcome.PASS), None)
    failing = next((example for example in form.examples if example.expect.outcome is Outcome.FAIL), None)
    return RuleExplanation(
        id=form.id,
        name=form.name,
        title=form.title,
        severity=settings.severity.value,
        rationale=form.rationale,
        remediation=form.remediation,
        since=since(settings),
        statuses=() if form.statuses == _EVERYWHERE else tuple(status.value for status in form.statuses),
        tiers=tiers(bound),
        pack=bound.rule.pack,
        enabled=bound.enabled,
        waivable=form.can_be_waived and not bound.locked_by,
        references=tuple(_reference(reference) for reference in form.references),
        advice=form.advice,
        parameters=tuple(_parameter(bound.rule, name, setting) for name, setting in settings.parameters.items()),
        passing=_example(passing, pack) if passing else None,
        failing=_example(failing, pack, message_of(bound, failing, pack, compiled)) if failing else None,
        file=bound.rule.document.file,
        origins=origins(bound, policy.configuration),
        acts=form.acts or "",
        acts_on=acts_on(form),
    )


def acts_on(form: RuleFile) -> tuple[tuple[str, str], ...]:
    """The parts of a rule on which somebody else acts than on the rest: name of the assertion, and who."""
    apart = ((one.id, one.acts or "") for one in form.assertions)
    return tuple((name, acts) for name, acts in apart if acts and acts != form.acts)


def since(settings: Settings) -> str:
    """The status from which a rule has its severity; empty where that is the first one."""
    return settings.since.value.value if settings.since.value is not Status.DRAFT else ""


def _parameter(rule: PackRule, name: str, setting: Setting) -> ParameterExplanation:
    declared = rule.form.parameters[name]
    return ParameterExplanation(
        name=name,
        kind=declared.type,
        value=shown(setting.value),
        origin=setting.origin,
        default=shown(declared.default),
        description=declared.description,
    )


def _reference(reference: Reference) -> str:
    clause = f", {reference.clause}" if reference.clause else ""
    note = f": {reference.note}" if reference.note else ""
    return f"{reference.standard}{clause} ({reference.strength}){note}"


def _example(example: Example, pack: Pack, message: str = "") -> ExampleExplanation:
    base = _base(example, pack)
    edits = list(_edits(example, base.data))
    text = "\n".join([f"the example engagement {example.given.use}" + (", but with" if edits else ""), *edits])
    return ExampleExplanation(example.name, text, message)


def _edits(example: Example, data: Any) -> Iterator[str]:
    for edit in example.given.patch:
        place = _place(edit["path"], data)
        if edit["op"] == "remove":
            yield f"  nothing at {place}"
        elif edit["op"] == "move":
            yield f"  what is at {_place(edit['from'], data)} moved to {place}"
        else:
            yield f"  {place}: {json.dumps(edit['value'], ensure_ascii=False)}"


def _place(pointer: str, data: Any) -> str:
    """A place of an edit, in the notation that people read."""
    steps = [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]
    if steps[-1:] == ["-"]:
        return f"{_place(pointer.removesuffix('/-'), data)}, as the last entry"
    return show(tuple(int(step) if step.isdecimal() else step for step in steps), data, identity_of)


def _base(example: Example, pack: Pack) -> Document:
    file = f"{pack.folder}/{pack.form.examples[example.given.use]}"
    return load(read(file), file)


def message_of(bound: AuthoredRule, example: Example, pack: Pack, compiled: CompiledPolicy) -> str:
    """What the finding of a failing example says; empty where the example does not work, which `bpogov test` tells.

    Of several findings it is that of the assertion that the example names.
    """
    base = _base(example, pack)
    try:
        engagement = validate(Document.of(apply(base.data, example.given.patch), base.file))
    except PatchError:
        return ""
    alone = replace(compiled, rules=tuple(rule for rule in compiled.rules if rule.id == bound.id))
    evaluation = evaluate(alone, engagement, example.today or pack.form.today)
    meant = [failure for failure in evaluation.failures if failure.assertion == example.expect.assertion]
    return next((failure.message for failure in (*meant, *evaluation.failures)), "")
