"""Files of the working tree and of a revision."""

import os
from pathlib import Path

import pytest

from bpogov.core.errors import UsageError
from bpogov.source.tree import WORKING_TREE, Revision, Tree, Unsaved
from tests.source.repository import repository

pytestmark = pytest.mark.usefixtures("workspace")


def seen(tree: Tree) -> dict[str, bytes]:
    """Every file below the working directory, but those of git."""
    return {name: tree.read(name) for name in tree.below(".") if not name.startswith(".git/")}


def test_a_revision_does_not_see_the_working_tree() -> None:
    """Edited, added and removed files are there as they were; the working tree has them as they are."""
    repository({"a.yaml": "one", "folder/b.yaml": "two"})
    Path("a.yaml").write_text("changed", encoding="utf-8")
    Path("new.yaml").write_text("new", encoding="utf-8")
    Path("folder/b.yaml").unlink()
    with Revision("main") as tree:
        assert seen(tree) == {"a.yaml": b"one", "folder/b.yaml": b"two"}
        assert [tree.is_file(name) for name in ("folder/b.yaml", "new.yaml", "folder")] == [True, False, False]
        assert tree.below("folder") == ("b.yaml",)
        assert tree.named("./folder/b.yaml") == "main:./folder/b.yaml"
        with pytest.raises(UsageError, match=r'There is no file "new\.yaml" in the revision "main"'):
            tree.read("new.yaml")
    assert seen(WORKING_TREE) == {"a.yaml": b"changed", "new.yaml": b"new"}
    assert (WORKING_TREE.is_file("a.yaml"), WORKING_TREE.named("a.yaml")) == (True, "a.yaml")


def test_paths_lead_up_and_across() -> None:
    """From a folder inside, by a whole path, and through a link to the repository from outside."""
    repository({"a.yaml": "one", "folder/b.yaml": "two"}, "repo")
    Path("other").symlink_to("repo")
    with Revision("main", "repo") as tree:
        assert tree.read(os.path.abspath("repo/a.yaml")) == b"one"
        assert tree.read("other/folder/../a.yaml") == b"one"
        assert tree.below(os.path.abspath("repo")) == ("a.yaml", "folder/b.yaml")


def test_what_lies_outside_is_read_from_disk() -> None:
    """A parent configuration beside the repository is no part of a change in it."""
    repository({"a.yaml": "one"}, "repo")
    Path("group").mkdir()
    Path("group/c.yaml").write_text("three", encoding="utf-8")
    with Revision("main", "repo") as tree:
        assert (tree.read("group/c.yaml"), tree.is_file("group/c.yaml"), tree.below("group")) == (
            b"three",
            True,
            ("c.yaml",),
        )
        assert tree.named("group/c.yaml") == "group/c.yaml"


def test_a_link_of_the_change_leads_nowhere() -> None:
    """A folder that became a link to another one is still what the revision says it is."""
    repository({"policies/a.yaml": "strict", "loose/a.yaml": "loose"})
    Path("policies/a.yaml").unlink()
    Path("policies").rmdir()
    Path("policies").symlink_to("loose")
    with Revision("main") as tree:
        assert tree.read("policies/a.yaml") == b"strict"


def test_only_files_lie_below_a_folder() -> None:
    """A link to a file is one; a link to a folder is not followed, and one that leads nowhere is nothing."""
    Path("folder/inner").mkdir(parents=True)
    Path("folder/inner/a.yaml").touch()
    Path("folder/b.yaml").symlink_to("inner/a.yaml")
    Path("folder/loop").symlink_to(".")
    Path("folder/nowhere").symlink_to("none")
    assert WORKING_TREE.below("folder") == ("b.yaml", "inner/a.yaml")
    assert WORKING_TREE.below("none") == ()


def test_what_is_not_saved_stands_for_the_file() -> None:
    """By whatever path it is asked for, whether it is on disk or not; every other file is as it was."""
    Path("folder").mkdir()
    for name in ("a.yaml", "folder/b.yaml"):
        Path(name).write_text("saved", encoding="utf-8")
    edited, new = (Unsaved(WORKING_TREE, name, b"edited") for name in ("./folder/b.yaml", "folder/c.yaml"))
    assert seen(edited) == {"a.yaml": b"saved", "folder/b.yaml": b"edited"}
    assert seen(new) == {"a.yaml": b"saved", "folder/b.yaml": b"saved", "folder/c.yaml": b"edited"}
    assert (new.below("folder"), new.below("elsewhere")) == (("b.yaml", "c.yaml"), ())
    assert [tree.is_file("folder/c.yaml") for tree in (edited, new)] == [False, True]
    assert (new.is_file("a.yaml"), new.read(os.path.abspath("folder/c.yaml"))) == (True, b"edited")
    assert new.named("./a.yaml") == "./a.yaml"
