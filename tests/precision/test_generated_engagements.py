"""Two hundred whole engagements, judged by the rules and by brute force: neither knows more than the other.

What brute force says comes from oracles that share no code with the calculators: clocks of `zoneinfo` minute by minute,
python-dateutil, the package `holidays`, and plain dates.
"""

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bpogov.core.outcome import Outcome
from bpogov.engine.compiling.compile import compile_policy
from bpogov.engine.judging.evaluate import Evaluation, evaluate
from bpogov.engine.program import CompiledPolicy
from bpogov.model.validate import validate
from bpogov.policy.load import load_policy_set
from bpogov.source.load import load
from tests.precision.expected import Case
from tests.precision.generator import engagement
from tests.precision.oracle import COMPUTED, PARTS, findings

SEEDS = range(200)
Key = tuple[str, str, str]


@dataclass
class Tally:
    """What was seen: differences in words, and how often each part of a rule fired and how often it did not."""

    wrong: list[str] = field(default_factory=list)
    fired: Counter[tuple[str, str]] = field(default_factory=Counter)
    silent: Counter[tuple[str, str]] = field(default_factory=Counter)
    passed: Counter[str] = field(default_factory=Counter)


@pytest.fixture(scope="module")
def core(tmp_path_factory: pytest.TempPathFactory) -> CompiledPolicy:
    """The core pack as it ships, compiled once, without any configuration near."""
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(tmp_path_factory.mktemp("quiet"))
        return compile_policy(load_policy_set(None, None))


def judged(core: CompiledPolicy, case: Case) -> tuple[Evaluation, list[str]]:
    """Check an engagement on the way that every run takes; give what the structure of the file is blamed for beside."""
    document = load(json.dumps(case.written).encode(), "engagement.yaml")
    engagement = validate(document)
    blamed = [finding.message for finding in (*document.findings, *engagement.findings)]
    evaluation = evaluate(core, engagement, case.today.isoformat())
    return evaluation, blamed + [said.message for said in evaluation.notifications]


def compared(tally: Tally, name: str, case: Case, evaluation: Evaluation) -> None:
    """Set what the rules found against what brute force found: the places, and the numbers in the sentences."""
    found: dict[Key, list[str]] = {}
    for failure in evaluation.failures:
        if (failure.rule, failure.assertion) in PARTS:
            key = (failure.rule, failure.assertion, ".".join(map(str, failure.path)))
            found.setdefault(key, []).append(failure.message)
    deserved = list(findings(case))
    known = {expected.key for expected in deserved}
    tally.wrong += [f"{name}: not confirmed: {key} {found[key]}" for key in sorted(found.keys() - known)]
    tally.wrong += [f"{name}: missed: {key}" for key in sorted(known - found.keys())]
    for expected in deserved:
        messages = found.get(expected.key, [""])
        if not any(all(word in message for word in expected.words) for message in messages):
            tally.wrong.append(f"{name}: {expected.key} does not say {expected.words}: {messages}")
    counted(tally, {key[:2] for key in found}, evaluation)


def counted(tally: Tally, fired: set[tuple[str, str]], evaluation: Evaluation) -> None:
    """Note which parts of rules fired, and which rules were asked and did not."""
    asked = {result.rule for result in evaluation.results if result.outcome in (Outcome.PASS, Outcome.FAIL)}
    tally.fired.update(fired)
    tally.silent.update(part for part in PARTS - fired if part[0] in asked)
    tally.passed.update(result.rule for result in evaluation.results if result.outcome is Outcome.PASS)


def test_rules_find_what_brute_force_finds(core: CompiledPolicy) -> None:
    """No finding that brute force does not confirm, none missed; and each part of each rule is seen in both ways."""
    tally = Tally()
    for seed in SEEDS:
        case = engagement(seed)
        name = f"seed {seed}, {case.today}"
        evaluation, blamed = judged(core, case)
        tally.wrong += [f"{name}: not a valid engagement: {words}" for words in blamed]
        compared(tally, name, case, evaluation)
    assert tally.wrong == []
    assert PARTS - set(tally.fired) == set(), "parts of rules that no engagement breaks"
    assert PARTS - set(tally.silent) == set(), "parts of rules that every engagement breaks"
    assert COMPUTED.keys() - set(tally.passed) == set(), "rules that no engagement keeps"


def test_parts_of_rules_exist(core: CompiledPolicy) -> None:
    """The oracles answer for rules that ship."""
    assert COMPUTED.keys() <= {rule.id for rule in core.rules}


def test_a_seed_is_always_the_same_engagement() -> None:
    """What fails on one machine fails on every other."""
    for seed in (0, 3, 77):
        first, second = engagement(seed), engagement(seed)
        assert (first.written, first.today) == (second.written, second.today)


def test_engagements_are_as_different_as_the_world() -> None:
    """Leap days, both hemispheres, shifts past midnight, several sites, ten windows, holidays added and taken away."""
    cases = [engagement(seed) for seed in SEEDS]
    text = " ".join(json.dumps(case.written) for case in cases)
    zones = (
        "America/New_York",
        "Australia/Lord_Howe",
        "America/Santiago",
        "Asia/Kathmandu",
        "Africa/Casablanca",
        "Pacific/Chatham",
    )
    assert [zone for zone in zones if zone not in text] == []
    assert {"2024-02-29", "2028-02-29", "2027-12-31"} <= {case.today.isoformat() for case in cases}
    assert {case.status for case in cases} == {"draft", "in-review", "signed", "live", "exiting", "ended"}
    assert {case.tier for case in cases} == {"small", "standard", "critical"}
    assert max(len(case.listed("parties", "provider", "sites")) for case in cases) == 3
    windows = [function.get("service_windows", []) for case in cases for _, function, _ in case.functions()]
    assert max(map(len, windows)) == 10
    assert any(window["from"] > window["to"] for each in windows for window in each)
    sites = [site for case in cases for site in case.listed("parties", "provider", "sites")]
    shifts = [shift for site in sites for shift in site["shifts"]]
    assert any(shift != "24x7" and shift["from"] > shift["to"] for shift in shifts)
    assert any("add" in (case.part("parties", "client", "holidays") or {}) for case in cases)


def test_the_folder_of_oracles_knows_no_calculator() -> None:
    """Only this module imports the product: what confirms a finding is not what found it."""
    modules = [path for path in Path(__file__).parent.glob("*.py") if path != Path(__file__)]
    assert [
        path.name for path in modules if "bpogov" in path.read_text(encoding="utf-8").replace("bpogov/v1", "")
    ] == []
