"""Ed25519 keys (RFC 8032) and their signatures: the only place that knows the library `cryptography`.

Keys come as files in PEM (PKCS 8 and SubjectPublicKeyInfo) or in the form of OpenSSH, private ones also encrypted.
The id of a key is the one that securesystemslib gives it, so that the tools of in-toto find it.
"""

import hashlib
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from bpogov.core.errors import UsageError
from bpogov.evidence.envelope import BadEvidenceError, Envelope, Signature

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

Ask = Callable[[str], str]
"""Asks for the passphrase of the key file that is given."""


class PublicKey(Struct, frozen=True):
    """A key that checks signatures; `name` is the file as the user gave it."""

    name: str
    keyid: str
    key: "Ed25519PublicKey"

    def __repr__(self) -> str:
        """Give the key without itself, for messages and traces."""
        return f"PublicKey({self.name!r}, {self.keyid!r})"


class PrivateKey(Struct, frozen=True):
    """A key that makes signatures; `name` is the file as the user gave it."""

    name: str
    keyid: str
    key: "Ed25519PrivateKey"

    def __repr__(self) -> str:
        """Give the key without itself, for messages and traces."""
        return f"PrivateKey({self.name!r}, {self.keyid!r})"

    @property
    def public(self) -> PublicKey:
        """The key that checks what this one signed."""
        return PublicKey(self.name, self.keyid, self.key.public_key())


def read_public(content: bytes, name: str) -> PublicKey:
    """Read a public key; raise UsageError where the file holds none."""
    _require_library()
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import load_pem_public_key, load_ssh_public_key

    if b"PRIVATE KEY" in content:
        message = f'"{name}" holds a private key, which nobody needs for checking a signature'
        raise UsageError(message, "name the file with the public key, often the same name with .pub", "bad-key")
    load = load_pem_public_key if b"-----BEGIN" in content else load_ssh_public_key
    try:
        key = load(content)
    except (ValueError, UnsupportedAlgorithm):
        raise _no_key(name, "public") from None
    if not isinstance(key, Ed25519PublicKey):
        raise _other_kind(name)
    return PublicKey(name, _keyid(key), key)


def read_private(content: bytes, name: str, ask: Ask) -> PrivateKey:
    """Read a private key; `ask` is called only where it is encrypted. Raises UsageError where the file holds none."""
    _require_library()
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key, load_ssh_private_key

    load = load_ssh_private_key if b"BEGIN OPENSSH" in content else load_pem_private_key
    try:
        key = load(content, None)
    except TypeError:  # how the library says that the key is encrypted
        try:
            key = load(content, ask(name).encode())
        except (ValueError, UnsupportedAlgorithm):
            message = f'The passphrase does not open the key "{name}"'
            raise UsageError(message, "try again with the passphrase of this very file", "bad-key") from None
    except (ValueError, UnsupportedAlgorithm):
        raise _no_key(name, "private") from None
    if not isinstance(key, Ed25519PrivateKey):
        raise _other_kind(name)
    return PrivateKey(name, _keyid(key.public_key()), key)


def signed(envelope: Envelope, key: PrivateKey) -> Envelope:
    """Add a signature; a key that has signed already is not added twice."""
    if any(one.keyid == key.keyid for one in envelope.signatures):
        return envelope
    signature = Signature(key.keyid, key.key.sign(envelope.signed_bytes))
    return Envelope(envelope.payload, (*envelope.signatures, signature))


def signers(envelope: Envelope, keys: Iterable[PublicKey]) -> tuple[PublicKey, ...]:
    """Give those of `keys` that signed the envelope, each once, in their order.

    Signatures of other keys say nothing and are passed over. Raises BadEvidenceError where a signature that names one
    of the keys is not its own, or names another key than the one that made it: somebody changed something.
    """
    known = {key.keyid: key for key in keys}
    found = set()
    for signature in envelope.signatures:
        maker = next((key for key in known.values() if _made(key, signature, envelope)), None)
        claimed = known.get(signature.keyid)
        if maker is not None and signature.keyid in {"", maker.keyid}:
            found.add(maker.keyid)
        elif maker is not None:
            message = f'The signature made with "{maker.name}" says that another key made it'
            raise BadEvidenceError(message)
        elif claimed is not None:
            message = f'The signature of "{claimed.name}" does not fit the record: one of them was changed'
            raise BadEvidenceError(message)
    return tuple(key for key in known.values() if key.keyid in found)


def _made(key: PublicKey, signature: Signature, envelope: Envelope) -> bool:
    from cryptography.exceptions import InvalidSignature

    try:
        key.key.verify(signature.value, envelope.signed_bytes)
    except InvalidSignature:
        return False
    return True


def _keyid(key: "Ed25519PublicKey") -> str:
    """SHA-256 over the key as canonical JSON, as securesystemslib does it."""
    public = key.public_bytes_raw().hex()
    text = f'{{"keytype":"ed25519","keyval":{{"public":"{public}"}},"scheme":"ed25519"}}'
    return hashlib.sha256(text.encode()).hexdigest()


def _require_library() -> None:
    try:
        import cryptography  # noqa: F401 (only whether it is there)
    except ImportError:
        message = 'Signatures need the library "cryptography", which is not installed'
        raise UsageError(message, 'install it with: pip install "bpogov[sign]"', "no-cryptography") from None


def _no_key(name: str, kind: str) -> UsageError:
    help_ = "give an Ed25519 key in PEM or OpenSSH form, for example from: ssh-keygen -t ed25519 -f signing-key"
    return UsageError(f'"{name}" holds no {kind} key that can be read', help_, "bad-key")


def _other_kind(name: str) -> UsageError:
    help_ = "make one with: ssh-keygen -t ed25519 -f signing-key"
    return UsageError(f'The key "{name}" is of another kind than Ed25519, which signatures here need', help_, "bad-key")
