"""Explain a rule, a finding, a function, a field or a piece of advice."""

from typing import TYPE_CHECKING

import click

from bpogov.cli.console import Console
from bpogov.cli.options import format_option, output_options, policy_options

if TYPE_CHECKING:
    from bpogov.core.explanation import Explanation


@click.command(epilog="Example: bpogov explain COM001")
@click.argument("word", required=False)
@click.option(
    "--advice",
    is_flag=False,
    flag_value="",
    metavar="[NUMBER]",
    help="A piece of advice, such as S3-8, or all of them.",
)
@format_option
@policy_options
@output_options
@click.pass_obj
def command(
    console: Console,
    /,
    word: str | None,
    advice: str | None,
    format_name: str,
    config: str | None,
    policies: str | None,
) -> int:
    """Explain WORD: the id or name of a rule, a function of the rule language, or a field such as $.slas[*].target.

    For a rule: what it asks, why, where the demand comes from, its parameters with the origin of each value, an
    engagement that passes and one that fails, how to fix it and how to waive it. With --advice: what experience
    recommends, and which rules check it.
    """
    from bpogov.report.answers import explanation

    if (word is None) == (advice is None):
        raise click.UsageError("Say what to explain: one word, such as COM001, or --advice and a number, such as S3-8")
    found = _explained(word, config, policies) if word is not None else _advice(advice or "", config, policies)
    if format_name == "json":
        console.report(explanation.render_json(found))
    else:
        console.show(explanation.render, found)
    return 0


def _explained(word: str, config: str | None, policies: str | None) -> "Explanation":
    from bpogov.runs.explaining.explain import explain

    return explain(word, config, policies)


def _advice(number: str, config: str | None, policies: str | None) -> "Explanation":
    from bpogov.runs.explaining.advice import explain_advice, list_advice

    return explain_advice(number, config, policies) if number else list_advice(config, policies)
