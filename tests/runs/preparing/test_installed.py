"""What an installation consists of."""

import os
from pathlib import Path

import pytest

from bpogov.policy.library import shipped_folder
from bpogov.runs.preparing import installed
from bpogov.runs.preparing.installed import code, packs, state

CORE = shipped_folder() / "core/pack.yaml"


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small installation, with its packs inside."""
    for name in ("runs/one.py", "tables/two.txt", "shape.json", "_policies/core/pack.yaml", "_policies/core/rule.yml"):
        file = tmp_path / "bpogov" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x = 1", encoding="utf-8")
    monkeypatch.setattr(installed, "__file__", str(tmp_path / "bpogov/runs/preparing/installed.py"))
    monkeypatch.setattr(installed, "shipped_place", lambda: str(tmp_path / "bpogov/_policies"))
    return tmp_path / "bpogov"


def test_modules_and_packs_have_sizes_and_times() -> None:
    """Modules, tables and the shape of bpogov, the modules of the runtime, and every file of the shipped packs."""
    paths = [path for path, _, _ in code()]
    ends = ("runs/preparing/installed.py", "values/tables/holidays.txt", "model/definition.json")
    assert [end for end in ends if any(path.replace(os.sep, "/").endswith(f"bpogov/{end}") for path in paths)] == [
        *ends
    ]
    assert any("cel_expr_python" in path for path in paths)
    assert not [path for path in paths if "__pycache__" in path or path.endswith(".yaml")]
    assert (str(CORE), CORE.stat().st_size, CORE.stat().st_mtime_ns) in packs()


@pytest.mark.parametrize("name", ["runs/one.py", "tables/two.txt", "shape.json", "_policies/core/rule.yml"])
def test_every_edit_is_another_state(copy: Path, name: str) -> None:
    """Even one that keeps size and time; the same files are the same state again, whatever lies beside them."""
    before = state()
    (copy / "__pycache__").mkdir()
    (copy / "__pycache__/one.py").touch()
    (copy / "_policies.image").touch()
    assert state() == before
    edited = copy / name
    times = (edited.stat().st_atime_ns, edited.stat().st_mtime_ns)
    edited.write_text("x = 2", encoding="utf-8")
    os.utime(edited, ns=times)
    assert state() != before
    edited.write_text("x = 1", encoding="utf-8")
    assert state() == before
    edited.rename(edited.with_stem("renamed"))
    assert state() != before


def test_other_releases_of_the_runtime(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is a state of its own, and without a known one there is none."""
    assert copy.is_dir()
    before = state()
    monkeypatch.setattr(installed, "runtime_version", lambda: "9.9")
    assert state() not in ("", before)
    monkeypatch.setattr(installed, "runtime_version", lambda: "")
    assert state() == ""
