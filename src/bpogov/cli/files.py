"""Files that a run writes: whole, or not at all."""

import os
import stat
from contextlib import suppress

from bpogov.cli.console import OutputError


def write_whole(path: str, text: str) -> None:
    """Write `text` into the file `path`, which keeps its old content where that fails, a full disk included.

    The text is written in UTF-8; what that cannot hold becomes `?`.
    What is new is written beside the file first and takes its place in one step, so that nobody ever reads half of it;
    permissions of an old file stay, and a symbolic link still leads where it led. A pipe or a device cannot be
    replaced and is written to. Raises OutputError, which names the file, where it cannot be written.
    """
    try:
        target = os.path.realpath(path)
        old = _mode(target)
        if old is not None and not stat.S_ISREG(old):
            with open(target, "w", encoding="utf-8", errors="replace", newline="\n") as pipe:
                pipe.write(text)
        else:
            _replace(target, text, old)
    except (OSError, ValueError) as error:
        raise _refused(path, error) from error


def append(path: str, text: str) -> None:
    """Write `text` at the end of the file `path`. Raises OutputError, which names the file, where that fails."""
    try:
        with open(path, "a", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(text)
    except (OSError, ValueError) as error:
        raise _refused(path, error) from error


def size(path: str) -> int:
    """Give the bytes that the file `path` holds, 0 where it is not there."""
    try:
        return os.path.getsize(path)
    except (OSError, ValueError):
        return 0


def _refused(path: str, error: Exception) -> OutputError:
    return OutputError(f'"{path}": {getattr(error, "strerror", None) or "its name cannot be used"}')


def _mode(path: str) -> int | None:
    try:
        return os.stat(path).st_mode
    except FileNotFoundError:
        return None


def _replace(target: str, text: str, old: int | None) -> None:
    beside = f"{target}.{os.getpid()}.tmp"
    try:
        with open(beside, "x", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if old is not None:
            os.chmod(beside, stat.S_IMODE(old))
        os.replace(beside, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(beside)
        raise
