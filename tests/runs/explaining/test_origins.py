"""Where the values of a rule come from that are not its own."""

import pytest

from bpogov.runs.explaining.origins import origins, tiers
from tests.policy.files import configuration, configured, many, rule, write, write_pack

pytestmark = pytest.mark.usefixtures("workspace")

LIMIT = "{limit: {type: integer, default: 4, description: Most goals}}"


def found(form: str, **keys: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The origins and the tiers of one rule."""
    write_pack("own", form)
    write("bpogov.yaml", configuration(packs="[own]", **keys))
    policy = configured()
    return origins(policy.rules[0], policy.configuration), tiers(policy.rules[0])


def test_a_rule_that_nobody_changed_has_none() -> None:
    """Everything is the rule's own."""
    assert found(rule()) == ((), ())


def test_files_and_gates_are_named_with_their_lines() -> None:
    """What counts for everybody is not told again for some files."""
    seen, _ = found(
        rule(parameters=LIMIT, assert_="engagement.goals.size() < params.limit"),
        rules="{OWN001: {severity: error}}",
        overrides="[{engagements: [old/*.yaml], rules: {OWN001: {severity: note, parameters: {limit: 9}}}}]",
        gates="{sign-off: {promote: [OWN]}, ci: {promote: [OWN001]}}",
    )
    assert seen == (
        "severity is error (bpogov.yaml, line 4)",
        "for old/*.yaml: severity is note (bpogov.yaml, line 5)",
        "for old/*.yaml: limit is 9 (bpogov.yaml, line 5)",
        "it weighs as an error at the gate sign-off (bpogov.yaml, line 6)",
        "it weighs as an error at the gate ci (bpogov.yaml, line 6)",
    )


def test_a_gate_may_promote_one_part() -> None:
    """The assertion is named; a gate that promotes other rules says nothing of this one."""
    seen, _ = found(
        rule(assert_=many(2), at=None, message=None), gates="{ci: {promote: [OWN001/part-2]}, sign-off: {}}"
    )
    assert seen == ("part-2 weighs as an error at the gate ci (bpogov.yaml, line 4)",)


def test_tiers_differ_in_severity_parameters_and_parts() -> None:
    """Each difference from the standard tier is one line; what is the same is none."""
    _, seen = found(
        rule(assert_=many(2), at=None, message=None),
        tiers="{small: {rules: {OWN001: {severity: note}}}, critical: {rules: {OWN001/part-2: {from: live}}}}",
    )
    assert seen == (
        "small: severity is note (bpogov.yaml, line 4)",
        "critical: part-2/from is live (bpogov.yaml, line 4)",
    )


def test_what_stays_the_same_is_told_once() -> None:
    """Of a rule with two parameters, files may change one; a gate may promote another rule."""
    parameters = (
        "{limit: {type: integer, default: 4, description: Most goals},"
        " other: {type: integer, default: 1, description: Least goals}}"
    )
    write_pack("own", rule(id="OWN002", name="second"))
    seen, _ = found(
        rule(parameters=parameters, assert_="engagement.goals.size() < params.limit + params.other"),
        rules="{OWN001: {severity: error}}",
        overrides="[{engagements: [old/*.yaml], rules: {OWN001: {parameters: {limit: 9}}}}]",
        gates="{ci: {promote: [OWN002]}}",
    )
    assert seen == (
        "severity is error (bpogov.yaml, line 4)",
        "for old/*.yaml: limit is 9 (bpogov.yaml, line 5)",
    )
