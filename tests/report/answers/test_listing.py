"""The policy set for `bpogov rules`."""

import json

from bpogov.core.listing import RuleRow
from bpogov.core.severity import Severity
from bpogov.report.answers.listing import render, render_json

ROWS = (
    RuleRow("COM001", "meeting-rhythm", "You meet often enough", Severity.ERROR, "in-review", "bpogov/core", True),
    RuleRow(
        "STF003", "fair-reward", "Good work is rewarded", Severity.NOTE, "", "bpogov/core", False, ("bpogov.yaml",)
    ),
    RuleRow("OWN001", "own", "Ours", Severity.WARNING, "draft", "own", True),
)


def test_rules_are_listed_by_pack() -> None:
    """One table per pack; changed rules are marked; a rule that is off says so; numbers at the end."""
    assert (
        render(ROWS)
        == """\
bpogov/core
id        severity  from       what it asks
COM001    error     in-review  You meet often enough
STF003 *  note      draft      (off) Good work is rewarded

own
id      severity  from   what it asks
OWN001  warning   draft  Ours

3 rules, 1 switched off, 1 changed by the configuration (marked *)
"""
    )
    assert "(off) Good work is rewarded [fair-reward] (changed by bpogov.yaml)" in render(ROWS, width=120, full=True)
    assert render(ROWS[2:]).endswith("\n1 rule\n")


def test_rules_as_json_hold_every_field() -> None:
    """Machines get the same, with nothing left out."""
    data = json.loads(render_json(ROWS))
    assert data["kind"] == "Rules"
    assert data["rules"][1]["changed_by"] == ["bpogov.yaml"]
    assert data["rules"][1]["enabled"] is False
