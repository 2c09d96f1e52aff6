"""The rules that apply now."""

import pytest

from bpogov.core.severity import Severity
from bpogov.core.status import Status, Tier
from bpogov.policy.policyset import BoundRule
from tests.policy.files import configuration, configured, rule, write, write_pack

pytestmark = pytest.mark.usefixtures("workspace")

PARTS = (
    '[{id: plain, that: "true", at: $.goals, message: No},'
    ' {id: light, that: "true", at: $.goals, message: No, severity: note},'
    ' {id: heavy, that: "true", at: $.goals, message: No, severity: error},'
    ' {id: late, that: "true", at: $.goals, message: No, from: live},'
    ' {id: early, that: "true", at: $.goals, message: No, from: draft}]'
)


def _bound(rules: str | None = None, tiers: str | None = None) -> BoundRule:
    write_pack("own", rule(assert_=PARTS, at=None, message=None))
    write("bpogov.yaml", configuration(packs="[own]", rules=rules, tiers=tiers))
    return configured().rules[0]


@pytest.mark.parametrize(
    ("assertion", "status", "severity"),
    [
        ("", Status.DRAFT, "note"),
        ("", Status.IN_REVIEW, "warning"),
        ("", Status.ENDED, "warning"),
        ("plain", Status.DRAFT, "note"),
        ("plain", Status.SIGNED, "warning"),
        ("light", Status.LIVE, "note"),
        ("heavy", Status.LIVE, "warning"),
        ("late", Status.SIGNED, "note"),
        ("late", Status.LIVE, "warning"),
        ("early", Status.DRAFT, "note"),
    ],
)
def test_a_finding_weighs_what_its_status_and_ceiling_allow(assertion: str, status: Status, severity: str) -> None:
    """A note before its first status, and never above the rule's own severity."""
    assert _bound().severity(Tier.STANDARD, status, assertion).value == severity


def test_an_organisation_moves_ceiling_and_status() -> None:
    """The rule's configured severity is the ceiling of every assertion; one assertion may be set by itself."""
    bound = _bound("{OWN001: {severity: error}, OWN001/late: {from: draft}, OWN001/light: {severity: warning}}")
    weights = {part: bound.severity(Tier.STANDARD, Status.IN_REVIEW, part).value for part in ("heavy", "late", "light")}
    assert weights == {"heavy": "error", "late": "error", "light": "warning"}
    assert bound.severity(Tier.STANDARD, Status.DRAFT, "late") is Severity.ERROR
    lighter = _bound("{OWN001: {severity: note}, OWN001/heavy: {severity: error}}")
    assert lighter.severity(Tier.STANDARD, Status.LIVE, "heavy") is Severity.NOTE


def test_a_tier_changes_weights_for_itself_only() -> None:
    """Other tiers keep theirs."""
    bound = _bound(tiers="{critical: {rules: {OWN001: {severity: error, from: draft}}}}")
    assert bound.severity(Tier.CRITICAL, Status.DRAFT) is Severity.ERROR
    assert bound.severity(Tier.SMALL, Status.LIVE) is Severity.WARNING


def test_parameters_reach_rules_as_plain_values() -> None:
    """Numbers are decimals whatever the author wrote."""
    write_pack("own", rule(parameters="{limit: {type: number, default: 4, description: d}}"))
    write("bpogov.yaml", configuration(packs="[own]"))
    bound = configured().rules[0]
    assert repr(bound.parameters[Tier.SMALL]) == "{'limit': 4.0}"
    assert bound.enabled
