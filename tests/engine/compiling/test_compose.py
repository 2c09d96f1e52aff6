"""The text that the runtime evaluates: values under let, and one loop over all items."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpogov.core.outcome import Outcome
from bpogov.engine.judging.running import NOWHERE, EvaluationError, Runner, Scene
from bpogov.engine.program import Program
from tests.engine.bench import (
    TODAY,
    checking,
    compiled,
    engagement,
    mistakes,
    outcome,
    place_of,
    position,
    rule_text,
)

EACH = "for_each: $.slas[*]\nas: sla\non_empty: fail"
LETS = "let:\n  target: sla.?target.orValue(0.0)\n  double_target: target * 2\n  limit: double(params.limit)"
LIMIT = "parameters: {limit: {type: integer, default: 4, description: x}}"


@pytest.mark.parametrize(("target", "wanted"), [(3, Outcome.PASS), (2, Outcome.FAIL)])
def test_values_that_read_values(target: int, wanted: Outcome) -> None:
    """A value may read the ones before it, the item and the parameters, in all items at once and in each alone."""
    body = checking("double_target > limit", f"{EACH}\n{LIMIT}\n{LETS}")
    assert outcome(body, slas=[{"id": "voice", "target": target}]) is wanted
    alone = checking("double_target > limit && 1 / (sla.id == 'voice' ? 1 : 0) > 0", f"{EACH}\n{LIMIT}\n{LETS}")
    assert outcome(alone, slas=[{"id": "voice", "target": target}]) is wanted


def test_values_are_only_calculated_where_they_are_read() -> None:
    """A value that would fail does no harm where nothing reads it."""
    body = checking("size(engagement.goals) == 0 || share > 1", "let: {share: 10 / size(engagement.goals)}")
    assert outcome(body) is Outcome.PASS
    assert outcome(body, goals=[{"id": "fast"}]) is Outcome.PASS


def test_a_condition_on_items() -> None:
    """The condition reads values too, and leaves out what it does not let through."""
    more = f"{EACH}\n{LIMIT}\n{LETS}\nwhere: double_target > limit"
    body = checking("sla.id != 'mail'", more)
    assert outcome(body, slas=[{"id": "voice", "target": 9}, {"id": "mail", "target": 1}]) is Outcome.PASS
    assert outcome(body, slas=[{"id": "mail", "target": 9}]) is Outcome.FAIL


def test_comments_in_expressions() -> None:
    """A comment at the end of an expression hides nothing of what is put behind it."""
    body = checking("name != '' // there", "let:\n  name: |-\n    engagement.title // the name")
    assert outcome(body) is Outcome.PASS


@pytest.mark.parametrize(
    ("expression", "more", "at"),
    [
        ("cadence.dated(5)", "", "(5"),
        ("asked", "let: {asked: cadence.dated(5)}", "(5"),
        ("second || first", "let:\n  first: cadence.dated(5)\n  second: first", "(5"),
        ("one == 1 && cadence.dated(5)", "let: {one: size(engagement.goals)}", "(5"),
        ("cadence.dated(5) || sla.id == ''", EACH, "(5"),
    ],
)
def test_what_the_runtime_refuses(expression: str, more: str, at: str) -> None:
    """A calculation that gets what it cannot calculate with is a mistake of the rule, told once where it stands."""
    body = checking(expression, more)
    (found,) = mistakes(body)
    assert found.code == "wrong-type"
    assert found.message == 'TST001: "cadence.dated" does not work with a whole number'
    assert position(found) == place_of(rule_text(body), at)


def test_groups_and_lists_of_the_engagement() -> None:
    """A calculation that wants a list or a group of fields is not given a text of the engagement."""
    wrong = {
        "dates.earliest(engagement.title) > today": "dates.earliest expects a list here, but engagement.title is",
        "engagement.goals.all(g, cadence.dated(g.id))": "cadence.dated expects a group of fields here, but g.id is",
    }
    for expression, message in wrong.items():
        (found,) = mistakes(checking(expression))
        assert (found.code, message in found.message) == ("wrong-type", True)


def test_violations_that_the_runtime_refuses() -> None:
    """The same in violations and in the hole of a message."""
    for body in (
        "violations: dyn(cadence.largest_gap(5, today))\nmessage: No",
        "assert: has(engagement.title)\nat: $.id\nmessage: é {{ cadence.dated(5) }}",
    ):
        (found,) = mistakes(body)
        assert position(found) == place_of(rule_text(body), "(5")


def test_one_evaluation_for_all_items() -> None:
    """The items of a rule are looked at in one go."""
    assert compiled(checking("sla.id != ''", EACH)).rules[0].batch is not None
    assert compiled(checking("true")).rules[0].batch is not None


POLICY = compiled(
    f"""
for_each: $.slas[*]
as: sla
on_empty: pass
where: size(sla.id) > 2
{LIMIT}
{LETS}
  others: engagement.?slas.orValue([]).filter(one, one.id != sla.id)
  mean: others.map(one, one.?target.orValue(0.0))
assert:
  - {{id: more, that: "double_target > limit", at: "@.id", message: A}}
  - {{id: other, that: "others.all(one, one.?target.orValue(0.0) < 9)", at: "@.id", message: B}}
  - {{id: mean, that: "1 / (size(mean) - 1) < 2 && mean.exists(one, one > 3)", at: "@.id", message: C}}
"""
)
TOGETHER = POLICY.rules[0]

LEVELS = st.lists(
    st.fixed_dictionaries({"id": st.sampled_from(["ab", "abc", "abcd"])}, optional={"target": st.integers(0, 9)}),
    max_size=4,
)


@given(LEVELS)
@settings(max_examples=60, deadline=None)
def test_results_together_are_those_of_each_alone(levels: list[dict[str, Any]]) -> None:
    """Every assertion on every item, asked in one go, has the result that it has alone; one error spoils all."""
    runner = Runner(POLICY, engagement(slas=levels), TODAY)

    def alone(program: Program, number: int) -> Any:
        return runner.value(program, Scene(("slas", number)))

    def each(number: int) -> list[Any]:
        iteration = TOGETHER.iteration
        assert iteration is not None
        assert iteration.where is not None
        left = not alone(iteration.where, number)
        return [] if left else [alone(part.that, number) for part in TOGETHER.assertions]

    expected: list[Any] | None
    try:
        expected = [each(number) for number in range(len(levels))]
    except EvaluationError:
        expected = None
    assert TOGETHER.batch is not None
    try:
        found = runner.value(TOGETHER.batch, NOWHERE)
    except EvaluationError:
        found = None
    assert found == expected
