"""Where files are read from: the working tree, or what a git revision holds."""

import os
from collections.abc import Iterator
from types import TracebackType
from typing import Protocol, Self

from bpogov.core.errors import UsageError
from bpogov.source import git
from bpogov.source.discover import read
from bpogov.source.limits import DEFAULT_LIMITS


class Tree(Protocol):
    """Files by their paths, from the working directory or from the root of the file system."""

    def read(self, path: str) -> bytes:
        """The content of a file, as `discover.read` gives it. Raises UsageError in plain words."""

    def is_file(self, path: str) -> bool:
        """Whether there is a file."""

    def below(self, folder: str) -> tuple[str, ...]:
        """The files below a folder at any depth, as sorted paths from it, with forward slashes."""

    def named(self, path: str) -> str:
        """The name of a file in reports."""

    def on_disk(self) -> "Tree":
        """The files as they are on disk, for those that are part of no revision."""


class WorkingTree:
    """The files as they are on disk now."""

    def read(self, path: str) -> bytes:
        """The content of a file."""
        return read(path)

    def is_file(self, path: str) -> bool:
        """Whether there is a file."""
        return os.path.isfile(path)

    def below(self, folder: str) -> tuple[str, ...]:
        """The files below a folder."""
        return tuple(sorted(_below(folder, "")))

    def named(self, path: str) -> str:
        """The path itself."""
        return path

    def on_disk(self) -> "WorkingTree":
        """These."""
        return self


def _below(folder: str, before: str) -> Iterator[str]:
    """The files below a folder, each behind `before`; no link is followed to another folder."""
    try:
        entries = [*os.scandir(folder)]
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path, f"{before}{entry.name}/")
        elif os.path.isfile(entry.path):
            yield before + entry.name


class Revision:
    """The files as a git revision holds them; files outside of its repository are those on disk.

    Links are no files here: what they lead to is not part of the revision. Use it in a `with` block.
    """

    def __init__(self, reference: str, folder: str = "") -> None:
        self.reference = reference
        commit = git.commit_of(folder, reference)
        self._root = os.path.realpath(git.root_of(folder))
        self._files = git.files_of(folder, commit)
        self._contents = git.Contents(folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._contents.close()

    def read(self, path: str) -> bytes:
        """The content of a file in the revision."""
        inside = self._inside(path)
        if inside is None:
            return read(path)
        if inside not in self._files:
            raise UsageError(f'There is no file "{path}" in the revision "{self.reference}"', "", "missing-path")
        return self._contents.read(self._files[inside], DEFAULT_LIMITS.size + 1)

    def is_file(self, path: str) -> bool:
        """Whether the revision has a file there."""
        inside = self._inside(path)
        return os.path.isfile(path) if inside is None else inside in self._files

    def below(self, folder: str) -> tuple[str, ...]:
        """The files of the revision below a folder."""
        inside = self._inside(folder)
        if inside is None:
            return WorkingTree().below(folder)
        start = f"{inside}/" if inside else ""
        return tuple(sorted(path.removeprefix(start) for path in self._files if path.startswith(start)))

    def named(self, path: str) -> str:
        """As git writes it: `origin/main:bpogov.yaml`; a file outside of the repository by its path."""
        return path if self._inside(path) is None else f"{self.reference}:{path}"

    def on_disk(self) -> "WorkingTree":
        """The files beside the revision."""
        return WORKING_TREE

    def _inside(self, path: str) -> str | None:
        """The path from the top folder of the repository, or None outside of it."""
        # by the words of the path first: a link in the working tree may be part of the change that is not trusted
        lexical = os.path.normpath(os.path.join(os.path.realpath(os.curdir), path))
        for name in (lexical, os.path.realpath(lexical)):
            found = os.path.relpath(name, self._root).replace(os.sep, "/")
            if found != os.pardir and not found.startswith("../"):
                return "" if found == os.curdir else found
        return None


class Unsaved:
    """The files of another tree, but one of them as it is not saved yet: what an editor sends."""

    def __init__(self, tree: Tree, file: str, content: bytes) -> None:
        self._tree = tree
        self._place = os.path.realpath(file)
        self._content = content

    def read(self, path: str) -> bytes:
        """The content of a file."""
        return self._content if self._is_meant(path) else self._tree.read(path)

    def is_file(self, path: str) -> bool:
        """Whether there is a file, saved or not."""
        return self._is_meant(path) or self._tree.is_file(path)

    def below(self, folder: str) -> tuple[str, ...]:
        """The files below a folder, also the one that is not saved."""
        found = self._tree.below(folder)
        start = os.path.realpath(folder).rstrip(os.sep) + os.sep
        if not self._place.startswith(start):
            return found
        return tuple(sorted({*found, self._place.removeprefix(start).replace(os.sep, "/")}))

    def named(self, path: str) -> str:
        """As the other tree names it."""
        return self._tree.named(path)

    def on_disk(self) -> Tree:
        """Those of the other tree."""
        return self._tree.on_disk()

    def _is_meant(self, path: str) -> bool:
        return os.path.realpath(path) == self._place


WORKING_TREE = WorkingTree()
