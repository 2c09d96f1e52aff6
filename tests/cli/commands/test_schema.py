"""`bpogov schema`."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import Outcome

RunCli = Callable[..., Outcome]
Stub = Callable[..., list[Any]]


@pytest.mark.parametrize("kind", ["rule", "pack", "configuration", "advice"])
def test_schemas_of_policy_files(run_cli: RunCli, stub: Stub, kind: str) -> None:
    """The policy room is asked for the schema of the kind."""
    calls = stub("policy", "schema", json_schema={"title": kind})
    assert json.loads(run_cli("schema", kind).out) == {"title": kind}
    assert calls == [(kind,)]


@pytest.mark.parametrize("kind", ["waiver", "baseline"])
def test_schemas_of_exceptions(run_cli: RunCli, stub: Stub, kind: str) -> None:
    """The waiver room is asked for the schema of the kind."""
    calls = stub("waiver", "schema", json_schema={"title": kind})
    assert json.loads(run_cli("schema", kind).out) == {"title": kind}
    assert calls == [(kind,)]


def test_schemas_of_engagements_and_reports(run_cli: RunCli, stub: Stub) -> None:
    """The engagement is the default; a misspelt kind is answered with the nearest."""
    stub("model", "schema", json_schema={"title": "engagement"})
    assert json.loads(run_cli("schema").out) == {"title": "engagement"}
    assert json.loads(run_cli("schema", "report").out)["title"] == "bpogov report"
    assert json.loads(run_cli("schema", "report-line").out)["title"] == "A line of the bpogov report"
    assert 'did you mean "report"?' in " ".join(run_cli("schema", "reprot").err.split())
