"""Check engagements against the policies."""

import sys
from typing import Any

import click

from bpogov.cli.attesting import attest as write_evidence
from bpogov.cli.attesting import evidence_options, prepared
from bpogov.cli.completion import FileName, GateName
from bpogov.cli.console import Console
from bpogov.cli.inspecting import inspect_options, inspected
from bpogov.cli.options import Word, cache_option, output_options, policy_options, words
from bpogov.cli.printing import Wanted, report_options, show_failure, show_report
from bpogov.core.errors import BpogovError

_SEVERITIES = Word(["error", "warning", "note", "never"])


@click.command(epilog="Example: bpogov check engagements/ --fail-on warning")
@click.argument("paths", nargs=-1, type=FileName())
@click.option(
    "--gate", type=GateName(), default="local", show_default=True, metavar="NAME", help="The gate for the verdict."
)
@click.option("--fail-on", type=_SEVERITIES, help="The lightest that fails; default: what the gate says.")
@click.option("--select", multiple=True, callback=words, metavar="RULES", help="Only these: ids, starts, or names.")
@click.option("--ignore", multiple=True, callback=words, metavar="RULES", help="All but these.")
@click.option("--no-waivers", is_flag=True, help="Show the world without waivers: what they accept counts.")
@click.option(
    "--baseline", type=FileName(), metavar="FILE", help="Known findings that do not count; bpogov baseline writes it."
)
@click.option("--trust", metavar="REF", help="Take everything but the engagements from this git revision.")
@click.option("--removed-since", metavar="REF", help="Fail if an engagement of this git revision was removed.")
@click.option("--today", metavar="DATE", help="The date to check for, such as 2026-11-21; default: today.")
@click.option("--stdin-filename", default="standard-input.yaml", metavar="NAME", help="The name of what - gives.")
@click.option("--allow-empty", is_flag=True, help="Pass where there is no engagement to check.")
@cache_option
@inspect_options
@report_options
@evidence_options
@policy_options
@output_options
@click.pass_obj
def command(console: Console, /, paths: tuple[str, ...], **asked: Any) -> int:
    """Check PATHS: engagement files and folders, or - for standard input.

    A file of another kind, such as a rule or a waiver, is checked as what it is.

    Without PATHS, what bpogov.yaml names, else the folder engagements/. Exit code 0: nothing at or above --fail-on;
    1: findings; 2: something could not be checked.
    """
    if inspected(console, paths, asked):
        return 0
    from bpogov.runs.check import CheckRequest, check
    from bpogov.source.limits import DEFAULT_LIMITS

    wanted = Wanted(**{name: asked.pop(name) for name in Wanted.__struct_fields__})
    stdin = sys.stdin.buffer.read(DEFAULT_LIMITS.size + 1) if "-" in paths else None
    attest, sign_key = asked.pop("attest"), asked.pop("sign_key")
    request = CheckRequest(
        paths=tuple(path for path in paths if path != "-"), stdin=stdin, every_kind=attest is None, **asked
    )
    try:
        attestation = prepared(request, attest, sign_key)
        report = check(request)
    except BpogovError as error:
        from bpogov.runs.failed import not_checked

        show_failure(not_checked(error, asked["gate"], asked["today"]), console, wanted)
        raise
    show_report(report, console, wanted)
    write_evidence(report, attestation)
    return report.verdict.exit_code
