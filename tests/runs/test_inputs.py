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


def test_exceptions_are_named_too() -> None:
    """Waiver files and the baseline, whatever became of them."""
    governed(rule())
    write("waivers/a.yaml", "kind: Waiver\n")
    write("known.yaml", "apiVersion: bpogov/v1\nkind: Baseline\nfindings: []\n")
    report = checked(baseline="known.yaml")
    named = {one.kind: (one.name, one.digest) for one in report.inputs}
    for kind, file in (("waiver", "waivers/a.yaml"), ("baseline", "known.yaml")):
        assert named[kind] == (file, f"sha256:{hashlib.sha256(Path(file).read_bytes()).hexdigest()}")
