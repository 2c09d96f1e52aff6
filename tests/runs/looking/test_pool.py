"""Several processes: order, deaths and interruptions."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from bpogov.core.errors import UsageError
from bpogov.core.outcome import Results
from bpogov.runs.looking import pool
from bpogov.runs.looking.files import Files
from bpogov.runs.looking.ledger import Ledger
from bpogov.runs.looking.looked import Looked
from bpogov.runs.looking.pool import in_processes
from tests.policy.files import shop, write
from tests.runs.looking.bench import looker

pytestmark = pytest.mark.usefixtures("workspace")


def bare(file: str) -> Looked | None:
    """An answer that needs no policy: none for what is called other, death for what is called deadly."""
    if "deadly" in file:
        os.kill(os.getpid(), signal.SIGKILL)
    return None if "other" in file else Looked(file, "sha256:0", file, f"by {os.getpid()}", None, "", results=Results())


def plain() -> Callable[[str], Looked | None]:
    """What every process begins with."""
    return bare


def names(answers: list[Looked | UsageError | None]) -> list[str]:
    """The file of each answer, what is wrong, or nothing."""
    return [
        one.problems[0].message if isinstance(one, UsageError) else one.file if one is not None else "-"
        for one in answers
    ]


def test_answers_come_in_the_order_of_the_files() -> None:
    """From more than one process; where it has no answer, somebody else has to look."""
    files = [f"{number}.yaml" for number in range(70)]
    files[33], files[50] = "other.yaml", "x\udcff.yaml"  # the second name is bytes that are no text
    answers = list(in_processes(files, 2, plain))
    assert names(answers) == [*files[:33], "-", *files[34:50], "-", *files[51:]]
    assert str(os.getpid()) not in {one.title for one in answers if isinstance(one, Looked)}


@pytest.mark.parametrize("places", [(5, 39), (0, 20), (17,)])
def test_a_file_that_kills_its_process_stops_no_other(places: tuple[int, ...]) -> None:
    """It is an error, wherever it stands, also twice; every other file has its answer."""
    files = [f"{'deadly-' if number in places else ''}{number}.yaml" for number in range(40)]
    dead = 'The check of "{}" ended without an answer, because something stopped it'
    expected = [dead.format(file) if "deadly" in file else file for file in files]
    assert names(list(in_processes(files, 2, plain))) == expected


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_a_process_looks_as_this_one_does(method: str) -> None:
    """However it is started: the same policy, and the same answers."""
    if method == "fork" and sys.platform != "linux":
        pytest.skip("only Linux forks")
    from bpogov.runs.looking.survey import ready

    eye, files = looker(), Files()
    texts = [shop(), shop().replace("status: in-review", "status: draft"), "goals: [\n", "kind: Waiver\n"]
    written = [write(f"{number}.yaml", text) for number, text in enumerate(texts)]
    answers = list(in_processes([*written, "missing.yaml"], 2, partial(ready, files, eye), method))
    assert answers == [*(eye.at(files.document(name)) for name in written[:3]), None, None]


def test_a_process_does_not_live_forever(monkeypatch: pytest.MonkeyPatch) -> None:
    """After so many files another one takes its place, so that memory does not grow with their number."""
    monkeypatch.setitem(pool.GENERATIONS, "fork", 16)
    answers = list(in_processes([f"{number}.yaml" for number in range(70)], 1, plain, "fork"))
    assert names(answers) == [f"{number}.yaml" for number in range(70)]
    by = [one.title for one in answers if isinstance(one, Looked)]
    assert [len(set(by[at : at + 16])) for at in range(0, 70, 16)] == [1] * 5
    assert len(set(by)) == 5


def test_what_a_process_begins_with(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not interrupted, watches its parent, and looks at chunks of files; what it has no answer for is left."""
    told: list[object] = []

    class Watching:
        def __init__(self, target: object, args: tuple[int, ...], *, daemon: bool) -> None:
            told.append((target is pool._end_with, args, daemon))

        def start(self) -> None:
            told.append("watches")

    monkeypatch.setattr(signal, "signal", lambda *given: told.append(given))
    monkeypatch.setattr(threading, "Thread", Watching)
    pool._begin(plain, 17)
    assert told == [(signal.SIGINT, signal.SIG_IGN), (True, (17,), True), "watches"]
    ledger = Ledger(pool._look(["a.yaml", "other.yaml", "b.yaml"]))
    assert [one.file for one in ledger] == ["a.yaml", "b.yaml"]


def test_a_process_ends_with_its_parent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the parent had no chance to say so."""
    ended: list[int] = []
    waits = iter([os.getppid(), os.getppid(), 1])
    monkeypatch.setattr(os, "getppid", lambda: next(waits))
    monkeypatch.setattr(time, "sleep", lambda _: None)
    monkeypatch.setattr(os, "_exit", ended.append)
    pool._end_with(next(waits))
    assert ended == [1]


def test_an_interrupted_run_leaves_no_process(tmp_path: Path) -> None:
    """Ctrl-C while many files are looked at: the run ends at once, without a trace from any process."""
    script = tmp_path / "many.py"
    script.write_text(
        "import os, time\n"
        "from bpogov.runs.looking.pool import in_processes\n"
        "def look(file):\n    time.sleep(0.02)\n"
        "def start():\n    return look\n"
        "if __name__ == '__main__':\n"
        "    print(os.getpid(), flush=True)\n"
        "    try:\n        list(in_processes([str(n) for n in range(400)], 2, start))\n"
        "    except KeyboardInterrupt:\n        print('interrupted', flush=True)\n",
        encoding="utf-8",
    )
    process = subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    assert process.stdout is not None
    group = int(process.stdout.readline())
    time.sleep(1)
    os.killpg(group, signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (out, err, process.returncode) == ("interrupted\n", "", 0)
    with pytest.raises(ProcessLookupError):
        os.killpg(group, 0)
