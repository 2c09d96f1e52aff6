"""What `bpogov check` does for evidence: `--attest` and `--sign-key`."""

from typing import TYPE_CHECKING

import click

from bpogov.cli.completion import FileName, GateName
from bpogov.cli.options import Command
from bpogov.core.report import Report

if TYPE_CHECKING:
    from bpogov.runs.attest import Attestation
    from bpogov.runs.check import CheckRequest


def evidence_options(command: Command) -> Command:
    """Add --attest and --sign-key."""
    attest = click.option(
        "--attest", type=FileName(), metavar="FILE", help="Write evidence of the verdict into FILE (.intoto.jsonl)."
    )
    sign_key = click.option(
        "--sign-key", type=FileName(), metavar="KEY", help="Sign the evidence with this private key (Ed25519)."
    )
    return attest(sign_key(command))


def gate_option(command: Command) -> Command:
    """Add --gate to a command about evidence."""
    return click.option(
        "--gate",
        type=GateName(),
        default="sign-off",
        show_default=True,
        metavar="NAME",
        help="The gate that it has to be about.",
    )(command)


def prepared(request: "CheckRequest", attest: str | None, sign_key: str | None) -> "Attestation | None":
    """Make sure that evidence can be made before anything is checked; None where none was asked for."""
    if attest is None:
        if sign_key is not None:
            message = "--sign-key signs evidence, so it goes with --attest only"
            raise click.UsageError(message)
        return None
    from bpogov.cli.passphrase import ask
    from bpogov.runs.attest import prepare

    return prepare(request, attest, sign_key, ask)


def attest(report: Report, attestation: "Attestation | None") -> None:
    """Write the evidence of a check, if it was asked for."""
    if attestation is not None:
        from bpogov.cli.files import write_whole
        from bpogov.runs.attest import evidence

        write_whole(attestation.file, evidence(report, attestation))
