"""Loading a policy: every mistake in every rule, at its place in the file, before any engagement is read."""

import pytest

from bpogov.core.errors import PolicyError
from bpogov.engine.compiling.compile import compile_policy
from bpogov.policy.load import load_packs
from tests.engine.bench import checking, compiled, engagement, mistakes, place_of, policy, position, rule_text, run

END = "\nat: $.title\nmessage: No"

STYLES = {
    "plain": "assert: engagement.tittle == engagement.id" + END,
    "single quotes": "assert: 'engagement.id == ''é'' || engagement.tittle == ''x'''" + END,
    "double quotes": 'assert: "engagement.id == \\"\\u00e9\\" || engagement.tittle == \'x\'"' + END,
    "double quotes over lines": "assert: \"engagement.id == 'é'\n  || engagement.tittle == 'x'\"" + END,
    "folded": "assert: >-\n  engagement.id == 'é'\n  || engagement.tittle == 'x'" + END,
    "block": "assert: |\n  // ünïcode 日本 😀\n  engagement.id == '😀' ||\n  engagement.tittle == 'x'" + END,
    "list": "assert:\n  - {id: aa, that: engagement.tittle == 'x', at: $.title, message: No}",
    "flow": "let: {name: engagement.tittle}\nassert: name == 'é'" + END,
    "let in a block": "let:\n  ok: 'true'\n  name: |-\n    // é\n    engagement.tittle\nassert: name == 'x' && ok"
    + END,
    "hole": "assert: has(engagement.title)\nat: $.title\nmessage: Où {{ engagement.id }} and {{  engagement.tittle }}",
    "hole in a folded message": "assert: 'true'\nat: $.title\nmessage: >-\n  Où\n  ça {{\n  engagement.tittle }}",
    "help": "assert: has(engagement.title)\nat: $.title\nmessage: No\nhelp: |\n  é\n\n    {{ engagement.tittle }}",
    "when": "when: has(engagement.tittle)\nassert: 'true'" + END,
    "where": "for_each: $.slas[*]\nas: s\non_empty: pass\nwhere: engagement.tittle == s.id\nassert: 'true'" + END,
    "violations": "violations: |-\n  [{'at': engagement.tittle}]\nmessage: No",
    "message of a need": "needs: [{at: $.slas, message: 'é {{ engagement.tittle }}'}]\nassert: 'true'" + END,
}


@pytest.mark.parametrize("style", STYLES)
def test_places_in_every_style(style: str) -> None:
    """A misspelt field is found at its line and column, whatever the style of the text it stands in."""
    (found,) = mistakes(STYLES[style])
    where = position(found)
    line, column = place_of(rule_text(STYLES[style]), "engagement.tittle")
    assert (found.code, found.help) == ("unknown-field", 'did you mean "title"?')
    assert found.message == 'TST001: The field "tittle" does not exist here'
    assert where in ((line, column + len("engagement")), (line, column - 1))  # has( is told at its bracket


@pytest.mark.parametrize(
    ("body", "needle", "message", "help_"),
    [
        ("assert: 'true'\nat: $.titel\nmessage: No", "titel", "leads nowhere", 'did you mean "title"?'),
        ("assert: 'true'\nat: $.goals[*]\nmessage: No", "$.goals", "means several places", "use for_each and @"),
        ("assert: 'true'\nat: '@.id'\nmessage: No", "@.id", "the rule has no for_each", "start it with $"),
        ("assert: 'true'\nat: $.\nmessage: No", "", "is not a path", "write it as $.contract.term.end"),
        ("needs: [$.slos]\n" + checking("true"), "slos", "leads nowhere", 'did you mean "slas"?'),
        ("needs: [{at: $.slos}]\n" + checking("true"), "slos", "leads nowhere", 'did you mean "slas"?'),
        ("needs: [{at: $.slos, message: x}]\n" + checking("true"), "slos", "leads nowhere", "slas"),
        ("for_each: $.slos[*]\nas: s\non_empty: pass\n" + checking("s.x"), "slos", "leads nowhere", "slas"),
        ("for_each: $.title[*]\nas: s\non_empty: pass\n" + checking("s.x"), "$.title[*]", "is no list", ""),
        (
            "for_each: $.contract.clauses[*]\nas: s\non_empty: pass\n" + checking("s.x"),
            "$.contract",
            "is no list",
            "write a dot and the name of the entry",
        ),
        ("schema: {const: 1}\nat: $.status.zzz", "zzz", 'there is no "zzz"', "there are: no fields"),
    ],
)
def test_paths(body: str, needle: str, message: str, help_: str) -> None:
    """A path that the engagement does not have is a mistake at the step that leads nowhere."""
    (found,) = mistakes(body)
    assert found.code == "unknown-path"
    assert message in found.message
    assert help_ in found.help
    if needle:
        assert position(found) == place_of(rule_text(body), needle)


def test_every_mistake_of_every_rule() -> None:
    """Nothing is hidden by the first mistake; the location also names the part of the rule."""
    found = mistakes(checking("engagement.tittle == today2"), checking("engagement.slas.size() > 0"))
    assert [(one.location.file, one.location.path, one.code) for one in found if one.location] == [
        ("rule1.yaml", "$.assert", "unknown-field"),
        ("rule1.yaml", "$.assert", "unknown-name"),
        ("rule2.yaml", "$.assert", "unguarded-read"),
    ]
    listed = mistakes("assert:\n  - {id: aa, that: today2 == '', at: $.title, message: No}")
    assert [one.location.path for one in listed if one.location] == ["$.assert[0].that"]


def test_a_rule_that_is_switched_off_is_checked_but_does_not_count() -> None:
    """Switching a rule off is no way to keep a broken one."""
    other = "rules: {TST001: {enabled: false, reason: not ours}}\n"
    assert [rule.id for rule in compiled(checking("true"), checking("true"), pack=other).rules] == ["TST002"]
    with pytest.raises(PolicyError, match="tittle"):
        compile_policy(policy(checking("engagement.tittle == ''"), pack=other))


def test_shipped_rules_load() -> None:
    """The shipped pack has no mistake in it."""
    assert {rule.bound.facts.pack for rule in compile_policy(load_packs(("policies/core",))).rules} == {"bpogov/core"}


def test_parameters_of_rules_do_not_mix() -> None:
    """Each rule sees its own parameters under the same name, with the value of the engagement's tier."""
    more = "parameters: {limit: {type: integer, default: %s, description: x}}"
    bodies = [checking(f"params.limit == {number}", more % number) for number in (1, 2)]
    assert run(bodies[0], engagement()).results[0].outcome == "pass"
    tiers = "tiers: {small: {rules: {TST001: {parameters: {limit: 2}}}}}\n"
    assert run(bodies[0], engagement(tier="small"), pack=tiers).results[0].outcome == "fail"
    compiled(*bodies)
