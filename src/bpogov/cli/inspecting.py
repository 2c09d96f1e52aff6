"""What `bpogov check` would do, without doing it: `--show-files` and `--show-config`."""

from collections.abc import MutableMapping
from typing import Any

from bpogov.cli.console import Console


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
