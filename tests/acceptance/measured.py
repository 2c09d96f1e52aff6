"""bpogov as a process of its own, with limits, and what it used."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

_CHILD = """
import json, resource, sys
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
from bpogov.cli.main import run
code = run(sys.argv[2:])
used = resource.getrusage(resource.RUSAGE_SELF)
try:
    # not ru_maxrss: on Linux it starts with the memory of the process that forked this one
    with open("/proc/self/status") as status:
        peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
except OSError:
    peak = used.ru_maxrss // (1024 if sys.platform == "darwin" else 1)
with open(sys.argv[1], "w") as file:
    json.dump({"cpu": used.ru_utime + used.ru_stime, "memory": peak / 1024}, file)
sys.exit(code)
"""
_KEPT = ("PATH", "SYSTEMROOT", "TMPDIR", "LD_LIBRARY_PATH")


@dataclass(frozen=True, slots=True)
class Measured:
    """What a process gave: exit code and output, seconds of CPU, and the largest memory in MiB."""

    code: int
    out: bytes
    err: bytes
    cpu: float
    memory: float

    @property
    def text(self) -> str:
        """Everything that it wrote."""
        return self.out.decode("utf-8") + self.err.decode("utf-8")


def _surroundings(folder: Path) -> dict[str, str]:
    """A home for the process, and the folder for what can be made again, which all tests share."""
    return {"HOME": str(folder), "COLUMNS": "80", "XDG_CACHE_HOME": os.environ["XDG_CACHE_HOME"]}


def bpogov(folder: Path, *arguments: str, stdin: bytes = b"", hash_seed: str = "random") -> Measured:
    """Run `bpogov ARGUMENTS` in a folder, with nothing of the surroundings that could change the result."""
    figures = folder.parent / "figures.json"
    figures.unlink(missing_ok=True)
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, str(figures), *arguments],
        cwd=folder,
        env={**kept, **_surroundings(folder), "PYTHONHASHSEED": hash_seed},
        input=stdin,
        capture_output=True,
        timeout=90,
        check=False,
    )
    used = json.loads(figures.read_text(encoding="utf-8")) if figures.is_file() else {"cpu": 1e9, "memory": 1e9}
    return Measured(done.returncode, done.stdout, done.stderr, **used)
