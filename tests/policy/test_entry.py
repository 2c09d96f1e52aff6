"""The changes that packs and configurations make to rules, and for which files."""

import pytest

from bpogov.core.status import Tier
from bpogov.policy.amendment import Scope
from bpogov.policy.configuration import read_configuration
from bpogov.policy.entry import entries
from tests.policy.files import configuration, write

pytestmark = pytest.mark.usefixtures("workspace")


def test_every_change_has_its_place_and_its_rank() -> None:
    """Plain values, then those of a tier, then those for some files: later wins, and the parent comes first."""
    write("group/bpogov.yaml", configuration(rules="{OWN001: {severity: error}}"))
    write(
        "bpogov.yaml",
        configuration(
            extends="group/bpogov.yaml",
            overrides="[{engagements: [old/*.yaml], rules: {OWN001: {severity: note}}}]",
            tiers="{small: {rules: {OWN001/part: {severity: note}}}}",
            rules="{OWN001: {severity: warning}}",
        ),
    )
    found = sorted(entries((), read_configuration("bpogov.yaml", [])), key=lambda one: one[0].order)
    assert [(key, entry.origin, entry.tier, entry.assertion) for entry, key in found] == [
        ("OWN001", "group/bpogov.yaml, line 3", None, ""),
        ("OWN001", "bpogov.yaml, line 6", None, ""),
        ("OWN001/part", "bpogov.yaml, line 5", Tier.SMALL, "part"),
        ("OWN001", "bpogov.yaml, line 4", None, ""),
    ]
    assert found[3][0].scope == Scope(("old/*.yaml",), ".")
