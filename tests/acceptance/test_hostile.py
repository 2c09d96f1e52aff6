"""Files from somebody who means no good: a finding or exit code 2, soon, in little memory, and nothing is changed."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.hostile_files import FILES, SMALL
from tests.acceptance.measured import Measured, bpogov
from tests.conftest import Outcome

pytest.importorskip("resource", reason="this system cannot limit and measure a process")

MORE_MEMORY = 100
"""In MiB, above a run on the smallest file."""
LISTS_ARE_FULL = 4
"""How many times longer a file may take whose lists hold as much as they may."""
OBEYED = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Measured:
    """What a run on the smallest file takes: start-up, the policies, one check."""
    folder = tmp_path_factory.mktemp("usual") / "workspace"
    folder.mkdir()
    (folder / "tea.yaml").write_text(SMALL, encoding="utf-8")
    runs = [bpogov(folder, "check", "tea.yaml", "--today", "2026-11-21") for _ in range(2)]
    return min(runs, key=lambda run: run.cpu)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder, with room beside it."""
    made = tmp_path / "workspace"
    made.mkdir()
    return made


@pytest.mark.parametrize("name", FILES)
def test_hostile_file(name: str, folder: Path, usual: Measured, record_property: Callable[[str, object], None]) -> None:
    """A located finding within a second and 100 MiB of an ordinary run; the terminal obeys nothing, the file stays."""
    file = folder / "tea.yaml"
    file.write_bytes(FILES[name])
    seen = bpogov(folder, "check", "tea.yaml", "--today", "2026-11-21")
    record_property("cpu", round(seen.cpu - usual.cpu, 2))
    record_property("memory", round(seen.memory - usual.memory))
    assert seen.code == 1, seen.text[-500:]
    assert re.match(r"tea\.yaml:\d+:\d+: (error|warning): [A-Z]{3}\d{3} ", seen.out.decode())
    assert not OBEYED.search(seen.text)
    assert file.read_bytes() == FILES[name]
    assert os.listdir(folder) == ["tea.yaml"]
    factor = LISTS_ARE_FULL if "full list" in name else 1
    assert seen.cpu - usual.cpu <= factor * max(usual.cpu, 1.0)
    assert seen.memory - usual.memory <= MORE_MEMORY


@pytest.mark.parametrize("name", ["escapes in a value", "text in the other direction", "not UTF-8"])
def test_json_of_hostile_files_is_ascii_of_control(name: str, folder: Path) -> None:
    """The JSON report carries no character that a terminal would obey, either."""
    (folder / "tea.yaml").write_bytes(FILES[name])
    seen = bpogov(folder, "check", "tea.yaml", "--format", "json")
    assert seen.code == 1
    assert not OBEYED.search(seen.text)


def test_hostile_name(folder: Path) -> None:
    """The name of a file cannot speak to the terminal."""
    name = "te\x1b[2Ja\u202e.yaml"
    (folder / name).write_text(SMALL, encoding="utf-8")
    for arguments in (("check", name), ("check", "."), ("check", f"{name}x"), ("check", "-", "--stdin-filename", name)):
        seen = bpogov(folder, *arguments, stdin=SMALL.encode())
        assert seen.code in {1, 2}
        assert not OBEYED.search(seen.text)


def test_pipe_device_and_folder(folder: Path) -> None:
    """What is no file ends the run with a sentence, and nobody waits for a pipe."""
    os.mkfifo(folder / "pipe.yaml")
    (folder / "folder.yaml").mkdir()
    (folder / "device.yaml").symlink_to("/dev/zero")
    for name, words in {
        "pipe.yaml": '"pipe.yaml" is a pipe or a device, not a file',
        "device.yaml": '"device.yaml" is a pipe or a device, not a file',
        "folder.yaml": 'Nothing to check: no file in "folder.yaml"',
    }.items():
        seen = bpogov(folder, "check", name)
        assert (seen.code, seen.out) == (2, b"" if name == "folder.yaml" else seen.out)
        assert words in " ".join(seen.err.decode().split())


def test_links_in_circles(folder: Path) -> None:
    """Links in circles are walked once, those out of the folder not at all, and those to nothing are told."""
    inside = folder / "engagements"
    inside.mkdir()
    (inside / "tea.yaml").write_text(SMALL, encoding="utf-8")
    (inside / "again").symlink_to(".")
    (inside / "up").symlink_to("../engagements")
    (inside / "outside.yaml").symlink_to("/etc/hostname")
    seen = bpogov(folder, "check", "-q")
    assert seen.code == 1
    assert "1 engagement," in seen.text
    for name, target in {"self.yaml": "self.yaml", "nowhere.yaml": "absent.yaml"}.items():
        (inside / name).symlink_to(target)
        seen = bpogov(folder, "check", "-q")
        assert seen.code == 2
        assert f'"engagements/{name}"' in seen.err.decode()
        assert "1 engagement," in seen.text
        (inside / name).unlink()


def test_unreadable_file(folder: Path) -> None:
    """A file that cannot be read is exit code 2, and the others are checked all the same."""
    good, bad = folder / "good.yaml", folder / "bad.yaml"
    good.write_text(SMALL, encoding="utf-8")
    bad.write_text(SMALL, encoding="utf-8")
    bad.chmod(0)
    if os.access(bad, os.R_OK):  # root may read everything, but not this one
        bad.unlink()
        bad.symlink_to("/proc/self/mem")
    seen = bpogov(folder, "check", "good.yaml", "bad.yaml")
    assert seen.code == 2
    assert '"bad.yaml" cannot be read: ' in seen.err.decode()
    assert "good.yaml:1:1: error: " in seen.out.decode()


def test_file_that_goes_away(workspace: Path, run_cli: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is deleted after it was found is exit code 2, not a check of fewer files that passes."""
    from bpogov.runs import look
    from bpogov.source.discover import discover

    def found_and_gone(*arguments: Any, **options: Any) -> tuple[str, ...]:
        files = discover(*arguments, **options)
        (workspace / "b.yaml").unlink()
        return files

    for name in ("a.yaml", "b.yaml"):
        (workspace / name).write_text(SMALL, encoding="utf-8")
    monkeypatch.setattr(look, "discover", found_and_gone)
    seen = run_cli("check", "a.yaml", "b.yaml", "--fail-on", "never")
    assert seen.code == 2
    assert 'There is no file "b.yaml"' in seen.err
    assert "Gate local not checked" in seen.out
