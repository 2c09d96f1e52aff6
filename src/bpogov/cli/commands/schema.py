"""Print the JSON Schema of a kind of file, for editors."""

import click

from bpogov.cli.console import Console
from bpogov.cli.options import Word, output_options

_KINDS = ("engagement", "waiver", "baseline", "rule", "pack", "configuration", "advice", "report", "report-line")


@click.command(epilog="Example: bpogov schema engagement > engagement.schema.json")
@click.argument("kind", type=Word(_KINDS), default="engagement", metavar="[KIND]")
@output_options
@click.pass_obj
def command(console: Console, /, kind: str) -> int:
    """Print the JSON Schema (2020-12) of KIND.

    KIND is engagement (the default), waiver, baseline, rule, pack, configuration, advice, report or report-line (one
    line of --format jsonl).
    """
    from bpogov.report.plain.data import dump

    console.report(dump(_schema(kind)))
    return 0


def _schema(kind: str) -> object:
    if kind == "report":
        from bpogov.report import json

        return json.json_schema()
    if kind == "report-line":
        from bpogov.report import jsonl

        return jsonl.json_schema()
    if kind == "engagement":
        from bpogov.model.schema import json_schema as engagement_schema

        return engagement_schema()
    if kind in ("waiver", "baseline"):
        from bpogov.waiver.schema import json_schema as waiver_schema

        return waiver_schema(kind)
    from bpogov.policy.schema import json_schema as policy_schema

    return policy_schema(kind)
