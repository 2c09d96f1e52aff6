"""Write down the findings that are known, so that only new ones count."""

from typing import Any

import click

from bpogov.cli.completion import FileName
from bpogov.cli.console import Console
from bpogov.cli.options import cache_option, output_options, policy_options


@click.command(epilog="Example: bpogov baseline known.yaml, then bpogov check --baseline known.yaml")
@click.argument("file", type=FileName())
@click.argument("paths", nargs=-1, type=FileName())
@click.option("--add", is_flag=True, help="Also take up what is new; without it a baseline only shrinks.")
@click.option("--today", metavar="DATE", help="The date to check for, such as 2026-11-21; default: today.")
@cache_option
@policy_options
@output_options
@click.pass_obj
def command(console: Console, /, file: str, paths: tuple[str, ...], *, add: bool, **asked: Any) -> int:
    """Write the errors and warnings of PATHS into FILE; if FILE is there, take out of it what is gone.

    PATHS are those of "bpogov check". Notes are left out, and so are rules that may not be waived.
    """
    from bpogov.cli.files import write_whole
    from bpogov.runs.baseline import renewed
    from bpogov.runs.request import CheckRequest

    change = renewed(file, CheckRequest(paths=paths, **asked), add=add)
    write_whole(file, change.text)
    console.report(f"wrote {file}: {change.kept + change.added} known, {change.added} new, {change.gone} gone\n")
    return 0
