"""`bpogov verify`."""

import json
from collections.abc import Callable
from typing import Any

from bpogov.core.verification import Verification, VerifiedEngagement
from tests.conftest import Outcome

RunCli = Callable[..., Outcome]
Stub = Callable[..., list[Any]]

FOUND = Verification("a.jsonl", (VerifiedEngagement("a.yaml", ("It was changed",)),), (), 1, "It does not hold")


class _Request(dict[str, Any]):
    """What was asked for, by name."""


def test_what_was_found_is_shown(run_cli: RunCli, stub: Stub) -> None:
    """As text or as JSON; the exit code is the verdict."""
    stub("runs.proving", "verify", verify=FOUND, VerifyRequest=_Request)
    outcome = run_cli("verify", "a.yaml", "--attestation", "a.jsonl")
    assert (outcome.code, outcome.err) == (1, "")
    assert outcome.out == "a.yaml\n  wrong: It was changed\n\nIt does not hold\n"
    outcome = run_cli("verify", "a.yaml", "--attestation", "a.jsonl", "--format", "json")
    assert (outcome.code, json.loads(outcome.out)["sentence"]) == (1, "It does not hold")


def test_every_option_reaches_the_run(run_cli: RunCli, stub: Stub) -> None:
    """And what is left out has its default."""
    calls = stub("runs.proving", "verify", verify=FOUND, VerifyRequest=_Request)
    demands = ["--threshold", "1", "--gate", "ci", "--require", "SLA005,COM001", "--max-age", "P30D", "--no-recheck"]
    places = ["--today", "2026-11-21", "--config", "c.yaml", "--policies", "p"]
    run_cli("verify", "a", "b", "--attestation", "a.jsonl", "--key", "k1", "--key", "k2", *demands, *places)
    run_cli("verify", "a", "--attestation", "a.jsonl")
    assert calls[0][0] == {
        "paths": ("a", "b"),
        "attestation": "a.jsonl",
        "keys": ("k1", "k2"),
        "threshold": 1,
        "gate": "ci",
        "require": ("SLA005", "COM001"),
        "max_age": "P30D",
        "recheck": False,
        "today": "2026-11-21",
        "config": "c.yaml",
        "policies": "p",
    }
    asked = calls[1][0]
    assert (asked["keys"], asked["threshold"], asked["gate"], asked["recheck"]) == ((), None, "sign-off", True)


def test_engagements_have_to_be_named(run_cli: RunCli) -> None:
    """Else a file of records would vouch for whatever it likes."""
    assert run_cli("verify", "--attestation", "a.jsonl").code == 2
    assert run_cli("verify", "a.yaml").code == 2
