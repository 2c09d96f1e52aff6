"""Looking at many files with several processes: answers come in the order of the files."""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing import get_context

from msgspec import Struct
from msgspec.structs import replace

from bpogov.core.errors import UsageError
from bpogov.runs.looking.ledger import Ledger, Shared
from bpogov.runs.looking.looked import Looked

Reply = Looked | UsageError | None
"""What is known of a file; an error where its check ended without an answer; None: it has to be looked at here."""

Eye = Callable[[str], Looked | None]
"""Looks at a file; None where somebody else has to."""

_CHUNK = 16
"""Files that a process takes at once: a tenth of a second of work, so that nobody waits long for the last one."""

_METHOD = "fork" if sys.platform == "linux" else "spawn"
"""A forked process knows the policy already; elsewhere than on Linux libraries of the system may not survive a fork."""

GENERATIONS = {"fork": 96, "spawn": 1024}
"""Files that a process looks at before it ends, by how it started: a fork takes 10 ms, another start 300.

The runtime of expressions loses memory with each file (ADR 0018), some 100 KiB with one of 400 lines.
"""


def in_processes(files: Sequence[str], jobs: int, start: Callable[[], Eye], method: str = _METHOD) -> Iterator[Reply]:
    """Look at files with `jobs` processes; `start` gives each of them what looks.

    A process looks at so many files, then another one takes its place.
    """
    generation = jobs * GENERATIONS[method]
    shared: Shared = {}
    for at in range(0, len(files), generation):
        yield from _generation(files[at : at + generation], Crew(jobs, start, method, shared))


class Crew(Struct, frozen=True):
    """How many processes look, what each of them begins with, how it is started, and what all their answers share."""

    jobs: int
    start: Callable[[], Eye]
    method: str
    shared: Shared


def _generation(files: Sequence[str], crew: Crew) -> Iterator[Reply]:
    """The answers for files that these processes look at, and no others.

    Where a process dies, the rest is looked at by one process after the other, file by file: the one that kills it is
    an error, and the others are still looked at.
    """
    done = 0
    for answer in _answers([files[at : at + _CHUNK] for at in range(0, len(files), _CHUNK)], crew):
        done += 1
        yield answer
    while done < len(files):
        for answer in _answers([[file] for file in files[done:]], replace(crew, jobs=1)):
            done += 1
            yield answer
        if done < len(files):
            yield _dead(files[done])
            done += 1


def _dead(file: str) -> UsageError:
    message = f'The check of "{file}" ended without an answer, because something stopped it'
    return UsageError(message, "check it alone; the memory of the machine may be too small", "no-answer")


def _answers(chunks: Sequence[Sequence[str]], crew: Crew) -> Iterator[Looked | None]:
    """The answers for all files of the chunks, or for so many as there are until a process dies."""
    executor = ProcessPoolExecutor(crew.jobs, get_context(crew.method), _begin, (crew.start, os.getpid()))
    try:
        for chunk, content in zip(chunks, executor.map(_look, chunks), strict=True):
            ledger = Ledger(content, crew.shared)
            yield from (ledger.get(file) if ledger.digest(file) else None for file in chunk)
    except BrokenProcessPool:
        return
    finally:
        executor.shutdown(cancel_futures=True)


class _Worker:
    look: Eye


def _begin(start: Callable[[], Eye], parent: int) -> None:
    """Make a process ready. Whoever interrupts the run interrupts its parent, and it ends with it in any case."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    _Worker.look = start()


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def _look(files: Sequence[str]) -> bytes:
    ledger = Ledger()
    for file in files:
        looked = _Worker.look(file)
        if looked is not None:
            with suppress(UnicodeEncodeError):  # a name of bytes that are no text cannot be sent: somebody else looks
                ledger.put(looked)
    return ledger.packed()
