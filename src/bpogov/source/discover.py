"""Which files a run is about, and their bytes."""

import os
import re
import stat
from collections.abc import Callable, Iterator, Sequence

from bpogov.core.errors import UsageError
from bpogov.source.limits import DEFAULT_LIMITS, Limits

STANDARD_INPUT = "-"

_SKIPPED = frozenset({"node_modules", "__pycache__"})
_YAML = (".yaml", ".yml")


def read(path: str, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """Give the content of a file; of one that is too large only so much that `load` sees that it is.

    Raises UsageError, in plain words, where the file is missing, a folder, a pipe or device, or may not be read.
    """
    try:
        with open(path, "rb", opener=_without_waiting) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                message = f'"{path}" is a pipe or a device, not a file'
                raise UsageError(message, "give what it holds on standard input, with - for the file", "unreadable")
            return file.read(limits.size + 1)
    except FileNotFoundError:
        raise UsageError(f'There is no file "{path}"', _similar(path), "missing-path") from None
    except IsADirectoryError:
        raise UsageError(f'"{path}" is a folder, not a file', "name a file in it", "folder") from None
    except (OSError, ValueError) as wrong:
        reason = getattr(wrong, "strerror", None) or "its name cannot be used"
        raise UsageError(f'"{path}" cannot be read: {reason}', "check who may read it", "unreadable") from None


def _without_waiting(path: str, flags: int) -> int:
    """Open a file, but do not wait for somebody who writes into a pipe: a run that hangs gives no verdict."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def discover(
    paths: Sequence[str], patterns: Sequence[str], root: str | os.PathLike[str], *, may_be_empty: bool = False
) -> tuple[str, ...]:
    """Give the files that `paths` mean, sorted, each once, with forward slashes, as the user named them.

    A file is taken whatever its name; of a folder, what `patterns` (relative to `root`, with `*`, `?` and `**`) match
    in it, or every .yaml and .yml file where no pattern reaches into the folder. Without paths: what `patterns` match
    below `root`. `-` (standard input) stays as it is. Hidden files and folders are left out of searches, and so is what
    a symbolic link leads to outside the folder and `root`. Raises UsageError for paths that are missing and, unless it
    `may_be_empty`, for a search that finds nothing.
    """
    missing = [path for path in paths if path != STANDARD_INPUT and not os.path.exists(path)]
    if missing:
        names = ", ".join(f'"{path}"' for path in missing)
        raise UsageError(f"There is no file or folder {names}", _similar(missing[0]), "missing-path")
    found: dict[str, str] = {}
    for path in paths or (_relative(root),):
        found_here, asked = _search(path, patterns, root)
        if not (found_here or may_be_empty):
            raise _nothing(path, asked)
        for name, real in found_here:
            found.setdefault(real, name)
    return tuple(sorted(found.values()))


def matches(path: str, patterns: Sequence[str], root: str | os.PathLike[str]) -> bool:
    """Whether `patterns` (as in `discover`) mean the file at `path`, wherever a link to it lies; outside `root`: no."""
    inside = _below(os.path.realpath(path), os.path.realpath(root))
    return inside is not None and any(_pattern(pattern).fullmatch(inside) for pattern in patterns)


def _relative(root: str | os.PathLike[str]) -> str:
    try:
        return os.path.relpath(root)
    except ValueError:
        return os.fspath(root)


def _search(
    path: str, patterns: Sequence[str], root: str | os.PathLike[str]
) -> tuple[list[tuple[str, str]], Sequence[str]]:
    """Give the files that `path` means, each also by its real name, and the patterns that they were looked for by."""
    if path == STANDARD_INPUT:
        return [(path, path)], patterns
    if not os.path.isdir(path):
        return [(path.replace(os.sep, "/"), os.path.realpath(path))], patterns
    base, folder = os.path.realpath(root), os.path.realpath(path)
    inside = _below(folder, base)
    files = list(_walk(path.rstrip("/" + os.sep) or path, (base, folder), frozenset()))
    if inside is not None:
        tests = [_pattern(pattern) for pattern in patterns]
        start = f"{inside}/" if inside else ""
        matched = [(shown, real) for shown, name, real in files if any(test.fullmatch(start + name) for test in tests)]
        if matched or any(_reaches(pattern, inside) for pattern in patterns):
            return matched, patterns
    return [(shown, real) for shown, name, real in files if name.endswith(_YAML)], ("*.yaml", "*.yml")


def _nothing(path: str, patterns: Sequence[str]) -> UsageError:
    names = " or ".join(patterns)
    return UsageError(
        f'Nothing to check: no file in "{path}" matches {names}',
        "name the files, or say in bpogov.yaml where engagements are (engagements: [folder/**/*.yaml])",
        "nothing-to-check",
    )


def _below(folder: str, base: str) -> str | None:
    """Give `folder` relative to `base` with forward slashes, empty for the same folder, None outside."""
    if folder == base:
        return ""
    start = base.rstrip(os.sep) + os.sep
    return folder[len(start) :].replace(os.sep, "/") if folder.startswith(start) else None


def _walk(
    folder: str, bounds: tuple[str, str], above: frozenset[str], name: str = ""
) -> Iterator[tuple[str, str, str]]:
    """Give the files below `folder`, sorted: as the user would name them, relative to the first folder, and really.

    Only the real name of a link has to be looked up, which takes longer than all the rest.
    """
    here = os.path.realpath(folder)
    if here in above or all(_below(here, bound) is None for bound in bounds):
        return
    try:
        with os.scandir(folder) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
    except OSError as wrong:
        raise UsageError(f'The folder "{folder}" cannot be read: {wrong.strerror}', code="unreadable") from None
    for entry in listed:
        if entry.name.startswith(".") or entry.name in _SKIPPED:
            continue
        path = entry.name if folder == os.curdir else f"{folder.replace(os.sep, '/').rstrip('/')}/{entry.name}"
        if _is(entry.is_dir):
            yield from _walk(path, bounds, above | {here}, f"{name}{entry.name}/")
        elif entry.is_symlink():
            # one that leads nowhere is told when it is read: nothing goes unseen
            if not _leads_out(path, bounds) and (_is(entry.is_file) or not os.path.exists(path)):
                yield path, name + entry.name, os.path.realpath(path)
        elif entry.is_file():
            yield path, name + entry.name, f"{here.rstrip(os.sep)}{os.sep}{entry.name}"


def _is(kind: Callable[[], bool]) -> bool:
    try:
        return kind()
    except OSError:  # a link that leads to itself
        return False


def _leads_out(path: str, bounds: tuple[str, str]) -> bool:
    target = os.path.realpath(path)
    return all(_below(target, bound) is None for bound in bounds)


def _reaches(pattern: str, inside: str) -> bool:
    """Whether `pattern` is about the folder `inside`: it names a folder above or below it, or `inside` is the root."""
    fixed = re.split(r"[*?]", pattern.removeprefix("./"))[0].rpartition("/")[0]
    related = f"{fixed}/".startswith(f"{inside}/") or f"{inside}/".startswith(f"{fixed}/")
    return not inside or (fixed != "" and related)


_SIGNS = {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def _pattern(pattern: str) -> re.Pattern[str]:
    """The files that a pattern means; `.yaml` at its end also means `.yml`, so that no such file goes unseen."""
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", pattern.removeprefix("./"))
    text = "".join(_SIGNS.get(part) or re.escape(part) for part in parts)
    return re.compile(re.sub(r"\\\.yaml$", r"\.ya?ml", text), re.DOTALL)


def _similar(path: str) -> str:
    """Give a hint with the name in the same folder that the user most likely meant."""
    from bpogov.core.suggest import closest

    folder, _, name = path.replace(os.sep, "/").rstrip("/").rpartition("/")
    try:
        names = os.listdir(folder or os.curdir)
    except (OSError, ValueError):
        return f'The folder "{folder}" does not exist, either' if folder else ""
    near = closest(name, names)
    if near is None:
        return "check the name, and the folder in which you run bpogov"
    return f'did you mean "{folder}/{near}"?' if folder else f'did you mean "{near}"?'
