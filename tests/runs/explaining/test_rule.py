"""Everything about one rule."""

import pytest

from bpogov.core.explanation import RuleExplanation
from bpogov.runs.explaining.explain import explain
from tests.policy.files import configuration, many, rule, write, write_pack

pytestmark = pytest.mark.usefixtures("workspace")

LIMIT = "{limit: {type: integer, default: 4, description: Most goals}}"


def _explain(content: str, **keys: str | None) -> RuleExplanation:
    write_pack("own", content)
    write("bpogov.yaml", configuration(packs="[own]", **keys))
    found = explain("OWN001", None, None)
    assert isinstance(found, RuleExplanation)
    return found


def _examples(*patches: str) -> str:
    """A passing example as it is, and failing ones with the edits."""
    passes = "{name: as it is, given: {use: shop}, expect: pass}"
    fails = (
        f"{{name: edit {number}, given: {{use: shop, patch: [{patch}]}}, expect: {{outcome: fail, at: $.goals}}}}"
        for number, patch in enumerate(patches)
    )
    return f"[{', '.join([passes, *fails])}]"


def test_texts_and_sources() -> None:
    """As they stand in the file, references in one line each."""
    references = (
        "[{standard: ISO 37500, strength: supports},"
        ' {standard: ISO 44001, clause: "8.2", strength: requires, note: the relationship plan}]'
    )
    found = _explain(rule(references=references, advice="[S2-14]", can_be_waived="false"))
    assert (found.title, found.rationale, found.remediation) == (
        "Few goals",
        "Many goals are none.",
        "Keep the goals that count.",
    )
    assert found.references == ("ISO 37500 (supports)", "ISO 44001, 8.2 (requires): the relationship plan")
    assert (found.advice, found.waivable, found.file) == (("S2-14",), False, "own/goals/few-goals.yaml")
    assert (found.since, found.statuses, found.origins, found.tiers, found.enabled) == ("in-review", (), (), (), True)


def test_statuses_that_are_not_the_usual_ones() -> None:
    """Only those are named; a rule that counts from the first status says nothing of it."""
    found = _explain(rule(statuses="[live, in-review]", from_="draft"))
    assert (found.since, found.statuses) == ("", ("live", "in-review"))


def test_who_acts() -> None:
    """As the rule says, with the parts on which it is somebody else; nobody where no rule knows it."""
    parts = ", ".join(
        f"{{id: {name}, that: 'true', at: $.goals, message: No{acts}}}"
        for name, acts in (("one", ""), ("two", ", acts: provider"), ("three", ", acts: joint"))
    )
    found = _explain(rule(acts="joint", assert_=f"[{parts}]", at=None, message=None))
    assert (found.acts, found.acts_on) == ("joint", (("two", "provider"),))
    nobody = _explain(rule())
    assert (nobody.acts, nobody.acts_on) == ("", ())


def test_values_with_their_origin() -> None:
    """Of every parameter: the value now, who set it, and the default."""
    tiers = "{small: {rules: {OWN001: {severity: note, parameters: {limit: 9}}}}, critical: {rules: {OWN001: {}}}}"
    rules = "{OWN001: {severity: error, from: live, enabled: true, parameters: {limit: 6}}}"
    found = _explain(rule(parameters=LIMIT, assert_="engagement.goals.size() < params.limit"), rules=rules, tiers=tiers)
    parameter = found.parameters[0]
    assert (parameter.name, parameter.kind, parameter.value, parameter.default) == ("limit", "integer", "6", "4")
    assert (parameter.origin, parameter.description) == ("bpogov.yaml, line 4", "Most goals")
    assert found.origins == (
        "severity is error (bpogov.yaml, line 4)",
        "first status is live (bpogov.yaml, line 4)",
        "it is switched on (bpogov.yaml, line 4)",
    )
    assert found.tiers == (
        "small: severity is note (bpogov.yaml, line 5)",
        "small: limit is 9 (bpogov.yaml, line 5)",
    )


def test_single_assertions_have_origins_too() -> None:
    """What is set for one of them is named with it, for all or for a tier."""
    found = _explain(
        rule(assert_=many(2), at=None, message=None),
        rules="{OWN001/part-1: {severity: note}}",
        tiers="{critical: {rules: {OWN001/part-2: {from: live}}}}",
    )
    assert found.origins == ("part-1/severity is note (bpogov.yaml, line 4)",)
    assert found.tiers == ("critical: part-2/from is live (bpogov.yaml, line 5)",)


def test_a_rule_that_is_off_or_locked() -> None:
    """Off with the place that says so; a locked one cannot be waived."""
    off = _explain(rule(), rules="{OWN001: {enabled: false, reason: not ours}}")
    assert (off.enabled, off.origins) == (False, ("it is switched off (bpogov.yaml, line 4)",))
    assert _explain(rule(), rules="{OWN001: {lock: true}}").waivable is False


def test_examples_as_text() -> None:
    """The engagement, the edits in words, and what the finding says."""
    patch = (
        "{op: remove, path: /goals/0/due},"
        " {op: add, path: /goals/-, value: {id: second, statement: More, owner: joint}},"
        " {op: replace, path: /title, value: Tee für alle}, {op: add, path: /x-a~1b, value: 1},"
        " {op: move, from: /goals/1, path: /goals/0}"
    )
    found = _explain(rule(assert_="engagement.goals.size() < 2", examples=_examples(patch)))
    assert found.passing is not None
    assert (found.passing.name, found.passing.text, found.passing.message) == (
        "as it is",
        "the example engagement shop",
        "",
    )
    assert found.failing is not None
    assert found.failing.message == "There are many goals"
    assert found.failing.text.splitlines() == [
        "the example engagement shop, but with",
        "  nothing at $.goals[faster].due",
        '  $.goals, as the last entry: {"id": "second", "statement": "More", "owner": "joint"}',
        '  $.title: "Tee für alle"',
        "  $['x-a/b']: 1",
        "  what is at $.goals[1] moved to $.goals[faster]",
    ]


def test_an_example_that_does_not_work_says_nothing() -> None:
    """Explaining is not testing: the text is shown, without a finding."""
    found = _explain(rule(examples=_examples("{op: remove, path: /goals/7}")))
    assert found.failing is not None
    assert (found.failing.name, found.failing.message) == ("edit 0", "")
    passing = _explain(rule(examples=_examples("{op: replace, path: /title, value: Other}")))
    assert passing.failing is not None
    assert passing.failing.message == ""
