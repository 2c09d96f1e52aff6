"""Reads of optional parts: each guard that is accepted, each read that is not, before any engagement is read."""

import pytest

from bpogov.core.errors import PolicyError
from tests.engine.bench import checking, compiled, mistake, mistakes, place_of, position, rule_text, told

EACH_SLA = "for_each: $.slas[*]\nas: sla\non_empty: pass"


@pytest.mark.parametrize(
    "expression",
    [
        "has(engagement.slas) && engagement.slas.size() > 0",
        "!has(engagement.slas) || engagement.slas.size() > 0",
        "has(engagement.slas) ? engagement.slas.size() > 0 : false",
        "!has(engagement.slas) ? false : engagement.slas.size() > 0",
        "!(has(engagement.slas) && has(engagement.risks)) || engagement.slas.size() > engagement.risks.size()",
        "!(!has(engagement.slas) || !has(engagement.risks)) && engagement.slas.size() > engagement.risks.size()",
        "(has(engagement.risks) ? has(engagement.slas) : has(engagement.slas)) && engagement.slas.size() > 0",
        "(has(engagement.slas) || false) && has(engagement.title)",
        "engagement.?slas.orValue([]).size() > 0",
        "engagement.?contract.?term.?end.orValue('') > today",
        "engagement.?contract.?term.?end.hasValue() && engagement.contract.term.end > today",
        "engagement.?slas.orValue([]).filter(s, has(s.target)).all(s, s.target > 5)",
        "engagement.?slas.orValue([]).filter(s, has(s.target)).map(s, s.target).all(t, t > 5)",
        "engagement.?slas.orValue([]).filter(s, has(s.target)).filter(s, s.target > 5).exists(s, s.target > 6)",
        "engagement.goals.map(g, has(g.target), g.target).all(t, t > 6)",
        "engagement.goals.all(g, has(g.target)) && engagement.goals.all(g, g.target > 5)",
        "engagement.goals.all(g, !has(g.target) || g.target > 5)",
        "engagement.?contract.optMap(c, c.?term.?end.orValue('')).orValue('') > today",
        "engagement.?contract.optFlatMap(c, c.?term).hasValue()",
        "cel.bind(end, engagement.?contract.?term.?end, end.hasValue() && end.value() > today)",
        "cel.bind(slas, engagement.?slas.orValue([]), slas.size() > 0 && slas[0].id != '')",
        "cel.bind(some, has(engagement.slas), true) && engagement.goals.size() == 0",
        "cel.bind(goals, engagement.goals, true) && cel.bind(list, engagement.goals, list.size() == 0)",
        "has({'a': 1}.a) && {'p': engagement.parties.client}.p.name != ''",
        "engagement.goals.filter(g, has(g.target)).map(g, {'g': g, 'one': 1}).all(m, m.g.target > 5)",
        "[has(engagement.slas), true].exists(yes, yes)",
        "size({'a': [1]}) == 1 && [[1]].size() == 1 && {}.size() == 0",
        "{1: 'a'}.size() == 1",
    ],
)
def test_what_a_guard_is(expression: str) -> None:
    """Each way to ask for an optional part first is understood."""
    compiled(checking(expression))


@pytest.mark.parametrize(
    ("expression", "at", "field", "corrected"),
    [
        ("engagement.slas.size() > 0", ".slas", "slas", "write engagement.?slas.orValue([])"),
        (
            "engagement.contract.term.end > today",
            ".contract",
            "contract",
            "engagement.?contract.?term.?end.orValue('')",
        ),
        ("has(engagement.contract.term)", ".contract", "contract", "write engagement.?contract.?term.hasValue()"),
        (
            "engagement.contract == engagement.?contract.value()",
            ".contract",
            "contract",
            "ask has(engagement.contract)",
        ),
        ("engagement.goals.all(g, g.target > 5)", ".target", "target", "write g.?target.orValue(0.0)"),
        ("engagement.goals.exists(g, g.target > 5 || !has(g.target))", ".target", "target", "ask has(g.target) first"),
        ("has(engagement.risks) || engagement.slas.size() > 0", ".slas", "slas", "name it in needs"),
        ("(has(engagement.risks) || has(engagement.slas)) && engagement.slas.size() > 0", ".slas.", "slas", "?slas"),
        ("has(engagement.slas) ? true : engagement.slas.size() > 0", ".slas.", "slas", "?slas"),
        (
            "engagement.goals.exists(g, has(g.target)) && engagement.goals.all(h, h.target > 5)",
            ".target >",
            "target",
            "h.?",
        ),
        ("(engagement.goals + engagement.goals).all(g, g.target > 5)", ".target", "target", "write g.?target"),
        (
            "(2 > 1 ? engagement.goals.filter(g, has(g.due)) : engagement.goals).all(h, h.due > today)",
            ".due > t",
            "due",
            "h.?",
        ),
        (
            "[engagement.parties.client, engagement.parties.provider].all(p, p.timezone != '')",
            ".timezone",
            "timezone",
            "p.?",
        ),
        ("engagement.goals.map(g, {'g': g}).all(m, m.g.target > 5)", ".target", "target", "write m.g.?target"),
        ("engagement.?contract.optMap(c, c.term.end).orValue('') > today", ".term", "term", "write c.?term.?end"),
    ],
)
def test_unguarded_reads(expression: str, at: str, field: str, corrected: str) -> None:
    """An optional part that nothing asks for is a mistake at its dot, with the corrected text."""
    body = checking(expression)
    found = mistakes(body)[0]
    assert found.code == "unguarded-read"
    assert found.message == f'TST001: "{field}" is optional, so it may be absent where this expression reads it'
    assert corrected in found.help
    assert position(found) == place_of(rule_text(body), at)


def test_needs_when_and_where_guard() -> None:
    """What the rule asks for elsewhere is there in its expressions, messages and helps."""
    term = "engagement.contract.term.end > today"
    compiled(checking(term, "needs: [$.contract.term.end]"))
    compiled(checking(term, "when: has(engagement.contract) && engagement.?contract.?term.?end.hasValue()"))
    compiled(checking("sla.target > 5", f"{EACH_SLA}\nwhere: has(sla.target)"))
    compiled(checking("sla.target > 5", f"{EACH_SLA}\nneeds: ['@.target']"))
    compiled(checking("engagement.slas.exists(other, other.id != sla.id)", EACH_SLA))
    lists = "['$.scope.functions[*].deliverables', '$.scope.functions[*].deliverables[*].quantity']"
    every = "engagement.scope.functions.all(f, f.deliverables.all(d, d.quantity > 5))"
    compiled(checking(every, f"needs: {lists}"))
    compiled('needs: [$.slas]\nassert: size(engagement.slas) > 1\nat: $.slas\nmessage: "{{ engagement.slas.size() }}"')


@pytest.mark.parametrize(
    ("expression", "more"),
    [
        ("engagement.slas.size() > 0", "needs: ['$.slas[*].target']"),
        ("engagement.slas.all(s, s.target > 5)", "needs: [$.slas, '$.slas[voice].target']"),
        ("engagement.slas.all(s, s.target > 5)", "needs: [$.slas, '$.slas[0].target']"),
        ("sla.target > 5", f"{EACH_SLA}\nwhere: sla.target > 3\nneeds: ['@.target']"),
        (
            "engagement.?slas.orValue([]).all(sla, !has(sla.target) || aim > 5)",
            f"{EACH_SLA}\nlet: {{aim: sla.target}}",
        ),
    ],
)
def test_what_is_no_guard(expression: str, more: str) -> None:
    """A need of items says nothing about the list, one of an item nothing about others, and a let knows no loops."""
    assert {found.code for found in mistakes(checking(expression, more))} == {"unguarded-read"}


def test_let_is_followed_where_it_is_used() -> None:
    """A let may read what its readers ask for, and may itself be what they ask."""
    end = "end: engagement.contract.term.end"
    asked = "asked: has(engagement.contract) && has(engagement.contract.term) && has(engagement.contract.term.end)"
    compiled(checking("asked && end > today && asked", f"let:\n  {end}\n  {asked}"))
    body = checking("end > today", f"let:\n  {end}")
    assert position(mistake(body)) == place_of(rule_text(body), ".contract")
    late = "later: engagement.?slas.orValue([]).filter(s, has(s.target))"
    compiled(checking("later.exists(s, s.target > 5) && later.all(s, s.target > 6)", f"let:\n  {late}"))


def test_message_holes_know_that_the_assertion_failed() -> None:
    """What must be there for the assertion to be false is there in its message."""
    rule = "assert: '!has(engagement.slas) || engagement.slas.size() > 3'\nat: $.slas\nmessage: '{}'"
    compiled(rule.format("Only {{ engagement.slas.size() }} levels"))
    listed = (
        "assert:\n  - {id: a, that: size(engagement.goals) == 0, at: $.goals, message: '{{ engagement.goals[0].id }}'}"
    )
    compiled(listed)
    body = "assert: has(engagement.slas)\nat: $.slas\nmessage: 'Only {{ engagement.slas.size() }} levels'"
    found = mistake(body)
    assert (found.code, position(found)) == ("unguarded-read", place_of(rule_text(body), ".slas.size"))


def test_misspelt_fields_of_maps_that_the_rule_made() -> None:
    """A map written out in the rule has the keys that it has; the message of a violation knows them."""
    body = """\
violations: |-
  engagement.goals.map(g, {"at": "$.goals", "says": g.id})
message: '{{ violation.sais }}'"""
    assert told(body) == ("unknown-field", 'TST001: The field "sais" does not exist here', 'did you mean "says"?')
    assert told(checking("{'one': 1}.zzz == 1"))[2] == ""
    both = body.replace("sais", "value").replace("g.id})", 'g.id}) + [{"at": "$", "says": "x", "value": 1}]')
    assert told(both)[0] == "unguarded-read"
    with pytest.raises(PolicyError, match='"a" is optional'):
        compiled(checking("{?'a': engagement.?slas}.a.size() > 0"))


def test_conditions_without_end() -> None:
    """Names under let that read each other under ever new conditions are refused instead of followed for ever."""
    fields = ["slas", "risks", "markets", "culture", "cost", "selection", "contract", "access", "outcomes", "regimes"]
    fields += ["transition", "incidents", "relationship"]
    flags = ["c0: has(engagement.meetings)"]
    flags += [f"c{n}: has(engagement.{name}) && c{n - 1} || c{n - 1}" for n, name in enumerate(fields, 1)]
    found = mistakes(checking(f"c{len(fields)}", "let:\n  " + "\n  ".join(flags)))
    assert {one.code for one in found} == {"too-complex"}
    values = ["v0: 'has(engagement.meetings) ? 1 : 2'"]
    values += [f"v{n}: 'has(engagement.{name}) ? v{n - 1} : v{n - 1} + 1'" for n, name in enumerate(fields, 1)]
    found = mistakes(checking(f"v{len(fields)} > 1", "let:\n  " + "\n  ".join(values)))
    assert {one.code for one in found} == {"too-complex"}
