"""`bpogov rules`."""

import json
from collections.abc import Callable
from typing import Any

from bpogov.core.listing import RuleRow
from bpogov.core.severity import Severity
from tests.conftest import Outcome

RunCli = Callable[..., Outcome]
Stub = Callable[..., list[Any]]


def test_rules_prints_a_table_or_json(run_cli: RunCli, stub: Stub) -> None:
    """The rules that apply, and with -v who changed them."""
    row = RuleRow("COM001", "meeting-rhythm", "You meet", Severity.ERROR, "", "bpogov/core", True, ("bpogov.yaml",))
    calls = stub("runs", "rules", list_rules=(row,))
    assert "COM001 *  error     draft  You meet\n" in run_cli("rules", "--policies", "p").out
    assert "(changed by bpogov.yaml)" in " ".join(run_cli("rules", "-v").out.split())
    assert json.loads(run_cli("rules", "--format", "json").out)["rules"][0]["name"] == "meeting-rhythm"
    assert calls[0] == (None, "p")
