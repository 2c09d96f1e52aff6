"""Explain a rule, a finding, a function or a field."""

import click

from bpogov.cli.console import Console
from bpogov.cli.options import format_option, output_options, policy_options


@click.command(epilog="Example: bpogov explain COM001")
@click.argument("word")
@format_option
@policy_options
@output_options
@click.pass_obj
def command(console: Console, /, word: str, format_name: str, config: str | None, policies: str | None) -> int:
    """Explain WORD: the id or name of a rule, a function of the rule language, or a field such as $.slas[*].target.

    For a rule: what it asks, why, where the demand comes from, its parameters with the origin of each value, an
    engagement that passes and one that fails, how to fix it and how to waive it.
    """
    from bpogov.report import explanation
    from bpogov.runs.explain import explain

    found = explain(word, config, policies)
    if format_name == "json":
        console.report(explanation.render_json(found))
    else:
        console.show(explanation.render, found)
    return 0
