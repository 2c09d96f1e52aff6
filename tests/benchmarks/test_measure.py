import sys
from pathlib import Path

import pytest

from benchmarks.measuring.measure import Group, Measure, measured
from benchmarks.measuring.memory import memory
from benchmarks.measuring.process import Broken, run
from benchmarks.measuring.shelf import Shelf

WRITES = "import os, pathlib; pathlib.Path(os.environ['XDG_CACHE_HOME'], 'kept').touch()"


def _noting(folder: Path, word: str, code: int = 0) -> Measure:
    said = f"import sys; open('log', 'a').write('{word} '); sys.exit({code})"
    return Measure(word, [sys.executable, "-S", "-c", said], folder)


def test_rounds_are_interleaved(tmp_path: Path) -> None:
    """Every round runs each command once, in turn, after one round that does not count."""
    result = measured(Group("both", [_noting(tmp_path, "a"), _noting(tmp_path, "b")]), 2, 60)
    assert (tmp_path / "log").read_text() == "a b a b a b "
    assert [len(taken.costs) for taken in result.taken] == [2, 2]


def test_no_round_begins_when_the_time_is_up(tmp_path: Path) -> None:
    """One counted round is run in any case."""
    result = measured(Group("one", [_noting(tmp_path, "a")]), 50, 0)
    assert [len(taken.costs) for taken in result.taken] == [1]


def test_what_breaks_is_named_and_the_others_go_on(tmp_path: Path) -> None:
    """Its line says with which code it ended."""
    result = measured(Group("both", [_noting(tmp_path, "a", 3), _noting(tmp_path, "b")]), 2, 60)
    assert [(taken.measure.note, len(taken.costs)) for taken in result.taken] == [
        ("broke: it ended with 3", 0),
        ("", 2),
    ]


def test_a_cost_is_that_of_the_whole_tree(tmp_path: Path) -> None:
    """Processor time of children counts, and waiting does not."""
    busy = "import subprocess, sys; subprocess.run([sys.executable, '-S', '-c', 'sum(range(6_000_000))'])"
    idle = "import time; time.sleep(0.3)"
    working, waiting = (run([sys.executable, "-S", "-c", code], tmp_path) for code in (busy, idle))
    assert working.cpu > 50
    assert waiting.cpu < waiting.wall - 200
    assert working.peak > 4


def test_memory_is_that_of_the_largest_group(tmp_path: Path) -> None:
    """What grew since the smaller group is in the note."""
    assert memory([]) == []
    groups = [Group(f"{count} cold files", [_noting(tmp_path, "a")], count) for count in (1, 100, 200)]
    [result] = memory([measured(group, 1, 0) for group in groups])
    assert result.title == "memory, 200 files"
    assert result.taken[0].measure.note.endswith(" MiB from 100 to 200 files")


def test_a_cache_is_put_back(tmp_path: Path) -> None:
    """What a run adds is gone after restoring, and what filled the cache is there."""
    shelf = Shelf(tmp_path)
    shelf.fill(lambda variables: run([sys.executable, "-c", WRITES], tmp_path, variables))
    here = Path(shelf.variables["XDG_CACHE_HOME"])
    (here / "more").touch()
    shelf.restore()
    assert [path.name for path in here.iterdir()] == ["kept"]
    shelf.empty()
    assert list(here.iterdir()) == []


def test_a_cache_that_could_not_be_filled_is_told(tmp_path: Path) -> None:
    """Otherwise a broken run would look like a slow one."""
    shelf = Shelf(tmp_path)
    shelf.fill(lambda variables: run(["false"], tmp_path, variables, frozenset({0})))
    with pytest.raises(Broken, match="the run that fills the cache"):
        shelf.restore()
