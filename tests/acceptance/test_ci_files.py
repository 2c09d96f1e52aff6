"""The scripts in the action for GitHub and the component for GitLab, run as those services run them.

Whatever a workflow gives as an input stays text: it arrives in a variable, and a file may be called anything.
"""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bpogov.runs.beginning.initialise import initialise
from bpogov.runs.beginning.repository import Repository
from bpogov.version import VERSION
from tests.policy.files import configuration, rule, shop, write, write_pack

ROOT = Path(__file__).resolve().parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
SPEC, COMPONENT = yaml.safe_load_all((ROOT / "templates/check.yml").read_text(encoding="utf-8"))
JOB = COMPONENT["bpogov check"]

GITHUB = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c")
GITLAB = [("bash", "-eo", "pipefail", "-c"), ("sh", "-e", "-c")]
ODD_NAMES = (
    "a b.yaml",
    "-x.yaml",
    "$(touch touched).yaml",
    "`touch touched`.yaml",
    "'\";touch touched;.yaml",
    "*.yaml",
)

HOSTILE = ("$(touch touched)", "`touch touched`", '"\'; touch touched; "', "a\nexit-code=0", "--x", "*", "$HOME")

Done = subprocess.CompletedProcess[str]


@pytest.fixture(autouse=True)
def _governed(workspace: Path) -> None:
    """A folder with one sound engagement, and a pack that asks for few goals."""
    assert workspace.is_dir()
    write_pack("own", rule(severity="error"))
    write("bpogov.yaml", configuration(packs="[own]"))
    write("engagements/shop.yaml", shop())


def _bad(file: str) -> str:
    return write(file, shop() + "statsu: draft\n")


def _run(command: tuple[str, ...], script: str, variables: dict[str, str], program: Path | None = None) -> Done:
    """Run a script; `program` is a folder whose programs come first."""
    folders = [str(folder) for folder in (program, Path(sys.executable).parent) if folder]
    path = os.pathsep.join([*folders, os.environ["PATH"]])
    kept = {key: value for key, value in os.environ.items() if key.startswith("COVERAGE")}
    environment = {**kept, **variables, "PATH": path, "HOME": os.environ["HOME"]}
    return subprocess.run([*command, script], env=environment, capture_output=True, text=True, check=False)


def _step(name: str) -> dict[str, Any]:
    (found,) = (step for step in ACTION["runs"]["steps"] if name in step.get("run", ""))
    assert found["shell"] == "bash"
    return dict(found)


def _github(name: str, program: Path | None = None, **inputs: str) -> tuple[Done, dict[str, str]]:
    """Run a step of the action with inputs: what happened, and the outputs."""
    step = _step(name)
    known = {f"inputs.{key.replace('_', '-')}": value for key, value in inputs.items()}
    known |= {"runner.temp": "../temporary", "github.action_path": "../the action"}
    for key, value in ACTION["inputs"].items():
        known.setdefault(f"inputs.{key}", "" if "${{" in value["default"] else value["default"])
    variables = {}
    for key, value in step["env"].items():
        text = str(value)
        for expression, meaning in known.items():
            text = text.replace(f"${{{{ {expression} }}}}", meaning)
        variables[key] = text
    Path("../temporary").mkdir(exist_ok=True)
    output, summary = Path("../temporary/output"), Path("../temporary/summary.md")
    output.write_text("")
    said = _run(
        GITHUB, step["run"], variables | {"GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(summary)}, program
    )
    return said, dict(line.split("=", 1) for line in output.read_text().splitlines())


def _gitlab(command: tuple[str, ...], program: Path | None = None, **variables: str) -> Done:
    """Run the script of the component; what is not given is empty."""
    given = {"gate": "ci", "paths": "", "trust": ""} | variables
    names = {name.upper(): value for name, value in given.items()}
    return _run(command, "\n".join(JOB["script"]), {f"BPOGOV_{name}": value for name, value in names.items()}, program)


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A folder with programs that only print the words that they are given, each with a zero byte after it."""
    folder = tmp_path / "programs"
    folder.mkdir()
    for name in ("bpogov", "python"):
        (folder / name).write_text("#!/bin/sh\nprintf '%s\\0' \"$@\"\n")
        (folder / name).chmod(0o755)
    return folder


def test_the_action_passes_what_is_sound() -> None:
    """Exit code 0, the report as an output, and a summary."""
    done, outputs = _github("bpogov check")
    assert (done.returncode, done.stderr) == (0, "")
    assert outputs == {"exit-code": "0", "report": "../temporary/bpogov-report.json", "sarif": ""}
    report = json.loads(Path(outputs["report"]).read_text())
    assert (report["verdict"]["gate"], report["verdict"]["passed"]) == ("ci", True)
    assert "gate ci passed" in Path("../temporary/summary.md").read_text()


def test_the_action_fails_what_is_not_sound() -> None:
    """Exit code 1, annotations, and SARIF where it was asked for."""
    _bad("engagements/bad.yaml")
    done, outputs = _github("bpogov check", sarif="code scanning.sarif")
    assert (done.returncode, outputs["exit-code"], outputs["sarif"]) == (1, "1", "code scanning.sarif")
    assert "::error " in done.stdout
    assert "STR001" in Path("code scanning.sarif").read_text()
    assert "gate ci failed: 2 errors" in Path("../temporary/summary.md").read_text()


def test_the_action_never_passes_what_was_not_checked() -> None:
    """Exit code 2; the outputs say so too, and the report holds why."""
    done, outputs = _github("bpogov check", paths="engagements/gone.yaml")
    assert (done.returncode, outputs["exit-code"]) == (2, "2")
    assert 'There is no file or folder "engagements/gone.yaml"' in done.stderr
    report = json.loads(Path(outputs["report"]).read_text())
    assert (report["verdict"]["passed"], report["verdict"]["exit_code"]) == (False, 2)


def test_paths_of_the_action_may_be_called_anything(workspace: Path) -> None:
    """Each line is one path, whatever is in it; nothing in it is run."""
    for name in ODD_NAMES:
        _bad(name)
    done, outputs = _github("bpogov check", paths="\n".join((*ODD_NAMES, "")))
    report = json.loads(Path(outputs["report"]).read_text())
    assert done.returncode == 1
    assert {one["file"] for one in report["engagements"]} == set(ODD_NAMES)
    assert not (workspace / "touched").exists()


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_inputs_of_the_action_stay_text(program: Path, workspace: Path, value: str) -> None:
    """Each arrives as the words that it is; none runs anything or writes an output."""
    report = "--output=json=../temporary/bpogov-report.json"
    done, outputs = _github("bpogov check", program, gate=value, trust=value, paths=value, arguments=value)
    lines = value.split("\n")
    expected = ["check", f"--gate={value}", "--format=github", report, f"--trust={value}", *lines, "--", *lines]
    assert done.stdout.split("\0")[:-1] == expected
    assert outputs == {"exit-code": "0", "report": "../temporary/bpogov-report.json", "sarif": ""}
    done, outputs = _github("bpogov check", program, sarif=value)
    if "\n" in value:
        assert (done.returncode, outputs) == (2, {})
        assert done.stdout == "::error::The input sarif is more than one line\n"
    else:
        assert f"--output=sarif={value}" in done.stdout.split("\0")
        assert outputs["sarif"] == value
    assert not (workspace / "touched").exists()


def test_arguments_of_the_action_are_words() -> None:
    """One a line, blanks included."""
    done, _ = _github("bpogov check", arguments="--output\nmarkdown=a comment.md\n--fail-on=note\n")
    assert "gate ci " in Path("a comment.md").read_text()
    assert done.returncode in {0, 1}


@pytest.mark.parametrize(
    ("version", "wanted"), [("", "../the action"), ("0.1.0", "bpogov==0.1.0"), ("1 --pre $(x)", "bpogov==1 --pre $(x)")]
)
def test_one_thing_is_installed(program: Path, version: str, wanted: str) -> None:
    """The action itself, or the version that was asked for; a version cannot bring options with it."""
    done, _ = _github("pip install", program, version=version)
    assert done.stdout.split("\0")[-3:-1] == ["--", wanted]
    if version:
        done = _run(GITLAB[1], "\n".join(JOB["before_script"]), {"BPOGOV_VERSION": version}, program)
        assert done.stdout.split("\0")[-3:-1] == ["--", wanted]


@pytest.mark.parametrize("command", GITLAB, ids=["bash", "sh"])
def test_the_component_gives_the_verdict_and_both_reports(command: tuple[str, ...]) -> None:
    """Pass, fail and not checked; code quality and JUnit are there in each case."""
    for paths, code in (("", 0), ("engagements,bad.yaml", 1), ("gone.yaml", 2)):
        _bad("bad.yaml")
        for report in ("gl-code-quality-report.json", "bpogov-junit.xml"):
            Path(report).unlink(missing_ok=True)
        done = _gitlab(command, paths=paths)
        assert done.returncode == code, done.stdout + done.stderr
        quality = json.loads(Path("gl-code-quality-report.json").read_text())
        assert bool(quality) is bool(code)
        assert "<testsuites" in Path("bpogov-junit.xml").read_text()
    assert set(JOB["artifacts"]["reports"].values()) == {"gl-code-quality-report.json", "bpogov-junit.xml"}


@pytest.mark.parametrize("command", GITLAB, ids=["bash", "sh"])
def test_paths_of_the_component_may_be_called_anything(command: tuple[str, ...], workspace: Path) -> None:
    """Commas separate them, with blanks after them or not; nothing is run or completed."""
    for name in ODD_NAMES:
        _bad(name)
    done = _gitlab(command, paths=" , ".join((*ODD_NAMES[:3], ",".join(ODD_NAMES[3:]), "")))
    assert done.returncode == 1
    quality = json.loads(Path("gl-code-quality-report.json").read_text())
    assert {one["location"]["path"] for one in quality} == set(ODD_NAMES)
    assert not (workspace / "touched").exists()


@pytest.mark.parametrize("command", GITLAB, ids=["bash", "sh"])
@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_inputs_of_the_component_stay_text(
    command: tuple[str, ...], program: Path, workspace: Path, value: str
) -> None:
    """Each arrives as the word that it is, and none runs anything."""
    done = _gitlab(command, program, gate=value, trust=value, paths=value)
    reports = ["--output=gitlab=gl-code-quality-report.json", "--output=junit=bpogov-junit.xml"]
    expected = ["check", f"--gate={value}", *reports, f"--trust={value}", "--", value]
    assert done.stdout.split("\0")[:-1] == expected
    assert not (workspace / "touched").exists()


def test_policies_come_from_the_target_branch(workspace: Path) -> None:
    """In both services a change that loosens the rules fails as it would without that."""
    git = ("git", "-c", "user.name=A Person", "-c", "user.email=person@example.com", "-c", "commit.gpgsign=false")
    none = rule(id="OWN002", name="no-goals", severity="error", assert_="engagement.goals.size() < 1")
    write("own/goals/no-goals.yaml", none)
    for words in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "x"], ["branch", "origin/main"]):
        subprocess.run([*git, *words], cwd=workspace, check=True)
    write("bpogov.yaml", configuration(packs="[own]", rules="{OWN002: {enabled: false, reason: it fails}}"))
    for trust, code in (("", 0), ("origin/main", 1)):
        assert _github("bpogov check", trust=trust)[0].returncode == code
        assert _gitlab(GITLAB[0], trust=trust).returncode == code


@pytest.mark.parametrize(("target", "trust"), [("", []), ("main", ["--trust", "origin/main"])])
def test_what_init_writes_trusts_the_target(program: Path, target: str, trust: list[str]) -> None:
    """Of a pull or merge request; what was merged is checked as it is."""
    for service in ("github", "gitlab"):
        initialise(".", date(2026, 11, 21), Repository(used=True, top=True), service)
    step = yaml.safe_load(Path(".github/workflows/bpogov.yml").read_text())["jobs"]["check"]["steps"][-1]
    done = _run(GITHUB, step["run"], {"TARGET": target}, program)
    assert done.stdout.split("\0")[:-1] == ["check", "--gate", "ci", "--format", "github", *trust]
    assert step["env"] == {"TARGET": "${{ github.base_ref }}"}
    job = yaml.safe_load(Path(".gitlab-ci.yml").read_text())["bpogov check"]
    for command in GITLAB:
        done = _run(command, "\n".join(job["script"]), {"CI_MERGE_REQUEST_TARGET_BRANCH_NAME": target}, program)
        assert done.stdout.split("\0")[:3] == ["check", "--gate", "ci"]
        assert done.stdout.split("\0")[7:-1] == trust


def test_the_component_runs_the_version_it_comes_with() -> None:
    """A tag of the component installs the same version of bpogov, and every input is used."""
    assert SPEC["spec"]["inputs"]["version"]["default"] == VERSION
    text = json.dumps(COMPONENT)
    assert [name for name in SPEC["spec"]["inputs"] if f"$[[ inputs.{name} ]]" not in text] == []
