"""The words for a rule that has nothing to blame."""

import pytest

from bpogov.core.outcome import Outcome
from bpogov.core.status import Status
from bpogov.engine.judging.verdicts import not_at, not_met, nothing_there, passed
from tests.engine.bench import EACH, checking, compiled


def test_a_rule_that_passed() -> None:
    """It says that everything is there."""
    (rule,) = compiled(checking("true")).rules
    assert (passed(rule).outcome, passed(rule).reason) == (Outcome.PASS, "everything that it asks for is there")


def test_a_rule_for_another_status() -> None:
    """It says for which it is; a rule of which only the parts are for another status says so too."""
    (rule,) = compiled(checking("true", "statuses: [signed, live]")).rules
    elsewhere = not_at(rule, Status.DRAFT)
    assert elsewhere is not None
    assert elsewhere.reason == "it applies to engagements that are signed, live; this one is draft"
    assert not_at(rule, Status.LIVE) is None
    part = 'assert: [{id: a, that: "true", at: $.title, message: "No", statuses: [live]}]'
    (rule,) = compiled(part).rules
    elsewhere = not_at(rule, Status.DRAFT)
    assert elsewhere is not None
    assert elsewhere.reason == "no part of it applies to engagements that are draft"
    assert not_at(rule, Status.LIVE) is None


def test_a_condition_that_is_not_met() -> None:
    """It is shown as its author wrote it."""
    (rule,) = compiled(checking("true", "when: has(engagement.contract)")).rules
    assert rule.when is not None
    assert not_met(rule, rule.when).reason == "its condition is not met: has(engagement.contract)"


@pytest.mark.parametrize(
    ("on_empty", "expected"),
    [
        ("fail", None),
        ("pass", (Outcome.PASS, "there is nothing that could be wrong: $.slas[*] is empty")),
        ("not-applicable", (Outcome.NOT_APPLICABLE, "there is nothing that it looks at: $.slas[*] is empty")),
    ],
)
def test_nothing_to_look_at(on_empty: str, expected: tuple[Outcome, str] | None) -> None:
    """The author of the rule says what that means; a failure is told elsewhere, with its place."""
    (rule,) = compiled(EACH.format(on_empty)).rules
    assert rule.iteration is not None
    found = nothing_there(rule, rule.iteration)
    assert (found and (found.outcome, found.reason)) == expected
