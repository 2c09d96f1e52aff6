"""Envelopes: DSSE 1.0.2."""

import base64
import json
from typing import Any

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from hypothesis import given, settings
from hypothesis import strategies as st

from bpogov.evidence.envelope import (
    PAYLOAD_TYPE,
    BadEvidenceError,
    Envelope,
    Signature,
    parse_json,
    pre_authentication,
    read_envelopes,
    render,
)

SIGNED = Envelope(b'{"a":"b?>"}', (Signature("k1", b"\xfb\xff\xfe"), Signature("", b"\x00")))


def _line(**changes: Any) -> bytes:
    data: dict[str, Any] = json.loads(render([SIGNED])) | changes
    return json.dumps({name: value for name, value in data.items() if value is not None}).encode() + b"\n"


def test_the_published_vector_is_ours() -> None:
    """The bytes to sign are those of the specification, and its ECDSA signature (P-256, SHA-256) is over them."""
    signed = pre_authentication("http://example.com/HelloWorld", b"hello world")
    assert signed == b"DSSEv1 29 http://example.com/HelloWorld 11 hello world"
    x = 46950820868899156662930047687818585632848591499744589407958293238635476079160
    y = 5640078356564379163099075877009565129882514886557779369047442380624545832820
    raw = base64.b64decode("A3JqsQGtVsJ2O2xqrI5IcnXip5GToJ3F+FnZ+O88SjtR6rDAajabZKciJTfUiHqJPcIAriEGAHTVeCUjW2JIZA==")
    signature = encode_dss_signature(int.from_bytes(raw[:32]), int.from_bytes(raw[32:]))
    key = ec.EllipticCurvePublicNumbers(x, y, ec.SECP256R1()).public_key()
    key.verify(signature, signed, ec.ECDSA(hashes.SHA256()))


def test_lengths_count_bytes() -> None:
    """Not characters."""
    assert pre_authentication("é", "é".encode()) == b"DSSEv1 2 \xc3\xa9 2 \xc3\xa9"


def test_a_file_is_one_envelope_in_each_line() -> None:
    """As the bundle of in-toto: JSON Lines, in ASCII, without white space."""
    text = render([SIGNED, Envelope(b"{}")])
    assert text.splitlines()[1] == f'{{"payload":"e30=","payloadType":"{PAYLOAD_TYPE}","signatures":[]}}'
    assert read_envelopes(text.encode()) == (SIGNED, Envelope(b"{}"))
    assert SIGNED.signed_bytes == pre_authentication(PAYLOAD_TYPE, SIGNED.payload)


@given(st.binary(max_size=40), st.lists(st.tuples(st.text(max_size=9), st.binary(max_size=70)), max_size=3))
@settings(max_examples=60, deadline=None)
def test_what_is_written_is_read(payload: bytes, signatures: list[tuple[str, bytes]]) -> None:
    """Whatever the bytes."""
    envelope = Envelope(payload, tuple(Signature(*one) for one in signatures))
    assert read_envelopes(render([envelope]).encode()) == (envelope,)


def test_both_alphabets_are_read() -> None:
    """Standard and URL-safe base64 mean the same; a key id may be left out; white space inside says nothing."""
    data = json.loads(render([SIGNED]))
    data["payload"] = data["payload"].replace("+", "-")
    data["signatures"][0]["sig"] = "-__-"
    del data["signatures"][1]["keyid"]
    assert read_envelopes(json.dumps(data).encode() + b"\n") == (SIGNED,)


@pytest.mark.parametrize(
    "line",
    [
        b"no json\n",
        b"\n",
        b"[]\n",
        b"\xff\n",
        b"[" * 100_000 + b"\n",
        _line()[:-1] + b" \n",
        b'{"payload":"e30=","payload":"e30=","payloadType":"application/vnd.in-toto+json","signatures":[]}\n',
        _line(payload=None),
        _line(payload=7),
        _line(payload="e30"),
        _line(payload="e3 0="),
        _line(payload="e31="),
        _line(payload="eyJhIjoiYj8-In0="),
        _line(payload="é"),
        _line(payloadType="application/json"),
        _line(more=1),
        _line(signatures={}),
        _line(signatures=[1]),
        _line(signatures=[{"keyid": "k1"}]),
        _line(signatures=[{"keyid": None, "sig": "AA=="}]),
        _line(signatures=[{"sig": "AA==", "cert": "x"}]),
        _line(signatures=[{"sig": 1}]),
    ],
)
def test_what_is_no_envelope_is_refused(line: bytes) -> None:
    """In one plain sentence that names the line: other types, fields missing, unknown or twice, loose base64."""
    with pytest.raises(BadEvidenceError, match=r"^Line 2 of the file is not a signed record as bpogov writes it$"):
        read_envelopes(render([SIGNED]).encode() + line + render([SIGNED]).encode())


@pytest.mark.parametrize("text", [b"", b"\n", b" \n\n"])
def test_an_empty_file_is_refused(text: bytes) -> None:
    """Nothing is no evidence."""
    with pytest.raises(BadEvidenceError, match=r"^The file holds no record$"):
        read_envelopes(text)


def test_a_file_that_was_cut_off_is_refused() -> None:
    """Without its last line end, nobody knows what is missing."""
    with pytest.raises(BadEvidenceError, match=r"has no line end"):
        read_envelopes(render([SIGNED, SIGNED]).encode()[:-1])


def test_numbers_that_are_none_are_refused() -> None:
    """NaN is not in the JSON of RFC 8259."""
    with pytest.raises(ValueError, match="NaN"):
        parse_json(b'{"a":NaN}')
