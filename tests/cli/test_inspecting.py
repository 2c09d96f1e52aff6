"""What `bpogov check` would do, without doing it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Outcome
from tests.policy.files import configuration, rule, shop, write, write_pack

RunCli = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def _governed(workspace: object) -> None:
    del workspace
    write_pack("own", rule())
    write("bpogov.yaml", configuration(packs="[own]"))
    write("engagements/b.yaml", "not: [even yaml")
    write("engagements/a.yaml", shop())


def test_files_are_listed_without_being_read(run_cli: RunCli, check_gives: Callable[[object], list[Any]]) -> None:
    """One a line, as a check takes them; nothing is checked."""
    calls = check_gives(None)
    outcome = run_cli("check", "--show-files")
    assert (outcome.code, outcome.out, calls) == (0, "engagements/a.yaml\nengagements/b.yaml\n", [])
    assert run_cli("check", "--show-files", "engagements/b.yaml").out == "engagements/b.yaml\n"


def test_where_there_is_nothing_that_is_no_success(run_cli: RunCli) -> None:
    """As in a check."""
    outcome = run_cli("check", "--show-files", "own/goals", "nowhere")
    assert outcome.code == 2
    assert 'There is no file or folder "nowhere"' in outcome.err
    Path("empty").mkdir()
    assert run_cli("check", "--show-files", "empty").code == 2
    allowed = run_cli("check", "--show-files", "--allow-empty", "empty")
    assert (allowed.code, allowed.out) == (0, "")


def test_settings_are_shown_with_their_origin(run_cli: RunCli) -> None:
    """A table; a broken configuration is an error as in a check."""
    outcome = run_cli("check", "--show-config")
    assert outcome.code == 0
    assert "pack                own 1, 1 rule (bpogov.yaml, line 3)\n" in outcome.out
    write("bpogov.yaml", configuration(packs="[other]"))
    assert run_cli("check", "--show-config").code == 2
