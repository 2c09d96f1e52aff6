"""What `bpogov check` would do, without doing it: `--show-files` and `--show-config`."""

from collections.abc import MutableMapping
from typing import Any

import click

from bpogov.cli.console import Console
from bpogov.cli.options import Command


def inspect_options(command: Command) -> Command:
    """Add --show-files and --show-config."""
    files = click.option("--show-files", is_flag=True, help="Only list the engagement files that would be checked.")
    config = click.option("--show-config", is_flag=True, help="Only list what a check would go by, with its origin.")
    return files(config(command))


def inspected(console: Console, paths: tuple[str, ...], asked: MutableMapping[str, Any]) -> bool:
    """Take the two options out of `asked`, and show what they ask for; false where neither was given."""
    files, config = asked.pop("show_files"), asked.pop("show_config")
    if not (files or config):
        return False
    from bpogov.report.answers import listing  # imported here, like its neighbour: a check needs neither
    from bpogov.runs.settings import engagement_files, settings

    place = asked["config"], asked["policies"]
    if config:
        console.show(listing.render_settings, settings(*place))
    if files:
        found = engagement_files(paths, *place, may_be_empty=asked["allow_empty"])
        console.report("".join(f"{file}\n" for file in found))
    return True
