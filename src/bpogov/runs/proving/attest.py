"""From the report of a check to evidence: records, signed or not, that others can verify later."""

import os
from datetime import UTC, datetime

from msgspec import Struct

from bpogov.core.errors import UsageError
from bpogov.core.gate import NEVER
from bpogov.core.report import Report
from bpogov.evidence.envelope import BadEvidenceError, Envelope, read_envelopes, render
from bpogov.evidence.keys import Ask, PrivateKey, read_private, signed
from bpogov.evidence.statement import payload, statement
from bpogov.runs.request import CheckRequest
from bpogov.source.discover import read
from bpogov.source.limits import Limits

LARGEST = Limits(size=64 * 1024 * 1024)
"""How large a file of records may be."""

EPOCH = "SOURCE_DATE_EPOCH"


class Attestation(Struct, frozen=True):
    """Where evidence goes, and the key that signs it, if there is one.

    `trust` is the git revision that the policies came from, or empty: records name files without it, because they have
    to be the same files once the change is merged.
    """

    file: str
    key: PrivateKey | None
    trust: str = ""

    def named(self, path: str) -> str:
        """Give the name of a file in the records."""
        return named(path.removeprefix(f"{self.trust}:") if self.trust else path)


def prepare(request: CheckRequest, file: str, sign_key: str | None, ask: Ask) -> Attestation:
    """Make sure, before anything is checked, that evidence can be made and may be written to `file`.

    `sign_key` is the file of a private key; `ask` is called for its passphrase where it has one. Raises UsageError
    where the check leaves something out, the key cannot be used, or `file` holds anything that must not be lost:
    something else than evidence, or the signature of somebody else.
    """
    left_out = [*request.left_out]
    left_out += ["--no-waivers"] if request.no_waivers else []
    left_out += ["- (standard input)"] if request.stdin is not None else []
    left_out += ["--fail-on never"] if request.fail_on == NEVER else []
    if left_out:
        message = f"Evidence is about whole checks of files, so --attest does not go with {', '.join(left_out)}"
        raise UsageError(message, "leave it out, or leave out --attest")
    key = read_private(read(sign_key), sign_key, ask) if sign_key else None
    if os.path.lexists(file) and os.path.isfile(file):
        _require_expendable(file, key)
    return Attestation(file, key, request.trust or "")


def evidence(report: Report, attestation: Attestation) -> str:
    """Give the text of the file of records: one for each engagement.

    Raises UsageError where something could not be checked, for which there is no evidence.
    """
    verdict = report.verdict
    if verdict.exit_code not in {0, 1}:
        message = f'No evidence was written to "{attestation.file}": what could not be checked proves nothing'
        raise UsageError(message, "mend what the messages above say, and run the same command again", "no-evidence")
    time = time_of_record()
    records = [Envelope(payload(statement(report, one, time, attestation.named))) for one in report.engagements]
    return render(signed(one, attestation.key) if attestation.key else one for one in records)


def named(path: str) -> str:
    """Give the name of a file in records: relative to the working directory, with forward slashes."""
    try:
        return os.path.relpath(path).replace(os.sep, "/")
    except ValueError:  # on another drive
        return path.replace(os.sep, "/")


def time_of_record() -> str:
    """Give the time now in UTC (RFC 3339), or that of SOURCE_DATE_EPOCH, in seconds since 1970, where that is set."""
    given = os.environ.get(EPOCH, "")
    try:
        moment = datetime.fromtimestamp(int(given), tz=UTC) if given else datetime.now(tz=UTC)
    except (ValueError, OverflowError, OSError):
        message = f'The variable {EPOCH} is "{given}", but a number of seconds since 1970 is expected'
        raise UsageError(message, f"set it to a number such as 1795219200, or take {EPOCH} away") from None
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")


def _require_expendable(file: str, key: PrivateKey | None) -> None:
    try:
        old = read_envelopes(read(file, LARGEST))
    except BadEvidenceError:
        message = f'"{file}" is there already and holds something else than evidence'
        raise UsageError(message, "name another file, or move that one away", "not-evidence") from None
    mine = key.keyid if key else ""
    if any(signature.keyid != mine for envelope in old for signature in envelope.signatures):
        message = f'"{file}" holds a signature of somebody else, which would be lost'
        help_ = "add yours with `bpogov sign`, or name another file to start anew"
        raise UsageError(message, help_, "signed-already")
