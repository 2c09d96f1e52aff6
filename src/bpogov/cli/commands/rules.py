"""List the rules that apply, and who changed them."""

import click

from bpogov.cli.console import Console
from bpogov.cli.options import format_option, output_options, policy_options


@click.command(epilog="Example: bpogov rules --format json")
@click.option("-v", "--verbose", is_flag=True, help="The name of each rule too, and the files that changed it.")
@format_option
@policy_options
@output_options
@click.pass_obj
def command(console: Console, /, format_name: str, config: str | None, policies: str | None, *, verbose: bool) -> int:
    """List the rules that apply here, with severity, first status, pack and title, as the configuration has them."""
    from bpogov.report.answers import listing
    from bpogov.runs.rules import list_rules

    rows = list_rules(config, policies)
    if format_name == "json":
        console.report(listing.render_json(rows))
    else:
        console.show(listing.render, rows, full=verbose)
    return 0
