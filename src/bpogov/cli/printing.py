"""In which formats the result of a check is shown, and where it is written."""

import os
from collections.abc import Sequence
from typing import Any

import click
from msgspec import Struct

from bpogov.cli.completion import Pair
from bpogov.cli.console import Console
from bpogov.cli.options import Command, Word
from bpogov.core.report import Report
from bpogov.report.formats import AZURE, GITHUB, NAMES, SARIF, TEXT

_SUMMARY_FILE = "GITHUB_STEP_SUMMARY"


class Wanted(Struct, frozen=True):
    """What is to be shown: `format_name` on standard output, and a file for each of `files` (format, path)."""

    format_name: str = TEXT
    files: tuple[tuple[str, str], ...] = ()
    statistics: bool = False
    quiet: bool = False
    verbose: bool = False
    omit_suppressed: bool = False

    def __post_init__(self) -> None:
        """Refuse options that contradict each other, before anything is checked."""
        if self.format_name != TEXT and (self.statistics or self.quiet or self.verbose):
            message = "--statistics, -q and -v go with --format text only: the other formats always hold everything"
            raise click.UsageError(message)
        if self.statistics + self.quiet + self.verbose > 1:
            message = "Only one of --statistics, -q and -v can be asked for"
            raise click.UsageError(message)
        if self.omit_suppressed and SARIF not in (self.format_name, *(name for name, _ in self.files)):
            message = "--omit-suppressed is about SARIF, so it goes with --format sarif or --output sarif=FILE"
            raise click.UsageError(message)


def report_options(command: Command) -> Command:
    """Add --format, --output and what else says how a report looks."""
    options = (
        click.option(
            "--format",
            "format_name",
            type=Word(NAMES),
            default=TEXT,
            show_default=True,
            metavar="NAME",
            help=f"How to show the result: {', '.join(NAMES)}.",
        ),
        click.option(
            "--output",
            "files",
            multiple=True,
            callback=_pairs,
            type=Pair(NAMES),
            metavar="FORMAT=FILE",
            help="Also write the report into a file; may be repeated.",
        ),
        click.option(
            "--omit-suppressed", is_flag=True, help="Leave what is waived or in the baseline out of SARIF, for GitHub."
        ),
        click.option("--statistics", is_flag=True, help="Only count the findings of each rule."),
        click.option("-q", "--quiet", is_flag=True, help="One line for each finding that fails the check."),
        click.option(
            "-v", "--verbose", is_flag=True, help="Everything in full: notes, places, what was not checked and why."
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def _pairs(ctx: click.Context, param: click.Parameter, values: Sequence[str]) -> tuple[tuple[str, str], ...]:
    word = Word(NAMES)
    pairs: dict[str, str] = {}
    for value in values:
        name, equals, file = value.partition("=")
        if not (equals and file):
            message = f'"{value}" is not a format and a file, such as sarif=bpogov.sarif'
            raise click.BadParameter(message, ctx, param)
        if file in pairs:
            message = f'"{file}" is named twice, but holds one report'
            raise click.BadParameter(message, ctx, param)
        pairs[file] = word.convert(name, param, ctx)
    return tuple((name, file) for file, name in pairs.items())


def show_report(report: Report, console: Console, wanted: Wanted) -> None:
    """Write the report into the files that were asked for, then to standard output.

    In text, what it says of the run goes to standard error; every other format holds it.
    """
    _write(report, wanted)
    if wanted.format_name == TEXT:
        _show_text(report, console, wanted)
    else:
        _print(report, console, wanted)


def show_failure(report: Report, console: Console, wanted: Wanted) -> None:
    """Write the report of a run that could not check, so that no report of an earlier run is taken for this one's.

    As text it is not shown: its problems are told on standard error in any case.
    """
    _write(report, wanted)
    if wanted.format_name != TEXT:
        _print(report, console, wanted)


def _write(report: Report, wanted: Wanted) -> None:
    if wanted.files:
        from bpogov.cli.files import write_whole  # imported here, like its neighbours: few runs write files
        from bpogov.report import formats

        for name, file in wanted.files:
            write_whole(file, formats.render(name, report, **_options(name, wanted)))


def _print(report: Report, console: Console, wanted: Wanted) -> None:
    from bpogov.report import formats

    console.report(formats.render(wanted.format_name, report, **_options(wanted.format_name, wanted)))
    if wanted.format_name == GITHUB and os.environ.get(_SUMMARY_FILE):
        from bpogov.cli.files import append, size

        file = os.environ[_SUMMARY_FILE]
        append(file, formats.render_step(report, folders=_here(), taken=size(file)))


def _options(name: str, wanted: Wanted) -> dict[str, Any]:
    folders = _here()
    options: dict[str, Any] = {"folders": folders}
    if name == AZURE:
        options["folder"] = "".join(folders[:1])
    if name == SARIF:
        from bpogov.report.parts.sarif_automation import azure_pipeline

        options |= {"suppressed": not wanted.omit_suppressed, "automation": azure_pipeline(os.environ)}
    return options


def _here() -> tuple[str, ...]:
    """The absolute names of the working directory, the real one and the one of the shell; none where it is gone."""
    try:
        real = os.getcwd()
    except OSError:
        return ()
    known = os.environ.get("PWD", "")
    names = [real, known] if os.path.isabs(known) and os.path.realpath(known) == os.path.realpath(real) else [real]
    return tuple(dict.fromkeys(name.replace(os.sep, "/") for name in names))


def _show_text(report: Report, console: Console, wanted: Wanted) -> None:
    from bpogov.report import text
    from bpogov.report.answers import problems

    if report.notifications:
        console.tell(problems.render, report.notifications)
    detail = text.Detail.BRIEF if wanted.quiet else text.Detail.FULL if wanted.verbose else text.Detail.NORMAL
    if wanted.statistics:
        from bpogov.report.answers import statistics as counts

        console.show(counts.render, report)
        detail = text.Detail.SUMMARY
    console.show(text.render, report, detail=detail)
