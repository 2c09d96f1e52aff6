"""What the kinds of check find: violations, findings for each, schemas, and assertions asked together."""

import pytest

from bpogov.core.outcome import Outcome
from bpogov.core.severity import Severity
from tests.engine.bench import FULL, checking, compiled, engagement, outcome, places, run, written

VIOLATIONS = "violations: |-\n  {}\nmessage: '{{{{ violation.?says.orValue(\"?\") }}}}'"


def test_violations() -> None:
    """Each map of the list is a finding at its own place; an empty list is a pass."""
    body = VIOLATIONS.format('engagement.goals.map(g, {"at": "$.goals[" + g.id + "].due", "says": g.id, "id": "late"})')
    evaluation = run(body, engagement(goals=[{"id": "fast"}, {"id": "good"}]))
    assert [(found.location.path, found.message, found.assertion) for found in evaluation.findings] == [
        ("$.goals[fast].due", "fast", "late"),
        ("$.goals[good].due", "good", "late"),
    ]
    assert outcome(body) is Outcome.PASS
    assert outcome(body, goals=[{"id": "fast"}, 5]) is Outcome.NOT_CHECKED
    lighter = VIOLATIONS.format('[{"at": "$.title", "severity": "note"}]')
    assert [found.severity for found in run(lighter).findings] == [Severity.NOTE]
    unnamed = VIOLATIONS.format('[{"at": "$.goals[other].due"}]')
    assert [found.location.path for found in run(unnamed).findings] == ["$.goals"]


@pytest.mark.parametrize(
    "violations",
    [
        '[{"says": "no place"}]',
        '[{"at": 5}]',
        '[{"at": "goals"}]',
        '[{"at": "$.title", "severity": "heavy"}]',
        '["$.title"]',
        "dyn(5)",
        "[1, 2].map(n, {'at': '$.title', 'says': 1 / (n - 1)})",
    ],
)
def test_violations_that_cannot_be_told(violations: str) -> None:
    """A violation without a readable place, or a list that cannot be made, is an error and never a pass."""
    assert outcome(VIOLATIONS.format(violations)) is Outcome.ERROR


def test_assertion_with_a_finding_for_each() -> None:
    """Where an assertion is not true, each map of its list is a finding at its own place, under its id."""
    body = """assert:
  - id: due
    that: late.size() == 0
    at: $.goals
    each: 'late.map(g, {"at": "$.goals[" + g.id + "].due", "id": "other", "due": g.due, "severity": "warning"})'
    message: "{{ violation.due }} is past"
  - {id: title, that: "true", at: $.title, message: No}
let: {late: 'engagement.goals.filter(g, has(g.due) && g.due < today)'}"""
    goals = [
        {"id": "fast", "due": "2026-01-01"},
        {"id": "good", "due": "2027-01-01"},
        {"id": "cheap", "due": "2026-02-01"},
    ]
    found = run(body, engagement(goals=goals)).findings
    assert [(one.location.path, one.message, one.assertion, one.severity) for one in found] == [
        ("$.goals[fast].due", "2026-01-01 is past", "due", Severity.WARNING),
        ("$.goals[cheap].due", "2026-02-01 is past", "due", Severity.WARNING),
    ]
    assert outcome(body, goals=goals[1:2]) is Outcome.PASS
    broken = body.replace('"due": g.due', '"due": 1 / (size(g.id) - 4)')
    assert outcome(broken, goals=goals) is Outcome.ERROR
    nothing = run(body.replace("late.map(", "late.filter(g, false).map("), engagement(goals=goals))
    assert [(one.location.path, one.message, one.assertion) for one in nothing.findings] == [
        ("$.goals", "The title", "due")
    ]
    assert outcome(broken, goals=goals[1:2]) is Outcome.PASS


def test_items_with_findings_for_each() -> None:
    """In a rule with items the list may read the item, and a path of a finding may start at it."""
    body = """for_each: $.scope.functions[*]
as: work
on_empty: pass
assert:
  - id: goal
    that: astray.size() == 0
    at: '@'
    each: 'astray.map(d, {"at": "@.deliverables[" + d.name + "]", "name": d.name})'
    message: "{{ violation.name }} of {{ work.id }}"
let: {astray: 'work.?deliverables.orValue([]).filter(d, !has(d.goal))'}
"""
    work = {"id": "voice", "name": "V", "deliverables": [{"name": "Calls"}, {"name": "Mails", "goal": "g"}]}
    found = run(body, engagement(scope={"functions": [work]})).findings
    assert [(one.location.path, one.message) for one in found] == [
        ("$.scope.functions[voice].deliverables[Calls]", "Calls of voice")
    ]


def test_schemas() -> None:
    """A part that does not have the form of the schema has a finding at each place; a missing one is a gap."""
    body = "schema: {required: [end], properties: {end: {const: '2027-01-01'}}}\nat: $.contract.term"
    assert places(body, contract={"term": {"start": "2026-01-01"}}) == ["$.contract.term.end"]
    assert [found.message for found in run(body).findings] == ['"contract.term" is not filled in']
    assert outcome(body, contract={"term": {"end": "2027-01-01"}}) is Outcome.PASS
    assert outcome(body, contract={"term": {"end": "unknown"}}) is Outcome.NOT_CHECKED
    worded = f"{body}\nmessage: The term of {{{{ engagement.title }}}}"
    found = run(worded, engagement(contract={"term": {"end": "2028-01-01"}})).findings
    assert [(one.message, one.assertion) for one in found] == [("The term of Tiny", "end")]


def test_schemas_of_items() -> None:
    """A schema with for_each looks at the item, or at a place in it."""
    item = "for_each: $.slas[*]\nas: sla\non_empty: pass\nschema: {minProperties: 2}"
    assert places(item, slas=[{"id": "voice"}, {"id": "mail", "unit": "h"}]) == ["$.slas[voice]"]
    inner = "for_each: $.slas[*]\nas: sla\non_empty: pass\nschema: {minimum: 5}\nat: '@.target'"
    found = run(inner, engagement(slas=[{"id": "voice", "target": 3}])).findings
    assert [(one.location.path, one.message) for one in found] == [
        ("$.slas[voice].target", "this part has to be at least 5, but it is 3")
    ]


def test_findings_without_a_place_of_their_own() -> None:
    """A finding at an item that is named and not there stands at the nearest place above it."""
    body = 'assert: "false"\nat: $.slas[voice].target\nmessage: "No"'
    assert places(body) == ["$.slas"]
    assert places(body.replace("$.slas[voice].target", "'$[0]'").replace("'$[0]'", "$")) == ["$"]


def test_lines_of_the_file() -> None:
    """A finding knows the line of the value as the author wrote it."""
    on = written("slas:\n  - id: voice\n    target: 3\n")
    found = run(FULL.format(""), on).findings[0]
    assert found.location.span is not None
    assert (found.location.span.start.line, found.location.span.start.column) == (11, 13)


def test_rules_too_deep_for_one_evaluation_are_judged_item_by_item() -> None:
    """A rule that is nested to the limit of the runtime is still judged."""
    deep = "[" * 28 + "1" + "]" * 28
    body = checking(f"{deep} != []", "for_each: $.scope.functions[*].deliverables[*]\nas: part\non_empty: fail")
    assert compiled(body).rules[0].batch is None
    functions = [{"id": "voice", "name": "Voice", "deliverables": [{"name": "Calls"}]}]
    assert outcome(body, scope={"functions": functions}) is Outcome.PASS


def test_assertions_are_asked_together_and_apart() -> None:
    """Several assertions are judged in one go; where one of them is an error, each is judged for itself."""
    body = """\
assert:
  - {{id: one, that: "engagement.title != ''", at: $.title, message: One}}
  - {{id: two, that: "{0}", at: $.id, message: Two}}
  - {{id: three, that: "engagement.title == ''", at: $.title, message: Three}}
"""
    assert compiled(body.format("true")).rules[0].batch is not None
    failed = run(body.format("false"))
    assert [(one.assertion, one.message) for one in failed.findings] == [("two", "Two"), ("three", "Three")]
    for broken in ("1 / size(engagement.goals) == 5", "extra(engagement, 'x-word')"):
        judged = run(body.format(broken), engagement(**{"x-word": "yes"}))
        assert (judged.results[0].outcome, [one.message for one in judged.findings]) == (Outcome.ERROR, ["Three"])


@pytest.mark.parametrize("word", ["yes", 1])
def test_an_item_is_never_judged_by_what_is_neither_true_nor_false(word: object) -> None:
    """A word or a number where a rule expects true or false is an error of the rule, for items too."""
    body = "for_each: $.goals[*]\nas: goal\non_empty: fail\nassert: extra(engagement, 'x-a')\nat: '@.id'\nmessage: No"
    judged = run(body, engagement(goals=[{"id": "fast", "statement": "Answer fast"}], **{"x-a": word}))
    assert judged.results[0].outcome is Outcome.ERROR
    assert "neither true nor false" in judged.results[0].reason
