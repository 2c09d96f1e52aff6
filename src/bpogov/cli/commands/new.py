"""Write a new engagement, a new rule or a new waiver to start from."""

from typing import Any

import click

from bpogov.cli.completion import FileName, FolderName
from bpogov.cli.console import Console
from bpogov.cli.options import cache_option, output_options, policy_options


@click.group(no_args_is_help=False, epilog="Example: bpogov new engagement acme-email-support")
def command() -> None:
    """Write a new engagement, rule or waiver to start from. Nothing is overwritten."""


@command.command(short_help="Write an engagement.", epilog="Example: bpogov new engagement acme-email-support")
@click.argument("name")
@click.option(
    "--folder", type=FolderName(), default="engagements", show_default=True, metavar="FOLDER", help="Where to write it."
)
@output_options
@click.pass_obj
def engagement(console: Console, /, name: str, folder: str) -> int:
    """Write FOLDER/NAME.yaml, an engagement at status draft. NAME is its id: small letters, digits and hyphens."""
    from bpogov.runs.beginning.scaffold import new_engagement, today

    return _told(console, new_engagement(name, folder, today()), f'"bpogov check {folder}"')


@command.command(
    short_help="Write a rule with its examples.",
    epilog="Example: bpogov new rule goals-few --id OWN001 --pack policies/own",
)
@click.argument("name")
@click.option("--id", "rule_id", default="OWN001", show_default=True, metavar="ID", help="The permanent id.")
@click.option(
    "--pack",
    type=FolderName(),
    default="policies/own",
    show_default=True,
    metavar="FOLDER",
    help="The folder of the pack.",
)
@click.option("--family", default="own", show_default=True, metavar="FOLDER", help="The folder inside the pack.")
@output_options
@click.pass_obj
def rule(console: Console, /, name: str, rule_id: str, pack: str, family: str) -> int:
    """Write the rule NAME with examples that test it, and its pack where there is none yet."""
    from bpogov.runs.beginning.scaffold import new_rule, today

    written = new_rule(name, rule_id, pack, family, today())
    return _told(console, written, f'"bpogov test {pack}"\nFor checks, list ./{pack} under packs in bpogov.yaml')


@command.command(
    short_help="Write a waiver for a finding.",
    epilog="Example: bpogov new waiver SCP002 engagements/acme.yaml",
)
@click.argument("rule")
@click.argument("engagement", type=FileName())
@click.option("--at", metavar="PATH", help="The place, where the rule finds several things wrong.")
@click.option(
    "--folder", type=FolderName(), default="waivers", show_default=True, metavar="FOLDER", help="Where to write it."
)
@click.option("--today", metavar="DATE", help="Its first day, such as 2026-11-21; default: today.")
@cache_option
@policy_options
@output_options
@click.pass_obj
def waiver(console: Console, /, rule: str, engagement: str, at: str | None, folder: str, **asked: Any) -> int:
    """Write a waiver for what RULE finds in the file ENGAGEMENT.

    It accepts nothing until a person has filled in why, who asks and who approves.
    """
    from bpogov.runs.beginning.newwaiver import new_waiver
    from bpogov.runs.request import CheckRequest

    written = new_waiver(rule, at, folder, CheckRequest(paths=(engagement,), **asked))
    return _told(console, written, f'fill in what stands in <angle brackets>, then "bpogov check {engagement}"')


def _told(console: Console, files: tuple[str, ...], advice: str) -> int:
    for file in files:
        console.report(f"wrote {file}\n")
    console.report(f"Next: {advice}\n")
    return 0
