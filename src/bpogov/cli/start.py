"""Where the process starts: `--version` is answered at once, and everything else is left to the command line.

What every run imports, every run waits for, so that not even `typing` is imported here (benchmarks/startup.py).
"""

import sys

from bpogov.cli.ending import end
from bpogov.version import VERSION


def main() -> None:
    """Run the command line of the process and end it with the exit code."""
    if sys.argv[1:] == ["--version"] and _told():
        end(0)
    from bpogov.cli.main import main as command_line

    command_line()


def _told() -> bool:
    """Write the version; false where that fails, which the command line then explains."""
    try:
        sys.stdout.write(f"bpogov {VERSION}\n")
        sys.stdout.flush()
    except (AttributeError, OSError):  # no standard output, or one that takes nothing
        return False
    return True
