"""The rule file."""

import pytest

from bpogov.policy.reading import read_document
from bpogov.policy.rule import RuleFile
from bpogov.source.load import load
from tests.policy.files import many, only, path, read_text, rule

BASE = {"assert_": None, "at": None, "message": None}


def _form(text: str) -> RuleFile:
    read = read_document(load(text.encode(), "file.yaml"), RuleFile, [])
    assert read is not None
    return read.form


def test_short_forms_become_long_ones() -> None:
    """A path is a need, a word an expectation, one expression an assertion without id."""
    form = _form(rule(needs="[$.slas, {at: $.goals, message: Gone}]"))
    assert [(need.at, need.message) for need in form.needs] == [("$.slas", None), ("$.goals", "Gone")]
    assert form.examples[0].expect.outcome.value == "pass"
    assert [(part.id, part.that, part.at) for part in form.assertions] == [
        ("", "engagement.goals.size() < 4", "$.goals")
    ]


def test_long_forms_stay() -> None:
    """Named assertions keep their ids; a rule with violations has none."""
    assert [part.id for part in _form(rule(**{**BASE, "assert_": many(2)})).assertions] == ["part-1", "part-2"]
    assert _form(rule(**{**BASE, "violations": "'[]'", "message": "No"})).assertions == ()


def test_an_ended_engagement_is_left_alone_by_default() -> None:
    """Without `statuses` a rule applies to all but ended engagements."""
    assert [status.value for status in _form(rule()).statuses] == ["draft", "in-review", "signed", "live", "exiting"]


def test_a_group_in_the_place_of_the_needs_is_refused() -> None:
    """Needs are a list."""
    assert path(only(read_text(rule(needs="{at: $.slas}"), RuleFile))) == "$.needs"


@pytest.mark.parametrize(
    ("keys", "where", "message"),
    [
        (BASE, "$.id", "A rule has one of assert, violations and schema; this one has none of them"),
        ({"violations": "'[]'"}, "$.violations",
         "A rule has one of assert, violations and schema; this one has assert and violations"),
        ({"at": None}, "$.assert",
         "A rule with one assert says at (where the finding points) and message (its sentence)"),
        ({"message": None}, "$.assert",
         "A rule with one assert says at (where the finding points) and message (its sentence)"),
        ({**BASE, "assert_": "[]"}, "$.assert", "The list under assert is empty, so the rule checks nothing"),
        ({**BASE, "assert_": many(1), "at": "$.goals"}, "$.at",
         '"at" stands in each assertion when assert is a list'),
        ({**BASE, "violations": "'[]'"}, "$.violations",
         "A rule with violations says message: the sentence of the finding"),
        ({**BASE, "schema": "{type: object}"}, "$.schema",
         "A rule with schema says at or for_each: the place that has to have this form"),
        ({"as_": "goal"}, "$.as", '"as" only makes sense with for_each'),
        ({"where": '"true"'}, "$.where", '"where" only makes sense with for_each'),
        ({"on_empty": "pass"}, "$.on_empty", '"on_empty" only makes sense with for_each'),
        ({"for_each": "$.goals[*]", "on_empty": "pass"}, "$.for_each",
         "A rule with for_each says as: the name of the item in expressions"),
        ({"for_each": "$.goals[*]", "as_": "goal"}, "$.for_each",
         "A rule with for_each says on_empty: pass, fail or not-applicable where there is no item"),
        ({"for_each": "$.goals", "as_": "goal", "on_empty": "pass"}, "$.for_each",
         '"for_each" names the items of a list, so it ends in [*], but this one is "$.goals"'),
        ({**BASE, "violations": "'[]'", "message": "No", "for_each": "$.goals[*]", "as_": "goal", "on_empty": "pass"},
         "$.for_each", '"for_each" goes with assert or schema; violations makes its own list'),
        ({"for_each": "$.goals[*]", "as_": "goal", "on_empty": "pass", "let": '{goal: "1"}'}, "$.let.goal",
         '"goal" is both the item and a let value'),
        ({"for_each": "$.goals[*]", "as_": "today", "on_empty": "pass"}, "$.as",
         '"today" is a word of the rule language; choose another'),
        ({"let": "{params: a}"}, "$.let.params", '"params" is a word of the rule language; choose another'),
        ({"when": '"true"'}, "$.examples", "The rule has when, but no example expects not-applicable"),
    ],
)  # fmt: skip
def test_keys_that_contradict_each_other(keys: dict[str, str | None], where: str, message: str) -> None:
    """Each contradiction is told at the key that is most likely meant."""
    problem = only(read_text(rule(**keys), RuleFile))
    assert (path(problem), problem.message) == (where, message)


def test_two_assertions_have_two_ids() -> None:
    """The second one is shown."""
    twice = '[{id: a, that: "true", at: $.goals, message: No}, {id: a, that: "true", at: $.goals, message: No}]'
    problem = only(read_text(rule(**{**BASE, "assert_": twice}), RuleFile))
    assert (path(problem), problem.message) == (
        "$.assert[1].id",
        'An assertion before this one has the id "a" too',
    )


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [("pass", "pass", "fail"), ("{outcome: fail, at: $.id}", "{outcome: fail, at: $.id}", "pass")],
)
def test_a_rule_shows_both_sides(first: str, second: str, wanted: str) -> None:
    """At least one example passes and one fails."""
    examples = (
        f"[{{name: a, given: {{use: shop}}, expect: {first}}}, {{name: b, given: {{use: shop}}, expect: {second}}}]"
    )
    problem = only(read_text(rule(examples=examples), RuleFile))
    assert (path(problem), problem.message) == (
        "$.examples",
        f"No example expects {wanted}: every rule has at least one",
    )


def test_two_examples_have_two_names() -> None:
    """Reports name an example by its name."""
    examples = (
        "[{name: a, given: {use: shop}, expect: pass}, {name: a, given: {use: shop},"
        " expect: {outcome: fail, at: $.id}}]"
    )
    problem = only(read_text(rule(examples=examples), RuleFile))
    assert (path(problem), problem.message) == ("$.examples[1].name", 'An example before this one is called "a" too')


def test_an_example_that_fails_says_where() -> None:
    """Otherwise any finding would do."""
    examples = "[{name: a, given: {use: shop}, expect: pass}, {name: b, given: {use: shop}, expect: fail}]"
    problem = only(read_text(rule(examples=examples), RuleFile))
    assert (path(problem), problem.message) == (
        "$.examples[1].expect",
        "An example that expects fail says where: add at, such as $.goals",
    )


def test_contradictions_are_told_together() -> None:
    """Several of them at once, each at its own key."""
    found = read_text(rule(violations="'[]'", as_="x", when='"true"', let="{if: a}"), RuleFile)
    assert [path(problem) for problem in found] == ["$.violations", "$.as", "$.let.if", "$.examples"]


ILLUSTRATED = """[{name: good, given: {use: shop}, expect: pass},
  {name: first, given: {use: shop}, advice: [S1-1], expect: {outcome: fail, at: $.id}},
  {name: second, given: {use: shop}, expect: {outcome: fail, at: $.id}},
  {name: third, given: {use: shop}, advice: [S1-2, S1-1], expect: {outcome: fail, at: $.id}}]"""


@pytest.mark.parametrize(("piece", "name"), [("S1-1", "first"), ("S1-2", "third"), ("S1-3", "second")])
def test_an_example_illustrates_a_piece_of_advice(piece: str, name: str) -> None:
    """The first failing one that names the piece does, else the first one that names none."""
    form = _form(rule(advice="[S1-1, S1-2, S1-3]", examples=ILLUSTRATED))
    example = form.illustration(piece)
    assert example is not None
    assert example.name == name


def test_a_piece_without_an_example_has_no_illustration() -> None:
    """An example that shows another piece does not stand in."""
    examples = ILLUSTRATED.replace("{name: second,", "{name: second, advice: [S1-1],")
    form = _form(rule(advice="[S1-1, S1-2, S1-3]", examples=examples))
    assert form.illustration("S1-3") is None


@pytest.mark.parametrize(
    ("advice", "expect", "where", "message"),
    [
        (
            "[S1-1, S1-9]",
            "{outcome: fail, at: $.id}",
            "$.examples[1].advice[1]",
            'The rule does not serve "S1-9"; add it to the advice of the rule, or take it out here',
        ),
        (
            "[S1-1]",
            "not-applicable",
            "$.examples[1].advice",
            "Only an example that expects fail shows what a piece of advice warns of",
        ),
    ],
)
def test_an_example_shows_advice_of_its_rule(advice: str, expect: str, where: str, message: str) -> None:
    """A piece that the rule does not serve, or an example that does not fail, is a mistake."""
    examples = f"""[{{name: a, given: {{use: shop}}, expect: pass}},
      {{name: b, given: {{use: shop}}, advice: {advice}, expect: {expect}}},
      {{name: c, given: {{use: shop}}, expect: {{outcome: fail, at: $.id}}}}]"""
    problem = only(read_text(rule(advice="[S1-1]", examples=examples), RuleFile))
    assert (path(problem), problem.message) == (where, message)
