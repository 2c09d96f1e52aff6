"""In which formats the result of a check is shown, and where it is written."""

import os
from typing import Any

from msgspec import Struct

from bpogov.cli.console import Console
from bpogov.cli.exits import Misused
from bpogov.core.report import Report
from bpogov.report.formats import AZURE, GITHUB, SARIF, TEXT

_SUMMARY_FILE = "GITHUB_STEP_SUMMARY"
_COMMAND = "bpogov check"


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
            raise Misused(
                "--statistics, -q and -v go with --format text only: the other formats always hold everything", _COMMAND
            )
        if self.statistics + self.quiet + self.verbose > 1:
            raise Misused("Only one of --statistics, -q and -v can be asked for", _COMMAND)
        if self.omit_suppressed and SARIF not in (self.format_name, *(name for name, _ in self.files)):
            raise Misused(
                "--omit-suppressed is about SARIF, so it goes with --format sarif or --output sarif=FILE", _COMMAND
            )


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
