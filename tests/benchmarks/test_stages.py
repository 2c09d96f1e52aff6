import subprocess
import sys
from pathlib import Path

from benchmarks.measuring.process import environment

ROOT = Path(__file__).resolve().parents[2]


def test_every_stage_runs() -> None:
    """Each stage but the slowest works once, so that `make bench-stages` does not rot between two looks at it."""
    quick = ["--benchmark-disable", "-k", "not compile"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", "benchmarks/stages", *quick],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
