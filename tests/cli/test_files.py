"""Files that a run writes."""

import os
import stat
import threading
from pathlib import Path

import pytest

from bpogov.cli.console import OutputError
from bpogov.cli.files import append, size, write_whole

pytestmark = pytest.mark.usefixtures("workspace")


def test_a_new_file_holds_the_text() -> None:
    """In UTF-8, with the line ends as they are, and nothing is left beside it."""
    write_whole("report.json", "café\nline\udcff\n")
    assert Path("report.json").read_bytes() == "café\nline?\n".encode()
    assert os.listdir() == ["report.json"]


def test_an_old_file_is_replaced_with_its_permissions() -> None:
    """The content is new, who may read it is not changed."""
    Path("report.json").write_text("a much longer old text", encoding="utf-8")
    Path("report.json").chmod(0o640)
    write_whole("report.json", "new\n")
    assert Path("report.json").read_text(encoding="utf-8") == "new\n"
    assert stat.S_IMODE(Path("report.json").stat().st_mode) == 0o640


def test_a_link_still_leads_where_it_led() -> None:
    """What it leads to gets the text; the link stays one."""
    Path("real.json").write_text("old", encoding="utf-8")
    Path("link.json").symlink_to("real.json")
    write_whole("link.json", "new\n")
    assert Path("link.json").is_symlink()
    assert Path("real.json").read_text(encoding="utf-8") == "new\n"


@pytest.mark.parametrize("broken", ["write", "fsync", "replace"])
def test_a_full_disk_keeps_the_old_file(monkeypatch: pytest.MonkeyPatch, broken: str) -> None:
    """Wherever it fails, the old content is there, whole, and nothing else; the message names the file."""
    Path("report.json").write_text("old\n", encoding="utf-8")
    with monkeypatch.context() as patched:
        if broken == "write":
            patched.setattr("builtins.open", _full)
        else:
            patched.setattr(os, broken, _full)
        with pytest.raises(OutputError, match=r'^"report.json": No space left on device$'):
            write_whole("report.json", "new\n")
    assert (os.listdir(), Path("report.json").read_text(encoding="utf-8")) == (["report.json"], "old\n")


def _full(*arguments: object, **named: object) -> object:
    del arguments, named
    raise OSError(28, "No space left on device")


def test_an_interrupted_run_keeps_the_old_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while the file is written leaves the old one and no rest."""
    Path("report.json").write_text("old\n", encoding="utf-8")

    def interrupted(*arguments: object) -> None:
        del arguments
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", interrupted)
        with pytest.raises(KeyboardInterrupt):
            write_whole("report.json", "new\n")
    assert (os.listdir(), Path("report.json").read_text(encoding="utf-8")) == (["report.json"], "old\n")


def test_a_pipe_is_written_to() -> None:
    """It is not replaced by a file."""
    os.mkfifo("pipe")
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(Path("pipe").read_text(encoding="utf-8")))
    reader.start()
    write_whole("pipe", "text\n")
    reader.join(timeout=10)
    assert read == ["text\n"]
    assert stat.S_ISFIFO(Path("pipe").stat().st_mode)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("missing/report.json", "No such file or directory"),
        (".", "Is a directory"),
        ("a\0b", "its name cannot be used"),
    ],
)
def test_a_place_that_cannot_be_written_is_named(path: str, reason: str) -> None:
    """With the reason in the words of the system."""
    with pytest.raises(OutputError) as caught:
        write_whole(path, "text\n")
    assert str(caught.value) == f'"{path}": {reason}'


def test_the_size_of_a_file_is_in_bytes() -> None:
    """A file that is not there holds nothing."""
    Path("summary.md").write_text("é\n", encoding="utf-8")
    assert [size("summary.md"), size("missing.md"), size("a\0b")] == [3, 0, 0]


def test_what_is_appended_comes_last() -> None:
    """Of a file that is there already, or that is new; where it cannot be written the file is named."""
    append("summary.md", "one\n")
    append("summary.md", "two\udcff\n")
    assert Path("summary.md").read_bytes() == b"one\ntwo?\n"
    with pytest.raises(OutputError, match=r'"no/summary\.md": No such file or directory'):
        append("no/summary.md", "one")
