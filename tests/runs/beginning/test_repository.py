"""The git repository around a folder."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from bpogov.core.errors import UsageError
from bpogov.runs.beginning.repository import Repository, repository_of
from bpogov.source import git

Git = Callable[..., None]


@pytest.fixture
def run_git(workspace: Path) -> Git:
    """Run git in the workspace."""

    def run(*words: str) -> None:
        who = ("-c", "user.name=A Person", "-c", "user.email=person@example.com", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *who, *words], cwd=workspace, check=True, capture_output=True)

    return run


def test_without_git_there_is_none(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither in a plain folder, nor where git is not installed."""
    assert workspace.is_dir()
    assert repository_of(".") == Repository(used=False, top=False, service="", branch="main")

    def missing(*_: object) -> tuple[int, str, str]:
        raise UsageError("The program git is not installed")

    monkeypatch.setattr(git, "call", missing)
    assert repository_of("new/folder") == Repository()


def test_the_top_folder_is_known(run_git: Git, workspace: Path) -> None:
    """Also through a link, and for a folder that does not exist yet."""
    run_git("init", "-q", "-b", "trunk")
    assert repository_of(".") == Repository(used=True, top=True, service="", branch="trunk")
    assert repository_of("below/deeper") == Repository(used=True, top=False, service="", branch="trunk")
    (workspace.parent / "link").symlink_to(workspace)
    assert repository_of("../link").top


def test_the_branch_of_the_server_counts(run_git: Git) -> None:
    """What a clone knows of it, whatever is checked out; a detached head names no branch."""
    run_git("init", "-q", "-b", "feature")
    run_git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/master")
    assert repository_of(".").branch == "master"
    run_git("symbolic-ref", "--delete", "refs/remotes/origin/HEAD")
    run_git("commit", "-q", "--allow-empty", "-m", "first")
    assert repository_of(".").branch == "feature"
    run_git("checkout", "-q", "--detach")
    assert repository_of(".").branch == "main"


@pytest.mark.parametrize(
    ("url", "service"),
    [
        ("git@github.com:acme/deals.git", "github"),
        ("https://user@github.example/acme/deals", "github"),
        ("ssh://git@gitlab.acme.example:2222/deals.git", "gitlab"),
        ("https://GitLab.com/acme/github.git", "gitlab"),
        ("git@code.example:github/deals.git", ""),
        ("https://code.example/github.com/deals.git", ""),
        ("../github.com/deals", ""),
        ("/srv/gitlab/deals:x", ""),
    ],
)
def test_the_address_of_the_server_tells_the_service(run_git: Git, url: str, service: str) -> None:
    """By the name of the machine, not by the rest of the address."""
    run_git("init", "-q")
    run_git("remote", "add", "origin", url)
    assert repository_of(".").service == service


def test_files_tell_the_service_better(run_git: Git, workspace: Path) -> None:
    """What is there already is what is used; both kinds, or two servers, tell nothing."""
    run_git("init", "-q")
    run_git("remote", "add", "origin", "git@github.com:acme/deals.git")
    (workspace / ".gitlab-ci.yml").write_text("")
    assert repository_of(".").service == "gitlab"
    (workspace / ".github").mkdir()
    assert repository_of(".").service == "github"
    run_git("remote", "add", "mirror", "git@gitlab.com:acme/deals.git")
    assert repository_of(".").service == ""
