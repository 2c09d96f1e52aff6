"""`bpogov explain`."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from bpogov.core.explanation import AdviceExplanation, AdviceOverview, RuleExplanation
from bpogov.core.severity import Severity
from tests.conftest import Outcome

RunCli = Callable[..., Outcome]
Stub = Callable[..., list[Any]]


def test_explain_prints_a_page_or_json(run_cli: RunCli, stub: Stub) -> None:
    """A word is looked up under the configuration that is named."""
    found = RuleExplanation("COM001", "meeting-rhythm", "You meet", Severity.ERROR, "Why.", "How.")
    calls = stub("runs.explaining", "explain", explain=found)
    outcome = run_cli("explain", "COM001", "--config", "c.yaml")
    assert (outcome.code, outcome.out.splitlines()[0]) == (0, "COM001 meeting-rhythm")
    assert json.loads(run_cli("explain", "COM001", "--format", "json").out)["id"] == "COM001"
    assert calls[0] == ("COM001", "c.yaml", None)


def test_advice_is_explained_by_number_or_all_of_it(run_cli: RunCli, stub: Stub) -> None:
    """With a number that piece, without one the overview."""
    piece = AdviceExplanation("S3-8", "Name a contact.", "S3", "Mistakes")
    calls = stub("runs.explaining", "advice", explain_advice=piece, list_advice=AdviceOverview(()))
    assert run_cli("explain", "--advice", "s3-8", "--config", "c.yaml").out.splitlines()[0] == "S3-8"
    assert json.loads(run_cli("explain", "--format", "json", "--advice").out)["kind"] == "AdviceOverview"
    assert calls == [("s3-8", "c.yaml", None), (None, None)]


@pytest.mark.parametrize("words", [(), ("COM001", "--advice", "S3-8")])
def test_one_thing_is_explained_at_a_time(run_cli: RunCli, words: tuple[str, ...]) -> None:
    """Neither nothing nor two things at once."""
    outcome = run_cli("explain", *words)
    assert (outcome.code, outcome.out) == (2, "")
    assert "Say what to explain" in outcome.err
