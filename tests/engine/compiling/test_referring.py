"""The engagement as an argument: where a reference stands in for it, and where it does not."""

import pytest

from bpogov.core.outcome import Outcome
from bpogov.engine.compiling import syntax
from bpogov.engine.compiling.referring import referring
from bpogov.engine.environment import running_environment
from tests.engine.bench import checking, holds, outcome, reason, told

ENVIRONMENT = running_environment(["engagement", "today"])


def runs(expression: str) -> str:
    """The text for the runtime of an expression."""
    return referring(expression, syntax.read(ENVIRONMENT.opened().compile(expression).serialize()))


@pytest.mark.parametrize(
    ("written", "run"),
    [
        ("extra(engagement, 'x-a') != null", "extra(_engagement, 'x-a') != null"),
        ("'é😀' != '' && extra( engagement ,'x-a') == 1", "'é😀' != '' && extra( _engagement ,'x-a') == 1"),
        (
            "[1].all(n, extra(engagement, 'x-a') == extra(engagement, 'x-b'))",
            "[1].all(n, extra(_engagement, 'x-a') == extra(_engagement, 'x-b'))",
        ),
        ("text.same(engagement.id, engagement.title)", "text.same(_sections.id, _sections.title)"),
        ("lists.sum(engagement.goals.map(g, 1.0)) > 0.5", "lists.sum(engagement.goals.map(g, 1.0)) > 0.5"),
        ("size(engagement.goals) > 0", "size(engagement.goals) > 0"),
        ("extra(engagement.parties.client, 'x-a') == 1", "extra(engagement.parties.client, 'x-a') == 1"),
        ("extra(engagement.parties, 'x-a') == 1", "extra(_sections.parties, 'x-a') == 1"),
        ("engagement.id in ['a'] || engagement != null", "engagement.id in ['a'] || engagement != null"),
        ("extra({'x-a': engagement}, 'x-a') != null", "extra({'x-a': engagement}, 'x-a') != null"),
    ],
)
def test_only_whole_arguments_of_calculations_are_references(written: str, run: str) -> None:
    """Deeper parts of the engagement, functions of CEL itself and what a rule makes of it see the facts."""
    assert runs(written) == run


@pytest.mark.parametrize(
    "expression",
    [
        "[{'x-a': 1}].all(engagement, extra(engagement, 'x-a') == 1)",
        "cel.bind(engagement, {'x-a': 1}, extra(engagement, 'x-a') == 1)",
        "[2].all(_sections, _sections == 2 && extra(engagement, 'x-a') == null)",
        "[2].all(_engagement, _engagement == 2 && extra(engagement, 'x-a') == null)",
    ],
)
def test_names_that_a_rule_gives_to_something_else(expression: str) -> None:
    """A loop or a binding of the same name means its own value."""
    assert runs(expression) == expression
    assert holds(expression) is Outcome.PASS


def test_the_reference_is_handed_over_everywhere() -> None:
    """In values under let, in conditions, in loops over items and in violations the calculation gets the facts."""
    asked = "extra(engagement, 'x-a') == 7"
    assert outcome(checking("asked", f"let:\n  asked: {asked}"), **{"x-a": 7}) is Outcome.PASS
    assert outcome(checking("true", f"when: {asked}"), **{"x-a": 8}) is Outcome.NOT_APPLICABLE
    each = "for_each: $.goals[*]\nas: goal\non_empty: fail"
    goals = [{"id": "fast", "statement": "Answer fast"}]
    assert outcome(checking(asked, each), goals=goals, **{"x-a": 7}) is Outcome.PASS
    found = "violations: references.duplicates(engagement, ['$.goals[*].id'])\nmessage: No"
    assert outcome(found, goals=goals * 2) is Outcome.FAIL


def test_authors_cannot_name_the_reference() -> None:
    """The checker knows no such name."""
    assert told(checking("extra(_engagement, 'x-a') == null"))[0] == "unknown-name"


def test_mistakes_are_told_about_the_text_of_the_author() -> None:
    """What a calculation says of the facts is told with the expression as it is written."""
    assert '"references.duplicates(engagement, [5]) == []"' in reason(
        checking("references.duplicates(engagement, [5]) == []")
    )
