"""What `bpogov check` does for evidence."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import REPORT
from tests.conftest import Outcome
from tests.runs.proving.signing import KEEPS, RECORDS, keys

RunCli = Callable[..., Outcome]


def test_evidence_is_written_after_the_report(
    run_cli: RunCli, check_gives: Callable[[object], list[Any]], stub: Callable[..., list[Any]]
) -> None:
    """The exit code is that of the check; the key reaches the run."""
    check_gives(REPORT)

    class Prepared:
        """Where evidence goes."""

        file = "a.jsonl"

    calls = stub("runs.proving", "attest", prepare=Prepared(), evidence="{}\n")
    outcome = run_cli("check", "a.yaml", "--attest", "a.jsonl", "--sign-key", "k.pem")
    assert (outcome.code, Path("a.jsonl").read_text(encoding="utf-8")) == (1, "{}\n")
    assert calls[0][1:3] == ("a.jsonl", "k.pem")
    assert calls[1][0] is REPORT


def test_a_key_without_evidence_is_a_mistake(run_cli: RunCli) -> None:
    """Nobody may believe that something was signed."""
    outcome = run_cli("check", "--sign-key", "k.pem")
    assert outcome.code == 2
    assert outcome.err.startswith("error: --sign-key signs evidence, so it goes with --attest only\n")


@pytest.fixture
def governed(workspace: Path) -> Path:
    """A folder with a pack, an engagement and a key."""
    from tests.runs.bench import governed as write_all

    write_all(KEEPS)
    keys("client")
    return workspace


@pytest.mark.usefixtures("governed")
def test_a_check_that_could_not_be_made_leaves_the_old_evidence(run_cli: RunCli) -> None:
    """It says that nothing was written, after the report, and ends with 2."""
    from tests.policy.files import write
    from tests.runs.bench import BROKEN

    asked = ("check", "--gate", "sign-off", "--today", "2026-11-21", "--attest", RECORDS, "--sign-key", "client")
    assert run_cli(*asked).code == 0
    before = Path(RECORDS).read_bytes()
    write("own/goals/breaks.yaml", BROKEN)
    outcome = run_cli(*asked)
    assert (outcome.code, Path(RECORDS).read_bytes()) == (2, before)
    assert 'No evidence was written to "shop.intoto.jsonl"' in outcome.err
    assert "Gate sign-off not checked" in outcome.out


@pytest.mark.usefixtures("governed")
def test_a_full_disk_keeps_the_old_evidence(run_cli: RunCli, monkeypatch: pytest.MonkeyPatch) -> None:
    """The exit code says that it was not written."""
    import os

    asked = ("check", "--gate", "sign-off", "--today", "2026-11-21", "--attest", RECORDS, "--sign-key", "client")
    assert run_cli(*asked).code == 0
    before = Path(RECORDS).read_bytes()

    def full(number: int) -> None:
        raise OSError(28, "No space left on device", number)

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        outcome = run_cli(*asked)
    assert (outcome.code, Path(RECORDS).read_bytes()) == (2, before)
    assert 'The report could not be written: "shop.intoto.jsonl": No space left on device' in outcome.err.replace(
        "\n  ", " "
    )


@pytest.mark.usefixtures("governed")
def test_only_signing_loads_the_library_for_it() -> None:
    """Neither a check nor evidence without a key, nor help about the commands, imports `cryptography`."""
    import subprocess
    import sys

    code = (
        "import sys\n"
        "from bpogov.cli.main import run\n"
        "for line in (['check', '--today', '2026-11-21'], ['check', '--attest', 'u.jsonl'], ['verify', '--help'],\n"
        "             ['sign', '--help'], ['--help'], ['verify', 'engagements', '--attestation', 'u.jsonl',\n"
        "             '--gate', 'local']):\n"
        "    assert run(line) == 0, line\n"
        "print('cryptography' in sys.modules, file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stderr.splitlines()[-1] == "False"
