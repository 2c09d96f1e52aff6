"""From a policy set to programs: everything about a rule is checked here, before any engagement is read."""

from collections.abc import Iterator

from bpogov.core.errors import PolicyError
from bpogov.core.finding import Notification
from bpogov.core.severity import Severity
from bpogov.engine.compiling.descriptors import ENGAGEMENT, Descriptors
from bpogov.engine.compiling.rulecompiler import Desk, RuleCompiler
from bpogov.engine.compiling.value import Mistake
from bpogov.engine.environment import checking_environment, parameters_of, running_environment
from bpogov.engine.program import CompiledPolicy, CompiledRule
from bpogov.model.shape import Node, engagement_shape
from bpogov.policy.authored import AuthoredPolicy, AuthoredRule


def compile_policy(policy: AuthoredPolicy) -> CompiledPolicy:
    """Check and compile every rule that is not switched off everywhere. Raises PolicyError with every mistake."""
    desk = _desk(policy)
    compiled: list[CompiledRule] = []
    problems: list[Notification] = []
    for bound in policy.rules:
        compiler = RuleCompiler(bound, desk)
        rule = compiler.compile()
        problems.extend(_notifications(bound, compiler.mistakes))
        if rule is not None and bound.enabled_somewhere:
            compiled.append(rule)
    if problems:
        raise PolicyError(problems)
    return CompiledPolicy(policy.bare, tuple(compiled), desk.running)


def _desk(policy: AuthoredPolicy) -> Desk:
    """Both environments for all rules, with the parameters of each as a variable of its own."""
    from cel_expr_python import cel

    shape = engagement_shape()
    descriptors = Descriptors(shape)
    fields = {descriptors.type_name(node): tuple(node.fields) for node in _groups(shape)}
    types = {"engagement": cel.Type(ENGAGEMENT), "today": cel.Type.STRING}
    types["violation"] = cel.Type.Map(cel.Type.STRING, cel.Type.DYN)
    items: set[str] = set()
    for bound in policy.rules:
        form = bound.rule.form
        name = descriptors.parameters(form.id, form.parameters)
        fields[name] = tuple(form.parameters)
        types[parameters_of(form.id)] = cel.Type(name)
        items.update({form.item} if form.item else ())
    checking = checking_environment(descriptors.pool, types)
    return Desk(shape, descriptors, fields, checking, running_environment([*types, *sorted(items)]))


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


def _notifications(bound: AuthoredRule, mistakes: list[Mistake]) -> Iterator[Notification]:
    document = bound.rule.document
    for mistake in mistakes:
        shown = "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in mistake.part)
        location = document.locate_within(mistake.part, mistake.offset, 1, shown)
        yield Notification(Severity.ERROR, mistake.code, f"{bound.id}: {mistake.message}", location, mistake.help)
