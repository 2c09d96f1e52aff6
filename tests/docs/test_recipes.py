"""The recipes for hooks, CI and sign-off: their files are valid, their commands and scripts do what the pages say."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bpogov.runs.beginning.scaffold import filled
from bpogov.source.git import surroundings
from bpogov.version import VERSION
from tools.pages.blocks import ROOT

GUIDES = ROOT / "docs" / "guides"
BIN = Path(sys.executable).parent
_FILE = re.compile(r'(?ms)^```yaml file="(?P<name>[^"]+)"\n(?P<body>.*?)^```$')
_PLACES = {
    "<owner>/bpogov@<commit>": "acme/bpogov@0123456789abcdef0123456789abcdef01234567",
    "<address of bpogov>": "https://code.example/acme/bpogov",
    "<project of bpogov>": "acme/bpogov",
}


def _files() -> Iterator[tuple[str, str, str]]:
    """Each file of a service that a page shows: page, name, and the text as a reader fills it in."""
    for page in sorted(GUIDES.glob("*.md")):
        for match in _FILE.finditer(page.read_text(encoding="utf-8")):
            text = match["body"]
            for place, meaning in _PLACES.items():
                text = text.replace(place, meaning)
            yield page.name, match["name"], text


FILES = [pytest.param(name, text, id=f"{page}:{name}") for page, name, text in _files()]


def _loaded(page: str, name: str) -> list[Any]:
    return [yaml.safe_load(text) for on, called, text in _files() if (on, called) == (page, name)]


def _said(program: str, *words: str | Path) -> str:
    done = subprocess.run([BIN / program, *words], capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


@pytest.mark.parametrize(("name", "text"), FILES)
def test_files_of_services_are_valid(name: str, text: str, tmp_path: Path) -> None:
    """By the schema of the service, and for GitHub by a program that looks for what could be misused."""
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    assert "<" not in re.sub(r"<!--.*?-->", "", text), "a reader has to fill in what this test does not know"
    if name == ".pre-commit-config.yaml":
        assert _said("pre-commit", "validate-config", file) == ""
        return
    schema = "vendor.gitlab-ci" if name == ".gitlab-ci.yml" else "vendor.github-workflows"
    assert _said("check-jsonschema", "--builtin-schema", schema, file) == "ok -- validation done\n"
    if schema == "vendor.github-workflows":
        said = _said("zizmor", "--color=never", "--offline", "--no-progress", "--quiet", file)
        assert said.startswith("No findings to report. Good job!"), said


def test_recipes_name_what_there_is() -> None:
    """Inputs of the action and of the component, ids of hooks, and the version."""
    inputs = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"]
    for page, name, text in _files():
        for job in (yaml.safe_load(text).get("jobs") or {}).values():
            used = [step for step in job["steps"] if step.get("uses", "").startswith("acme/bpogov@")]
            assert used, (page, name)
            assert {key for step in used for key in step.get("with", {})} <= set(inputs), (page, name)
            assert set(re.findall(r"acme/bpogov@\w+ # (\S+)", text)) == {f"v{VERSION}"}
    (spec, _) = yaml.safe_load_all((ROOT / "templates/check.yml").read_text(encoding="utf-8"))
    component, job = _loaded("gitlab.md", ".gitlab-ci.yml")
    (included,) = component["include"]
    assert included["component"].endswith(f"/bpogov/check@{VERSION}")
    assert set(included["inputs"]) <= set(spec["spec"]["inputs"])
    assert f"bpogov=={VERSION}" in str(job)
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    _, installed = _loaded("pre-commit.md", ".pre-commit-config.yaml")
    assert {hook["id"] for hook in installed["repos"][0]["hooks"]} <= {hook["id"] for hook in hooks}
    assert installed["repos"][0]["rev"] == f"v{VERSION}"


def test_the_hook_that_is_shown_is_the_one_that_init_writes() -> None:
    """Apart from its remarks."""
    assert _loaded("pre-commit.md", ".pre-commit-config.yaml")[0] == yaml.safe_load(
        filled("hook.yaml", {"version": VERSION})
    )


def _commands(page: str) -> list[str]:
    text = (GUIDES / page).read_text(encoding="utf-8")
    return [line for block in re.findall(r"(?ms)^```sh\n(.*?)^```$", text) for line in block.splitlines()]


def _run(command: str, folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([more.pop("programs", ""), str(BIN), os.environ["PATH"]]).lstrip(os.pathsep)
    person = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in _PERSON.items()}
    environment = surroundings() | person | {"PATH": path, "HOME": str(folder), "PRE_COMMIT_COLOR": "never"} | more
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


_PERSON = {"NAME": "A Person", "EMAIL": "person@example.com"}


def test_commits_are_checked_as_the_page_says(workspace: Path) -> None:
    """From an empty folder to a first commit that the hook let pass, and one that it did not."""
    done = [_run(command, workspace) for command in _commands("pre-commit.md")]
    assert [(one.args[-1], one.stdout, one.stderr) for one in done if one.returncode] == []
    assert "engagements keep the policies" in done[-1].stdout
    assert "Passed" in done[-1].stdout
    engagement = workspace / "engagements/my-first-engagement.yaml"
    engagement.write_text(
        engagement.read_text(encoding="utf-8").replace("owner: alex", "owner: alec"), encoding="utf-8"
    )
    refused = _run("git commit --all --message 'a name that leads nowhere'", workspace)
    assert (refused.returncode, "LIF002" in refused.stdout + refused.stderr) == (1, True)


def test_a_contract_is_signed_off_as_the_page_says(workspace: Path) -> None:
    """Every command in its order, for an engagement that is ready; at last both signatures are found."""
    (workspace / "engagements").mkdir()
    shutil.copyfile(ROOT / "engagements/email-support.yaml", workspace / "engagements/acme.yaml")
    day = " --today 2026-11-21"
    dated = ("bpogov check", "bpogov verify")
    commands = [line + (day if line.startswith(dated) else "") for line in _commands("sign-off.md")]
    done = [_run(command, workspace) for command in commands]
    assert [(one.args[-1], one.stdout, one.stderr) for one in done if one.returncode] == []
    assert done[-1].stdout.endswith("The evidence holds for 1 engagement, with the 2 signatures asked for\n")


@pytest.mark.parametrize(("comments", "method"), [("", "POST"), ("17\n23\n", "PATCH")])
def test_one_comment_is_kept_up_to_date(comments: str, method: str, workspace: Path) -> None:
    """The first is written, later ones take its place; nothing of the report gets into the command."""
    (workflow,) = _loaded("github.md", ".github/workflows/bpogov.yml")
    step = workflow["jobs"]["check"]["steps"][-1]
    programs = workspace / "programs"
    programs.mkdir()
    (programs / "gh").write_text(
        '#!/bin/sh\necho "$*" >> calls\ncase "$*" in *--paginate*) printf "%s" "$COMMENTS_THERE" ;; esac\n'
    )
    (programs / "gh").chmod(0o755)
    places = {"COMMENTS": "repos/acme/deals/issues/7/comments", "COMMENT": "repos/acme/deals/issues/comments"}
    assert set(step["env"]) == {"GH_TOKEN", *places}
    done = _run(step["run"], workspace, programs=str(programs), COMMENTS_THERE=comments, **places)
    assert done.returncode == 0, done.stderr
    last = (workspace / "calls").read_text().splitlines()[-1]
    place = "repos/acme/deals/issues/comments/23" if method == "PATCH" else places["COMMENTS"]
    assert last == f"api --silent --method {method} {place} --field body=@comment.md"


def test_the_job_without_a_component_checks(workspace: Path) -> None:
    """Its script trusts the target branch and writes both reports."""
    _, files = _loaded("gitlab.md", ".gitlab-ci.yml")
    assert _run("git init -q -b main && bpogov init --yes && git add -A && git commit -qm x", workspace).returncode == 0
    assert _run("git branch origin/main", workspace).returncode == 0
    (script,) = files["bpogov check"]["script"]
    done = _run(script, workspace, CI_MERGE_REQUEST_TARGET_BRANCH_NAME="main")
    assert done.returncode == 0, done.stdout + done.stderr
    for report in files["bpogov check"]["artifacts"]["reports"].values():
        assert (workspace / report).is_file()
