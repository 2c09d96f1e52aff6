"""Adding a signature to evidence."""

from pathlib import Path

import pytest

from bpogov.core.errors import UsageError
from bpogov.evidence.envelope import Envelope, Signature, read_envelopes, render
from bpogov.runs.proving.sign import sign
from bpogov.runs.proving.verify import VerifyRequest
from tests.evidence.pem import openssh
from tests.policy.files import shop, write
from tests.runs.proving.signing import EPOCH, RECORDS, SHOP, attested, keys, nobody, signed_off, verified

REQUEST = VerifyRequest((SHOP,), RECORDS, today="2026-11-22")


@pytest.fixture(autouse=True)
def folder(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Evidence that the client signed."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    signed_off()
    return workspace


def test_a_signature_is_added() -> None:
    """The record and the first signature stay to the byte; signing twice changes nothing."""
    (before,) = read_envelopes(Path(RECORDS).read_bytes())
    text, (found,) = sign(REQUEST, "provider", nobody)
    (after,) = read_envelopes(text.encode())
    assert (after.payload, after.signatures[0]) == (before.payload, before.signatures[0])
    assert (len(after.signatures), found.signed_by, found.failures, found.remarks) == (2, ("provider",), (), ())
    write(RECORDS, text)
    assert sign(REQUEST, "provider", nobody)[0] == text
    assert verified(keys=("client.pub", "provider.pub")).exit_code == 0


def test_records_of_others_stay_as_they_are() -> None:
    """Only those of the engagements that were named are signed."""
    write("engagements/b.yaml", shop().replace("id: acme-email-support", "id: another"))
    attested()
    text, engagements = sign(REQUEST, "provider", nobody)
    assert [one.file for one in engagements] == [SHOP]
    assert [len(one.signatures) for one in read_envelopes(text.encode())] == [1, 2]


def test_nobody_signs_what_does_not_hold() -> None:
    """The check is made again, whatever was asked for; the reason is told."""
    write(SHOP, shop() + "# more\n")
    text, (found,) = sign(REQUEST, "provider", nobody)
    assert text == ""
    assert found.failures == ("The engagement is not the one of the record: its content was changed",)


def test_a_wrong_signature_in_one_s_own_name_is_told() -> None:
    """It is not replaced in silence."""
    (envelope,) = read_envelopes(Path(RECORDS).read_bytes())
    wrong = Envelope(envelope.payload, (Signature(envelope.signatures[0].keyid, b"x" * 64),))
    write(RECORDS, render([wrong]))
    with pytest.raises(UsageError) as caught:
        sign(REQUEST, "client", nobody)
    assert caught.value.problems[0].message == (
        '"shop.intoto.jsonl" cannot be signed: the signature of "client" does not fit the record: '
        "one of them was changed"
    )


def test_what_is_no_evidence_is_not_signed() -> None:
    """A file that holds something else."""
    write(RECORDS, "{}\n")
    with pytest.raises(UsageError, match=r'^"shop\.intoto\.jsonl" cannot be signed: line 1 of the file is not'):
        sign(REQUEST, "provider", nobody)


def test_a_key_with_a_passphrase_is_asked_about() -> None:
    """By the name of its file."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    keys("third")
    private, _ = openssh(Ed25519PrivateKey.generate(), b"secret")
    write("locked", private.decode())
    asked: list[str] = []

    def ask(file: str) -> str:
        asked.append(file)
        return "secret"

    assert sign(REQUEST, "locked", ask)[0]
    assert asked == ["locked"]
