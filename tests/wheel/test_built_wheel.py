"""The built wheel, installed elsewhere, does what the checkout does."""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parents[2]
TODAY = "2026-11-21"

pytestmark = pytest.mark.wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built by way of the source distribution, as a release does it."""
    out = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """bpogov, installed from the wheel into an environment of its own."""
    home = tmp_path_factory.mktemp("elsewhere") / "env"
    venv.create(home, with_pip=True)
    bin_folder = home / ("Scripts" if os.name == "nt" else "bin")
    install = [str(bin_folder / "python"), "-m", "pip", "install", "-qq", "--disable-pip-version-check", str(wheel)]
    subprocess.run(install, check=True)
    return bin_folder / "bpogov"


def _run(program: Path, cwd: Path, *words: str) -> subprocess.CompletedProcess[str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "COVERAGE"))}
    return subprocess.run([program, *words], cwd=cwd, env=kept, capture_output=True, text=True, check=False)


def test_the_wheel_carries_the_policies(wheel: Path) -> None:
    """Every shipped policy file and the type marker are in the wheel, and no test is."""
    with ZipFile(wheel) as archive:
        names = set(archive.namelist())
    expected = {
        f"bpogov/_policies/{path.relative_to(ROOT / 'policies').as_posix()}"
        for path in (ROOT / "policies").rglob("*")
        if path.is_file()
    }
    assert expected <= names
    assert "bpogov/py.typed" in names
    assert not [name for name in names if not name.startswith(("bpogov/", "bpogov-"))]


def test_the_wheel_checks_like_the_checkout(program: Path, tmp_path: Path) -> None:
    """The worked engagements, copied elsewhere, get byte for byte the report of the checkout."""
    shutil.copytree(ROOT / "engagements", tmp_path / "engagements")
    words = ("check", "engagements/", "--today", TODAY)
    here = _run(Path(sys.executable).parent / "bpogov", ROOT, *words)
    there = _run(program, tmp_path, *words)
    assert (there.returncode, there.stdout, there.stderr) == (here.returncode, here.stdout, here.stderr)
    assert there.returncode == 0


def test_the_wheel_explains_and_tests_its_rules(program: Path, tmp_path: Path) -> None:
    """What needs the rule files and their examples works without the checkout."""
    assert _run(program, tmp_path, "explain", "GOL001").returncode == 0
    assert _run(program, tmp_path, "test").returncode == 0
