"""What `bpogov check` does for evidence: `--attest` and `--sign-key`."""

from typing import TYPE_CHECKING

from bpogov.cli.exits import Misused
from bpogov.core.report import Report

if TYPE_CHECKING:
    from bpogov.runs.proving.attest import Attestation
    from bpogov.runs.request import CheckRequest


def prepared(request: "CheckRequest", attest: str | None, sign_key: str | None) -> "Attestation | None":
    """Make sure that evidence can be made before anything is checked; None where none was asked for."""
    if attest is None:
        if sign_key is not None:
            raise Misused("--sign-key signs evidence, so it goes with --attest only", "bpogov check")
        return None
    from bpogov.cli.passphrase import ask
    from bpogov.runs.proving.attest import prepare

    return prepare(request, attest, sign_key, ask)


def attest(report: Report, attestation: "Attestation | None") -> None:
    """Write the evidence of a check, if it was asked for."""
    if attestation is not None:
        from bpogov.cli.files import write_whole
        from bpogov.runs.proving.attest import evidence

        write_whole(attestation.file, evidence(report, attestation))
