"""`bpogov check`."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from bpogov.core.report import Report
from tests.cli.conftest import REPORT
from tests.conftest import Outcome

RunCli = Callable[..., Outcome]
CheckGives = Callable[[object], list[Any]]


def test_the_report_goes_to_standard_output_and_remarks_to_standard_error(
    run_cli: RunCli, check_gives: CheckGives
) -> None:
    """Findings are on one stream, what is said of the run on the other, and the verdict is the exit code."""
    check_gives(REPORT)
    outcome = run_cli("check", "a.yaml")
    assert outcome.code == 1
    assert outcome.out.startswith('a.yaml:3:8: error: COM001 meeting-rhythm\n  The title "Café 店" is too short\n')
    assert outcome.out.endswith("Gate local failed: 1 error\n")
    assert outcome.err == "warning: The pack own is not listed\n"


def test_every_option_reaches_the_run(run_cli: RunCli, check_gives: CheckGives) -> None:
    """What is asked for on the command line is what the run is asked for; lists may be repeated and have commas."""
    calls = check_gives(REPORT)
    chosen = ["--gate", "ci", "--fail-on", "note", "--select", "COM,SLA005", "--select", "x", "--ignore", "GOL"]
    places = ["--today", "2026-11-21", "--config", "c.yaml", "--policies", "p", "--stdin-filename", "s.yaml"]
    places += ["--trust", "main", "--removed-since", "HEAD", "--no-waivers", "--baseline", "b.yaml", "--allow-empty"]
    places += ["--no-cache", "--jobs", "3"]
    run_cli("check", "-", "b", *chosen, *places, stdin=b"id: x")
    asked = calls[0][0]
    assert callable(asked.pop("progress"))
    assert asked == {
        "paths": ("b",),
        "stdin": b"id: x",
        "stdin_filename": "s.yaml",
        "gate": "ci",
        "fail_on": "note",
        "select": ("COM", "SLA005", "x"),
        "ignore": ("GOL",),
        "today": "2026-11-21",
        "config": "c.yaml",
        "policies": "p",
        "trust": "main",
        "removed_since": "HEAD",
        "no_waivers": True,
        "baseline": "b.yaml",
        "allow_empty": True,
        "every_kind": True,
        "cache": None,
        "jobs": 3,
    }


@pytest.mark.parametrize("number", ["0", "-1", "100", "two", "1.5", "²", ""])
def test_a_number_of_processes_is_one(run_cli: RunCli, number: str) -> None:
    """From 1 to 99; anything else is no command line."""
    outcome = run_cli("check", f"--jobs={number}")
    assert (outcome.code, outcome.out) == (2, "")
    assert f'"{number}" is no number from 1 to 99' in outcome.err


def test_evidence_rests_on_nothing_that_was_kept(
    run_cli: RunCli, check_gives: CheckGives, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither on compiled rules nor on answers of earlier runs."""
    monkeypatch.setattr("bpogov.cli.checking.prepared", lambda *_: None)
    calls = check_gives(REPORT)
    run_cli("check", "--gate", "sign-off", "--attest", "shop.intoto.jsonl")
    run_cli("check")
    assert [asked["cache"] is None for (asked, *_) in calls] == [True, False]


def test_without_options_the_run_decides(run_cli: RunCli, check_gives: CheckGives) -> None:
    """Defaults: the local gate, errors fail, no filter, no file from standard input."""
    calls = check_gives(REPORT)
    run_cli("check", stdin=b"not read")
    asked = calls[0][0]
    assert (asked["paths"], asked["stdin"], asked["gate"], asked["fail_on"]) == ((), None, "local", None)
    assert (asked["select"], asked["today"], asked["config"]) == ((), None, None)


def test_json_holds_everything_and_remarks_are_in_it(run_cli: RunCli, check_gives: CheckGives) -> None:
    """The JSON report is alone on standard output, and the exit code is the same."""
    check_gives(REPORT)
    outcome = run_cli("check", "--format", "json")
    data = json.loads(outcome.out)
    assert outcome.code == 1
    assert data["notifications"][0]["code"] == "unlisted"
    assert data["engagements"][0]["findings"][0]["rule"] == "COM001"
    assert outcome.err == ""


def test_a_run_without_remarks_is_silent_on_standard_error(run_cli: RunCli, check_gives: CheckGives) -> None:
    """Nothing to say about the run: nothing said."""
    check_gives(Report("2026-11-21", (), {}, (), REPORT.verdict))
    assert run_cli("check").err == ""
