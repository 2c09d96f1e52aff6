"""The files that influenced a verdict."""

import hashlib
from pathlib import Path

import pytest

from tests.policy.files import configuration, rule, write
from tests.runs.bench import checked, governed

pytestmark = pytest.mark.usefixtures("workspace")


def test_every_file_is_named_with_its_digest() -> None:
    """The engagement, each configuration, the manifest of the pack and its rules, sorted by kind."""
    write("group.yaml", configuration())
    governed(rule(), extends="group.yaml")
    report = checked()
    assert [(one.kind, one.name) for one in report.inputs] == [
        ("configuration", "bpogov.yaml"),
        ("configuration", "group.yaml"),
        ("engagement", "engagements/shop.yaml"),
        ("pack", "own/pack.yaml"),
        ("rule", "own/goals/few-goals.yaml"),
    ]
    for one in report.inputs:
        assert one.digest == f"sha256:{hashlib.sha256(Path(one.name).read_bytes()).hexdigest()}"
