"""Two parties with their keys, and evidence about a governed folder."""

import base64
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bpogov.core.verification import Verification
from bpogov.evidence.envelope import Envelope, read_envelopes, render
from bpogov.evidence.keys import read_private, signed
from bpogov.runs.check import check
from bpogov.runs.proving.attest import evidence, prepare
from bpogov.runs.proving.verify import VerifyRequest, verify
from bpogov.runs.request import CheckRequest
from tests.evidence.pem import openssh
from tests.policy.files import rule, write
from tests.runs.bench import DAY, governed

SHOP = "engagements/shop.yaml"
RECORDS = "shop.intoto.jsonl"
EPOCH = "1795305600"  # 2026-11-22T00:00:00Z

KEEPS = rule(id="OWN001", from_="draft", severity="error")
"""A rule that the engagement keeps."""


def nobody(file: str) -> str:
    """Fail where a passphrase is asked for."""
    raise AssertionError(file)


def keys(*names: str) -> None:
    """Write a new key for each name: `name` holds the private one, `name.pub` the public one."""
    for name in names:
        private, public = openssh(Ed25519PrivateKey.generate())
        write(name, private.decode())
        write(f"{name}.pub", public.decode())


def attested(*paths: str, sign_key: str | None = "client", **asked: Any) -> None:
    """Check for the day of the tests and write the evidence."""
    request = CheckRequest(paths=paths, **({"today": DAY, "gate": "sign-off"} | asked))
    attestation = prepare(request, RECORDS, sign_key, nobody)
    write(RECORDS, evidence(check(request), attestation))


def signed_off() -> None:
    """A governed folder, a key for the client and one for the provider, and evidence that the client signed."""
    governed(KEEPS)
    keys("client", "provider")
    attested()


def verified(*paths: str, **asked: Any) -> Verification:
    """Verify on the day after, with the key of the client."""
    values = {"paths": paths or (SHOP,), "attestation": RECORDS, "keys": ("client.pub",), "today": "2026-11-22"}
    return verify(VerifyRequest(**(values | asked)))


def failures(verification: Verification) -> list[str]:
    """Everything that is wrong, in order."""
    return [*verification.failures, *(one for found in verification.engagements for one in found.failures)]


def rewritten(change: Callable[[dict[str, Any]], object]) -> None:
    """Change the statement in the evidence and keep the signatures, as somebody without a key could."""
    envelope = json.loads(Path(RECORDS).read_text(encoding="utf-8"))
    data = json.loads(base64.b64decode(envelope["payload"]))
    change(data)
    envelope["payload"] = base64.b64encode(json.dumps(data, separators=(",", ":")).encode()).decode()
    write(RECORDS, json.dumps(envelope, separators=(",", ":")) + "\n")


def forged(change: Callable[[dict[str, Any]], object]) -> None:
    """Let the client sign a record that is not true."""
    rewritten(change)
    (envelope,) = read_envelopes(Path(RECORDS).read_bytes())
    key = read_private(Path("client").read_bytes(), "client", nobody)
    write(RECORDS, render([signed(Envelope(envelope.payload), key)]))
