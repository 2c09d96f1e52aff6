"""Reading what a git revision holds."""

import os
from pathlib import Path

import pytest

from bpogov.core.errors import UsageError
from bpogov.source import git
from tests.source.repository import commit, repository

pytestmark = pytest.mark.usefixtures("workspace")


def test_a_revision_is_a_commit() -> None:
    """By branch, tag or number; the files are those of the commit, and links are none of them."""
    repository({"a.yaml": "one", "folder/b.yaml": "two\n"})
    Path("link.yaml").symlink_to("a.yaml")
    first = commit()
    Path("a.yaml").write_text("changed", encoding="utf-8")
    assert git.commit_of("", "main") == git.commit_of("", "HEAD") == first
    files = git.files_of("", first)
    assert sorted(files) == ["a.yaml", "folder/b.yaml"]
    contents = git.Contents("")
    assert [contents.read(files[name], 100) for name in sorted(files)] == [b"one", b"two\n"]
    assert [contents.read(files["folder/b.yaml"], 2), contents.read(files["a.yaml"], 100)] == [b"tw", b"one"]
    contents.close()
    assert git.root_of("folder") == os.path.realpath(os.curdir)


def test_variables_that_git_sets_in_hooks_count_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """With GIT_DIR of another repository, as a hook in a linked worktree has it, the folder still decides."""
    repository({"a.yaml": "one"}, "here")
    other = repository({"b.yaml": "two"}, "other")
    monkeypatch.setenv("GIT_DIR", str(Path("other/.git").resolve()))
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    assert git.commit_of("here", "HEAD") != other
    assert list(git.files_of("here", git.commit_of("here", "HEAD"))) == ["a.yaml"]
    assert {name for name in git.surroundings() if name.startswith("GIT_")} == {
        "GIT_OPTIONAL_LOCKS",
        "GIT_TERMINAL_PROMPT",
        "GIT_NO_LAZY_FETCH",
    }


def test_what_cannot_be_found_is_said_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    """No git, no repository, no such revision, and a history of which only a part was fetched."""
    with pytest.raises(
        UsageError, match='The revision "main" cannot be read, because this folder is in no git'
    ) as none:
        git.commit_of("", "main")
    assert none.value.problems[0].help.startswith("not a git repository")
    repository({"a.yaml": "one"}, "whole")
    commit("whole", "second")
    with pytest.raises(UsageError, match='There is no revision "mian" in this repository') as unknown:
        git.commit_of("whole", "mian")
    assert unknown.value.problems[0].help.startswith("check the name; the branch of another")
    git.call("", "clone", "--quiet", "--depth", "1", f"file://{Path('whole').resolve()}", "part")
    with pytest.raises(UsageError, match="There is no revision") as shallow:
        git.commit_of("part", "HEAD~1")
    assert "fetch-depth: 0" in shallow.value.problems[0].help
    with pytest.raises(UsageError, match="There is no revision"):
        git.commit_of("whole", "--all")
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UsageError, match="The program git is not installed"):
        git.commit_of("whole", "main")
