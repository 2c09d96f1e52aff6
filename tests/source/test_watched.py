"""A tree that notes what it was asked."""

from pathlib import Path

import pytest

from bpogov.core.errors import UsageError
from bpogov.source.tree import WORKING_TREE, Revision
from bpogov.source.watched import Watched, unchanged
from tests.source.repository import repository

pytestmark = pytest.mark.usefixtures("workspace")


def test_the_answers_are_those_of_the_tree() -> None:
    """Content, whether a file is there, and the files below a folder; a name is no question about files."""
    Path("a").mkdir()
    Path("a/b.yaml").write_bytes(b"b: 1")
    watched = Watched(WORKING_TREE)
    assert (watched.read("a/b.yaml"), watched.is_file("a"), watched.below("a")) == (b"b: 1", False, ("b.yaml",))
    assert watched.named("a/b.yaml") == "a/b.yaml"
    assert [answer[:3] for answer in watched.answers] == [
        ("below", "a", False),
        ("is_file", "a", False),
        ("read", "a/b.yaml", False),
    ]
    with pytest.raises(UsageError, match="none"):
        watched.read("none")


@pytest.mark.parametrize(
    "change",
    [
        lambda: Path("a/b.yaml").write_bytes(b"b: 2"),
        lambda: Path("a/b.yaml").unlink(),
        lambda: Path("a/c.yaml").touch(),
        lambda: Path("c.yaml").touch(),
    ],
)
def test_any_other_answer_is_a_change(change: object) -> None:
    """A file that is edited, taken away, added to a folder, or there where none was."""
    Path("a").mkdir()
    Path("a/b.yaml").write_bytes(b"b: 1")
    watched = Watched(WORKING_TREE)
    watched.read("a/b.yaml")
    watched.below("a")
    watched.is_file("c.yaml")
    assert unchanged(watched.answers, WORKING_TREE)
    assert callable(change)
    change()
    assert not unchanged(watched.answers, WORKING_TREE)


def test_a_file_that_is_gone() -> None:
    """What cannot be read any longer is a change too."""
    Path("a.yaml").touch()
    watched = Watched(WORKING_TREE)
    watched.read("a.yaml")
    Path("a.yaml").unlink()
    assert not unchanged(watched.answers, WORKING_TREE)


def test_a_question_that_nobody_can_ask() -> None:
    """Whoever made up the answer, it does not count."""
    assert not unchanged([("on_disk", "a", False, "x")], WORKING_TREE)


def test_a_revision_and_the_disk_are_told_apart() -> None:
    """What was read from the revision is asked of the revision, and the rest of the disk."""
    repository({"a.yaml": "a: 1\n"})
    Path("a.yaml").write_bytes(b"a: 2\n")
    with Revision("HEAD") as tree:
        watched = Watched(tree)
        assert (watched.read("a.yaml"), watched.on_disk().read("a.yaml")) == (b"a: 1\n", b"a: 2\n")
        assert unchanged(watched.answers, tree)
        Path("a.yaml").write_bytes(b"a: 3\n")
        assert not unchanged(watched.answers, tree)


def test_a_folder_that_is_known_otherwise() -> None:
    """Nothing is noted of it, on disk neither; its neighbours are no part of it."""
    for folder in ("a", "ab"):
        Path(folder).mkdir()
        Path(f"{folder}/b.yaml").touch()
    watched = Watched(WORKING_TREE, "a")
    assert [watched.on_disk().below("a"), watched.read("a/b.yaml"), watched.is_file("ab/b.yaml")] == [
        ("b.yaml",),
        b"",
        True,
    ]
    assert [answer[:3] for answer in watched.answers] == [("is_file", "ab/b.yaml", False)]
