"""Start a governed folder: a configuration and a first engagement."""

import click

from bpogov.cli.console import Console
from bpogov.cli.options import output_options


@click.command(epilog="Example: bpogov init my-outsourcing")
@click.argument("folder", default=".")
@output_options
@click.pass_obj
def command(console: Console, /, folder: str) -> int:
    """Write bpogov.yaml and a first engagement into FOLDER (default: here). Nothing is overwritten."""
    from bpogov.runs.scaffold import initialise, today

    for file in initialise(folder, today()):
        console.report(f"wrote {file}\n")
    console.report('Next: change the engagement to yours, then run "bpogov check"\n')
    return 0
