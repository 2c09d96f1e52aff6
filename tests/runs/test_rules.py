"""The effective policy set as a table."""

import pytest

from bpogov.core.errors import PolicyError
from bpogov.runs.rules import list_rules
from tests.policy.files import configuration, many, rule, write, write_pack
from tests.runs.bench import NO_GOALS

pytestmark = pytest.mark.usefixtures("workspace")


def test_each_rule_has_a_row() -> None:
    """In the order of the ids, switched off ones too, with the files that changed something."""
    write_pack("own", rule(assert_=many(2), at=None, message=None), NO_GOALS, rules="{OWN001: {from: live}}")
    changes = "{OWN001/part-1: {severity: note}, OWN002: {enabled: false, reason: not ours, severity: error}}"
    write("bpogov.yaml", configuration(packs="[own]", rules=changes))
    assert [(row.id, row.name, row.since, row.enabled, row.changed_by) for row in list_rules(None, None)] == [
        ("OWN001", "few-goals", "live", True, ("bpogov.yaml", "own/pack.yaml")),
        ("OWN002", "no-goals", "in-review", False, ("bpogov.yaml",)),
    ]
    assert [(row.title, row.severity, row.pack) for row in list_rules(None, None)] == [
        ("Few goals", "warning", "own"),
        ("Few goals", "error", "own"),
    ]


def test_a_rule_that_nobody_changed_names_no_file() -> None:
    """A named configuration and further packs count as in a check."""
    write_pack("policies/own", rule(parameters="{limit: {type: integer, default: 4, description: Most}}"))
    write("other.yaml", configuration(packs="[bpogov/core]"))
    rows = {row.id: row for row in list_rules("other.yaml", "policies")}
    assert (rows["OWN001"].changed_by, rows["COM001"].pack) == ((), "bpogov/core")


def test_a_broken_rule_gives_no_table() -> None:
    """A table with a rule that does not work would be believed."""
    write_pack("own", rule(assert_="engagement.gaols"))
    write("bpogov.yaml", configuration(packs="[own]"))
    with pytest.raises(PolicyError, match="gaols"):
        list_rules(None, None)
