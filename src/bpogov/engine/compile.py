"""From a policy set to programs: everything about a rule is checked here, before any engagement is read."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bpogov.core.errors import PolicyError
from bpogov.core.finding import Notification
from bpogov.core.severity import Severity
from bpogov.engine.descriptors import ENGAGEMENT, Descriptors
from bpogov.engine.environment import running_environment
from bpogov.engine.program import CompiledPolicy, CompiledRule
from bpogov.engine.rulecompiler import RuleCompiler
from bpogov.engine.value import Mistake
from bpogov.model.shape import Node, engagement_shape
from bpogov.policy.policyset import BoundRule, PolicySet


@dataclass(frozen=True, slots=True)
class Types:
    """The engagement as types: its shape, the descriptors made from it, and the field names of each message."""

    shape: Node
    descriptors: Descriptors
    fields: dict[str, tuple[str, ...]]


def compile_policy(policy: PolicySet) -> CompiledPolicy:
    """Check and compile every rule that is not switched off. Raises PolicyError with every mistake in every rule."""
    types = _types()
    compiled: list[CompiledRule] = []
    problems: list[Notification] = []
    for bound in policy.rules:
        compiler = RuleCompiler(bound, types.shape, types.descriptors, types.fields)
        rule = compiler.compile()
        problems.extend(_notifications(bound, compiler.mistakes))
        if rule is not None and bound.enabled:
            compiled.append(rule)
    if problems:
        raise PolicyError(problems)
    variables = ["engagement", "today", *(f"{rule.id}.params" for rule in compiled)]
    return CompiledPolicy(policy, tuple(compiled), running_environment("", variables))


def _types() -> Types:
    shape = engagement_shape()
    descriptors = Descriptors(shape)
    fields = {ENGAGEMENT: tuple(shape.fields)}
    for node in _groups(shape):
        fields[descriptors.type_name(node)] = tuple(node.fields)
    return Types(shape, descriptors, fields)


def _groups(node: Node) -> Iterator[Node]:
    """Every group of fields in a shape, once each."""
    seen: set[int] = set()
    waiting = [node]
    while waiting:
        here = waiting.pop()
        if here.kind == "object" and id(here) not in seen:
            seen.add(id(here))
            yield here
        waiting.extend(field.node for field in here.fields.values())
        waiting.extend([here.item] if here.item is not None else [])


def _notifications(bound: BoundRule, mistakes: list[Mistake]) -> Iterator[Notification]:
    document = bound.rule.document
    for mistake in mistakes:
        shown = "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in mistake.part)
        location = document.locate_within(mistake.part, mistake.offset, 1, shown)
        yield Notification(Severity.ERROR, mistake.code, f"{bound.id}: {mistake.message}", location, mistake.help)


