"""Names of files from the working directory on, for programs that look for them in a repository."""

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from bpogov.core.location import Location
from bpogov.core.report import EngagementResult, Input, Report
from bpogov.core.suppression import Suppression

_NAMED: dict[type, str] = {Location: "file", EngagementResult: "file", Suppression: "file", Input: "name"}
"""In which field a part of a report names a file."""


def placed(report: Report, folders: Sequence[str]) -> Report:
    """Give the report with the names of files relative where they are absolute and lie below one of `folders`.

    `folders` are absolute names of the working directory (more than one where a link leads to it), with forward
    slashes. Sentences stay as they are, and so do relative names, and those with `..`, which a link may lead elsewhere.
    """
    starts = tuple(f"{folder.rstrip('/')}/" for folder in folders)
    if not any(_short(name, starts) != name for name in _names(report)):
        return report
    moved: Report = _moved(report, starts)
    return moved


def _names(report: Report) -> Iterator[str]:
    """The names of all files that a report is about; each place in it is in one of them."""
    yield from (one.file for one in report.engagements)
    yield from (one.name for one in report.inputs)
    yield from (one.location.file for one in report.waivers)
    yield from (one.location.file for one in report.waiver_findings)
    yield from (said.location.file for said in report.notifications if said.location)


def _moved(value: Any, starts: Sequence[str]) -> Any:
    if isinstance(value, tuple):
        return type(value)(_moved(item, starts) for item in value)
    if not isinstance(value, Struct):
        return value
    named = _NAMED.get(type(value))
    changes: dict[str, Any] = {}
    for name in value.__struct_fields__:
        old = getattr(value, name)
        changes[name] = _short(old, starts) if name == named else _moved(old, starts)
    return replace(value, **changes)


def _short(name: str, starts: Sequence[str]) -> str:
    steps = name.split("/")
    if ".." in steps:
        return name
    plain = "/" * name.startswith("/") + "/".join(step for step in steps if step not in {"", "."})
    for start in starts:
        if plain.startswith(start):
            return plain[len(start) :]
    return name
