"""From a rule and an engagement to an outcome with its reason and its findings."""

import pytest

from bpogov.core.outcome import Outcome
from bpogov.core.severity import Severity
from bpogov.core.status import Status, Tier
from tests.engine.bench import EACH, FULL, checking, engagement, outcome, places, reason, run


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
