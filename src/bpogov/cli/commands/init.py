"""Start a governed folder: configuration, a first engagement, a hook and a CI file."""

import sys

import click

from bpogov.cli.completion import FolderName
from bpogov.cli.console import Console
from bpogov.cli.options import Word, output_options

_SERVICES = ["github", "gitlab", "none"]


@click.command(epilog="Example: bpogov init my-outsourcing")
@click.argument("folder", default=".", type=FolderName())
@click.option("--ci", type=Word(_SERVICES), help="The service that checks changes; default: by the repository.")
@click.option("--yes", is_flag=True, help="Ask nothing.")
@output_options
@click.pass_obj
def command(console: Console, /, folder: str, ci: str | None, yes: bool) -> int:  # noqa: FBT001 (click gives it so)
    """Write what a start needs into FOLDER (default: here). Nothing is overwritten.

    That is bpogov.yaml and a first engagement, and in a git repository a hook for pre-commit and a file for GitHub
    or GitLab.
    """
    from bpogov.runs.beginning.initialise import initialise
    from bpogov.runs.beginning.repository import repository_of
    from bpogov.runs.beginning.scaffold import today

    repository = repository_of(folder)
    service = ci or (repository.service if repository.top else "none")
    if not service:
        service = _asked() if not yes and _is_terminal() else "none"
    start = initialise(folder, today(), repository, service)
    for files in (start.written, start.changed):
        for file, about in files.items():
            console.report(f"{'wrote' if files is start.written else 'changed'} {file}: {about}\n")
    for file in start.left:
        console.report(f"left {file} as it is\n")
    console.report("\nNext:\n" + "".join(f"- {step}\n" for step in start.next))
    return 0


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _asked() -> str:
    answer: str = click.prompt(
        "Which service checks your changes", type=click.Choice(_SERVICES), default="none", err=True
    )
    return answer
