"""From a rule and an engagement to an outcome with its reason and its findings."""

import pytest

from bpogov.core.outcome import Outcome
from bpogov.core.severity import Severity
from bpogov.core.status import Status, Tier
from tests.engine.bench import checking, compiled, engagement, outcome, reason, run, written

EACH = "for_each: $.slas[*]\nas: sla\non_empty: {}\nassert: has(sla.target)\nat: '@.target'\nmessage: No target"
FULL = EACH.format("pass").replace("assert: has(sla.target)", "needs: ['@.target']\n{}assert: sla.target > 5")


def places(body: str, **sections: object) -> list[str]:
    """Where the findings of a rule point."""
    return [found.location.path for found in run(body, engagement(**sections)).findings]


@pytest.mark.parametrize(
    ("on_empty", "wanted", "why"),
    [
        ("pass", Outcome.PASS, "there is nothing that could be wrong: $.slas[*] is empty"),
        ("fail", Outcome.FAIL, "The title"),
        ("not-applicable", Outcome.NOT_APPLICABLE, "there is nothing that it looks at: $.slas[*] is empty"),
    ],
)
@pytest.mark.parametrize("sections", [{}, {"slas": []}, {"slas": None}])
def test_on_empty(on_empty: str, wanted: Outcome, why: str, sections: dict[str, object]) -> None:
    """A missing section, an empty list and an empty value have the outcome that the rule says for nothing."""
    result = run(EACH.format(on_empty), engagement(**sections)).results[0]
    assert (result.outcome, result.reason) == (wanted, why)


def test_on_empty_fail_points_at_the_list() -> None:
    """The finding about an empty list stands at the list; of nested lists at the first."""
    assert places(EACH.format("fail")) == ["$.slas"]
    nested = (
        EACH.format("fail").replace("$.slas[*]", "$.scope.functions[*].deliverables[*]").replace("target", "quantity")
    )
    assert places(nested, scope={"functions": [{"id": "voice", "name": "V"}]}) == ["$.scope.functions"]


def test_where_that_leaves_nothing_over_counts_as_empty() -> None:
    """A rule whose condition on items excludes all of them looked at nothing."""
    body = EACH.format("not-applicable").replace("assert:", "where: sla.id != 'voice'\nassert:")
    assert outcome(body, slas=[{"id": "voice"}]) is Outcome.NOT_APPLICABLE
    assert places(body, slas=[{"id": "voice"}, {"id": "mail"}]) == ["$.slas[mail].target"]


def test_every_item_is_reported_although_one_is_an_error() -> None:
    """The failing item has its finding, the one that cannot be evaluated its error, and the rule is no pass."""
    body = checking("10 / (step.level - 2) > 8", "for_each: $.escalation[*]\nas: step\non_empty: pass")
    evaluation = run(body.replace("$.title", "'@.level'"), engagement(escalation=[{"level": n} for n in (1, 2, 3, 4)]))
    assert evaluation.results[0].outcome is Outcome.ERROR
    assert evaluation.results[0].reason == (
        'on $.escalation[2], "10 / (step.level - 2) > 8" gives no value: divide by zero'
    )
    assert [found.location.path for found in evaluation.findings] == ["$.escalation[1].level", "$.escalation[4].level"]
    assert [note.code for note in evaluation.notifications] == ["rule-error"]


def test_an_error_in_where_is_no_pass() -> None:
    """An item of which nobody can say whether the rule looks at it makes the rule an error."""
    more = "for_each: $.escalation[*]\nas: step\non_empty: pass\nwhere: 10 / (step.level - 2) > 0"
    assert outcome(checking("true", more), escalation=[{"level": 2}]) is Outcome.ERROR


@pytest.mark.parametrize("path", ["$.scope.functions[*].deliverables[*]", "$.scope.functions[mail].deliverables[*]"])
def test_lists_in_lists(path: str) -> None:
    """Items of lists in lists are judged one by one, in all items or in a named one."""
    body = (
        f"for_each: '{path}'\nas: part\non_empty: fail\nassert: has(part.quantity)\nat: '@.quantity'\nmessage: How many"
    )
    functions = [
        {"id": "voice", "name": "Voice"},
        {"id": "mail", "name": "Mail", "deliverables": [{"name": "one"}, {"name": "two", "quantity": 2}]},
    ]
    assert places(body, scope={"functions": functions}) == ["$.scope.functions[mail].deliverables[one].quantity"]


def test_needs() -> None:
    """A part that is missing fails there with its own sentence or one made from its name, and nothing is evaluated."""
    body = checking(
        "engagement.contract.term.end > today", "needs: [$.contract.term.end, {at: $.slas, message: No levels}]"
    )
    evaluation = run(body)
    assert {(found.location.path, found.message) for found in evaluation.findings} == {
        ("$.contract.term.end", '"contract.term.end" is not filled in'),
        ("$.slas", "No levels"),
    }
    assert outcome(body, contract={"term": {"end": "2027-01-01"}}, slas=[]) is Outcome.PASS
    assert places(FULL.format(""), slas=[{"id": "voice"}, {"id": "mail", "target": 4}]) == [
        "$.slas[voice].target",
        "$.slas[mail].target",
    ]


def test_needs_of_a_named_item() -> None:
    """An item that is called by its name has to exist."""
    body = checking("true", "needs: ['$.slas[voice].target']")
    found = run(body, engagement(slas=[{"id": "mail"}])).findings
    assert [(one.location.path, one.message) for one in found] == [("$.slas", '"slas[voice].target" is not filled in')]
    assert outcome(body, slas=[{"id": "voice", "target": 3}]) is Outcome.PASS
    assert outcome(body, slas="unknown") is Outcome.NOT_CHECKED
    assert outcome(checking("true", "needs: ['$.slas[*].target']"), slas=[]) is Outcome.PASS


@pytest.mark.parametrize(
    ("expression", "sections", "wanted"),
    [
        ("!has(engagement.last_reviewed)", {"last_reviewed": "unknown"}, Outcome.NOT_CHECKED),
        ("engagement.?last_reviewed.orValue('') == ''", {"last_reviewed": "unknown"}, Outcome.NOT_CHECKED),
        ("!engagement.?last_reviewed.hasValue()", {"last_reviewed": "unknown"}, Outcome.NOT_CHECKED),
        ("has(engagement.title)", {"last_reviewed": "unknown"}, Outcome.PASS),
        ("engagement.?slas.orValue([]).size() > 0", {"slas": [{"id": "voice", "target": "unknown"}]}, Outcome.PASS),
        (
            "engagement.?slas.orValue([]).all(s, has(s.target))",
            {"slas": [{"id": "voice", "target": "unknown"}]},
            Outcome.NOT_CHECKED,
        ),
        ("engagement.?slas.orValue([]).size() > 0", {"slas": [5]}, Outcome.NOT_CHECKED),
        ("engagement.slas == engagement.slas", {"slas": [{"id": "voice", "target": "unknown"}]}, Outcome.NOT_CHECKED),
        ("cadence.largest_gap(engagement.slas, today) == 0", {"slas": []}, Outcome.ERROR),
    ],
)
def test_unknown_values(expression: str, sections: dict[str, object], wanted: Outcome) -> None:
    """A value that is unknown leaves unchecked what reads it, and nothing else."""
    guarded = f"needs: [$.slas]\n{checking(expression)}" if "engagement.slas" in expression else checking(expression)
    assert outcome(guarded, **sections) is wanted


def test_calculations_read_what_they_declare() -> None:
    """A value that a calculation does not look at may be unknown."""
    meeting = {"id": "weekly", "cadence": "weekly", "day": "tue", "chair": "unknown"}
    body = checking("cadence.largest_gap(engagement.meetings, today) <= 7", "needs: [$.meetings]")
    assert outcome(body, meetings=[meeting]) is Outcome.PASS
    assert outcome(body, meetings=[{**meeting, "day": "unknown"}]) is Outcome.NOT_CHECKED
    searching = checking("text.placeholders(engagement, ['TBD']).size() == 0")
    assert outcome(searching, last_reviewed="unknown") is Outcome.PASS


def test_unknown_items_leave_the_others_checked() -> None:
    """Only the item whose value is unknown or broken is left out; the others keep their findings."""
    sections = {"slas": [{"id": "voice", "target": "unknown"}, {"id": "mail", "target": 3}]}
    assert places(FULL.format(""), **sections) == ["$.slas[mail].target"]
    assert outcome(FULL.format(""), slas=sections["slas"][:1]) is Outcome.NOT_CHECKED
    assert reason(FULL.format(""), slas=sections["slas"][:1]) == "$.slas[voice].target is marked as unknown"
    assert places(FULL.format("where: has(sla.target)\n"), **sections) == ["$.slas[mail].target"]
    assert outcome(FULL.format("where: has(sla.target)\n"), slas=sections["slas"][:1]) is Outcome.NOT_CHECKED
    assert places(EACH.format("pass"), slas=[5, {"id": "mail"}]) == ["$.slas[mail].target"]
    assert outcome(EACH.format("pass"), slas=[5, {"id": "mail", "target": 1}]) is Outcome.NOT_CHECKED
    assert outcome(EACH.format("pass"), slas="unknown") is Outcome.NOT_CHECKED


def test_broken_parts() -> None:
    """A part that cannot be read is no missing part."""
    assert reason(checking("engagement.?slas.orValue([]).size() > 0"), slas=5) == "$.slas is not readable"
    assert outcome(checking("true", "needs: [$.slas]"), slas=5) is Outcome.NOT_CHECKED
    assert outcome(checking("true", "when: has(engagement.slas)"), slas=5) is Outcome.NOT_CHECKED


def test_when() -> None:
    """A condition that is not met makes the rule not applicable and is named; one that errs is an error."""
    body = checking("false", "when: engagement.title == 'Other'")
    assert outcome(body) is Outcome.NOT_APPLICABLE
    assert reason(body) == "its condition is not met: engagement.title == 'Other'"
    assert outcome(body, title="Other") is Outcome.FAIL
    assert outcome(checking("true", "when: 1 / size(engagement.goals) > 0")) is Outcome.ERROR


def test_statuses() -> None:
    """A rule says nothing of engagements of another status; an ended one is left alone unless the rule names it."""
    assert outcome(checking("false"), status="ended") is Outcome.NOT_APPLICABLE
    assert outcome(checking("false", "statuses: [ended]"), status="ended") is Outcome.FAIL
    assert reason(checking("false", "statuses: [draft, signed]")) == (
        "it applies to engagements that are draft, signed; this one is live"
    )


def test_statuses_of_parts() -> None:
    """A part of a rule may apply in some statuses only; a rule of which no part applies is not applicable."""
    part = "{{id: {}, that: 'false', at: $.title, message: No, statuses: [{}]}}"
    body = "assert:\n  - " + part.format("aa", "draft") + "\n  - " + part.format("bb", "draft, signed")
    assert [found.assertion for found in run(body, engagement(status="signed")).findings] == ["bb"]
    assert outcome(body) is Outcome.NOT_APPLICABLE
    assert reason(body) == "no part of it applies to engagements that are live"


def test_severity_before_its_time() -> None:
    """Before its first status a rule is a note; afterwards it has the severity of the tier."""
    body = checking("false", "from: signed")
    tiers = "tiers: {small: {rules: {TST001: {severity: warning}}}}\n"
    for status, tier, wanted in (
        (Status.DRAFT, Tier.STANDARD, Severity.NOTE),
        (Status.SIGNED, Tier.STANDARD, Severity.ERROR),
        (Status.LIVE, Tier.SMALL, Severity.WARNING),
    ):
        found = run(body, engagement(status=status.value, tier=tier.value), pack=tiers).findings
        assert [one.severity for one in found] == [wanted]


def test_parts_with_severities_of_their_own() -> None:
    """An assertion of a list may be lighter and begin later, but never heavier than the rule."""
    part = "{{id: {}, that: 'false', at: $.title, message: '{}', {}}}"
    listed = [part.format("aa", "Light", "severity: note"), part.format("bb", "Late", "from: exiting")]
    evaluation = run(
        "severity: warning\nassert:\n  - " + "\n  - ".join([*listed, part.format("cc", "Whole", "help: So")])
    )
    found = {one.message: (one.assertion, one.severity, one.help) for one in evaluation.findings}
    assert found == {
        "Light": ("aa", Severity.NOTE, "Mend it"),
        "Late": ("bb", Severity.NOTE, "Mend it"),
        "Whole": ("cc", Severity.WARNING, "So"),
    }


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
