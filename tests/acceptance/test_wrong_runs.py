"""A run that went wrong never looks like a pass: not by its exit code, nor by a report that it leaves behind."""

import errno
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bpogov.report.formats import NAMES
from tests.conftest import Outcome
from tests.policy.files import configuration, rule, shop, write, write_pack

RunCli = Callable[..., Outcome]

OLD = "the report of an earlier run"
BPOGOV = (sys.executable, "-m", "bpogov")


@pytest.fixture(autouse=True)
def _governed(workspace: Path) -> None:
    """A folder in which everything is fine."""
    assert workspace.is_dir()
    write_pack("own", rule())
    write("bpogov.yaml", configuration(packs="[own]"))
    write("engagements/shop.yaml", shop())


def no_file_matched() -> str:
    """Every engagement is gone."""
    shutil.rmtree("engagements")
    return "Nothing to check"


def a_folder_without_files() -> str:
    """The folder is there, but nothing in it is an engagement."""
    Path("engagements/shop.yaml").rename("engagements/shop.txt")
    return "Nothing to check"


def a_link_that_leads_nowhere() -> str:
    """Beside a file that is fine."""
    Path("engagements/link.yaml").symlink_to("nowhere.yaml")
    return 'There is no file "engagements/link.yaml"'


def a_link_to_itself() -> str:
    """Beside a file that is fine."""
    Path("engagements/link.yaml").symlink_to("link.yaml")
    return '"engagements/link.yaml" cannot be read'


def a_pack_that_is_missing() -> str:
    """It was listed, and somebody deleted it."""
    shutil.rmtree("own")
    return '"own"'


def a_rule_that_is_broken() -> str:
    """It asks for a field that there is not."""
    write("own/goals/few-goals.yaml", rule(assert_="engagement.gaols.size() < 4"))
    return "gaols"


def a_rule_that_breaks_off() -> str:
    """It calculates with what is not a number."""
    write("own/goals/few-goals.yaml", rule(assert_="int(engagement.title) > 0", statuses="[draft, in-review]"))
    return "could not be evaluated"


def a_configuration_that_is_broken() -> str:
    """It asks for what there is not."""
    write("bpogov.yaml", configuration(packs="[own]", rulez="{}"))
    return "rulez"


WRONG = [
    no_file_matched,
    a_folder_without_files,
    a_link_that_leads_nowhere,
    a_link_to_itself,
    a_pack_that_is_missing,
    a_rule_that_is_broken,
    a_rule_that_breaks_off,
    a_configuration_that_is_broken,
]


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong.__name__)
def test_every_format_tells_it_and_none_passes(wrong: Callable[[], str], run_cli: RunCli) -> None:
    """On standard output and in a file; a report of an earlier run does not stay."""
    said = wrong()
    files = [f"--output={name}={write(f'reports/{name}', OLD)}" for name in NAMES]
    outcome = run_cli("check", *files)
    assert outcome.code == 2
    assert said in " ".join((outcome.out + outcome.err).split())
    for name in NAMES:
        assert OLD not in Path("reports", name).read_text(encoding="utf-8")
        shown = run_cli("check", "--format", name)
        assert shown.code == 2
        assert "gate local passed" not in shown.out.lower()
    _no_file_looks_like_a_pass()


def _no_file_looks_like_a_pass() -> None:
    """By what the programs that read the files go by."""

    def read(name: str) -> str:
        return Path("reports", name).read_text(encoding="utf-8")

    assert json.loads(read("json"))["verdict"]["passed"] is False
    (run,) = json.loads(read("sarif"))["runs"]
    assert [one["executionSuccessful"] for one in run["invocations"]] == [False]
    assert json.loads(read("gitlab")), "an empty list means that nothing was found"
    assert "<error" in read("junit")
    assert "::error" in read("github")
    assert json.loads(read("rdjson"))["diagnostics"]
    assert "##vso[task.logissue type=error" in read("azure")
    for name in ("text", "concise", "markdown"):
        assert "not checked" in read(name)


def test_a_file_that_nobody_may_read_is_no_pass(run_cli: RunCli) -> None:
    """Where the user is no superuser, who may read everything."""
    write("engagements/closed.yaml", shop())
    Path("engagements/closed.yaml").chmod(0)
    if os.access("engagements/closed.yaml", os.R_OK):
        pytest.skip("the user may read every file")
    outcome = run_cli("check")
    assert (outcome.code, '"engagements/closed.yaml" cannot be read' in outcome.err) == (2, True)


def test_a_hook_that_is_called_with_a_deleted_file_fails(run_cli: RunCli) -> None:
    """Beside one that is there; nothing is checked by halves."""
    outcome = run_cli("check", "--gate", "pre-commit", "engagements/gone.yaml", "engagements/shop.yaml")
    assert (outcome.code, outcome.out) == (2, "")
    assert 'There is no file or folder "engagements/gone.yaml"' in outcome.err


def test_a_file_that_is_no_file_fails(run_cli: RunCli) -> None:
    """A pipe that nobody writes into does not make a run wait for ever."""
    os.mkfifo("engagements/pipe.yaml")
    outcome = run_cli("check", "engagements/pipe.yaml", "engagements/shop.yaml")
    assert (outcome.code, '"engagements/pipe.yaml" is a pipe or a device' in outcome.err) == (2, True)
    assert "Gate local not checked" in outcome.out


def test_a_usage_error_is_no_pass_and_no_report(run_cli: RunCli) -> None:
    """What was asked for is not known, so that nothing is written for it."""
    write("report.json", OLD)
    for words in (["--gate", "sing-off"], ["--today", "tomorrow"], ["--formt", "json"], ["--trust", "main"]):
        assert run_cli("check", *words, "--output", "json=report.json").code == 2, words
    assert json.loads(Path("report.json").read_text())["verdict"]["exit_code"] == 2


def _process(*words: str, **more: Any) -> subprocess.Popen[bytes]:
    return subprocess.Popen([*BPOGOV, "check", *words], stderr=subprocess.PIPE, **more)


def test_a_reader_that_goes_away_leaves_no_pass() -> None:
    """`bpogov check | head -c1`: what nobody has seen is not checked."""
    process = _process("--format", "json", stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.close()
    _, said = process.communicate()
    assert process.returncode == 2
    assert b"The report could not be written" in said
    assert b"Traceback" not in said


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no full disk to write to")
def test_a_full_disk_is_no_pass(run_cli: RunCli) -> None:
    """For a file as for standard output."""
    outcome = run_cli("check", "--output", "json=/dev/full")
    assert (outcome.code, '"/dev/full": No space left on device' in outcome.err) == (2, True)
    with open("/dev/full", "wb") as full:
        process = _process(stdout=full)
        _, said = process.communicate()
    assert process.returncode == 2
    assert b"The report could not be written: No space left on device" in said


def test_a_disk_that_fills_up_keeps_the_old_report() -> None:
    """Whole, with nothing beside it; here the system lets no file grow."""
    write("report.json", OLD)

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(OLD), len(OLD)))

    process = _process("--output", "json=report.json", stdout=subprocess.PIPE, preexec_fn=limit)
    _, said = process.communicate()
    assert process.returncode == 2
    assert b'The report could not be written: "report.json": File too large' in said
    assert Path("report.json").read_text() == OLD
    assert sorted(path.name for path in Path().iterdir()) == ["bpogov.yaml", "engagements", "own", "report.json"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_report_that_cannot_be_put_in_place_keeps_the_old_one(
    step: str, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At whichever step it fails."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    write("report.json", OLD)
    monkeypatch.setattr(os, step, full)
    outcome = run_cli("check", "--output", "json=report.json")
    assert (outcome.code, "No space left on device" in outcome.err) == (2, True)
    assert Path("report.json").read_text() == OLD
    assert sorted(path.name for path in Path().iterdir()) == ["bpogov.yaml", "engagements", "own", "report.json"]


@pytest.mark.parametrize("file", ["missing/report.json", "engagements", "bpogov.yaml/report.json"])
def test_a_report_that_cannot_be_written_is_no_pass(file: str, run_cli: RunCli) -> None:
    """The file is named, and nothing else was damaged."""
    outcome = run_cli("check", "--output", f"json={file}")
    assert outcome.code == 2
    assert f'The report could not be written: "{file}": ' in outcome.err
    assert Path("engagements/shop.yaml").read_text(encoding="utf-8") == shop()


def test_a_summary_that_cannot_be_written_is_no_pass(run_cli: RunCli, monkeypatch: pytest.MonkeyPatch) -> None:
    """GitHub would show none."""
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "missing/summary.md")
    outcome = run_cli("check", "--format", "github")
    assert (outcome.code, '"missing/summary.md"' in outcome.err) == (2, True)


@pytest.mark.skipif(not os.path.exists("/proc/self/stat"), reason="this system does not tell what a process does")
@pytest.mark.parametrize(
    ("sent", "codes"), [(signal.SIGINT, {130, -signal.SIGINT}), (signal.SIGTERM, {-signal.SIGTERM})]
)
def test_a_run_that_is_broken_off_leaves_no_report(sent: signal.Signals, codes: set[int]) -> None:
    """Ctrl-C while it waits for standard input, or the end of a job: no verdict, and the old report stays."""
    write("report.json", OLD)
    process = _process("-", "--output", "json=report.json", stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    _wait_until_it_reads(process.pid)
    process.send_signal(sent)
    out, said = process.communicate()
    assert process.returncode in codes
    assert out == b""
    assert b"Traceback" not in said
    assert Path("report.json").read_text() == OLD


def _wait_until_it_reads(process: int) -> None:
    """Wait until a process has slept for half a second without using the processor: it waits for what it reads."""
    calm, before, until = 0, "", time.monotonic() + 60
    while calm < 10:
        assert time.monotonic() < until, "the process never waited for standard input"
        fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        now = " ".join((fields[0], *fields[11:13]))
        calm = calm + 1 if now == before and now.startswith("S") else 0
        before = now
        time.sleep(0.05)
