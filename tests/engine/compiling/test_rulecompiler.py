"""Checking one rule: names, types, conditions and messages."""

import pytest

from bpogov.core.errors import PolicyError
from tests.engine.bench import checking, compiled, mistakes, place_of, policy, position, rule_text, told

EACH = "for_each: $.slas[*]\nas: sla\non_empty: pass"


def test_unused_let() -> None:
    """A value that nothing reads is a mistake; one that only a message, a help or a broken expression reads is not."""
    body = checking("true", "let:\n  ok: 'true'\n  spare: 'false'\n  more: 'spare'")
    assert [(one.code, one.message) for one in mistakes(body)] == [
        ("unused-name", f'TST001: nothing in the rule reads "{name}"') for name in ("ok", "spare", "more")
    ]
    assert position(mistakes(body)[0]) == place_of(rule_text(body), "true'")
    compiled('let: {name: engagement.id}\nassert: "true"\nat: $.title\nmessage: "{{ name }}"')
    compiled('let: {name: engagement.id}\nassert: "true"\nat: $.title\nmessage: No\nhelp: "{{ name }}"')
    assert told(checking("name == engagement.tittle", "let: {name: engagement.id}"))[0] == "unknown-field"


def test_a_mistake_under_let_is_told_once() -> None:
    """A broken value does not make those that read it broken, and nothing crashes."""
    (found,) = mistakes(checking("second == 'x' && first == 'y'", "let:\n  first: engagement.tittle\n  second: first"))
    assert found.location is not None
    assert (found.code, found.location.path) == ("unknown-field", "$.let.first")


def test_a_condition_is_true_or_false() -> None:
    """An expression that is neither cannot be a condition."""
    for body in (
        checking("engagement.title"),
        checking("true", "when: size(engagement.goals)"),
        checking("true", f"{EACH}\nwhere: sla.id"),
    ):
        code, message, help_ = told(body)
        assert (code, help_) == ("wrong-type", "compare it with something, or use has()")
        assert message == "TST001: this expression has to be true or false, but it is something else"
    compiled(checking("extra(engagement, 'x-open')"))


def test_when_cannot_read_the_item() -> None:
    """The condition of the rule is asked before there is any item, also where a value under let reads it."""
    for more in ("when: has(sla.target)", "let: {aim: sla.id}\nwhen: aim == 'x'"):
        code, message, help_ = told(checking("sla.id != ''", f"{EACH}\n{more}"))
        assert (code, help_) == ("no-item-yet", "write the condition on items under where")
        assert message == 'TST001: when is asked before there is any item, so it cannot read "sla"'


def test_violation_outside_its_place() -> None:
    """The name of a violation means nothing outside the message and help of a rule with violations."""
    for body in (
        checking("violation.at == ''"),
        "assert: 'true'\nat: $.title\nmessage: '{{ violation.at }}'",
        "violations: '[violation]'\nmessage: x",
        "let: {here: violation}\nviolations: '[here]'\nmessage: x",
    ):
        found = mistakes(body)[0]
        assert found.code == "unknown-name"
        assert "only there in the message and help of a rule with violations" in found.message
    compiled("""violations: '[{"at": "$.title"}]'\nmessage: '{{ violation.at }}'\nhelp: '{{ violation.at }}'""")


def test_violations_are_a_list() -> None:
    """Anything else than a list of maps is refused."""
    assert told("violations: engagement.title\nmessage: x")[0] == "wrong-type"
    assert told("violations: engagement.tittle\nmessage: x")[0] == "unknown-field"


def test_open_holes() -> None:
    """A hole that is never closed is a mistake where it begins."""
    body = "assert: 'true'\nat: $.title\nmessage: 'Ü {{ engagement.id }} or {{ engagement.title'"
    (found,) = mistakes(body)
    assert (found.code, found.help) == ("open-hole", "add }} after the expression")
    assert position(found) == place_of(rule_text(body), "{{ engagement.title")


def test_schemas() -> None:
    """A schema with what is not allowed is a mistake at its key."""
    body = "schema:\n  properties:\n    title: {pattern: zz}\nat: $"
    (found,) = mistakes(body)
    assert found.code == "bad-schema"
    assert position(found) == place_of(rule_text(body), "zz}")


@pytest.mark.parametrize("name", ["engagement", "params", "today", "violation", "previous", "portfolio", "extra", "in"])
def test_reserved_names(name: str) -> None:
    """A rule cannot give the names of the language to its own values."""
    with pytest.raises(PolicyError, match=f'"{name}" is a word of the rule language'):
        policy(checking("true", f"let: {{{name}: 'true'}}"))
    with pytest.raises(PolicyError, match=f'"{name}" is a word of the rule language'):
        policy(checking("true", EACH.replace("sla", name).replace(f"$.{name}s", "$.slas")))


def test_too_deep_and_too_much() -> None:
    """An expression that is nested too deeply is refused in plain words, by itself or with what it reads."""
    for expression in ("(" * 60 + "1" + ")" * 60 + " == 1", " + ".join(["1"] * 90) + " == 1"):
        code, message, _ = told(checking(expression))
        assert (code, "nested too deeply" in message) == ("not-cel", True)
    nested = "1"
    for number in range(20):
        nested = f"[1].map(x{number}, {nested})"
    assert "nested too deeply" in told(checking(f"{nested} != []"))[1]
    lets = "let:\n" + "\n".join(f"  v{number}: size(engagement.goals)" for number in range(40))
    total = " + ".join(f"v{number}" for number in range(40))
    assert [one.code for one in mistakes(checking(f"[{total}] != []", lets))] == ["not-cel"]


def test_parts_that_are_broken_do_not_hide_each_other() -> None:
    """A rule with a broken list, assertion, place and message has a mistake for each."""
    body = (
        "for_each: $.slos[*]\nas: slo\non_empty: fail\nwhere: slo.idd == ''\n"
        "assert:\n  - {id: aa, that: zzz, at: $.titel, message: '{{ yyy }}', help: '{{ xxx }}'}"
    )
    assert [one.location.path for one in mistakes(body) if one.location] == [
        "$.for_each",
        "$.assert[0].that",
        "$.assert[0].at",
        "$.assert[0].message",
        "$.assert[0].help",
    ]


def test_a_misspelt_calculation_is_told_once() -> None:
    """The compiler complains about the theme and about the calculation; the author misspelt one word."""
    for body in (
        checking("dates.atmost('1 day', '2 days')"),
        checking("x", "let: {x: \"dates.atmost('1 day', '2 days')\"}"),
    ):
        assert told(body) == (
            "unknown-name",
            'TST001: The name "dates.atmost" is not known here',
            'did you mean "dates.at_most"?',
        )
