"""What runs keep for later runs."""

import os
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bpogov.source.kept import keep, kept, opened, sealed

CONTENT = b"what a run has made"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one content in it, under the name `one`."""
    keep(str(tmp_path / "a/b"), "one", CONTENT)
    return tmp_path / "a/b"


def test_what_is_kept_comes_back(folder: Path) -> None:
    """By its name, for the user alone, and a newer content takes its place; another name has nothing."""
    assert (kept(str(folder), "one"), kept(str(folder), "two")) == (CONTENT, None)
    assert [path.stat().st_mode & 0o777 for path in (folder, folder / "one.image")] == [0o700, 0o600]
    keep(str(folder), "one", b"newer")
    assert kept(str(folder), "one") == b"newer"
    assert os.listdir(folder) == ["one.image"]


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_damage_is_seen(folder: Path, data: st.DataObject) -> None:
    """Whatever bit is turned, and wherever the file ends, there is nothing kept."""
    file = folder / "one.image"
    keep(str(folder), "one", CONTENT)
    raw = bytearray(file.read_bytes())
    place = data.draw(st.integers(0, len(raw) - 1))
    if data.draw(st.booleans()):
        raw[place] ^= 1 << data.draw(st.integers(0, 7))
    else:
        del raw[place:]
    file.write_bytes(raw)
    assert kept(str(folder), "one") is None


@pytest.mark.parametrize("mode", [0o620, 0o602])
def test_a_file_that_others_can_write(folder: Path, mode: int) -> None:
    """It is no longer believed, and neither is a folder like that."""
    (folder / "one.image").chmod(mode)
    assert kept(str(folder), "one") is None
    (folder / "one.image").chmod(0o600)
    assert kept(str(folder), "one") == CONTENT
    folder.chmod(mode | 0o100)
    assert kept(str(folder), "one") is None
    keep(str(folder), "two", CONTENT)
    folder.chmod(0o700)
    assert kept(str(folder), "two") is None


def test_what_belongs_to_somebody_else(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not believed, except where the system does not know owners."""
    monkeypatch.setattr(os, "geteuid", lambda: -1)
    assert kept(str(folder), "one") is None
    monkeypatch.delattr(os, "geteuid")
    assert kept(str(folder), "one") == CONTENT


def test_links_lead_nowhere(folder: Path, tmp_path: Path) -> None:
    """Neither a link to the folder nor one to a file in it is followed."""
    (tmp_path / "link").symlink_to(folder)
    (folder / "two.image").symlink_to(folder / "one.image")
    assert (kept(str(tmp_path / "link"), "one"), kept(str(folder), "two")) == (None, None)
    keep(str(tmp_path / "link"), "three", CONTENT)
    assert kept(str(folder), "three") is None


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    """The run goes on without: a file in the place of the folder, a folder in the place of the file, a name of none."""
    (tmp_path / "file").touch()
    keep(str(tmp_path / "file"), "one", CONTENT)
    assert kept(str(tmp_path / "file"), "one") is None
    (tmp_path / "one.image").mkdir()
    keep(str(tmp_path), "one", CONTENT)
    assert kept(str(tmp_path), "one") is None
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".tmp")] == []
    keep("\0", "one", CONTENT)
    assert kept("\0", "one") is None


def test_only_so_many_are_kept(folder: Path) -> None:
    """The ones that nobody has read for the longest time go, and so does what a crash has left behind."""
    (folder / "crashed.image.1.tmp").touch()
    for number, path in enumerate(folder.iterdir()):
        os.utime(path, (number, number))
    assert kept(str(folder), "one") == CONTENT
    for number in range(31):
        keep(str(folder), f"n{number}", CONTENT)
    assert (kept(str(folder), "one"), (folder / "crashed.image.1.tmp").exists()) == (CONTENT, False)
    assert len(os.listdir(folder)) == 32


def test_many_runs_at_once(tmp_path: Path) -> None:
    """A reader sees a whole content or none, whoever is writing."""
    contents = [bytes([number]) * 100_000 for number in range(4)]
    seen: list[bytes | None] = []

    def work(content: bytes) -> None:
        for _ in range(20):
            keep(str(tmp_path), "one", content)
            seen.append(kept(str(tmp_path), "one"))

    workers = [threading.Thread(target=work, args=(content,)) for content in contents]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert {*seen} <= {None, *contents}
    assert kept(str(tmp_path), "one") in contents


def test_a_seal() -> None:
    """What was sealed is opened as it was; anything else is not opened."""
    assert opened(sealed(CONTENT)) == CONTENT
    assert (opened(CONTENT), opened(b""), opened(sealed(CONTENT) + b"x")) == (None, None, None)
