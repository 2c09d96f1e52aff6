"""Run the examples in the rule files."""

import click

from bpogov.cli.completion import FolderName
from bpogov.cli.console import Console
from bpogov.cli.options import output_options, policy_options


@click.command(epilog="Example: bpogov test policies/own")
@click.argument("packs", nargs=-1, type=FolderName())
@click.option("-v", "--verbose", is_flag=True, help="Name every example that ran.")
@policy_options
@output_options
@click.pass_obj
def command(
    console: Console, /, packs: tuple[str, ...], config: str | None, policies: str | None, *, verbose: bool
) -> int:
    """Run the examples in the rules of PACKS (names or folders); default: every pack that is configured.

    Exit code 1 if a rule does not do what one of its examples says.
    """
    from bpogov.report.answers import selftest as report
    from bpogov.runs.selftest import selftest

    result = selftest(packs, config, policies)
    console.show(report.render, result, full=verbose)
    return result.exit_code
