"""Verify the evidence that a gate passed."""

from typing import Any

import click

from bpogov.cli.completion import FileName
from bpogov.cli.console import Console
from bpogov.cli.option import Option
from bpogov.cli.options import format_option, gate_option, options, output_options, policy_options
from bpogov.cli.table import words


@click.command(epilog="Example: bpogov verify engagements/ --attestation sign-off.intoto.jsonl --key client.pub")
@click.argument("paths", metavar="ENGAGEMENTS...", nargs=-1, required=True, type=FileName())
@click.option(
    "--attestation", type=FileName(), required=True, metavar="FILE", help="The evidence: what check --attest wrote."
)
@click.option(
    "--key",
    "keys",
    type=FileName(),
    multiple=True,
    metavar="KEY",
    help="A public key that has to have signed; repeatable.",
)
@click.option("--threshold", type=int, metavar="N", help="How many of the keys are enough; default: all.")
@gate_option
@options(Option(("--require",), "Ids of rules that must be kept.", repeated=True, meaning=words, metavar="RULES"))
@click.option("--max-age", metavar="DURATION", help="How old it may be, such as P30D; default: any age.")
@click.option("--no-recheck", "recheck", is_flag=True, flag_value=False, default=True, help="Compare the files only.")
@click.option("--today", metavar="DATE", help="The date that ages are counted to; default: today.")
@format_option
@policy_options
@output_options
@click.pass_obj
def command(console: Console, /, format_name: str, **asked: Any) -> int:
    """Verify that evidence about ENGAGEMENTS is signed, is about these files, and is true: the check is made again.

    Without --key only evidence that nobody signed is verified. Exit code 0: it holds; 1: it does not; 2: that could
    not be found out.
    """
    from bpogov.report.answers import verification
    from bpogov.runs.proving.verify import VerifyRequest, verify

    verified = verify(VerifyRequest(**asked))
    if format_name == "json":
        console.report(verification.render_json(verified))
    else:
        console.show(verification.render, verified)
    return verified.exit_code
