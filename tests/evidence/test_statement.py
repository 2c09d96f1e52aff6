"""Records: in-toto statements about test results."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from google.protobuf.json_format import ParseDict
from in_toto_attestation.predicates.test_result.v0.test_result_pb2 import TestResult as OtherResult
from in_toto_attestation.v1.statement import Statement as OtherStatement
from in_toto_attestation.v1.statement_pb2 import Statement as StatementMessage

from bpogov.core.errors import UsageError
from bpogov.core.finding import Finding
from bpogov.core.location import Location
from bpogov.core.outcome import Outcome, RuleResult
from bpogov.core.report import Input, OpenQuestion, Report, Verdict
from bpogov.core.severity import Severity
from bpogov.core.suppression import WaiverState, WaiverUse
from bpogov.evidence.statement import Statement, dir_hash, payload, statement

TIME = "2026-11-22T05:00:00Z"

Make = Callable[..., Any]


def _made(report: Report, number: int = 0) -> Statement:
    return statement(report, report.engagements[number], TIME, lambda name: name.removeprefix("./"))


def _names(data: Statement) -> list[str]:
    return [entry["name"] for entry in data["predicate"]["configuration"]]


def test_a_record_says_everything(report: Make, engagement: Make, waiver: Make, question: OpenQuestion) -> None:
    """Subject, the files that counted, the outcome of each rule, and the circumstances."""
    found = engagement(
        file="./engagements/acme.yaml",
        results=(*engagement().results, RuleResult("OWN004", Outcome.NOT_CHECKED, "unknown")),
        open_questions=(question,),
    )
    data = _made(report(found, waivers=(waiver(), waiver(state=WaiverState.EXPIRED))))
    assert data["_type"] == "https://in-toto.io/Statement/v1"
    assert data["predicateType"] == "https://in-toto.io/attestation/test-result/v0.1"
    assert data["subject"] == [{"name": "engagements/acme.yaml", "digest": {"sha256": "a" * 64}}]
    predicate = data["predicate"]
    assert predicate["configuration"] == [
        {
            "name": "policies/own",
            "digest": {"dirHash": dir_hash([("pack.yaml", "2" * 64), ("goals/few.yaml", "3" * 64)])},
            "annotations": {"kind": "pack-folder"},
        },
        {"name": "bpogov.yaml", "digest": {"sha256": "1" * 64}, "annotations": {"kind": "configuration"}},
        {"name": "policies/own/pack.yaml", "digest": {"sha256": "2" * 64}, "annotations": {"kind": "pack"}},
        {"name": "policies/own/goals/few.yaml", "digest": {"sha256": "3" * 64}, "annotations": {"kind": "rule"}},
        {"name": "waivers/acme.yaml", "digest": {"sha256": "4" * 64}, "annotations": {"kind": "waiver"}},
    ]
    assert [predicate[name] for name in ("passedTests", "warnedTests", "failedTests")] == [["OWN001"], ["OWN002"], []]
    assert predicate["result"] == "WARNED"
    assert predicate["bpogov"] == {
        "tool": "bpogov",
        "version": "0.1.0",
        "data": {"holidays": "0.109", "tzdata": "2026.6"},
        "time": TIME,
        "today": "2026-11-21",
        "gate": "sign-off",
        "failOn": "error",
        "asStatus": "in-review",
        "engagement": {"id": "acme", "status": "draft", "tier": "small"},
        "policyDigest": "sha256:" + "f" * 64,
        "notApplicable": ["OWN003"],
        "notChecked": ["OWN004"],
        "counts": {"passed": 1, "warned": 1, "failed": 0, "notApplicable": 1, "notChecked": 1},
        "openQuestions": ["$.cost.total"],
        "waivers": [
            {
                "rule": "OWN002",
                "at": "$.goals",
                "reason": "In June",
                "requestedBy": "Pat",
                "approvedBy": "Jo",
                "role": "sponsor",
                "from": "2026-11-01",
                "until": "2027-01-31",
                "ticket": "GOV-12",
                "file": "waivers/acme.yaml",
            }
        ],
    }


def test_the_bindings_of_in_toto_read_it(report: Make) -> None:
    """Statement and predicate, our extension aside."""
    data = json.loads(payload(_made(report())))
    OtherStatement.copy_from_pb(ParseDict(data, StatementMessage())).validate()
    predicate = ParseDict(data["predicate"], OtherResult(), ignore_unknown_fields=True)
    assert (predicate.result, list(predicate.passed_tests), list(predicate.warned_tests)) == (
        "WARNED",
        ["OWN001"],
        ["OWN002"],
    )
    assert [one.name for one in predicate.configuration] == _names(data)


def test_the_same_run_gives_the_same_bytes(report: Make) -> None:
    """In ASCII; only the time differs between two runs."""
    assert payload(_made(report())) == payload(_made(report()))
    assert payload(_made(report())).isascii()


def test_anybody_can_check_the_hash_of_a_folder(tmp_path: Path) -> None:
    """It is what the shell command of the specification prints."""
    contents = {"pack.yaml": "a", "goals/few.yaml": "b", "Z.yaml": "c", "é x.yaml": "d"}
    for name, content in contents.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    command = "find . -type f | cut -c3- | LC_ALL=C sort | xargs -r -d '\\n' sha256sum | sha256sum"
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, check=True, capture_output=True, text=True)
    from hashlib import sha256

    digests = [(name, sha256(content.encode()).hexdigest()) for name, content in contents.items()]
    assert f"{dir_hash(digests)}  -\n" == done.stdout


@pytest.mark.parametrize(
    ("name", "folder"), [("pack.yaml", "."), ("bpogov/core/pack.yaml", "bpogov/core"), ("../own/pack.yaml", "../own")]
)
def test_each_pack_has_its_folder(report: Make, name: str, folder: str) -> None:
    """Also one that is the working directory, or lies outside; rules of other packs are not in it."""
    start = name.removesuffix("pack.yaml")
    files = (
        Input("pack", name, "sha256:1"),
        Input("rule", f"{start}a/one.yaml", "sha256:2"),
        Input("pack", "else/pack.yaml", "sha256:3"),
    )
    first, second, *_ = _made(report(inputs=files))["predicate"]["configuration"]
    inside = [("pack.yaml", "1"), ("a/one.yaml", "2")]
    assert (first["name"], first["digest"]) == (folder, {"dirHash": dir_hash(inside)})
    assert (second["name"], second["digest"]) == ("else", {"dirHash": dir_hash([("pack.yaml", "3")])})


def test_waivers_of_others_do_not_count(report: Make, waiver: Make) -> None:
    """A waiver file about another engagement is left out; one that names none may be meant for any."""
    elsewhere = waiver(engagement="other")
    data = _made(report(waivers=(elsewhere,)))
    assert "waivers/acme.yaml" not in _names(data)
    assert data["predicate"]["bpogov"]["waivers"] == []
    for counting in ((elsewhere, waiver()), (waiver(engagement=""),), (waiver(state=WaiverState.REFUSED),), ()):
        assert "waivers/acme.yaml" in _names(_made(report(waivers=counting)))


def test_only_waivers_of_an_engagement_fail_it(report: Make, engagement: Make, waiver: Make, finding: Make) -> None:
    """A refused waiver of another engagement keeps the gate shut, but says nothing about this one."""
    refused = finding("LIF003", file="waivers/acme.yaml", blocking=True)
    whole = {"passed": False, "waiver_findings": (refused,)}
    assert _result(_made(report(engagement(), **whole, waivers=(waiver(),)))) == "FAILED"
    assert _result(_made(report(engagement(), **whole, waivers=(waiver(engagement="other"),)))) == "WARNED"


def _result(data: Statement) -> str:
    return str(data["predicate"]["result"])


def test_only_what_is_wholly_clean_passes(report: Make, engagement: Make, question: OpenQuestion) -> None:
    """A finding, an open question or a rule that was not checked makes a warning of it."""
    clean = {"results": (RuleResult("OWN001", Outcome.PASS, ""),), "findings": ()}
    assert _result(_made(report(engagement(**clean)))) == "PASSED"
    assert _result(_made(report(engagement()))) == "WARNED"
    assert _result(_made(report(engagement(**clean, open_questions=(question,))))) == "WARNED"
    unchecked = clean | {"results": (RuleResult("OWN001", Outcome.NOT_CHECKED, ""),)}
    assert _result(_made(report(engagement(**unchecked)))) == "WARNED"


def test_what_fails_the_gate_failed(report: Make, engagement: Make, finding: Make) -> None:
    """A rule or the structure; a rule that failed is not among the warnings too."""
    data = _made(report(engagement(findings=(finding(), finding(blocking=True))), passed=False))
    assert (_result(data), data["predicate"]["failedTests"], data["predicate"]["warnedTests"]) == (
        "FAILED",
        ["OWN002"],
        [],
    )
    broken = Finding("STR001", Severity.ERROR, "No parties", Location("a"), blocking=True)
    data = _made(report(engagement(findings=(broken,)), passed=False))
    assert (_result(data), data["predicate"]["failedTests"]) == ("FAILED", ["STR001"])


@pytest.mark.parametrize(("unknown_blocks", "result"), [(False, "WARNED"), (True, "FAILED")])
def test_what_is_unknown_fails_where_it_blocks(
    report: Make, engagement: Make, finding: Make, question: OpenQuestion, *, unknown_blocks: bool, result: str
) -> None:
    """Open questions and rules that were not checked fail a record only at a gate that is blocked by them."""
    gate = Verdict("mine", "error", passed=False, exit_code=1, sentence="", unknown_blocks=unknown_blocks)
    failed = engagement(file="c.yaml", findings=(finding(blocking=True),))
    unchecked = engagement(file="b.yaml", results=(RuleResult("OWN001", Outcome.NOT_CHECKED, ""),))
    asked = engagement(file="a.yaml", open_questions=(question,))
    made = report(asked, unchecked, failed, engagement(file="d.yaml"), verdict=gate)
    assert [_result(_made(made, number)) for number in range(4)] == [result, result, "FAILED", "WARNED"]


def test_a_gate_that_is_shut_for_no_known_reason_passes_nobody(report: Make, engagement: Make) -> None:
    """Whatever may have kept it shut."""
    assert _result(_made(report(engagement(), engagement(file="b.yaml"), passed=False))) == "FAILED"


@pytest.mark.parametrize("name", ["a\nb.yaml", "a\x1bb.yaml", "a\u202eb.yaml"])
def test_names_that_could_hide_something_are_refused(report: Make, engagement: Make, name: str) -> None:
    """Of the engagement and of every other file: a name with a line end could stand for two."""
    counted: WaiverUse | Input = Input("rule", name, "sha256:1")
    for made in (report(engagement(file=name)), report(inputs=(counted,))):
        with pytest.raises(UsageError, match=r"has a name with a line end or another sign that cannot be shown$"):
            _made(made)
