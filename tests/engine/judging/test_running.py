"""Running programs: what a message shows, and what counts as an error."""

import pytest

from bpogov.engine.judging.running import NOWHERE, EvaluationError, Runner, Scene, at, exists, scene_of
from tests.engine.bench import TODAY, checking, compiled, engagement, run, written

ITEM = (
    "for_each: $.slas[*]\nas: sla\nneeds: ['@.target']\non_empty: pass\nassert: 'false'\nat: '@.target'\nmessage: '{}'"
)


@pytest.mark.parametrize(
    ("text", "message", "shown"),
    [
        ("target: 95.50", "{{ sla.target }}", "95.50"),
        ("target: 95", "{{ sla.target }} of {{ sla.target + 1.0 }}", "95 of 96"),
        ("target: 1.0e2", "{{ sla.target }}", "1.0e2"),
        ("target: 3", "{{ sla.id }}", "voice"),
        (
            "target: 3\n    credits: [{below: 2.50}]",
            "{{ sla.?credits.orValue([]).map(c, c.?below.orValue(0.0)) }}",
            "2.5",
        ),
    ],
)
def test_numbers_as_their_author_wrote_them(text: str, message: str, shown: str) -> None:
    """A number straight from the file is shown as it stands there; a calculated one as people write it."""
    found = run(ITEM.format(message), written(f"slas:\n  - id: voice\n    {text}\n")).findings
    assert [one.message for one in found] == [shown]


def test_numbers_outside_of_items() -> None:
    """A number of the engagement is shown as written in any rule; one of several lists or from a default is not."""
    cost = "needs: [$.cost.savings_percent]\nassert: 'false'\nat: $.title\nmessage: '{}'"
    on = written("cost: {savings_percent: 12.50}\n")
    assert run(cost.format("{{ engagement.cost.savings_percent }}"), on).findings[0].message == "12.50"
    other = "{{ engagement.?cost.?benchmark_price.orValue(1.50) }}"
    assert run(cost.format(other), on).findings[0].message == "1.5"
    first = "{{ engagement.?slas.orValue([])[?0].?target.orValue(2.50) }}"
    assert run(cost.format(first), on).findings[0].message == "2.5"
    whole = "{{ engagement.cost.savings_percent > 5.0 }} {{ size(engagement.goals) }}"
    assert run(cost.format(whole), on).findings[0].message == "true 0"


def test_what_was_asked_about_the_engagement_is_remembered() -> None:
    """A value, an error and a text are the same when they are asked for again; items are asked one by one."""
    body = checking("size(engagement.title) == 4 && 1 / size(engagement.goals) > 0 || engagement.title == 'x'")
    policy = compiled(body, "needs: [$.title]\nassert: 'true'\nat: $.title\nmessage: '{{ engagement.title }}'")
    runner = Runner(policy, engagement(title="Tiny"), TODAY)
    broken, title = policy.rules[0].assertions[0].that, policy.rules[1].assertions[0].message.holes[0]
    for _ in range(2):
        with pytest.raises(EvaluationError, match="divide by zero") as caught:
            runner.truth(broken, NOWHERE)
        assert caught.value.program is broken
        assert runner.value(title, NOWHERE) == "Tiny"
        assert runner.value(title, Scene(("goals", 0))) == "Tiny"
    assert scene_of(None) is NOWHERE
    assert scene_of(("slas", 1)) == Scene(("slas", 1))


def test_places_in_facts() -> None:
    """The value at a path, or nothing."""
    facts = {"a": [{"b": 1}], "c": None}
    assert at(facts, ("a", 0, "b")) == 1
    assert [at(facts, path) for path in (("a", 1), ("a", "b"), ("a", 0, 0), ("x",))] == [None] * 4
    assert (exists(facts, ()), exists(facts, ("a", 0)), exists(facts, ("a", 1))) == (True, True, False)
