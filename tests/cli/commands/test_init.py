"""`bpogov init`."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest

from bpogov.cli.commands import init as module
from tests.conftest import Outcome

RunCli = Callable[..., Outcome]


@pytest.fixture
def repository(workspace: Path) -> Path:
    """A git repository of which nobody knows where it is hosted."""
    subprocess.run(["git", "init", "-q", "-b", "main"], cwd=workspace, check=True)
    return workspace


def test_init_says_what_it_wrote_and_what_is_next(run_cli: RunCli) -> None:
    """The files are named with what they are for; a second time everything is left as it is."""
    first = run_cli("init")
    assert first.out == (
        "wrote bpogov.yaml: what is checked, and by which rules\n"
        "wrote engagements/my-first-engagement.yaml: an engagement to start from\n"
        "\nNext:\n"
        "- change engagements/my-first-engagement.yaml to what you agreed\n"
        '- run "bpogov check", which says what is missing\n'
        '- keep it in git: after "git init", run "bpogov init" again for a check before each commit\n'
    )
    again = run_cli("init")
    assert (again.code, again.err) == (0, "")
    assert again.out.startswith("left bpogov.yaml as it is\nleft engagements as it is\n\nNext:\n")


def test_init_goes_by_the_repository(run_cli: RunCli, repository: Path) -> None:
    """Nothing is asked without a terminal; --ci decides where the repository does not tell."""
    assert "wrote .pre-commit-config.yaml: " in run_cli("init").out
    assert not (repository / ".github").exists()
    assert "wrote .github/workflows/bpogov.yml: " in run_cli("init", "--ci", "github").out
    (repository / ".gitignore").unlink()
    (repository / ".gitignore").write_text("x\n")
    outcome = run_cli("init")
    assert "changed .gitignore: added .bpogov_cache/\nleft bpogov.yaml as it is\n" in outcome.out
    assert "left .github/workflows/bpogov.yml as it is\n" in outcome.out


def test_below_the_top_nothing_is_asked_of_the_service(run_cli: RunCli, repository: Path) -> None:
    """A service that the repository shows is left out there; one that is asked for is refused."""
    (repository / ".github").mkdir()
    assert run_cli("init", "deal").code == 0
    assert not (repository / "deal/.github").exists()
    refused = run_cli("init", "deal", "--ci", "github")
    assert (refused.code, refused.out) == (2, "")
    assert "works\n  nowhere else" in refused.err


def test_the_answer_is_what_is_written(run_cli: RunCli, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The question is no part of the report."""
    monkeypatch.setattr(module, "_is_terminal", lambda: True)
    outcome = run_cli("init", stdin=b"gitlab\n")
    assert outcome.err.startswith("Which service checks your changes (github, gitlab, none) [none]: ")
    assert "wrote .gitlab-ci.yml: a check of each merge request\n" in outcome.out
    assert (repository / ".gitlab-ci.yml").is_file()


def _on_terminal(folder: Path, *arguments: str) -> "pexpect.spawn[str]":
    return pexpect.spawn(
        sys.executable, ["-m", "bpogov", "init", *arguments], cwd=str(folder), encoding="utf-8", timeout=60
    )


def test_on_a_terminal_only_the_service_is_asked_for(repository: Path) -> None:
    """Where nothing tells it; an answer that is none is asked again."""
    child = _on_terminal(repository)
    child.expect_exact("Which service checks your changes (github, gitlab, none) [none]: ")
    child.sendline("jenkins")
    child.expect_exact("Which service checks your changes (github, gitlab, none) [none]: ")
    child.sendline("gitlab")
    child.expect(pexpect.EOF)
    assert (repository / ".gitlab-ci.yml").is_file()


def test_nothing_is_written_where_the_question_is_broken_off(repository: Path) -> None:
    """Ctrl-C at the question leaves the folder as it was."""
    child = _on_terminal(repository)
    child.expect_exact("[none]: ")
    child.sendintr()
    child.expect_exact("Interrupted")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 130
    assert [file.name for file in repository.iterdir()] == [".git"]


def test_with_yes_nothing_is_asked(repository: Path) -> None:
    """Also on a terminal; then there is no CI file."""
    child = _on_terminal(repository, "--yes")
    child.expect(pexpect.EOF)
    assert "wrote .pre-commit-config.yaml" in (child.before or "")
    assert not (repository / ".gitlab-ci.yml").exists()
