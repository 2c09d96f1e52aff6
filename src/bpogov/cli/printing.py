"""Which format shows the result of a check."""

import click

from bpogov.cli.console import Console
from bpogov.core.report import Report


def require_sense(format_name: str, *, statistics: bool, quiet: bool, verbose: bool) -> None:
    """Refuse options that contradict each other, before anything is checked."""
    if format_name != "text" and (statistics or quiet or verbose):
        message = "The JSON report always holds everything, so --statistics, -q and -v go with --format text only"
        raise click.UsageError(message)
    if statistics + quiet + verbose > 1:
        message = "Only one of --statistics, -q and -v can be asked for"
        raise click.UsageError(message)


def show_report(
    report: Report, console: Console, format_name: str, *, statistics: bool, quiet: bool, verbose: bool
) -> None:
    """Write the report to standard output, and in text also what it says of the run to standard error."""
    if format_name == "json":
        from bpogov.report import json  # imported here, like its neighbours: a run needs one format

        console.report(json.render(report))
        return
    from bpogov.report import problems, text

    if report.notifications:
        console.tell(problems.render, report.notifications)
    detail = text.Detail.BRIEF if quiet else text.Detail.FULL if verbose else text.Detail.NORMAL
    if statistics:
        from bpogov.report import statistics as counts

        console.show(counts.render, report)
        detail = text.Detail.SUMMARY
    console.show(text.render, report, detail=detail)
