"""The modules that decide what a rule is compiled to: bpogov's own, and those of the expression language."""

import os
from collections.abc import Iterator


def modules() -> Iterator[tuple[str, int, int]]:
    """Every module with its size in bytes and its time in nanoseconds: whoever edits or installs one changes them."""
    import cel_expr_python

    waiting = [os.path.dirname(os.path.dirname(__file__)), *cel_expr_python.__path__]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in sorted(entries, key=lambda one: one.name):
                if entry.is_dir() and entry.name != "__pycache__":
                    waiting.append(entry.path)
                elif entry.name.endswith((".py", ".so", ".pyd", ".txt")):
                    status = entry.stat()
                    yield entry.path, status.st_size, status.st_mtime_ns
