"""The files that hooks and CI services read, by the validators that there are for them."""

import re
import shlex
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest
import yaml

from bpogov.runs.beginning.initialise import initialise
from bpogov.runs.beginning.repository import Repository
from tests.repo.tree import ROOT

BIN = Path(sys.executable).parent
COMPONENT = ROOT / "templates" / "check.yml"
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")


def _run(program: str, *arguments: str | Path) -> tuple[int, str]:
    """The exit code of a program that the tests bring with them, and what it says."""
    done = subprocess.run([BIN / program, *arguments], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def _objections(schema: str, file: Path) -> str:
    return _run("check-jsonschema", "--builtin-schema", schema, file)[1]


def _job(folder: Path, text: str) -> Path:
    """The part of the component that is a pipeline: what comes after its inputs."""
    file = folder / "check.yml"
    file.write_text(text.split("\n---\n")[1], encoding="utf-8")
    return file


def test_the_action_fits_its_schema(tmp_path: Path) -> None:
    """GitHub's own, as the schema store has it; a broken one is objected to."""
    assert _objections("vendor.github-actions", ROOT / "action.yml") == "ok -- validation done\n"
    broken = tmp_path / "action.yml"
    broken.write_text((ROOT / "action.yml").read_text(encoding="utf-8").replace("using:", "use:"), encoding="utf-8")
    assert "'using' is a required property" in _objections("vendor.github-actions", broken)


def test_the_component_fits_its_schema(tmp_path: Path) -> None:
    """GitLab's own; its schema knows no inputs, which are a document of their own."""
    text = COMPONENT.read_text(encoding="utf-8")
    assert _objections("vendor.gitlab-ci", _job(tmp_path, text)) == "ok -- validation done\n"
    broken = _objections("vendor.gitlab-ci", _job(tmp_path, text.replace("when: always", "when: never")))
    assert "'never' is not one of" in broken
    inputs, job = yaml.safe_load_all(text)
    assert list(inputs) == ["spec"]
    used = set(re.findall(r"\$\[\[ inputs\.([a-z]+) \]\]", str(job)))
    assert used == set(inputs["spec"]["inputs"])
    assert all(one["description"] for one in inputs["spec"]["inputs"].values())


@pytest.mark.parametrize("persona", ["regular", "auditor"])
def test_nothing_in_the_action_can_be_misused(persona: str) -> None:
    """Inputs reach the shell as variables, and what the action uses is pinned."""
    said = _run(
        "zizmor", "--color=never", "--offline", "--no-progress", "--quiet", f"--persona={persona}", ROOT / "action.yml"
    )
    assert said == (0, "No findings to report. Good job!\n")
    steps = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["runs"]["steps"]
    assert [step for step in steps if "${{" in step.get("run", "")] == []


def test_what_init_writes_for_github_is_valid(tmp_path: Path) -> None:
    """The workflow fits GitHub's schema, and nothing in it can be misused."""
    workflow = _initialised(tmp_path, "github") / ".github/workflows/bpogov.yml"
    assert _objections("vendor.github-workflows", workflow) == "ok -- validation done\n"
    code, said = _run("zizmor", "--color=never", "--offline", "--no-progress", "--quiet", workflow)
    assert (code, said.startswith("No findings to report. Good job!")) == (0, True), said


def test_what_init_writes_for_gitlab_is_valid(tmp_path: Path) -> None:
    """The pipeline fits GitLab's schema, also where it has to be included."""
    folder = _initialised(tmp_path, "gitlab")
    assert _objections("vendor.gitlab-ci", folder / ".gitlab-ci.yml") == "ok -- validation done\n"
    (folder / ".gitlab-ci.yml").write_text("include:\n  - local: .gitlab/bpogov.yml\n", encoding="utf-8")
    assert _objections("vendor.gitlab-ci", folder / ".gitlab-ci.yml") == "ok -- validation done\n"


def test_what_init_writes_for_hooks_is_valid(tmp_path: Path) -> None:
    """By pre-commit itself, without a word of warning."""
    config = _initialised(tmp_path, "none") / ".pre-commit-config.yaml"
    assert _run("pre-commit", "validate-config", config) == (0, "")


def _initialised(folder: Path, service: str) -> Path:
    initialise(str(folder), date(2026, 11, 21), Repository(used=True, top=True), service)
    return folder


def test_the_hooks_are_valid() -> None:
    """By pre-commit itself."""
    assert _run("pre-commit", "validate-manifest", ROOT / ".pre-commit-hooks.yaml") == (0, "")


def test_the_image_is_built_from_what_is_there() -> None:
    """Each file that is copied exists, and they are all that the build reads."""
    copied = [words[1:-1] for words in map(shlex.split, DOCKERFILE.splitlines()) if words[:1] == ["COPY"]]
    sources = {name for names in copied for name in names if not names[0].startswith("--from=")}
    assert {name for name in sources if not (ROOT / name).exists()} == set()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    read = {project["project"]["readme"], *project["project"]["license-files"], *wheel["force-include"]}
    read |= {name.split("/")[0] for name in (*wheel["packages"], project["tool"]["hatch"]["version"]["path"])}
    assert read | {"pyproject.toml", "hatch_build.py"} == sources


def test_the_image_runs_bpogov_on_a_python_that_is_supported() -> None:
    """As somebody who is not root, in the folder that is mounted."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for version in re.findall(r"(?m)^FROM python:(3\.\d+)-slim", DOCKERFILE):
        assert f"Programming Language :: Python :: {version}" in project["classifiers"]
    lines = DOCKERFILE.splitlines()
    assert lines[-4:] == ["USER bpogov", "WORKDIR /work", 'ENTRYPOINT ["bpogov"]', 'CMD ["check"]']
    assert "bpogov" in project["scripts"]
    (extras,) = re.findall(r"\.whl\)\[(.+)\]", DOCKERFILE)
    assert extras in project["optional-dependencies"]
