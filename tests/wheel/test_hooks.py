"""The hooks of this repository, installed by the programs that people use for hooks, from a clone."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bpogov.policy.library import shipped_folder
from bpogov.source.git import surroundings

ROOT = Path(__file__).resolve().parents[2]
WHO = ("-c", "user.name=A Person", "-c", "user.email=person@example.com", "-c", "commit.gpgsign=false")
GOOD = (shipped_folder() / "core/examples/starter.yaml").read_text(encoding="utf-8")

pytestmark = pytest.mark.wheel


class Repository:
    """A repository with engagements, in which one of the programs has installed the hooks."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        kept = {key: value for key, value in surroundings().items() if not key.startswith(("PYTHON", "COVERAGE"))}
        caches = {"PRE_COMMIT_HOME": str(home / "pre-commit"), "PREK_HOME": str(home / "prek"), "HOME": str(home)}
        # prek installs with uv, which knows neither the certificates nor the settings that pip has from its machine
        found = {"UV_FIND_LINKS": kept["PIP_FIND_LINKS"]} if "PIP_FIND_LINKS" in kept else {}
        caches |= {"UV_SYSTEM_CERTS": "true", "UV_NATIVE_TLS": "true", **found}
        path = os.pathsep.join([str(Path(sys.executable).parent), kept["PATH"]])
        self._environment = kept | caches | {"PATH": path, "PRE_COMMIT_COLOR": "never"}

    def run(self, *command: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        """Run a command in the repository, or elsewhere."""
        place = cwd or self.folder
        return subprocess.run(command, cwd=place, env=self._environment, capture_output=True, text=True, check=False)

    def write(self, name: str, text: str) -> None:
        """Write a file."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def commit(self, cwd: Path | None = None) -> tuple[bool, str]:
        """Commit everything: whether the hooks let it pass, and what they said, on one line."""
        self.run("git", "add", "--all", cwd=cwd)
        done = self.run("git", *WHO, "commit", "--quiet", "--message", "change", cwd=cwd)
        return done.returncode == 0, " ".join((done.stdout + done.stderr).split())

    def undo(self) -> None:
        """Give up what was not committed."""
        self.run("git", "reset", "--hard", "--quiet")


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone of this repository, from which hooks are installed as from any other."""
    folder = tmp_path_factory.mktemp("clone") / "bpogov"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(folder)], check=True, env=surroundings())
    return folder


@pytest.fixture(params=["pre-commit", "prek"])
def repository(request: pytest.FixtureRequest, clone: Path, tmp_path: Path) -> Repository:
    """A repository with two engagements, a pack of its own, and all hooks installed; the first commit passed them."""
    program = shutil.which(request.param, path=str(Path(sys.executable).parent)) or request.param
    revision = subprocess.run(
        ["git", "-C", str(clone), "rev-parse", "HEAD"], capture_output=True, text=True, check=True, env=surroundings()
    ).stdout.strip()
    found = Repository(tmp_path / "governed", tmp_path / "home")
    found.folder.mkdir()
    (tmp_path / "home").mkdir()
    found.write("engagements/a.yaml", GOOD)
    found.write("engagements/b.yaml", GOOD.replace("id: acme-email-support", "id: other"))
    hooks = "[{id: bpogov}, {id: bpogov-all}, {id: bpogov-test}]"
    found.write(".pre-commit-config.yaml", f"repos: [{{repo: '{clone}', rev: {revision}, hooks: {hooks}}}]\n")
    found.run("git", "init", "--quiet", "--initial-branch", "main")
    bpogov = str(Path(sys.executable).parent / "bpogov")
    assert found.run(bpogov, "new", "rule", "goals-few").returncode == 0
    found.write("bpogov.yaml", "apiVersion: bpogov/v1\nkind: Configuration\npacks: [bpogov/core, ./policies/own]\n")
    assert found.run(program, "install").returncode == 0
    passed, said = found.commit()
    assert passed, said
    return found


@pytest.mark.parametrize("name", ["pre-commit", "prek"])
def test_what_init_writes_passes_its_own_hook(name: str, tmp_path: Path) -> None:
    """Everything is committed as it was written; a mistake, or a removed engagement, is caught from then on."""
    (tmp_path / "home").mkdir()
    found = Repository(tmp_path / "governed", tmp_path / "home")
    found.folder.mkdir()
    found.run("git", "init", "--quiet", "--initial-branch", "main")
    found.run("git", "remote", "add", "origin", "git@github.com:acme/deals.git")
    done = found.run(str(Path(sys.executable).parent / "bpogov"), "init")
    assert done.returncode == 0, done.stderr
    assert found.run(shutil.which(name, path=str(Path(sys.executable).parent)) or name, "install").returncode == 0
    passed, said = found.commit()
    assert (passed, "engagements keep the policies" in said, "Passed" in said) == (True, True, True), said
    assert found.run("git", "status", "--porcelain").stdout == ""

    engagement = found.folder / "engagements/my-first-engagement.yaml"
    found.write("engagements/my-first-engagement.yaml", engagement.read_text(encoding="utf-8") + "statsu: draft\n")
    passed, said = found.commit()
    assert (passed, "STR001" in said) == (False, True), said
    found.undo()

    found.write(
        "engagements/my-first-engagement.yaml", engagement.read_text(encoding="utf-8").replace("draft", "live", 1)
    )
    found.run("git", "add", "--all")
    found.run("git", *WHO, "commit", "--quiet", "--no-verify", "--message", "live")
    engagement.rename(engagement.with_suffix(".txt"))
    passed, said = found.commit()
    assert not passed, said


def test_hooks_catch_what_they_are_for(repository: Repository, tmp_path: Path) -> None:
    """A bad engagement, a change of policies, a removed engagement, and the same from a linked worktree."""
    repository.write("engagements/a.yaml", GOOD + "statsu: draft\n")
    passed, said = repository.commit()
    assert (passed, "STR001" in said) == (False, True), said
    repository.undo()

    rule = repository.folder / "policies/own/own/goals-few.yaml"
    rule.write_text(rule.read_text(encoding="utf-8").replace("engagement.goals", "engagement.gaols"), encoding="utf-8")
    passed, said = repository.commit()
    assert (passed, "gaols" in said) == (False, True), said
    repository.undo()

    (repository.folder / "engagements/b.yaml").unlink()
    passed, said = repository.commit()
    assert (passed, 'The engagement "engagements/b.yaml" was removed' in said) == (False, True), said
    repository.undo()

    linked = tmp_path / "linked"
    assert repository.run("git", "worktree", "add", "--quiet", str(linked), "-b", "side").returncode == 0
    (linked / "engagements/a.yaml").unlink()
    passed, said = repository.commit(linked)
    assert (passed, 'The engagement "engagements/a.yaml" was removed' in said) == (False, True), said

    repository.write("engagements/a.yaml", GOOD.replace("title:", "title: Our"))
    passed, said = repository.commit()
    assert passed, said
