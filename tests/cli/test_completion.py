"""What shells offer while somebody types."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest
from click.shell_completion import ShellComplete

from bpogov.cli.program import program
from tests.policy.files import configuration, write

ROOT = Path(__file__).resolve().parents[2]
SHELLS = ("bash", "zsh", "fish")


def offered(*words: str) -> list[tuple[str, str]]:
    """What is offered for the last of the words: texts with what the shell makes of them."""
    shell = ShellComplete(program, {}, "bpogov", "_BPOGOV_COMPLETE")
    return [(item.value, item.type) for item in shell.get_completions(list(words[:-1]), words[-1])]


def texts(*words: str) -> list[str]:
    """The texts that are offered."""
    found = offered(*words)
    assert {kind for _, kind in found} <= {"plain"}
    return [text for text, _ in found]


@pytest.fixture(autouse=True)
def _own_gate(workspace: Path) -> None:
    assert workspace.is_dir()
    write("bpogov.yaml", configuration(gates="{board: {like: sign-off}}"))


def test_commands_and_options_are_offered() -> None:
    """By their first letters, without importing any other command."""
    assert texts("ch") == ["check"]
    assert texts("new", "") == ["engagement", "rule", "waiver"]
    assert texts("check", "--ga") == ["--gate"]
    assert "--allow-empty" in texts("check", "--")


def test_words_of_options_are_offered() -> None:
    """Gates with those of the configuration, formats, severities, services, kinds of files."""
    assert texts("check", "--gate", "") == ["local", "pre-commit", "ci", "sign-off", "board"]
    assert texts("verify", "--gate", "s") == ["sign-off"]
    write("other.yaml", configuration())
    assert "board" not in texts("check", "--config", "other.yaml", "--gate", "")
    assert texts("check", "--format", "gi") == ["github", "gitlab"]
    assert texts("check", "--output", "s") == ["sarif="]
    assert texts("check", "--fail-on", "") == ["error", "warning", "note", "never"]
    assert texts("init", "--ci", "git") == ["github", "gitlab"]
    assert "waiver" in texts("schema", "")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (("check",), "file"),
        (("check", "--config"), "file"),
        (("check", "--policies"), "dir"),
        (("check", "--attest"), "file"),
        (("check", "--baseline"), "file"),
        (("verify", "--key"), "file"),
        (("sign", "--sign-key"), "file"),
        (("test",), "dir"),
        (("init",), "dir"),
        (("new", "waiver", "SCP002"), "file"),
        (("new", "engagement", "acme", "--folder"), "dir"),
        (("baseline", "known.yaml"), "file"),
    ],
)
def test_files_are_left_to_the_shell(words: tuple[str, ...], kind: str) -> None:
    """Which knows them best."""
    assert offered(*words, "en") == [("en", kind)]


def _environment() -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    return {**kept, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "TERM": "dumb"}


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_of_each_shell_asks_bpogov(shell: str, workspace: Path) -> None:
    """The script is there, and what it asks for is answered."""
    environment = _environment()
    script = subprocess.run(
        ["bpogov"],
        env={**environment, "_BPOGOV_COMPLETE": f"{shell}_source"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert f"_BPOGOV_COMPLETE={shell}_complete" in script.stdout
    asked = {"_BPOGOV_COMPLETE": f"{shell}_complete", "COMP_WORDS": "bpogov check --gate b"}
    asked["COMP_CWORD"] = "b" if shell == "fish" else "3"
    answer = subprocess.run(
        ["bpogov"], cwd=workspace, env=environment | asked, capture_output=True, text=True, check=True
    )
    assert "board" in answer.stdout.replace(",", "\n").split()


@pytest.fixture(params=SHELLS)
def terminal(request: pytest.FixtureRequest, workspace: Path) -> Iterator["pexpect.spawn[str]"]:
    """An interactive shell in which the completion was switched on as the documentation says."""
    name = request.param
    place = shutil.which(name)
    if place is None:
        pytest.skip(f"{name} is not installed")
    quiet = {"bash": ["--norc", "--noprofile"], "zsh": ["-f"], "fish": ["--no-config"]}[name]
    environment = _environment() | {"HOME": str(workspace), "PS1": "$ ", "COLUMNS": "200", "TERM": "xterm"}
    child: pexpect.spawn[str] = pexpect.spawn(
        place, [*quiet, "-i"], cwd=str(workspace), env=environment, encoding="utf-8", timeout=60, dimensions=(40, 200)
    )
    if name == "zsh":
        child.sendline("autoload -Uz compinit && compinit -D -u")
    (line,) = re.findall(rf"(?m)^\| {name} \| `(.+)` \|$", (ROOT / "README.md").read_text(encoding="utf-8"))
    child.sendline(line.replace("\\|", "|"))
    child.sendline("echo re''ady")
    child.expect("ready")
    yield child
    child.close(force=True)


def test_the_tab_key_completes(terminal: "pexpect.spawn[str]", workspace: Path) -> None:
    """In a real shell: a command, a gate of the configuration, and a file."""
    (workspace / "engagements").mkdir()
    (workspace / "engagements/acme.yaml").write_text("")
    terminal.send("bpogov che\t--gate boa\tengag\tac\t; echo do''ne\r")
    terminal.expect("done")
    assert "Gate board failed: " in (terminal.before or "")
