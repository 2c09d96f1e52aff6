"""Where the packs that ship with bpogov lie: inside the wheel, or at the root of a checkout."""

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PREFIX = "bpogov/"


def shipped_place() -> str:
    """The folder of the shipped packs: `bpogov/_policies` in an installed wheel, else `policies/` of the checkout."""
    package = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
    packed = os.path.join(package, _PACKED)
    return packed if os.path.isdir(packed) else os.path.join(os.path.dirname(os.path.dirname(package)), "policies")


def shipped_folder() -> "Path":
    """The same folder, for those who go through it."""
    from pathlib import Path  # imported here: it takes 3 ms, and no clean check needs it

    return Path(shipped_place())


def shipped_names() -> tuple[str, ...]:
    """The names under which configurations list the shipped packs, such as `bpogov/core`."""
    return tuple(sorted(f"{PREFIX}{path.parent.name}" for path in shipped_folder().glob("*/pack.yaml")))


def shown(file: str) -> str:
    """The name of a policy file in reports: a shipped one by its pack, wherever bpogov is installed.

    In a checkout that is the working directory (or lies below it) the path is shown, so that it can be opened; an
    environment of Python in the working directory is no checkout.
    """
    path, shipped = os.path.realpath(file), os.path.realpath(shipped_place())
    inside = _below(path, shipped)
    if inside is None:
        return file
    named = None if os.path.basename(shipped) == _PACKED else _below(path, os.path.realpath(os.curdir))
    return PREFIX + inside if named is None else named


def _below(path: str, folder: str) -> str | None:
    """The path from a folder, with forward slashes, or None outside of it."""
    start = os.path.join(folder, "")
    return path.removeprefix(start).replace(os.sep, "/") if path.startswith(start) else None


_PACKED = "_policies"
