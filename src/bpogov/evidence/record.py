"""A record as it is read back: the bytes of a statement, checked field by field before anybody relies on them."""

import re
from collections import Counter
from datetime import date, datetime
from typing import Any

from msgspec import Struct

from bpogov.evidence.envelope import BadEvidenceError, Envelope, parse_json, read_envelopes
from bpogov.evidence.statement import FAILED, PASSED, PREDICATE_TYPE, STATEMENT_TYPE, WARNED, Statement

_LONGEST = 1000
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")


class Record(Struct, frozen=True):
    """The record of one engagement, with the envelope that it came in.

    `file`, `digest` and `identity` are the name, the SHA-256 (hexadecimal digits) and the id of its engagement;
    `result` is PASSED, WARNED or FAILED, `gate` what said so, `today` the date that was checked for, and `time` when
    the record was made (UTC); `passed` and `warned` are ids of rules.
    """

    envelope: Envelope
    statement: Statement
    file: str
    digest: str
    identity: str
    result: str
    gate: str
    today: date
    time: datetime
    passed: tuple[str, ...]
    warned: tuple[str, ...]

    @property
    def extension(self) -> dict[str, Any]:
        """What the record says beyond the vocabulary of in-toto."""
        found: dict[str, Any] = self.statement["predicate"]["bpogov"]
        return found


def read_records(text: bytes) -> tuple[Record, ...]:
    """Read a file of records; raise BadEvidenceError, in plain words, where it holds anything else.

    No signature is checked here: that is for those who have the keys.
    """
    envelopes = read_envelopes(text)
    records = tuple(_record(envelope, number) for number, envelope in enumerate(envelopes, 1))
    ((twice, times),) = Counter(record.file for record in records).most_common(1)
    if times > 1:
        message = f'The file holds two records about "{twice}", so that nobody knows which one counts'
        raise BadEvidenceError(message)
    return records


def _record(envelope: Envelope, number: int) -> Record:
    try:
        return _read(envelope)
    except (ValueError, TypeError, KeyError, AttributeError):
        message = f"The record in line {number} of the file is none that bpogov made"
        raise BadEvidenceError(message) from None


def _read(envelope: Envelope) -> Record:
    data = parse_json(envelope.payload)
    predicate = data["predicate"]
    extension = predicate["bpogov"]
    (subject,) = data["subject"]
    if (data["_type"], data["predicateType"], extension["tool"]) != (STATEMENT_TYPE, PREDICATE_TYPE, "bpogov"):
        raise ValueError
    if predicate["result"] not in {PASSED, WARNED, FAILED}:
        raise ValueError
    if not isinstance(extension["waivers"], list) or not isinstance(extension["data"], dict):
        raise TypeError
    for entry in predicate["configuration"]:
        _texts(entry["name"], entry["annotations"]["kind"], *entry["digest"].values())
    _texts(*extension["notApplicable"], *extension["notChecked"], *predicate["failedTests"])
    return Record(
        envelope=envelope,
        statement=data,
        file=_text(subject["name"]),
        digest=_text(subject["digest"]["sha256"]),
        identity=_text(extension["engagement"]["id"]),
        result=predicate["result"],
        gate=_text(extension["gate"]),
        today=date.fromisoformat(_matching(_DAY, extension["today"])),
        time=datetime.fromisoformat(_matching(_TIME, extension["time"])),
        passed=_texts(*predicate["passedTests"]),
        warned=_texts(*predicate["warnedTests"]),
    )


def _matching(form: re.Pattern[str], value: Any) -> str:
    if not form.fullmatch(value):
        raise ValueError
    return _text(value)


def _text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise TypeError
    return value


def _texts(*values: Any) -> tuple[str, ...]:
    return tuple(map(_text, values))
