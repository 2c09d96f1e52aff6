"""What counts for a rule after every layer."""

import pytest

from bpogov.core.severity import Severity
from bpogov.core.status import Status, Tier
from bpogov.policy.settings import Setting
from tests.policy.files import configuration, configured, many, rule, write, write_pack

pytestmark = pytest.mark.usefixtures("workspace")

PARAMETERS = "{most: {type: integer, default: 3, description: At most}}"


def test_each_value_names_its_origin() -> None:
    """The rule, a line of the configuration, or a line of it for a tier."""
    write_pack("own", rule(parameters=PARAMETERS, assert_="engagement.goals.size() < params.most"))
    write(
        "bpogov.yaml",
        configuration(
            packs="[own]",
            rules="{OWN001: {from: live, parameters: {most: 4}}}",
            tiers="{small: {rules: {OWN001: {parameters: {most: 5}}}}}",
        ),
    )
    bound = configured().rules[0]
    standard, small = bound.settings[Tier.STANDARD], bound.settings[Tier.SMALL]
    assert standard.severity == Setting(Severity.WARNING, "the rule")
    assert standard.since == Setting(Status.LIVE, "bpogov.yaml, line 4")
    assert (standard.parameters["most"].value, small.parameters["most"]) == (4, Setting(5, "bpogov.yaml, line 5"))
    assert small.plain_parameters(bound.facts) == {"most": 5}


def test_parts_of_a_rule_and_switches() -> None:
    """An assertion has a severity and a first status of its own; a rule is switched off with a reason."""
    form = rule(assert_=many(2), at=None, message=None)
    write_pack("own", form, rule(id="OWN002", name="other"))
    write(
        "bpogov.yaml",
        configuration(
            packs="[own]",
            rules="{OWN001/part-1: {severity: note, from: live}, OWN002: {enabled: false, reason: not ours}}",
        ),
    )
    first, second = configured().rules
    assert {name: setting.value for name, setting in first.settings[Tier.STANDARD].assertions.items()} == {
        "part-1/severity": Severity.NOTE,
        "part-1/from": Status.LIVE,
    }
    assert second.settings[Tier.STANDARD].enabled == Setting(value=False, origin="bpogov.yaml, line 4")
