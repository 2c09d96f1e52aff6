"""What every room's tests may use: a sealed folder to work in, and the command line inside the test process."""

import io
import os
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # started in the background: a test could interrupt nothing
    signal.signal(signal.SIGINT, signal.default_int_handler)

_KEPT = {"PATH", "SYSTEMROOT", "TMPDIR", "TEMP", "TMP"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command line gave: its exit code and what it wrote."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder where runs keep what they can make again; all tests share it, because nobody may notice it."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_CACHE_HOME", str(folder))
        yield folder


@pytest.fixture(scope="session", autouse=True)
def uncoloured() -> Iterator[None]:
    """No variable that asks for colour or against it, whatever machine the tests run on."""
    with pytest.MonkeyPatch.context() as patched:
        for name in ("FORCE_COLOR", "CLICOLOR_FORCE", "NO_COLOR"):
            patched.delenv(name, raising=False)
        yield


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache: Path) -> Path:
    """An empty folder as working directory, without any variable of the surroundings that could change a result."""
    for name in set(os.environ) - _KEPT:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    folder = tmp_path / "workspace"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def run_cli(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Outcome]:
    """Run `bpogov ARGUMENTS` in the workspace; `stdin` is what standard input holds, `encoding` that of the output."""
    assert workspace.is_dir()

    def run(*arguments: str, stdin: bytes = b"", encoding: str = "utf-8") -> Outcome:
        from bpogov.cli.main import run as run_command_line

        out, err = (io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n") for _ in range(2))
        with monkeypatch.context() as patched:
            patched.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
            patched.setattr(sys, "stdout", out)
            patched.setattr(sys, "stderr", err)
            code = run_command_line(arguments)
        return Outcome(code, *(_written(stream) for stream in (out, err)))

    return run


def _written(stream: io.TextIOWrapper) -> str:
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode(stream.encoding)
