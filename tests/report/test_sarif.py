"""The report as SARIF 2.1.0."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from bpogov.core.finding import Finding, Notification
from bpogov.core.report import Report, Verdict
from bpogov.core.severity import Severity
from bpogov.report import sarif
from bpogov.report.parts.sarif_automation import Automation
from bpogov.report.sarif import render
from bpogov.runs.check import check
from bpogov.runs.request import CheckRequest

STOPPED = Verdict("ci", "error", passed=False, exit_code=2, sentence="not checked: 1 problem")


def _run(report: Report, **options: Any) -> dict[str, Any]:
    log = json.loads(render(report, **options))
    assert list(log) == ["$schema", "version", "runs"]
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    found: dict[str, Any] = run
    for result in found["results"]:
        assert found["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    return found


def _said(run: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Give level, code and text of each notification."""
    (invocation,) = run["invocations"]
    return [
        (said["level"], said["descriptor"]["id"], said["message"]["text"])
        for said in invocation["toolExecutionNotifications"]
    ]


def test_the_run_names_the_tool_and_what_it_checked(report_of: Callable[..., Report], meeting: Finding) -> None:
    """Tool, gate, files with their digests, unit of columns, and the numbers behind the verdict."""
    run = _run(report_of(meeting))
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["semanticVersion"]) == ("bpogov", "0.1.0")
    assert driver["fullName"] == "bpogov 0.1.0, governance checks for outsourcing engagements"
    assert driver["informationUri"].startswith("data:,")
    assert [rule["id"] for rule in driver["rules"]] == ["COM001", "COM002"]
    assert run["automationDetails"] == {"id": "bpogov/local/"}
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["artifacts"] == [
        {
            "location": {"uri": "engagements/acme.yaml", "uriBaseId": "%SRCROOT%"},
            "roles": ["analysisTarget"],
            "hashes": {"sha-256": "0" * 64},
        }
    ]
    assert run["properties"] == {
        "verdict": {
            "gate": "local",
            "fail_on": "error",
            "passed": False,
            "exit_code": 1,
            "sentence": "failed: 1 error",
            "as_status": "",
            "unknown_blocks": False,
        },
        "today": "2026-11-21",
        "policyDigest": "sha256:1",
        "versions": {"bpogov": "0.1.0"},
        "outcomes": {"pass": 2, "fail": 0, "not-applicable": 0, "not-checked": 0, "error": 0},
        "openQuestions": 0,
        "suppressed": 0,
    }


def test_a_gate_that_failed_is_a_check_that_was_made(report_of: Callable[..., Report], meeting: Finding) -> None:
    """Findings do not make a run unsuccessful; the exit code says how the gate stands."""
    run = _run(report_of(meeting, notifications=(Notification(Severity.NOTE, "remark", "A remark"),)))
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is True
    assert invocation["exitCode"] == 1
    assert invocation["exitCodeDescription"] == "Gate local failed: 1 error"
    assert _said(run) == [("note", "remark", "A remark.")]


def test_a_run_that_could_not_check_is_no_success(report_of: Callable[..., Report], meeting: Finding) -> None:
    """Its errors are notifications with their places, each once; without any, the verdict is one."""
    error = Notification(Severity.ERROR, "missing", "The file is not there", meeting.location, "look for it")
    run = _run(report_of(verdict=STOPPED, notifications=(error,)))
    (invocation,) = run["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 2)
    assert _said(run) == [("error", "missing", "The file is not there.\nlook for it")]
    (said,) = invocation["toolExecutionNotifications"]
    assert said["locations"][0]["physicalLocation"]["region"]["startLine"] == 12
    silent = _run(report_of(verdict=STOPPED, engagements=(), versions={}))
    assert _said(silent) == [("error", "not-checked", "Gate ci not checked: 1 problem.")]
    assert silent["results"] == []
    assert "semanticVersion" not in silent["tool"]["driver"]


def test_accepted_findings_are_there_or_left_out(
    report_of: Callable[..., Report], meeting: Finding, waived: Finding
) -> None:
    """As suppressed results, or not at all for services that do not read that they are."""
    report = report_of(meeting, waived)
    with_all, without = _run(report), _run(report, suppressed=False)
    assert [("suppressions" in one, one["ruleId"]) for one in with_all["results"]] == [
        (False, "COM001"),
        (True, "CTR008"),
    ]
    assert [one["ruleId"] for one in without["results"]] == ["COM001"]
    assert without["properties"]["suppressed"] == 1


def test_the_job_can_name_itself(report_of: Callable[..., Report]) -> None:
    """What a service asks for about the job stands in place of the gate."""
    run = _run(report_of(), automation=Automation("a/b/c", {"a/key": "value"}))
    assert run["automationDetails"] == {"id": "a/b/c", "properties": {"a/key": "value"}}


def test_findings_about_waiver_files_are_results(report_of: Callable[..., Report], note: Finding) -> None:
    """They stand in another file, under a rule that may have no texts."""
    (found,) = _run(report_of(waiver_findings=(replace(note, rule="LIF003"),)))["results"]
    assert found["ruleId"] == "LIF003"


def test_too_many_findings_are_cut_by_weight(
    report_of: Callable[..., Report], note: Finding, waived: Finding, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What fails the gate stays, in its place; lighter ones go, accepted ones first, and the file says how many."""
    assert (sarif.MOST_RESULTS, sarif.MOST_SHOWN) == (25_000, 5_000)
    monkeypatch.setattr(sarif, "MOST_RESULTS", 50)
    monkeypatch.setattr(sarif, "MOST_SHOWN", 20)
    gate = replace(note, rule="GOL005", blocking=True)
    warning = replace(note, rule="GOL006", severity=Severity.WARNING)
    run = _run(report_of(waived, *[note] * 50, warning, gate))
    assert [one["ruleId"] for one in run["results"]] == ["GOL004"] * 48 + ["GOL006", "GOL005"]
    assert _said(run) == [
        (
            "warning",
            "results-left-out",
            "3 findings of 53 are left out, the lightest ones, because a file may hold 50.",
        ),
        ("note", "results-not-shown", "GitHub shows only the 20 most severe of 50 findings in this file."),
    ]


ENGAGEMENT = """\
apiVersion: bpogov/v1
kind: Engagement
id: acme
title: Acme
status: in-review
start: 2027-01-01
meetings:
  - {id: weekly, level: operational, cadence: weekly, day: tue}
slas:
  - {id: voice, metric: Answered in time, target: 80}
  - {id: chat, metric: Answered in time, target: 80}
"""


def _marks(results: list[dict[str, Any]]) -> dict[tuple[str, str], set[tuple[str, str]]]:
    """Give the fingerprints of the findings by rule and path."""
    found: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for one in results:
        path = one["locations"][0].get("logicalLocations", [{"fullyQualifiedName": ""}])[0]["fullyQualifiedName"]
        prints = one["partialFingerprints"]
        found.setdefault((one["ruleId"], path), set()).add((prints["primaryLocationLineHash"], prints["bpogov/v1"]))
    return found


@pytest.mark.usefixtures("workspace")
def test_fingerprints_do_not_move_with_the_lines() -> None:
    """Lines above, between and an item before change every line number and no fingerprint, in a real check."""
    file = Path("engagements/acme.yaml")
    file.parent.mkdir()

    def results(text: str) -> list[dict[str, Any]]:
        file.write_text(text, encoding="utf-8")
        report = check(CheckRequest(paths=("engagements",), today="2026-11-21"))
        found: list[dict[str, Any]] = _run(report)["results"]
        return found

    before = results(ENGAGEMENT)
    moved = "# a comment\n\n" + ENGAGEMENT.replace("slas:\n", "\n# another\nslas:\n  - {id: mail, metric: x}\n")
    after = results(moved)
    first, second = _marks(before), _marks(after)
    assert any(path.startswith("$.slas[voice]") for _, path in first)
    assert {key: second.get(key) for key in first} == first
    lines = [{one["locations"][0]["physicalLocation"]["region"]["startLine"] for one in run} for run in (before, after)]
    assert lines[0] != lines[1]
    every = [one["partialFingerprints"]["primaryLocationLineHash"] for one in after]
    assert len(set(every)) == len(every)
