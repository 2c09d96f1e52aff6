"""The files of this repository, as the tests of its promises see them."""

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "bpogov"


@cache
def files() -> tuple[Path, ...]:
    """Every file that belongs to the repository, new ones included, ignored ones left out."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return tuple(path for name in sorted(listed.stdout.split("\0")) if name and (path := ROOT / name).is_file())


def modules() -> tuple[Path, ...]:
    """Every Python module of the package."""
    return tuple(path for path in files() if path.is_relative_to(PACKAGE) and path.suffix == ".py")


def texts() -> tuple[tuple[Path, str], ...]:
    """Every file that is text, with its text."""
    found = []
    for path in files():
        try:
            found.append((path, path.read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            continue
    return tuple(found)


def name(path: Path) -> str:
    """The path of a file as people say it."""
    return path.relative_to(ROOT).as_posix()
