"""Configurations that extend one another: laying plain values in steps, or at once, or twice, comes to the same."""

import json
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bpogov.core.status import Tier
from bpogov.policy.load import load_policy_set

RULE = """\
apiVersion: bpogov/v1
kind: Rule
id: {id}
name: {name}
title: There are not too many goals
severity: warning
from: in-review
rationale: It is a test.
remediation: Write other goals.
parameters:
  most: {{type: integer, default: 5, description: The largest number of goals}}
  least: {{type: integer, default: 1, description: The smallest number of goals}}
assert: size(engagement.goals) <= params.most && size(engagement.goals) >= params.least
at: $.goals
message: There are too many goals, or too few
examples:
  - {{name: as it is, given: {{use: tea}}, expect: pass}}
  - {{name: none, given: {{use: tea, patch: [{{op: remove, path: /goals/0}}]}}, expect: {{outcome: fail, at: $.goals}}}}
"""
PACK = """\
apiVersion: bpogov/v1
kind: Pack
name: own
version: "0.1"
title: Rules of our own
description: What our organisation asks of every engagement.
today: 2026-11-21
examples: {tea: tea.yaml}
"""
RULES = ("OWN001", "OWN002")
CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "severity": st.sampled_from(["error", "warning", "note"]),
        "from": st.sampled_from(["draft", "in-review", "live"]),
        "parameters": st.dictionaries(st.sampled_from(["most", "least"]), st.integers(0, 9), max_size=2),
    },
)
LAYERS = st.dictionaries(st.sampled_from(RULES), CHANGES, max_size=2)
Layer = dict[str, dict[str, Any]]


def together(first: Layer, second: Layer) -> Layer:
    """Write two layers as one: what the second says wins, each value by itself."""
    both = {name: dict(change) for name, change in first.items()}
    for name, change in second.items():
        here = both.setdefault(name, {})
        parameters = {**here.get("parameters", {}), **change.get("parameters", {})}
        both[name] = {**here, **change, **({"parameters": parameters} if parameters else {})}
    return both


def settled(*layers: Layer) -> dict[tuple[str, Tier], object]:
    """Give the values of every rule for every tier, under configurations that extend one another in this order."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "own" / "goals").mkdir(parents=True)
        (folder / "own" / "pack.yaml").write_text(PACK, encoding="utf-8")
        for number, rule in enumerate(RULES):
            text = RULE.format(id=rule, name=f"r{number}")
            (folder / "own" / "goals" / f"r{number}.yaml").write_text(text, encoding="utf-8")
        for number, layer in enumerate(layers):
            content: dict[str, Any] = {"apiVersion": "bpogov/v1", "kind": "Configuration", "rules": layer}
            content |= {"extends": f"{number - 1}.yaml"} if number else {"packs": ["./own"]}
            (folder / f"{number}.yaml").write_text(json.dumps(content), encoding="utf-8")
        policy = load_policy_set(str(folder / f"{len(layers) - 1}.yaml"), None)
    return {
        (rule.id, tier): (
            values.severity.value,
            values.since.value,
            {name: setting.value for name, setting in values.parameters.items()},
        )
        for rule in policy.rules
        for tier, values in rule.settings.items()
    }


@settings(max_examples=25, deadline=None)
@given(LAYERS, LAYERS, LAYERS)
def test_layers_can_be_put_together(first: Layer, second: Layer, third: Layer) -> None:
    """It does not matter which neighbours among the layers are written as one file."""
    expected = settled(first, second, third)
    assert settled(together(first, second), third) == expected
    assert settled(first, together(second, third)) == expected


@settings(max_examples=25, deadline=None)
@given(LAYERS, LAYERS)
def test_a_layer_twice_is_the_layer_once(first: Layer, second: Layer) -> None:
    """Saying the same again changes nothing, and an empty configuration neither."""
    expected = settled(first, second)
    assert settled(first, second, second) == expected
    assert settled(first, {}, second) == expected
