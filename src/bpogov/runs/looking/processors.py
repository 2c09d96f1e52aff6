"""How many processors a run may use."""

import os


def processors() -> int:
    """The number of processors that the operating system gives to this process."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
