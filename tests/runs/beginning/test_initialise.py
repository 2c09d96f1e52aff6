"""A governed folder to start with."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from bpogov.core.errors import UsageError
from bpogov.core.severity import Severity
from bpogov.runs.beginning.initialise import Start, initialise
from bpogov.runs.beginning.repository import Repository
from bpogov.runs.check import check
from bpogov.runs.request import CheckRequest
from bpogov.version import VERSION

DAY = date(2026, 11, 21)
TOP = Repository(used=True, top=True, service="github", branch='ma"in')
HOOK = """\
for a check before each commit, put this under repos in .pre-commit-config.yaml:
  - repo: local
    hooks:
      - id: bpogov
"""

pytestmark = pytest.mark.usefixtures("workspace")


def _start(repository: Repository | None = None, service: str = "none", folder: str = ".") -> Start:
    return initialise(folder, DAY, repository or Repository(), service)


def test_without_git_there_is_a_configuration_and_an_engagement() -> None:
    """In the folder that is named, with dates ahead of the day; it is said how a hook can follow."""
    start = _start(folder="deal")
    assert start.written == {
        "deal/bpogov.yaml": "what is checked, and by which rules",
        "deal/engagements/my-first-engagement.yaml": "an engagement to start from",
    }
    assert start.next == [
        'go to the folder: cd "deal"',
        "change engagements/my-first-engagement.yaml to what you agreed",
        'run "bpogov check", which says what is missing',
        'keep it in git: after "git init", run "bpogov init" again for a check before each commit',
    ]
    assert (start.changed, start.left) == ({}, [])
    text = Path("deal/engagements/my-first-engagement.yaml").read_text()
    assert "id: my-first-engagement\n" in text
    assert "    start: 2027-01-01\n    go_live: 2027-01-15\n    end: 2027-12-31\n" in text


def test_what_is_written_passes_its_own_check() -> None:
    """A newcomer's first check ends well: nothing but notes, under the rules that come with bpogov."""
    _start()
    report = check(CheckRequest(today=DAY.isoformat()))
    assert [engagement.id for engagement in report.engagements] == ["my-first-engagement"]
    assert [finding for finding in report.findings if finding.severity is not Severity.NOTE] == []
    assert report.notifications == ()
    assert report.verdict.passed


def test_a_repository_gets_a_hook_and_a_workflow() -> None:
    """At its top; the workflow names the version and the branch, which may be called anything."""
    start = _start(TOP, "github")
    assert list(start.written) == [
        "bpogov.yaml",
        "engagements/my-first-engagement.yaml",
        ".pre-commit-config.yaml",
        ".github/workflows/bpogov.yml",
        ".gitignore",
    ]
    assert 'run "pre-commit install" once on each computer, so that commits are checked' in start.next
    (repo,) = yaml.safe_load(Path(".pre-commit-config.yaml").read_text())["repos"]
    assert (repo["repo"], repo["hooks"][0]["language"]) == ("local", "system")
    assert f"rev: v{VERSION}" in Path(".pre-commit-config.yaml").read_text()
    workflow = yaml.safe_load(Path(".github/workflows/bpogov.yml").read_text())
    assert workflow[True]["push"] == {"branches": ['ma"in']}
    assert f'"bpogov=={VERSION}"' in str(workflow["jobs"]["check"]["steps"])
    assert Path(".gitignore").read_text() == ".bpogov_cache/\n"


def test_gitlab_gets_a_pipeline() -> None:
    """Where there is one already, a part of one, and what to write to have it included."""
    assert ".gitlab-ci.yml" in _start(TOP, "gitlab").written
    assert f'"bpogov=={VERSION}"' in Path(".gitlab-ci.yml").read_text()
    assert not any("gitlab" in step for step in _start(TOP, "gitlab").next)
    pipeline = Path(".gitlab-ci.yml").read_text()
    Path(".gitlab-ci.yml").write_text("stages: [test]\n")
    asked = (
        "for a check of each merge request, put this into .gitlab-ci.yml:\n  include:\n    - local: .gitlab/bpogov.yml"
    )
    for _ in range(2):
        assert asked in _start(TOP, "gitlab").next
        assert Path(".gitlab/bpogov.yml").read_text() == pipeline
    assert Path(".gitlab-ci.yml").read_text() == "stages: [test]\n"


def test_what_is_there_is_left_alone_and_named() -> None:
    """Nothing changes but .gitignore, which gets one line, once."""
    names = ("bpogov.yaml", "engagements/own.yaml", ".pre-commit-config.yaml", ".github/workflows/bpogov.yml")
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("mine")
    Path(".gitignore").write_bytes(b"*.tmp")
    start = _start(TOP, "github")
    assert start.left == ["bpogov.yaml", "engagements", ".pre-commit-config.yaml", ".github/workflows/bpogov.yml"]
    assert (start.written, start.changed) == ({}, {".gitignore": "added .bpogov_cache/"})
    assert [Path(name).read_text() for name in names] == ["mine"] * 4
    assert Path(".gitignore").read_bytes() == b"*.tmp\n.bpogov_cache/\n"
    assert any(step.startswith(HOOK) and step.endswith("removed") for step in start.next)
    assert _start(TOP, "github").changed == {}


def test_a_hook_that_is_there_already_needs_no_advice() -> None:
    """Whatever it looks like; a file that cannot be read is not spoken of either."""
    Path(".pre-commit-config.yaml").write_text("repos: [{repo: x, hooks: [{id: bpogov}]}]")
    assert not any("pre-commit" in step for step in _start(TOP).next)
    Path(".pre-commit-config.yaml").unlink()
    Path(".pre-commit-config.yaml").symlink_to("nowhere")
    assert not any("pre-commit" in step for step in _start(TOP).next)


def test_an_engagement_is_only_written_for_a_beginner() -> None:
    """Not beside engagements or a configuration of one's own; an empty folder is a beginning."""
    Path("engagements").mkdir()
    assert "engagements/my-first-engagement.yaml" in _start().written
    Path("engagements/my-first-engagement.yaml").unlink()
    Path("engagements").rmdir()
    start = _start()
    assert (start.written, start.left) == ({}, ["bpogov.yaml"])
    assert not Path("engagements").exists()


def test_below_the_top_there_is_no_hook() -> None:
    """It would do nothing there; a CI file that was asked for by name is refused before anything is written."""
    below = Repository(used=True)
    with pytest.raises(UsageError, match=r'^"deal" is below the top folder of its git repository, and a CI file works'):
        _start(below, "github", "deal")
    assert not Path("deal").exists()
    start = _start(below, folder="deal")
    assert list(start.written) == ["deal/bpogov.yaml", "deal/engagements/my-first-engagement.yaml"]
    assert start.next[-1] == (
        "a hook and a CI file belong into the top folder of the repository, so none was written here"
    )


def test_lines_that_ignore_the_cache_are_recognised() -> None:
    """With slashes or without; an empty file gets the line as its first."""
    for text, changed in ((b"/.bpogov_cache\r\n", False), (b"x\n .bpogov_cache/ \n", False), (b"", True)):
        Path(".gitignore").write_bytes(text)
        assert bool(_start().changed) is changed
    assert Path(".gitignore").read_bytes() == b".bpogov_cache/\n"


def test_what_cannot_be_changed_is_said() -> None:
    """With what to do about it."""
    Path(".gitignore").mkdir()
    with pytest.raises(UsageError, match=r'^"\.gitignore" cannot be changed: ') as caught:
        _start()
    assert caught.value.problems[0].help == "add the line .bpogov_cache/ to it"
    Path("deal").write_text("a file")
    with pytest.raises(UsageError, match=r'^"deal/bpogov\.yaml" cannot be written: '):
        _start(folder="deal")
