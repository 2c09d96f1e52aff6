"""The formats of a report by their names: each is the module of its name, imported only when it is asked for."""

from collections.abc import Sequence
from importlib import import_module

from bpogov.core.report import Report

TEXT = "text"
SARIF = "sarif"
GITHUB = "github"
AZURE = "azure"

NAMES = (
    *(TEXT, "concise", "json", "jsonl", "markdown"),
    *(SARIF, "junit", GITHUB, "gitlab", AZURE, "rdjson"),
)

_AS_GIVEN = frozenset({TEXT, "concise", "json", "jsonl"})
"""Formats that name files as the user did; the others are read where the working directory is not known."""


def render(name: str, report: Report, *, folders: Sequence[str] = (), **options: object) -> str:
    """Give the report in the format `name`, with what that format can be asked for.

    `folders` are the absolute names of the working directory, by which services find files in their repository. The
    verdict is in each format, and none of them changes it. On a terminal the text leaves to standard error what is
    said of the run; here that comes first.
    """
    if name == TEXT:
        from bpogov.report import text  # imported here, as the others are
        from bpogov.report.answers import problems

        return "\n".join(filter(None, (problems.render(report.notifications), text.render(report))))
    shown: str = import_module(f"bpogov.report.{name}").render(_named(name, report, folders), **options)
    return shown


def render_step(report: Report, *, folders: Sequence[str] = (), taken: int = 0) -> str:
    """Give the summary of a step of GitHub Actions; `taken` are the bytes that its file holds already."""
    from bpogov.report import markdown  # imported here, as the others are

    return markdown.render_summary(_named(GITHUB, report, folders), taken=taken)


def _named(name: str, report: Report, folders: Sequence[str]) -> Report:
    if name in _AS_GIVEN or not folders:
        return report
    from bpogov.report.plain.placing import placed  # imported here: text needs it never

    return placed(report, folders)
