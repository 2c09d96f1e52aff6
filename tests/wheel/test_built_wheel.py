"""The built wheel, installed elsewhere, does what the checkout does."""

import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable
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
    assert {"bpogov/py.typed", "bpogov/_policies.image"} <= names
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


@pytest.fixture
def installation(program: Path, tmp_path: Path) -> Path:
    """A copy of the installed package that a test may change, with the times of its files."""
    (package,) = program.parent.parent.glob("[Ll]ib/**/site-packages/bpogov")
    return Path(shutil.copytree(package, tmp_path / "site/bpogov"))


def _first_run(program: Path, installation: Path, cache: str) -> tuple[str, bool]:
    """What a copy of the installation reports of an engagement, and whether it read and compiled its policies."""
    folder = installation.parents[1]
    shutil.copytree(ROOT / "engagements", folder / "engagements", dirs_exist_ok=True)
    code = (
        "import sys; from bpogov.cli.main import run; "
        f"run(['check', 'engagements', '--today', '{TODAY}', '--format', 'json']); "
        "print('pydantic' in sys.modules, file=sys.stderr)"
    )
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "COVERAGE"))}
    surroundings = kept | {"PYTHONPATH": str(installation.parent), "XDG_CACHE_HOME": str(folder / cache)}
    command = [str(program.parent / "python"), "-c", code]
    done = subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, text=True, check=True)
    return done.stdout, done.stderr.splitlines()[-1] == "True"


def test_the_first_run_compiles_nothing(program: Path, installation: Path) -> None:
    """And reports byte for byte what a run without the compiled policies reports, and one after it."""
    first = _first_run(program, installation, "cache")
    again = _first_run(program, installation, "cache")
    (installation / "_policies.image").unlink()
    without = _first_run(program, installation, "other")
    assert [compiled for _, compiled in (first, again, without)] == [False, False, True]
    assert first[0] == again[0] == without[0]
    assert '"bpogov/core/' in first[0]


def _damage(installation: Path) -> None:
    image = installation / "_policies.image"
    raw = bytearray(image.read_bytes())
    raw[len(raw) // 2] ^= 1
    image.write_bytes(raw)


def _edit_a_rule(installation: Path) -> None:
    rule = next((installation / "_policies/core/goals").glob("*.yaml"))
    rule.write_text(rule.read_text(encoding="utf-8") + "# edited\n", encoding="utf-8")


def _take_a_rule_away(installation: Path) -> None:
    next((installation / "_policies/core/culture").glob("*.yaml")).unlink()


def _edit_a_module(installation: Path) -> None:
    module = installation / "engine/compiling/compile.py"
    module.write_text(module.read_text(encoding="utf-8") + "# edited\n", encoding="utf-8")


@pytest.mark.parametrize("change", [_damage, _edit_a_rule, _take_a_rule_away, _edit_a_module])
def test_compiled_policies_that_no_longer_fit(
    program: Path, installation: Path, change: Callable[[Path], None]
) -> None:
    """Damaged, or made of other rules or other code: they are not believed, neither before a run nor after one."""
    whole, _ = _first_run(program, installation, "cache")
    change(installation)
    fresh, compiled = _first_run(program, installation, "other")
    assert compiled
    if change is _damage:
        assert fresh == whole
    else:
        assert _first_run(program, installation, "cache") == (fresh, True)
