"""Check engagements against the policies."""

from typing import Any

import click

from bpogov.cli.checking import checked
from bpogov.cli.completion import FileName
from bpogov.cli.console import Console
from bpogov.cli.options import options
from bpogov.cli.table import CHECK


@click.command(epilog="Example: bpogov check engagements/ --fail-on warning")
@click.argument("paths", nargs=-1, type=FileName())
@options(*CHECK)
@click.pass_obj
def command(console: Console, /, paths: tuple[str, ...], **asked: Any) -> int:
    """Check PATHS: engagement files and folders, or - for standard input.

    A file of another kind, such as a rule or a waiver, is checked as what it is.

    Without PATHS, what bpogov.yaml names, else the folder engagements/. Exit code 0: nothing at or above --fail-on;
    1: findings; 2: something could not be checked.
    """
    return checked(console, paths, asked)
