"""The end of the process."""

import atexit
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bpogov.cli.ending import end

CODE = """
import atexit, sys
from bpogov.cli.ending import end
class Late:
    def __del__(self):
        print("cleaned up piece by piece")
late = Late()
atexit.register(print, "asked to run at the end", flush=False)
sys.stdout.write("written before\\n")
sys.stderr.write("told before\\n")
end(int(sys.argv[1]))
print("never reached")
"""


@pytest.mark.parametrize("code", [0, 1, 2, 3, 130])
def test_nothing_that_was_written_is_lost(workspace: Path, code: int) -> None:
    """Neither what stands in a buffer, nor what runs at the end; and the exit code is the one given."""
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(code)], cwd=workspace, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (code, "written before\nasked to run at the end\n")
    assert done.stderr == "told before\n"


def test_a_stream_that_takes_nothing_changes_no_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """The run has told that already: here it would only be said twice."""

    class Full(io.StringIO):
        def flush(self) -> None:
            raise OSError(28, "No space left on device")

    closed = io.StringIO()
    closed.close()
    ended: list[int] = []
    monkeypatch.setattr(atexit, "_run_exitfuncs", lambda: ended.append(-1))
    monkeypatch.setattr(os, "_exit", ended.append)
    monkeypatch.setattr(sys, "stdout", Full())
    for stderr in (closed, None):
        monkeypatch.setattr(sys, "stderr", stderr)
        end(2)
    assert ended == [-1, 2, -1, 2]
