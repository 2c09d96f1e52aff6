"""Add your signature to the evidence of another party."""

from typing import Any

import click

from bpogov.cli.completion import FileName
from bpogov.cli.console import Console
from bpogov.cli.options import gate_option, output_options, policy_options


@click.command(
    epilog="Example: bpogov sign engagements/acme.yaml --attestation acme.intoto.jsonl --sign-key ~/.ssh/id_ed25519"
)
@click.argument("paths", metavar="ENGAGEMENTS...", nargs=-1, required=True, type=FileName())
@click.option(
    "--attestation", type=FileName(), required=True, metavar="FILE", help="The evidence; your signature is added to it."
)
@click.option(
    "--sign-key", type=FileName(), required=True, metavar="KEY", help="Your private key (Ed25519, PEM or OpenSSH)."
)
@gate_option
@policy_options
@output_options
@click.pass_obj
def command(console: Console, /, attestation: str, sign_key: str, **asked: Any) -> int:
    """Check ENGAGEMENTS again, as the evidence about them says, and sign it where that gives the same.

    Signatures that are there stay. Exit code 0: signed; 1: the evidence does not hold, nothing was written; 2: it
    could not be checked or written.
    """
    from bpogov.cli.files import write_whole
    from bpogov.cli.passphrase import ask
    from bpogov.report.answers import verification
    from bpogov.runs.proving.sign import sign
    from bpogov.runs.proving.verify import VerifyRequest

    text, engagements = sign(VerifyRequest(attestation=attestation, **asked), sign_key, ask)
    if text:
        write_whole(attestation, text)
    for one in engagements:
        console.show(verification.render_engagement, one)
    console.report(f"Signed: {attestation}\n" if text else "Nothing was signed: the evidence does not hold\n")
    return 0 if text else 1
