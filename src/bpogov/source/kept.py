"""What runs keep for later runs: files in a folder that only the user can write, and that nobody has to believe.

Whatever is wrong with the folder or with a file in it, there is nothing kept: a run then does its work again.
"""

import os
import stat
from contextlib import suppress
from hashlib import blake2b

_MAGIC = b"bpogov 1\n"
_DIGEST = 32
_LARGEST = 64 * 1024 * 1024
_MOST = 32
_WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH


def kept(folder: str, name: str) -> bytes | None:
    """What was kept under a name, exactly as it was; None where there is nothing that can be trusted.

    Neither the folder nor the file may be a link, belong to somebody else, or be writable by others. A file that is
    read becomes the newest.
    """
    try:
        if not _own(os.lstat(folder)):
            return None
        with open(os.open(_file(folder, name), os.O_RDONLY | _NO_LINK), "rb") as file:
            about = os.fstat(file.fileno())
            if not _own(about) or about.st_size > _LARGEST:
                return None
            content = file.read()
        os.utime(_file(folder, name))
    except (OSError, ValueError):
        return None
    return opened(content)


def opened(raw: bytes) -> bytes | None:
    """The content that was sealed, or None where anything of it has changed."""
    start = len(_MAGIC) + _DIGEST
    return raw[start:] if raw[:start] == _MAGIC + _digest(raw[start:]) else None


def sealed(content: bytes) -> bytes:
    """A content behind its digest, so that damage is seen."""
    return _MAGIC + _digest(content) + content


def keep(folder: str, name: str, content: bytes, most: int = _MOST) -> None:
    """Keep a content under a name, in one step, so that another run sees all of it or none.

    Of all files in the folder the newest stay, `most` of them.

    Where the folder cannot be made or written, or is not the user's own, nothing is kept.
    """
    with suppress(OSError, ValueError):
        os.makedirs(folder, mode=0o700, exist_ok=True)
        if _own(os.lstat(folder)):
            _write(folder, name, sealed(content))
            _clear(folder, most)


def _write(folder: str, name: str, content: bytes) -> None:
    beside = f"{_file(folder, name)}.{os.urandom(8).hex()}.tmp"
    new = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK, 0o600)
    try:
        with open(new, "wb") as file:
            file.write(content)
        os.replace(beside, _file(folder, name))
    except BaseException:
        with suppress(OSError):
            os.unlink(beside)
        raise


def _clear(folder: str, most: int) -> None:
    """Take away all but the newest files, those that a crash has left behind included."""
    with os.scandir(folder) as entries:
        files = (entry for entry in entries if not entry.is_dir(follow_symlinks=False))
        found = sorted((entry.stat(follow_symlinks=False).st_mtime_ns, entry.path) for entry in files)
    for _, path in found[:-most]:
        os.unlink(path)


def _file(folder: str, name: str) -> str:
    return os.path.join(folder, f"{name}.image")


def _own(status: os.stat_result) -> bool:
    """Whether something is the user's own and nobody else can write it; never a link."""
    mine = not hasattr(os, "geteuid") or (
        status.st_uid == os.geteuid() and not stat.S_IMODE(status.st_mode) & _WRITABLE_BY_OTHERS
    )
    return mine and not stat.S_ISLNK(status.st_mode)


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=_DIGEST).digest()


_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
