"""A whole policy on an engagement: no shipped rule fails to be evaluated, whatever is missing, empty or unknown."""

from functools import cache
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bpogov.core.outcome import Outcome
from bpogov.core.severity import Severity
from bpogov.engine.compiling.compile import compile_policy
from bpogov.engine.judging.evaluate import evaluate
from bpogov.engine.program import CompiledPolicy
from bpogov.model.validate import validate
from bpogov.policy.load import load_packs
from bpogov.source.discover import read
from bpogov.source.document import Document
from bpogov.source.load import load
from tests.engine.bench import TODAY, checking, compiled, engagement, run
from tests.engine.bench import read as engagement_of

EXAMPLES = ("northwind", "starter", "small", "draft")
EDITS = ("delete", "empty list", "empty", "unknown", "broken", "shorter")


@cache
def shipped() -> CompiledPolicy:
    """The shipped rules, loaded once."""
    return compile_policy(load_packs(("policies/core",)))


@cache
def example(name: str) -> dict[str, Any]:
    """The data of an example engagement of the shipped pack."""
    data = load(read(f"policies/core/examples/{name}.yaml"), name).data
    assert isinstance(data, dict)
    return data


def _changed(data: Any, path: list[int], edit: str) -> Any:
    """Data with one change at a place that the numbers lead to."""
    if isinstance(data, dict) and path and data:
        key = sorted(data)[path[0] % len(data)]
        inner = _changed(data[key], path[1:], edit)
        return {
            name: (inner if name == key else value) for name, value in data.items() if name != key or inner is not _GONE
        }
    if isinstance(data, list) and path and data:
        number = path[0] % len(data)
        inner = _changed(data[number], path[1:], edit)
        return [*data[:number], *([] if inner is _GONE else [inner]), *data[number + 1 :]]
    values = {
        "delete": _GONE,
        "empty list": [],
        "empty": None,
        "unknown": "unknown",
        "broken": {"no": ["such", "thing"]},
    }
    return values.get(edit, data[:1] if isinstance(data, list) else data)


_GONE = object()

edits = st.lists(st.tuples(st.lists(st.integers(0, 30), min_size=1, max_size=6), st.sampled_from(EDITS)), max_size=6)


@settings(max_examples=40, deadline=None)
@given(name=st.sampled_from(EXAMPLES), changes=edits)
def test_no_rule_fails_on_any_engagement(name: str, changes: list[tuple[list[int], str]]) -> None:
    """An engagement in which anything is missing, empty, unknown or broken never makes a shipped rule an error."""
    data = example(name)
    for path, edit in changes:
        data = _changed(data, path, edit)
    document = Document.of(data, "engagement.yaml")
    evaluation = evaluate(shipped(), validate(document), TODAY)
    assert [one for one in evaluation.results if one.outcome is Outcome.ERROR] == []
    assert evaluation.notifications == ()
    assert evaluate(shipped(), validate(document), TODAY) == evaluation


ITEMS = st.fixed_dictionaries(
    {"id": st.sampled_from(["voice", "mail", "chat", "fax"])},
    optional={
        "target": st.one_of(st.integers(-5, 5), st.just("unknown")),
        "threshold": st.integers(0, 3),
        "baseline": st.just("none"),
    },
)
EACH = "for_each: $.slas[*]\nas: sla\non_empty: {}\n"
RULES = (
    EACH + "assert: has(sla.target) && sla.target > 1\nat: '@.target'\nmessage: '{{{{ sla.id }}}}'",
    EACH + "where: has(sla.threshold)\nassert:\n"
    "  - {{id: aa, that: sla.threshold > 1, at: '@.threshold', message: No}}\n"
    "  - {{id: bb, that: 10 / size(sla.id) > 2, at: '@.id', message: No}}",
    EACH + "needs: ['@.target']\nlet: {{aim: sla.target}}\nassert: aim > 2\nat: '@'\nmessage: No",
)


@settings(max_examples=40, deadline=None)
@given(
    rule=st.sampled_from(RULES),
    on_empty=st.sampled_from(["pass", "fail", "not-applicable"]),
    items=st.lists(ITEMS, max_size=5),
)
def test_all_items_at_once_is_each_item_alone(rule: str, on_empty: str, items: list[dict[str, Any]]) -> None:
    """Evaluating all items in one go gives what evaluating them one by one gives."""
    policy = compiled(rule.format(on_empty))
    alone = CompiledPolicy(policy.policy, tuple(_without_batch(one) for one in policy.rules), policy.environment)
    on = engagement(slas=items)
    assert evaluate(policy, on, TODAY) == evaluate(alone, on, TODAY)


def _without_batch(rule: Any) -> Any:
    from msgspec.structs import replace

    assert rule.batch is not None
    return replace(rule, batch=None)


def test_a_file_without_a_status_is_not_checked() -> None:
    """Where nobody can tell what the file is, no rule says anything, and none passes."""
    evaluation = run(checking("false"), engagement_of({"title": "x"}))
    assert [one.outcome for one in evaluation.results] == [Outcome.NOT_CHECKED]
    assert (evaluation.findings, evaluation.failures, evaluation.notifications) == ((), (), ())
    assert "readable" in evaluation.results[0].reason


def test_errors_and_unfilled_messages_are_notified() -> None:
    """A rule that cannot be evaluated is an error of the run, a message that cannot be made a warning."""
    policy = compiled(
        checking("1 / size(engagement.goals) > 0"),
        'assert: "false"\nat: $.title\nmessage: "{{ 1 / size(engagement.goals) }}"',
    )
    evaluation = evaluate(policy, engagement(), TODAY)
    assert [(one.code, one.severity) for one in evaluation.notifications] == [
        ("rule-error", Severity.ERROR),
        ("message-error", Severity.WARNING),
    ]
    assert [one.rule for one in evaluation.failures] == ["TST002"]


def test_only_true_passes() -> None:
    """Neither an error, nor a text, nor a number, nor nothing is a pass."""
    for value in ("1 / 0 > 0", "extra(engagement, 'x-a')", "dyn('true')", "dyn(1)", "dyn([true])", "dyn(null)"):
        assert run(checking(value), engagement(**{"x-a": "yes"})).results[0].outcome is Outcome.ERROR


def test_fields_of_an_organisation() -> None:
    """Rules read the fields of an organisation; one that is missing is nothing."""
    body = checking("extra(engagement, 'x-cost-centre') == '4711' && extra(engagement.parties, 'x-a') == null")
    assert run(body, engagement(**{"x-cost-centre": "4711"})).results[0].outcome is Outcome.PASS
    assert run(body).results[0].outcome is Outcome.FAIL


def test_a_spent_budget_is_an_error() -> None:
    """A rule that takes more steps than the runtime allows is an error with a sentence."""
    goals = [{"id": f"goal-{number}"} for number in range(150)]
    body = checking("engagement.goals.all(a, engagement.goals.all(b, a.id != '' && b.id != ''))")
    result = run(body, engagement(goals=goals)).results[0]
    assert result.outcome is Outcome.ERROR
    assert result.reason.endswith("takes too many steps, because a list is too long for it")
    each = body.replace("engagement.goals.all(a, ", "").replace("a.id", "goal.id").replace("'')))", "''))")
    each = each.replace("'' && b", "'' && b").replace("b.id != ''))", "b.id != '')")
    listed = "for_each: $.goals[*]\nas: goal\non_empty: fail" + each
    assert run(listed, engagement(goals=goals)).results[0].outcome is Outcome.PASS
