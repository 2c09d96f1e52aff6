"""The formats of a report by their names: each is the module of its name, imported only when it is asked for."""

from importlib import import_module

from bpogov.core.report import Report

TEXT = "text"
SARIF = "sarif"
GITHUB = "github"

NAMES = (
    *(TEXT, "concise", "json", "jsonl", "markdown"),
    *(SARIF, "junit", GITHUB, "gitlab", "azure", "rdjson"),
)


def render(name: str, report: Report, **options: object) -> str:
    """Give the report in the format `name`, with what that format can be asked for.

    The verdict is in each of them, and none of them changes it. On a terminal the text leaves to standard error what
    is said of the run; here that comes first.
    """
    if name == TEXT:
        from bpogov.report import text  # imported here, as the others are
        from bpogov.report.answers import problems

        return "\n".join(filter(None, (problems.render(report.notifications), text.render(report))))
    shown: str = import_module(f"bpogov.report.{name}").render(report, **options)
    return shown
