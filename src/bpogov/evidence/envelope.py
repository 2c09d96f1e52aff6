"""Signed envelopes around records: DSSE (Dead Simple Signing Envelope) 1.0.2, one in each line of a file.

The bytes that are signed are the bytes that are read afterwards, so nothing has to be brought into a canonical form.
Stricter than DSSE where that costs nobody anything: unknown fields, repeated fields, two alphabets in one envelope and
white space around it are refused, so that no changed byte goes unseen.
"""

import base64
import json
import re
from collections.abc import Iterable
from typing import Any

from msgspec import Struct

PAYLOAD_TYPE = "application/vnd.in-toto+json"


class BadEvidenceError(Exception):
    """What was given as evidence is none; the text is one sentence in plain words."""


class Signature(Struct, frozen=True):
    """A signature, and the id of the key that is said to have made it: a hint that proves nothing."""

    keyid: str
    value: bytes


class Envelope(Struct, frozen=True):
    """A record as bytes, and the signatures over it; there may be none."""

    payload: bytes
    signatures: tuple[Signature, ...] = ()

    @property
    def signed_bytes(self) -> bytes:
        """The bytes that each signature is over."""
        return pre_authentication(PAYLOAD_TYPE, self.payload)


def pre_authentication(payload_type: str, body: bytes) -> bytes:
    """Give the bytes to sign, the PAE of DSSE: type and body, each with its length, so that neither can be moved."""
    name = payload_type.encode()
    return b"DSSEv1 %d %s %d %s" % (len(name), name, len(body), body)


def render(envelopes: Iterable[Envelope]) -> str:
    """Give the text of a file (JSON Lines): one envelope in each line, in ASCII, without white space."""
    return "".join(f"{json.dumps(_plain(envelope), separators=(',', ':'))}\n" for envelope in envelopes)


def read_envelopes(text: bytes) -> tuple[Envelope, ...]:
    """Read a file of envelopes; raise BadEvidenceError, which names the line, where it is not made of them."""
    if not text.strip():
        message = "The file holds no record"
        raise BadEvidenceError(message)
    *lines, rest = text.split(b"\n")
    if rest:
        message = "The last line of the file has no line end, so that something may have been cut off"
        raise BadEvidenceError(message)
    return tuple(_envelope(line, number) for number, line in enumerate(lines, 1))


def _plain(envelope: Envelope) -> dict[str, Any]:
    return {
        "payload": base64.b64encode(envelope.payload).decode(),
        "payloadType": PAYLOAD_TYPE,
        "signatures": [
            {"keyid": one.keyid, "sig": base64.b64encode(one.value).decode()} for one in envelope.signatures
        ],
    }


def _envelope(line: bytes, number: int) -> Envelope:
    try:
        return _read(line)
    except ValueError:
        message = f"Line {number} of the file is not a signed record as bpogov writes it"
        raise BadEvidenceError(message) from None


def _read(line: bytes) -> Envelope:
    data = _fields(parse_json(line), {"payload", "payloadType", "signatures"})
    if data["payloadType"] != PAYLOAD_TYPE or not isinstance(data["signatures"], list) or not line.endswith(b"}"):
        raise ValueError
    signatures = [_fields({"keyid": ""} | _fields(one), {"keyid", "sig"}) for one in data["signatures"]]
    if not all(isinstance(one["keyid"], str) for one in signatures):
        raise ValueError
    payload, *values = _decoded([data["payload"], *(one["sig"] for one in signatures)])
    return Envelope(payload, tuple(Signature(one["keyid"], sig) for one, sig in zip(signatures, values, strict=True)))


def parse_json(text: bytes) -> Any:
    """Read JSON (RFC 8259) in which no name stands twice; raise ValueError for everything else."""
    try:
        return json.loads(text.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_number)
    except RecursionError as error:
        raise ValueError from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) != len(pairs):
        raise ValueError
    return data


def _no_number(word: str) -> None:
    raise ValueError(word)


def _fields(data: Any, names: set[str] | None = None) -> dict[str, Any]:
    """Give an object of JSON; raise ValueError where it is none, or has other fields than `names`."""
    if not isinstance(data, dict) or (names is not None and set(data) != names):
        raise ValueError
    return data


def _decoded(codes: list[Any]) -> list[bytes]:
    """Decode base64 (RFC 4648, with padding) in the standard or the URL-safe alphabet, the same one throughout."""
    if not all(isinstance(code, str) for code in codes):
        raise ValueError
    standard = [code.translate(_TO_STANDARD) for code in codes] if _URL_SAFE.fullmatch("".join(codes)) else codes
    decoded = [base64.b64decode(code, validate=True) for code in standard]
    if [base64.b64encode(value).decode() for value in decoded] != standard:
        raise ValueError  # bits after the last byte, which say nothing
    return decoded


_URL_SAFE = re.compile(r"[A-Za-z0-9_=-]*")
_TO_STANDARD = str.maketrans("-_", "+/")
