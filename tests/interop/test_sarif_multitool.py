"""The validator of those who wrote the format finds nothing to object to."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from bpogov.core.finding import Notification
from bpogov.core.report import Report, Verdict
from bpogov.core.severity import Severity
from bpogov.core.suppression import Suppression, SuppressionKind
from bpogov.report.parts.sarif_automation import azure_pipeline
from bpogov.report.sarif import render

pytestmark = pytest.mark.interop

PIPELINE = azure_pipeline(
    {
        "TF_BUILD": "True",
        "SYSTEM_COLLECTIONURI": "https://dev.azure.com/example/",
        "SYSTEM_TEAMPROJECTID": "11111111-1111-1111-8888-111111111111",
        "BUILD_DEFINITIONID": "7",
        "BUILD_DEFINITIONNAME": "Engagements",
        "SYSTEM_PHASEID": "22222222-2222-1111-8888-222222222222",
        "SYSTEM_PHASENAME": "check",
        "BUILD_SOURCEBRANCH": "refs/heads/main",
        "BUILD_BUILDID": "123",
    }
)

Objections = Callable[[str, str], list[str]]


@pytest.fixture
def objections(node_modules: Path, tmp_path: Path) -> Objections:
    """Validate a log by the rules of a service, and give the errors and the warnings."""
    (program,) = (
        program
        for name in ("Sarif.Multitool", "Sarif.Multitool.exe")
        for program in node_modules.glob(f"@microsoft/sarif-multitool-*/{name}")
    )
    program.chmod(0o755)

    def validate(log: str, service: str) -> list[str]:
        written, found = tmp_path / "log.sarif", tmp_path / "found.sarif"
        written.write_text(log, encoding="utf-8")
        rules = ["--rule-kind", f"Sarif;{service}", "--level", "Error;Warning;Note"]
        command = [str(program), "validate", str(written), *rules, "--output", str(found), "--log", "ForceOverwrite"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert found.is_file(), done.stdout + done.stderr
        (run,) = json.loads(found.read_text(encoding="utf-8-sig"))["runs"]
        assert run["results"], "the validator always has notes, or it has not read the file"
        heavy = [one for one in run["results"] if one.get("level", "warning") != "note"]
        return [f"{one['ruleId']}: {one['message']}" for one in heavy]

    return validate


def _accepted(report: Report) -> Report:
    """The report with every other finding accepted by a waiver."""
    suppression = Suppression(SuppressionKind.WAIVER, "waivers/a b.yaml", "The works council meets", "Jo", "2027-01-31")
    findings = [
        tuple(
            replace(finding, suppression=suppression) if number % 2 else finding
            for number, finding in enumerate(engagement.findings)
        )
        for engagement in report.engagements
    ]
    pairs = zip(report.engagements, findings, strict=True)
    return replace(report, engagements=tuple(replace(engagement, findings=own) for engagement, own in pairs))


def _stopped(report: Report) -> Report:
    """The report of a run that could not check."""
    said = Notification(Severity.ERROR, "missing", 'The file "x.yaml" is not there', None, "look for it")
    verdict = Verdict("ci", "error", passed=False, exit_code=2, sentence="not checked: 1 problem")
    return replace(report, verdict=verdict, notifications=(said,), engagements=())


@pytest.mark.parametrize("change", [lambda report: report, _accepted, _stopped], ids=["found", "accepted", "stopped"])
def test_the_validator_has_no_objection(
    poor: Report, objections: Objections, change: Callable[[Report], Report]
) -> None:
    """No error and no warning by the rules of GitHub, and none by those of Azure DevOps in one of its jobs."""
    report = change(poor)
    assert objections(render(report), "Ghas") == []
    assert objections(render(report, automation=PIPELINE), "Ado") == []


def test_the_validator_is_awake(poor: Report, objections: Objections) -> None:
    """A log without the name of the tool, or without what Azure DevOps asks for, is objected to."""
    log = json.loads(render(poor))
    assert {said.split(":")[0] for said in objections(json.dumps(log), "Ado")} == {"GHAzDO1019", "GHAzDO1020"}
    del log["runs"][0]["tool"]["driver"]["name"]
    assert any(said.startswith("JSON") for said in objections(json.dumps(log), "Ghas"))
