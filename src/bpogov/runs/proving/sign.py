"""Adding a signature to evidence that another party made: verified first, then signed as it is."""

from msgspec.structs import replace

from bpogov.core.errors import UsageError
from bpogov.core.verification import VerifiedEngagement
from bpogov.evidence.envelope import BadEvidenceError, Envelope, render
from bpogov.evidence.keys import Ask, PrivateKey, read_private, signed, signers
from bpogov.evidence.record import Record, read_records
from bpogov.runs.proving.attest import named
from bpogov.runs.proving.verify import UNSIGNED, VerifyRequest, demanded, judged, read_attestation
from bpogov.source.discover import read


def sign(request: VerifyRequest, sign_key: str, ask: Ask) -> tuple[str, tuple[VerifiedEngagement, ...]]:
    """Check the engagements again and sign their records: the new text of the file, and what each check found.

    `sign_key` is the file of a private key; `ask` is called for its passphrase where it has one. The text is empty
    where a record does not hold: then nothing is to be written. Signatures that are there stay as they are. Raises
    UsageError where there is nothing to sign or the key cannot be used.
    """
    key = read_private(read(sign_key), sign_key, ask)
    demand = demanded(replace(request, keys=(), threshold=None, recheck=True))
    try:
        records = read_records(read_attestation(request.attestation))
        engagements = judged(request, demand, records)
        if any(one.failures for one in engagements):
            return "", engagements
        mine = {named(one.file) for one in engagements}
        envelopes = [_signed(record, key) if record.file in mine else record.envelope for record in records]
    except BadEvidenceError as bad:
        message = f'"{request.attestation}" cannot be signed: {str(bad)[:1].lower()}{str(bad)[1:]}'
        raise UsageError(message, "sign only records that `bpogov verify` finds to be right", "bad-evidence") from bad
    return render(envelopes), tuple(
        replace(one, signed_by=(sign_key,), remarks=tuple(remark for remark in one.remarks if remark != UNSIGNED))
        for one in engagements
    )


def _signed(record: Record, key: PrivateKey) -> Envelope:
    """Add the signature; raise BadEvidenceError where there is a wrong one in the name of the same key."""
    signers(record.envelope, (key.public,))
    return signed(record.envelope, key)
