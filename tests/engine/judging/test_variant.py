"""The policy that counts for one engagement file."""

import pytest

from bpogov.core.severity import Severity
from bpogov.core.status import Status, Tier
from bpogov.engine.compiling.compile import compile_policy
from bpogov.engine.judging.variant import Variants
from tests.policy.files import configuration, configured, rule, write, write_pack

pytestmark = pytest.mark.usefixtures("workspace")

OVERRIDES = (
    "[{engagements: [old/*.yaml], rules: {OWN001: {parameters: {most: 9}, severity: note}}},"
    " {engagements: [old/b.yaml], rules: {OWN002: {enabled: false, reason: no goals}, OWN003: {enabled: true}}}]"
)


def test_files_differ_without_compiling_again() -> None:
    """Parameters, severities and switches are those for the file; files of the same kind share one policy."""
    parameters = "{most: {type: integer, default: 3, description: At most}}"
    write_pack(
        "own",
        rule(parameters=parameters, assert_="engagement.goals.size() < params.most"),
        rule(id="OWN002", name="second"),
        rule(id="OWN003", name="third"),
        rule(id="OWN004", name="fourth"),
    )
    off = "{enabled: false, reason: later}"
    write("bpogov.yaml", configuration(packs="[own]", overrides=OVERRIDES, rules=f"{{OWN003: {off}, OWN004: {off}}}"))
    compiled = compile_policy(configured())
    assert [one.id for one in compiled.rules] == ["OWN001", "OWN002", "OWN003"]
    variants = Variants(compiled)
    new, old, special = (variants.of(file) for file in ("new/a.yaml", "old/a.yaml", "old/b.yaml"))
    assert [[one.id for one in policy.rules] for policy in (new, old, special)] == [
        ["OWN001", "OWN002"],
        ["OWN001", "OWN002"],
        ["OWN001", "OWN003"],
    ]
    assert [policy.rules[0].parameters[Tier.SMALL]["most"] for policy in (new, old, special)] == [3, 9, 9]
    severities = [policy.rules[0].bound.severity(Tier.SMALL, Status.LIVE) for policy in (new, old)]
    assert severities == [Severity.WARNING, Severity.NOTE]
    assert variants.of("old/c.yaml") is old
    assert old.rules[0].assertions is new.rules[0].assertions
    assert old.rules[1] is new.rules[1]
