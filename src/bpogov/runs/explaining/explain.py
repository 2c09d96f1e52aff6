"""Everything about one rule, one calculation or one field, under the configuration of the moment."""

from bpogov.core.errors import UsageError
from bpogov.core.explanation import Explanation, FieldExplanation, FunctionExplanation, RuleExplanation
from bpogov.core.report import RuleText
from bpogov.core.suggest import closest
from bpogov.engine.compiling.compile import compile_policy
from bpogov.engine.compiling.paths import PathError, check
from bpogov.engine.program import CompiledPolicy, CompiledRule
from bpogov.engine.reads import Pattern
from bpogov.functions.catalogue import catalogue
from bpogov.functions.declare import Function
from bpogov.model.problems import PROBLEMS as MODEL_PROBLEMS
from bpogov.model.shape import Node, engagement_shape
from bpogov.policy.authored import AuthoredPolicy, AuthoredRule
from bpogov.policy.load import load_policy_set
from bpogov.policy.rule import RuleFile
from bpogov.runs.explaining.rule import explain_rule
from bpogov.source.problems import PROBLEMS as SOURCE_PROBLEMS
from bpogov.waiver.problems import PROBLEMS as WAIVER_PROBLEMS

_STRUCTURAL = {**SOURCE_PROBLEMS, **MODEL_PROBLEMS, **WAIVER_PROBLEMS}
_KINDS = {
    "text": "a text",
    "number": "a number",
    "count": "a whole number",
    "flag": "true or false",
    "list": "a list",
    "object": "a group of fields",
    "map": "names with values",
    "any": "a number or a word",
}


def explain(word: str, config: str | None, policies: str | None) -> Explanation:
    """Explain a rule (by id or name), a structural finding (by id), a calculation, or a field (by path).

    Raises UsageError with "did you mean" where the word means nothing, PolicyError where a rule is broken.
    """
    policy = load_policy_set(config, policies)
    compiled = compile_policy(policy)
    for bound in policy.rules:
        if word.upper() == bound.id or word in (bound.rule.form.name, bound.rule.form.renamed_from):
            return explain_rule(bound, policy, compiled)
    structural = _STRUCTURAL.get(word.upper()) or next(
        (text for text in _STRUCTURAL.values() if text.name == word), None
    )
    if structural is not None:
        return _structural(structural)
    if word in catalogue():
        return _function(catalogue()[word], policy)
    if word.startswith("$"):
        return _field(word, compiled)
    raise _unknown(word, policy.rules)


def _structural(text: RuleText) -> RuleExplanation:
    return RuleExplanation(
        id=text.id,
        name=text.name,
        title=text.title,
        severity=text.severity,
        rationale=text.rationale,
        remediation=text.remediation,
        waivable=False,
    )


def _function(function: Function, policy: AuthoredPolicy) -> FunctionExplanation:
    parameters = ", ".join(f"{name}: {kind}" for name, kind in function.parameters)
    counting = (bound for bound in policy.rules if bound.enabled_somewhere)
    used = tuple(bound.id for bound in counting if any(f"{function.name}(" in text for text in _texts(bound.rule.form)))
    signature = f"{function.name}({parameters}) → {function.returns}"
    return FunctionExplanation(function.name, signature, function.documentation, used)


def _texts(form: RuleFile) -> list[str]:
    parts = [form.when, form.where, form.violations, *form.let.values(), *(part.that for part in form.assertions)]
    parts += [part.each for part in form.assertions]
    return [text for text in parts if text]


def _field(word: str, compiled: CompiledPolicy) -> FieldExplanation:
    root = engagement_shape()
    try:
        path = check(word, root, None, several=True)
    except PathError as error:
        raise UsageError(str(error), error.help) from error
    node = path.node
    inner = node.item if node.kind == "list" and node.item is not None else node
    used = tuple(rule.id for rule in compiled.rules if _reads(rule, path.pattern))
    fields = tuple((name, field.node.description) for name, field in inner.fields.items())
    words = tuple((value, "") for value in inner.values)
    return FieldExplanation(word, _kind(node), node.description, _required(root, path.pattern), words, fields, used)


def _kind(node: Node) -> str:
    kind = _KINDS[node.kind]
    if node.kind == "list" and node.item is not None:
        return f"{kind}, each entry {_kind(node.item)}"
    if node.meaning == "enum":
        return "one of a few words"
    return f"{kind} ({node.meaning})" if node.meaning else kind


def _required(root: Node, pattern: Pattern) -> bool:
    """Whether every engagement has the field, written or by default, where the part around it is there."""
    if not pattern or not isinstance(pattern[-1], str):
        return False
    node = root
    for step in pattern[:-1]:
        inner = node.fields[step].node if isinstance(step, str) and step in node.fields else node.item
        node = inner if inner is not None else node
    field = node.fields.get(pattern[-1])
    return field is not None and field.required


def _reads(rule: CompiledRule, pattern: Pattern) -> bool:
    where = rule.iteration.where if rule.iteration else None
    programs = [
        rule.when,
        where,
        rule.violations,
        *(program for part in rule.assertions for program in (part.that, part.each)),
    ]
    reads = [read.path for program in programs if program is not None for read in program.reads]
    wanted = [_plain(pattern)]
    needed = [need.at.pattern for need in rule.needs if not need.at.relative]
    return any(_plain(read)[: len(pattern)] in wanted for read in [*reads, *needed])


def _plain(pattern: Pattern) -> Pattern:
    """A pattern in which every position is the same."""
    return tuple(step if isinstance(step, str) else 0 for step in pattern)


def _as_field(word: str) -> str:
    """The path of a field that was named without the sign that paths start with; empty where there is none."""
    path = f"$.{word}"
    try:
        check(path, engagement_shape(), None, several=True)
    except PathError:
        return ""
    return path


def _unknown(word: str, rules: tuple[AuthoredRule, ...]) -> UsageError:
    if any(word.upper() in rule.rule.form.advice for rule in rules):
        help_ = f"it is a piece of advice: bpogov explain --advice {word.upper()}"
        return UsageError(f'"{word}" is no rule, function or field', help_, "unknown-word")
    known = [name for rule in rules for name in (rule.id, rule.rule.form.name)]
    near = _as_field(word) or closest(word, [*known, *_STRUCTURAL, *catalogue()])
    help_ = (
        f'did you mean "{near}"?'
        if near
        else "name a rule (COM001), a function (dates.add) or a field ($.slas[*].target)"
    )
    return UsageError(f'"{word}" is no rule, function or field', help_, "unknown-word")
