"""What this installation consists of: what an earlier run made counts only while all of it is the same.

Its own files are known by their sizes and times, modules and shipped policies alike: who edits one of them sees it at
once, and nobody else can write there. Everything that users bring along is known by what it holds.
"""

import os
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b

from bpogov.engine.environment import runtime_folders, runtime_version
from bpogov.policy.library import shipped_place

File = tuple[str, int, int]
"""A path, a size in bytes, and the time of the last change in nanoseconds."""


@cache
def code() -> tuple[File, ...]:
    """The modules and tables of bpogov and of the expression language; they are loaded once in a process."""
    return tuple(found for folder in (_package(), *runtime_folders()) for found in _files(folder, _OF_CODE))


def packs() -> tuple[File, ...]:
    """The files of the shipped packs, as they are now."""
    return tuple(_files(shipped_place(), _OF_PACKS))


def state() -> str:
    """A digest of what all modules, tables and shipped packs hold, with the version of the expression language.

    It is the same wherever the same files are installed. Empty where that version is not known.
    """
    digest = blake2b(runtime_version().encode(), digest_size=32)
    for folder, kinds in ((_package(), _OF_CODE), (shipped_place(), _OF_PACKS)):
        for path, _, _ in _files(folder, kinds):
            with open(path, "rb") as file:
                content = file.read()
            name = os.path.relpath(path, folder).replace(os.sep, "/")
            digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest() if runtime_version() else ""


def _package() -> str:
    return os.path.dirname(os.path.dirname(os.path.dirname(__file__)))


def _files(folder: str, kinds: tuple[str, ...]) -> Iterator[File]:
    """The files of some kinds below a folder, in an order that is the same everywhere."""
    with os.scandir(folder) as entries:
        listed = sorted(entries, key=lambda one: one.name)
    for entry in listed:
        if entry.is_dir():
            if entry.name not in _NO_CODE:
                yield from _files(entry.path, kinds)
        elif entry.name.endswith(kinds):
            status = entry.stat()
            yield entry.path, status.st_size, status.st_mtime_ns


_OF_CODE = (".py", ".so", ".pyd", ".txt", ".json")
_OF_PACKS = (".yaml", ".yml")
_NO_CODE = frozenset({"__pycache__", "_policies"})
