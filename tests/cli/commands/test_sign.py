"""`bpogov sign`."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from bpogov.cli.passphrase import ask
from bpogov.core.verification import VerifiedEngagement
from tests.conftest import Outcome

RunCli = Callable[..., Outcome]
Stub = Callable[..., list[Any]]


class _Request(dict[str, Any]):
    """What was asked for, by name."""


def test_the_signature_is_written(run_cli: RunCli, stub: Stub) -> None:
    """Into the file that was given; what was asked for reaches the run."""
    stub("runs.proving", "verify", VerifyRequest=_Request)
    calls = stub("runs.proving", "sign", sign=("{}\n", (VerifiedEngagement("a.yaml", signed_by=("k",)),)))
    outcome = run_cli("sign", "a.yaml", "--attestation", "a.jsonl", "--sign-key", "k", "--gate", "ci")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == "a.yaml\n  signed with k\nSigned: a.jsonl\n"
    assert Path("a.jsonl").read_text(encoding="utf-8") == "{}\n"
    request, key, asking = calls[0]
    assert request == {
        "paths": ("a.yaml",),
        "attestation": "a.jsonl",
        "gate": "ci",
        "config": None,
        "policies": None,
    }
    assert (key, asking) == ("k", ask)


def test_what_does_not_hold_is_not_written(run_cli: RunCli, stub: Stub) -> None:
    """Exit code 1, and the reasons."""
    stub("runs.proving", "verify", VerifyRequest=_Request)
    stub("runs.proving", "sign", sign=("", (VerifiedEngagement("a.yaml", ("It was changed",)),)))
    outcome = run_cli("sign", "a.yaml", "--attestation", "a.jsonl", "--sign-key", "k")
    assert (outcome.code, Path("a.jsonl").exists()) == (1, False)
    assert outcome.out == ("a.yaml\n  wrong: It was changed\nNothing was signed: the evidence does not hold\n")
