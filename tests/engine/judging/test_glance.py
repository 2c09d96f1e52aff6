"""A glance never says anything else than a close look."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpogov.core.gate import LOCAL
from bpogov.core.outcome import Outcome
from bpogov.engine.judging.evaluate import evaluate
from bpogov.engine.judging.glance import Sight, glance
from bpogov.engine.judging.holes import holes
from bpogov.engine.judging.judgement import Judge
from bpogov.engine.judging.record import Stance
from bpogov.engine.judging.running import Runner
from bpogov.engine.program import CompiledRule
from bpogov.model.engagement import Engagement
from tests.engine.bench import TODAY, checking, compiled, engagement

SLAS = "for_each: $.slas[*]\nas: sla\non_empty: {}"
RULES = (
    checking("engagement.title != 'bad'"),
    checking("1 / (size(engagement.title) - 4) != 7"),
    checking("engagement.title != 'bad'", "statuses: [draft]"),
    checking("true", "when: has(engagement.contract)"),
    checking("true", "when: 1 / (size(engagement.goals) - 1) < 5"),
    checking("true", "needs: [$.contract.term]"),
    checking("true", "needs: ['$.slas[*].target']"),
    checking("has(sla.target)", SLAS.format("pass")),
    checking("sla.target > 5", SLAS.format("not-applicable") + "\nneeds: ['@.target']"),
    checking("has(sla.target)", SLAS.format("fail") + "\nwhere: sla.id != 'sb1'"),
    checking("1 / (size(sla.id) - 2) != 7", SLAS.format("pass")),
    checking("has(d.name)", "for_each: $.scope.functions[*].deliverables[*]\nas: d\non_empty: not-applicable"),
    checking("has(step.from)", "for_each: $.slas[0].steps[*]\nas: step\non_empty: pass"),
    "violations: |-\n  [{'at': '$.title'}].filter(v, engagement.title == 'bad')\nmessage: No",
    "schema: {minLength: 5}\nat: $.title",
    (
        "assert:\n  - {id: a, that: engagement.title != 'bad', at: $.title, message: A}\n"
        "  - {id: b, that: size(engagement.goals) == 0, at: $.goals, message: B, statuses: [live]}"
    ),
)
POLICY = compiled(*RULES)


def seen(rule: CompiledRule, on: Engagement) -> tuple[Any, Any]:
    """What a glance says, and what a close look says."""
    assert on.status is not None
    runner, found, stance = Runner(POLICY, on, TODAY), holes(on), Stance.at(on.status, LOCAL, None)
    glanced = glance(rule, Sight(on.facts, stance.status, runner, found))
    judge = Judge(rule, on, stance, Runner(POLICY, on, TODAY), found)
    result = judge.judge()
    if glanced is not None:
        assert judge.record.failures + judge.record.errors + judge.record.unchecked + judge.record.unfilled == []
    return glanced, result


LEVEL = st.fixed_dictionaries(
    {"id": st.sampled_from(["a", "sb1", "ab", "abc", "unknown"])},
    optional={
        "target": st.sampled_from([3, 95, "unknown", "much"]),
        "steps": st.lists(st.just({"from": "2027-01-01"}), max_size=2),
    },
)
SECTIONS = st.fixed_dictionaries(
    {
        "title": st.sampled_from(["bad", "good", "unknown", "longer"]),
        "status": st.sampled_from(["draft", "live", "in-review"]),
        "goals": st.lists(st.just({"id": "faster"}), max_size=2),
    },
    optional={
        "slas": st.lists(LEVEL, max_size=3) | st.just("unknown"),
        "contract": st.sampled_from([{"term": {"start": "2026-01-01"}}, {}, "unknown", {"term": "unknown"}]),
        "scope": st.sampled_from(
            [
                {"functions": [{"id": "mail", "deliverables": [{"name": "d"}, {}]}, {"id": "faster"}]},
                {"functions": "unknown"},
            ]
        ),
    },
)


@given(SECTIONS)
@settings(max_examples=100, deadline=None)
def test_a_glance_agrees_with_a_close_look(sections: dict[str, Any]) -> None:
    """Whatever is there, missing, unknown or broken: a glance has the same result with nothing to say, or none."""
    on = engagement(**sections)
    for rule in POLICY.rules:
        glanced, result = seen(rule, on)
        assert glanced in (None, result)


@pytest.mark.parametrize(
    ("number", "sections", "outcome"),
    [
        (0, {}, Outcome.PASS),
        (0, {"title": "bad"}, None),
        (0, {"title": "unknown"}, None),
        (1, {}, None),
        (2, {}, Outcome.NOT_APPLICABLE),
        (3, {}, Outcome.NOT_APPLICABLE),
        (3, {"contract": {"term": {}}}, Outcome.PASS),
        (4, {"goals": [{"id": "faster"}]}, None),
        (5, {}, None),
        (5, {"contract": {"term": {"start": "2026-01-01"}}}, Outcome.PASS),
        (6, {"slas": [{"id": "sa1", "target": 9}]}, None),
        (7, {"slas": [{"id": "sa1", "target": 9}]}, Outcome.PASS),
        (7, {}, Outcome.PASS),
        (7, {"slas": [{"id": "sa1"}]}, None),
        (7, {"slas": "unknown"}, None),
        (8, {}, Outcome.NOT_APPLICABLE),
        (8, {"slas": [{"id": "sa1", "target": 9}]}, Outcome.PASS),
        (8, {"slas": [{"id": "sa1"}]}, None),
        (9, {"slas": [{"id": "sb1"}, {"id": "sa1", "target": 9}]}, Outcome.PASS),
        (9, {"slas": [{"id": "sb1"}]}, None),
        (10, {"slas": [{"id": "ab"}]}, None),
        (11, {"scope": {"functions": [{"id": "mail", "deliverables": [{"name": "d"}]}]}}, Outcome.PASS),
        (12, {"slas": [{"id": "sa1", "steps": [{"from": "2027-01-01"}]}]}, None),
        (13, {}, Outcome.PASS),
        (13, {"title": "bad"}, None),
        (14, {}, None),
        (15, {}, Outcome.PASS),
        (15, {"goals": [{"id": "faster"}]}, None),
    ],
)
def test_what_a_glance_tells(number: int, sections: dict[str, Any], outcome: Outcome | None) -> None:
    """It tells what holds or does not apply, and leaves everything else to a close look."""
    glanced, result = seen(POLICY.rules[number], engagement(**sections))
    assert (glanced and glanced.outcome) == outcome
    assert glanced in (None, result)


def test_a_rule_that_a_glance_does_not_tell_is_judged() -> None:
    """The results stand in the order of the rules, whoever found them."""
    evaluation = evaluate(POLICY, engagement(title="bad"), TODAY)
    assert [result.rule for result in evaluation.results] == [rule.id for rule in POLICY.rules]
    assert [result.rule for result in evaluation.results if result.outcome is Outcome.FAIL][:2] == ["TST001", "TST006"]
