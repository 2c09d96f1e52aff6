"""Verifying evidence: signatures, files, dates, and the outcome of the same check made again."""

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct

from bpogov.core.errors import BpogovError, UsageError
from bpogov.core.finding import Notification
from bpogov.core.gate import SIGN_OFF
from bpogov.core.report import Report
from bpogov.core.severity import Severity
from bpogov.core.verification import Verification, VerifiedEngagement
from bpogov.evidence.comparison import changed_files, changed_outcomes, other_versions, outcome
from bpogov.evidence.envelope import BadEvidenceError
from bpogov.evidence.keys import PublicKey, read_public, signers
from bpogov.evidence.record import Record, read_records
from bpogov.evidence.statement import FAILED, Statement, statement
from bpogov.runs.check import check
from bpogov.runs.proving.attest import LARGEST, named
from bpogov.runs.request import CheckRequest
from bpogov.runs.today import date_of_check
from bpogov.source.discover import read
from bpogov.values import duration
from bpogov.values.duration import Duration
from bpogov.values.errors import BadValue

HOLDS, FAILS, NOT_VERIFIED = 0, 1, 2

MOST_NAMED = 3
UNSIGNED = "Nobody signed the record"

_SLACK = timedelta(days=1)  # today is a date of a time zone that is not known here


class VerifyRequest(Struct, frozen=True):
    """What is to be verified, and what is demanded of it.

    `paths` are engagement files and folders, `attestation` the file of records, `keys` files of public keys of which
    `threshold` (None: all) must have signed; `gate` is the gate that the records have to be about; `require` are ids of
    rules that must not have failed or been left out, `max_age` a duration or None; with `recheck` the check is made
    again and compared; `today` is a date in ISO 8601 or None for the day in UTC.
    """

    paths: tuple[str, ...]
    attestation: str
    keys: tuple[str, ...] = ()
    threshold: int | None = None
    gate: str = SIGN_OFF.name
    require: tuple[str, ...] = ()
    max_age: str | None = None
    recheck: bool = True
    today: str | None = None
    config: str | None = None
    policies: str | None = None


class Demand(Struct, frozen=True):
    """What a request demands, in its read form; each key is there once, in whatever form it was given."""

    keys: tuple[PublicKey, ...]
    threshold: int
    gate: str
    require: tuple[str, ...]
    max_age: Duration | None
    recheck: bool
    today: date


def verify(request: VerifyRequest) -> Verification:
    """Verify the evidence about engagements.

    Raises UsageError, or another BpogovError, where nothing can be said: a key or a file that cannot be read,
    signatures without a key to check them with, engagements that cannot be checked again.
    """
    demand = demanded(request)
    try:
        records = read_records(read_attestation(request.attestation))
    except BadEvidenceError as bad:
        return Verification(
            request.attestation, (), (str(bad),), FAILS, "The evidence does not hold: it cannot be read"
        )
    if not demand.keys and any(record.envelope.signatures for record in records):
        message = f'"{request.attestation}" is signed, but no key was given to check the signatures with'
        raise UsageError(message, "name the public keys of those who had to sign with --key", "no-key")
    engagements = judged(request, demand, records)
    return Verification(request.attestation, engagements, (), *_verdict(engagements, demand))


def read_attestation(file: str) -> bytes:
    """Give the content of a file of records; raise UsageError where it cannot be read or is too large."""
    content = read(file, LARGEST)
    if len(content) > LARGEST.size:
        message = f'"{file}" is larger than {LARGEST.size // 1024 // 1024} MiB, which is the most that is read'
        raise UsageError(message, "verify the records of fewer engagements at a time", "too-large")
    return content


def judged(request: VerifyRequest, demand: Demand, records: Sequence[Record]) -> tuple[VerifiedEngagement, ...]:
    """Judge the record of each engagement; raise BpogovError where an engagement cannot be checked again.

    Each is checked for the day of its record, all those of one day together.
    """
    by_file = {record.file: record for record in records}
    first = _checked(request, records[0].today)
    reports = {records[0].today: first}
    found = []
    for engagement in first.engagements:
        record = by_file.get(named(engagement.file))
        if record is None:
            others = ", ".join(f'"{file}"' for file in list(by_file)[:MOST_NAMED])
            failure = f'There is no record about "{engagement.file}", only about {others}'
            found.append(VerifiedEngagement(engagement.file, (failure,)))
            continue
        if record.today not in reports:
            reports[record.today] = _checked(request, record.today)
        now = _made_now(reports[record.today], engagement.file, record)
        found.append(_verified(engagement.file, record, now, demand))
    return tuple(found)


def _made_now(report: Report, file: str, record: Record) -> Statement:
    (same,) = (one for one in report.engagements if one.file == file)
    return statement(report, same, record.extension["time"], named)


def demanded(request: VerifyRequest) -> Demand:
    """Read what is demanded; raise UsageError where that makes no sense, or a key cannot be read."""
    keys = {key.keyid: key for key in (read_public(read(file), file) for file in reversed(request.keys))}
    if request.threshold is not None and not 1 <= request.threshold <= len(keys):
        has = f"{len(keys)} different {'key was' if len(keys) == 1 else 'keys were'} given"
        message = f"--threshold {request.threshold} can never be reached, because {has}"
        raise UsageError(message, "ask for as many signatures as keys, or fewer, and for one at least")
    if not keys and not request.recheck:
        message = "Without a key and without checking again, evidence proves nothing: anybody can write it"
        raise UsageError(message, "name a public key with --key, or leave out --no-recheck")
    try:
        oldest = duration.parse(request.max_age) if request.max_age is not None else None
    except BadValue as bad:
        raise UsageError(str(bad), "write for example --max-age P30D") from bad
    return Demand(
        keys=tuple(reversed(keys.values())),
        threshold=len(keys) if request.threshold is None else request.threshold,
        gate=request.gate,
        require=request.require,
        max_age=oldest,
        recheck=request.recheck,
        today=date.fromisoformat(date_of_check(request.today, "UTC")),
    )


def _checked(request: VerifyRequest, today: date) -> Report:
    report = check(
        CheckRequest(
            paths=request.paths,
            today=today.isoformat(),
            gate=request.gate,
            config=request.config,
            policies=request.policies,
        )
    )
    if report.verdict.exit_code == NOT_VERIFIED:
        said = Notification(Severity.ERROR, "not-verified", "The engagements cannot be checked again", help=_WHOLE)
        raise BpogovError([*(one for one in report.notifications if one.severity is Severity.ERROR), said])
    return report


_WHOLE = "evidence can be verified only where everything that it is about can be read and evaluated"


def _verified(file: str, record: Record, now: Statement, demand: Demand) -> VerifiedEngagement:
    failures = []
    signed_by: tuple[str, ...] = ()
    try:
        signed_by = tuple(key.name for key in signers(record.envelope, demand.keys))
    except BadEvidenceError as bad:
        failures.append(str(bad))
    else:
        failures += _too_few(signed_by, demand)
    failures += _not_as_demanded(record, demand)
    changed = changed_files(record, now)
    failures += changed
    if demand.recheck and record.gate == demand.gate and not changed:
        failures += changed_outcomes(record, now)
    return VerifiedEngagement(
        file=file,
        failures=tuple(failures),
        remarks=tuple(_remarks(record, now, demand)),
        result=record.result,
        gate=record.gate,
        today=record.today.isoformat(),
        time=record.extension["time"],
        signed_by=signed_by,
    )


def _too_few(signed_by: Sequence[str], demand: Demand) -> list[str]:
    if len(signed_by) >= demand.threshold:
        return []
    missing = ", ".join(f'"{key.name}"' for key in demand.keys if key.name not in signed_by)
    needed = f"{demand.threshold} {'signature is' if demand.threshold == 1 else 'signatures are'} needed"
    return [f"{needed}, but the record has {len(signed_by) or 'none'}: {missing} did not sign it"]


def _not_as_demanded(record: Record, demand: Demand) -> list[str]:
    said = []
    if record.gate != demand.gate:
        said.append(f'The record is about the gate "{record.gate}", but "{demand.gate}" is asked for')
    if record.result == FAILED:
        said.append(f'The record says that the gate "{record.gate}" failed')
    said += [
        f'The rule "{rule}" has to be kept, but is {outcome(record, rule)} in the record'
        for rule in demand.require
        if rule not in {*record.passed, *record.warned}
    ]
    made = record.time.date()
    if max(made, record.today) > demand.today + _SLACK:
        said.append(f"The record is of {max(made, record.today)}, which lies ahead of {demand.today}")
    elif demand.max_age is not None and demand.max_age.after(min(made, record.today)) < demand.today:
        said.append(f"The record is of {min(made, record.today)}, longer ago than {demand.max_age.words}")
    return said


def _remarks(record: Record, now: Statement, demand: Demand) -> list[str]:
    said = [] if demand.keys else [UNSIGNED]
    waivers = len(record.extension["waivers"])
    if waivers:
        said.append(f"{waivers} {'waiver was' if waivers == 1 else 'waivers were'} in force")
    if not demand.recheck:
        said.append("The check was not made again, so the record is as true as those who signed it")
    return [*said, *other_versions(record, now)]


def _verdict(engagements: Sequence[VerifiedEngagement], demand: Demand) -> tuple[int, str]:
    total = len(engagements)
    failed = sum(bool(one.failures) for one in engagements)
    of = f"{total} {'engagement' if total == 1 else 'engagements'}"
    if failed:
        return FAILS, f"The evidence does not hold for {of if failed == total else f'{failed} of {of}'}"
    if not demand.keys:
        return HOLDS, (
            f"The evidence agrees with the files and with the check made again for {of}, but it is not signed: "
            "it is only worth as much as the history of the repository"
        )
    signed = f"{'signature' if demand.threshold == 1 else 'signatures'}"
    return HOLDS, f"The evidence holds for {of}, with the {demand.threshold} {signed} asked for"
