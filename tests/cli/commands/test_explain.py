"""`bpogov explain`."""

import json
from collections.abc import Callable
from typing import Any

from bpogov.core.explanation import RuleExplanation
from bpogov.core.severity import Severity
from tests.conftest import Outcome

RunCli = Callable[..., Outcome]
Stub = Callable[..., list[Any]]


def test_explain_prints_a_page_or_json(run_cli: RunCli, stub: Stub) -> None:
    """A word is looked up under the configuration that is named."""
    found = RuleExplanation("COM001", "meeting-rhythm", "You meet", Severity.ERROR, "Why.", "How.")
    calls = stub("runs", "explain", explain=found)
    outcome = run_cli("explain", "COM001", "--config", "c.yaml")
    assert (outcome.code, outcome.out.splitlines()[0]) == (0, "COM001 meeting-rhythm")
    assert json.loads(run_cli("explain", "COM001", "--format", "json").out)["id"] == "COM001"
    assert calls[0] == ("COM001", "c.yaml", None)
