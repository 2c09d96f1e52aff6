"""Keys and signatures."""

import base64
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from securesystemslib.dsse import Envelope as OtherEnvelope
from securesystemslib.signer._key import Key as OtherKey
from securesystemslib.signer._key import SSlibKey

from bpogov.core.errors import UsageError
from bpogov.evidence.envelope import BadEvidenceError, Envelope, Signature, read_envelopes, render
from bpogov.evidence.keys import PrivateKey, read_private, read_public, signed, signers
from tests.evidence.pem import openssh, private_pem, public_pem

RECORD = Envelope(b'{"_type":"https://in-toto.io/Statement/v1"}')

Key = Callable[[str], PrivateKey]


def _nobody(file: str) -> str:
    raise AssertionError(file)


def test_keys_come_in_pem_and_in_openssh_form() -> None:
    """The same key in four files, two of them locked, is the same key; only a locked one is asked about."""
    key = Ed25519PrivateKey.generate()
    asked: list[str] = []

    def ask(file: str) -> str:
        asked.append(file)
        return "secret"

    plain_ssh, public_ssh = openssh(key)
    locked_ssh, _ = openssh(key, b"secret")
    files = {"a.pem": private_pem(key), "b.pem": private_pem(key, b"secret"), "a": plain_ssh, "b": locked_ssh}
    private = {read_private(content, name, ask).keyid for name, content in files.items()}
    public = {read_public(content, "k").keyid for content in (public_pem(key.public_key()), public_ssh)}
    assert private == public
    assert len(public) == 1
    assert asked == ["b.pem", "b"]


def test_the_id_of_a_key_is_that_of_securesystemslib() -> None:
    """So that the tools of in-toto find the key."""
    key = Ed25519PrivateKey.generate()
    assert read_public(public_pem(key.public_key()), "k").keyid == SSlibKey.from_crypto(key.public_key()).keyid


def test_keys_of_ssh_keygen_and_openssl_sign(tmp_path: Path) -> None:
    """As the programs write them, with and without a passphrase."""
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "secret", "-f", tmp_path / "ssh"], check=True)
    openssl = ["openssl", "genpkey", "-algorithm", "ed25519", "-aes256", "-pass", "pass:secret"]
    subprocess.run([*openssl, "-out", tmp_path / "pem"], check=True)
    out = tmp_path / "pem.pub"
    subprocess.run(
        ["openssl", "pkey", "-in", tmp_path / "pem", "-passin", "pass:secret", "-pubout", "-out", out], check=True
    )
    for name in ("ssh", "pem"):
        private = read_private((tmp_path / name).read_bytes(), name, lambda _: "secret")
        public = read_public((tmp_path / f"{name}.pub").read_bytes(), f"{name}.pub")
        assert signers(signed(RECORD, private), [public]) == (public,)


def test_securesystemslib_accepts_a_signed_envelope(key: Key) -> None:
    """An independent verifier finds both signatures, with a threshold of two."""
    one, two = key("one"), key("two")
    line = render([signed(signed(RECORD, one), two)])
    keys: list[OtherKey] = [SSlibKey.from_crypto(private.public.key) for private in (one, two)]
    accepted = OtherEnvelope.from_dict(json.loads(line)).verify(keys, 2)
    assert set(accepted) == {one.keyid, two.keyid}


def test_openssl_accepts_a_signature(key: Key, tmp_path: Path) -> None:
    """Over the bytes to sign, without any Python."""
    one = key("one")
    envelope = signed(RECORD, one)
    (tmp_path / "key.pem").write_bytes(public_pem(one.public.key))
    (tmp_path / "signed").write_bytes(envelope.signed_bytes)
    (tmp_path / "signature").write_bytes(envelope.signatures[0].value)
    command = ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", "key.pem", "-rawin", "-in", "signed"]
    done = subprocess.run([*command, "-sigfile", "signature"], cwd=tmp_path, check=True, capture_output=True, text=True)
    assert done.stdout == "Signature Verified Successfully\n"


def test_each_key_signs_once(key: Key) -> None:
    """A second signature of the same key is not added, and copies of one count as one."""
    one, two = key("one"), key("two")
    envelope = signed(signed(RECORD, one), one)
    assert [signature.keyid for signature in envelope.signatures] == [one.keyid]
    doubled = Envelope(envelope.payload, envelope.signatures * 2)
    assert signers(doubled, [one.public, two.public]) == (one.public,)


def test_keys_that_nobody_gave_say_nothing(key: Key) -> None:
    """A stranger's signature is passed over, whatever it holds; one without an id is tried with every key."""
    one, two = key("one"), key("two")
    envelope = signed(signed(RECORD, one), two)
    assert signers(envelope, [two.public]) == (two.public,)
    assert signers(envelope, []) == ()
    nameless = Envelope(RECORD.payload, tuple(Signature("", signature.value) for signature in envelope.signatures))
    assert signers(nameless, [one.public, two.public]) == (one.public, two.public)
    assert signers(Envelope(RECORD.payload, (Signature("", b"x"), Signature("x", b"y"))), [one.public]) == ()


def test_a_signature_that_does_not_fit_is_told(key: Key) -> None:
    """Where the record or the signature was changed, and where the id of the key was."""
    one, two = key("one"), key("two")
    envelope = signed(RECORD, one)
    for wrong in (Envelope(b"{}", envelope.signatures), Envelope(RECORD.payload, (Signature(one.keyid, b"x"),))):
        with pytest.raises(BadEvidenceError, match=r'^The signature of "one" does not fit the record: one of'):
            signers(wrong, [one.public])
    moved = Envelope(RECORD.payload, (Signature(two.keyid, envelope.signatures[0].value),))
    with pytest.raises(BadEvidenceError, match=r'^The signature made with "one" says that another key made it$'):
        signers(moved, [one.public, two.public])


@pytest.mark.parametrize("other", ["P-256", "PEM of something else", "no key", "a certificate", "half a key"])
def test_what_is_no_key_is_refused(other: str) -> None:
    """In plain words, with what to give instead."""
    curve = ec.generate_private_key(ec.SECP256R1())
    rsa = b"ssh-rsa AAAA x"
    public, private = {
        "P-256": (public_pem(curve.public_key()), private_pem(curve)),
        "PEM of something else": (b"-----BEGIN X-----\nAA==\n-----END X-----\n",) * 2,
        "no key": (b"\xff\x00", b"\xff\x00"),
        "a certificate": (rsa, rsa),
        "half a key": (b"ssh-ed25519 AAAA", b"-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n"),
    }[other]
    with pytest.raises(UsageError, match=r'^(The key )?"k" (holds no public key that can be read|is of another kind)'):
        read_public(public, "k")
    with pytest.raises(UsageError, match=r'^(The key )?"k" (holds no private key that can be read|is of another kind)'):
        read_private(private, "k", _nobody)


def test_a_private_key_is_never_asked_for_to_verify() -> None:
    """Whoever gives one by mistake is told which file is meant."""
    key = Ed25519PrivateKey.generate()
    for content in (private_pem(key), openssh(key)[0]):
        with pytest.raises(UsageError, match=r'^"k" holds a private key') as caught:
            read_public(content, "k")
        assert ".pub" in caught.value.problems[0].help


@pytest.mark.parametrize("form", ["pem", "ssh"])
def test_a_wrong_passphrase_is_told(form: str) -> None:
    """And never shown."""
    key = Ed25519PrivateKey.generate()
    content = private_pem(key, b"secret") if form == "pem" else openssh(key, b"secret")[0]
    with pytest.raises(UsageError, match=r'^The passphrase does not open the key "k"$'):
        read_private(content, "k", lambda _: "wrong")


def test_a_key_does_not_show_itself(key: Key) -> None:
    """Neither in a message nor in a trace."""
    assert repr(key("k")).endswith("')")
    assert "key=" not in repr(key("k").public)


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library is an extra."""
    monkeypatch.setitem(sys.modules, "cryptography", None)
    for reading in (lambda: read_public(b"", "k"), lambda: read_private(b"", "k", _nobody)):
        with pytest.raises(UsageError, match=r'^Signatures need the library "cryptography"') as caught:
            reading()
        assert caught.value.problems[0].help == 'install it with: pip install "bpogov[sign]"'


def test_base64_in_the_url_safe_alphabet_verifies(key: Key) -> None:
    """The form of the text does not touch the bytes."""
    one = key("one")
    data = json.loads(render([signed(RECORD, one)]))
    for holder, name in ((data, "payload"), (data["signatures"][0], "sig")):
        holder[name] = base64.urlsafe_b64encode(base64.b64decode(holder[name])).decode()
    (envelope,) = read_envelopes(json.dumps(data).encode() + b"\n")
    assert signers(envelope, [one.public]) == (one.public,)
