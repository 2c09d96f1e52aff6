"""The commands beside `check`."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bpogov.core.explanation import RuleExplanation
from bpogov.core.listing import RuleRow
from bpogov.core.location import Location
from bpogov.core.selftest import ExampleFailure, RuleSelftest, SelftestReport
from bpogov.core.severity import Severity
from tests.conftest import Outcome

RunCli = Callable[..., Outcome]
Stub = Callable[..., list[Any]]


def test_explain_prints_a_page_or_json(run_cli: RunCli, stub: Stub) -> None:
    """A word is looked up under the configuration that is named."""
    found = RuleExplanation("COM001", "meeting-rhythm", "You meet", Severity.ERROR, "Why.", "How.")
    calls = stub("runs", "explain", explain=found)
    outcome = run_cli("explain", "COM001", "--config", "c.yaml")
    assert (outcome.code, outcome.out.splitlines()[0]) == (0, "COM001 meeting-rhythm")
    assert json.loads(run_cli("explain", "COM001", "--format", "json").out)["id"] == "COM001"
    assert calls[0] == ("COM001", "c.yaml", None)


def test_rules_prints_a_table_or_json(run_cli: RunCli, stub: Stub) -> None:
    """The rules that apply, and with -v who changed them."""
    row = RuleRow("COM001", "meeting-rhythm", "You meet", Severity.ERROR, "", "bpogov/core", True, ("bpogov.yaml",))
    calls = stub("runs", "rules", list_rules=(row,))
    assert "COM001  error     draft  meeting-rhythm *  You meet\n" in run_cli("rules", "--policies", "p").out
    assert "(changed by bpogov.yaml)" in " ".join(run_cli("rules", "-v").out.split())
    assert json.loads(run_cli("rules", "--format", "json").out)["rules"][0]["name"] == "meeting-rhythm"
    assert calls[0] == (None, "p")


def test_test_fails_with_the_examples(run_cli: RunCli, stub: Stub) -> None:
    """A failed example is exit code 1; the packs that are named are the ones that run."""
    failure = ExampleFailure("one", "it passed", Location("a.yaml"))
    rule = RuleSelftest("A001", "a", "own", ("one",), (failure,))
    calls = stub("runs", "selftest", selftest=SelftestReport((rule,)))
    outcome = run_cli("test", "policies/own", "-v")
    assert outcome.code == 1
    assert "  failed  one\n" in outcome.out
    assert calls[0] == (("policies/own",), None, None)
    stub("runs", "selftest", selftest=SelftestReport((RuleSelftest("A001", "a", "own", ("one",)),)))
    assert run_cli("test").code == 0


@pytest.mark.parametrize("kind", ["rule", "pack", "configuration"])
def test_schemas_of_policy_files(run_cli: RunCli, stub: Stub, kind: str) -> None:
    """The policy room is asked for the schema of the kind."""
    calls = stub("policy", "schema", json_schema={"title": kind})
    assert json.loads(run_cli("schema", kind).out) == {"title": kind}
    assert calls == [(kind,)]


def test_schemas_of_engagements_and_reports(run_cli: RunCli, stub: Stub) -> None:
    """The engagement is the default; a misspelt kind is answered with the nearest."""
    stub("model", "schema", json_schema={"title": "engagement"})
    assert json.loads(run_cli("schema").out) == {"title": "engagement"}
    assert json.loads(run_cli("schema", "report").out)["title"] == "bpogov report"
    assert 'did you mean "report"?' in " ".join(run_cli("schema", "reprot").err.split())


def test_init_and_new_say_what_they_wrote_and_what_is_next(run_cli: RunCli, workspace: Path) -> None:
    """A start in three commands; each names the files, and none overwrites any."""
    first = run_cli("init")
    assert first.out == (
        "wrote bpogov.yaml\nwrote engagements/my-first-engagement.yaml\n"
        'Next: change the engagement to yours, then run "bpogov check"\n'
    )
    assert run_cli("new", "engagement", "acme").out.startswith("wrote engagements/acme.yaml\nNext: ")
    assert run_cli("new", "rule", "few-goals").out.splitlines()[:3] == [
        "wrote policies/own/own/few-goals.yaml",
        "wrote policies/own/pack.yaml",
        "wrote policies/own/examples/starter.yaml",
    ]
    assert (workspace / "policies/own/pack.yaml").is_file()
    again = run_cli("init")
    assert again.code == 2
    assert again.err.startswith('error: "bpogov.yaml" is there already, and bpogov never overwrites a file\n')


def test_new_without_a_kind_says_what_there_is(run_cli: RunCli) -> None:
    """`bpogov new` alone is a usage error with the way to its help."""
    outcome = run_cli("new")
    assert outcome.code == 2
    assert '"bpogov new --help" shows how it is used' in outcome.err
