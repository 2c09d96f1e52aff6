"""Reading what a git revision holds, without touching the working tree, the network or the settings of the caller.

In a hook git sets variables such as GIT_INDEX_FILE and GIT_DIR; a call about another folder would read the wrong
repository with them, so that every call here runs without any of them.
"""

import os
from typing import IO

from bpogov.core.errors import UsageError

_SETTINGS = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
_ARGUMENTS = ("--no-replace-objects", "--literal-pathspecs", "-c", "core.fsmonitor=false")


def surroundings() -> dict[str, str]:
    """The variables of this process for a call of git: all but those that git itself set."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | _SETTINGS


def call(folder: str, *arguments: str) -> tuple[int, str, str]:
    """Run git in a folder: its exit code, what it wrote, and what it complained about.

    Raises UsageError where git is not installed.
    """
    import subprocess  # imported here, as below: most runs ask nothing of git, and it takes 3 ms

    command = ["git", *_ARGUMENTS, "-C", folder or os.curdir, *arguments]
    try:
        done = subprocess.run(command, capture_output=True, env=surroundings(), check=False)  # noqa: S603 (no shell)
    except FileNotFoundError:
        message = "The program git is not installed, and without it no revision can be read"
        raise UsageError(message, "install git", "no-git") from None
    return done.returncode, done.stdout.decode("utf-8", "surrogateescape"), done.stderr.decode("utf-8", "replace")


def commit_of(folder: str, reference: str) -> str:
    """The commit that a branch, tag or revision means. Raises UsageError where there is none, with a likely reason."""
    code, found, complaint = call(
        folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}^{{commit}}"
    )
    if code == 0:
        return found.strip()
    if call(folder, "rev-parse", "--git-dir")[0] != 0:
        _, _, complaint = call(folder, "rev-parse", "--git-dir")
        message = f'The revision "{reference}" cannot be read, because this folder is in no git repository'
        raise UsageError(message, complaint.strip().removeprefix("fatal: ").splitlines()[0], "no-repository")
    shallow = call(folder, "rev-parse", "--is-shallow-repository")[1].strip() == "true"
    help_ = (
        "only a part of the history was fetched: fetch all of it, for example with fetch-depth: 0"
        if shallow
        else "check the name; the branch of another repository has to be fetched first, with git fetch"
    )
    raise UsageError(f'There is no revision "{reference}" in this repository', help_, "unknown-revision")


def has_commits(folder: str) -> bool:
    """Whether the repository of a folder has a commit; also true where there is none, so that others complain."""
    code, found, _ = call(folder, "rev-list", "--max-count=1", "--all")
    return code != 0 or bool(found.strip())


def root_of(folder: str) -> str:
    """The top folder of the working tree that a folder is in."""
    return call(folder, "rev-parse", "--show-toplevel")[1].rstrip("\n")


def files_of(folder: str, commit: str) -> dict[str, str]:
    """The regular files of a commit: the id of the content, by path from the top folder. Links are left out."""
    _, listed, _ = call(folder, "ls-tree", "-r", "-z", "--full-tree", commit)
    found = {}
    for entry in filter(None, listed.split("\0")):
        about, _, path = entry.partition("\t")
        mode, kind, name = about.split(" ")
        if kind == "blob" and mode.startswith("100"):
            found[path] = name
    return found


class Contents:
    """Gives the contents of files by their ids, many from one process of git."""

    def __init__(self, folder: str) -> None:
        import subprocess

        command = ["git", *_ARGUMENTS, "-C", folder or os.curdir, "cat-file", "--batch"]
        self._process = subprocess.Popen(  # noqa: S603 (no shell)
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=surroundings()
        )

    def read(self, name: str, most: int) -> bytes:
        """The first bytes of a content, at most `most`."""
        into, out = self._process.stdin, self._process.stdout
        assert into is not None  # noqa: S101 (it was asked for as a pipe)
        assert out is not None  # noqa: S101 (as above)
        into.write(f"{name}\n".encode())
        into.flush()
        size = int(out.readline().split()[-1])
        content = out.read(min(size, most))
        _skip(out, size - len(content) + 1)
        return content

    def close(self) -> None:
        """End the process."""
        self._process.communicate()


def _skip(stream: IO[bytes], count: int) -> None:
    while count > 0:
        count -= len(stream.read(min(count, 1 << 20)))
