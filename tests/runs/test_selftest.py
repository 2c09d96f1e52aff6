"""Running the examples in the rule files."""

from pathlib import Path

import pytest

from bpogov.core.errors import PolicyError, UsageError
from bpogov.runs.selftest import selftest
from tests.policy.files import configuration, only, path, place, rule, write, write_pack

pytestmark = pytest.mark.usefixtures("workspace")

PASSES = "{name: fine, given: {use: shop}, expect: pass}"
TWO = "add, path: /goals/-, value: {id: second, statement: More, owner: joint}"
FAILS = "{outcome: fail, at: $.goals}"


def _rule(expect: str, patch: str = TWO, /, **keys: str | None) -> str:
    """A rule that allows one goal, with an example that has two."""
    examples = f"[{PASSES}, {{name: two, given: {{use: shop, patch: [{{op: {patch}}}]}}, expect: {expect}}}]"
    wanted: dict[str, str | None] = {"assert_": "engagement.goals.size() < 2", "examples": examples}
    return rule(**{**wanted, **keys})


def _failures(*rules: str) -> list[tuple[str, str]]:
    write_pack("own", *rules)
    return [(failure.example, failure.message) for failure in selftest(("own",), None, None).failures]


def test_examples_that_hold_are_named() -> None:
    """Each rule with its examples, and nothing failed."""
    write_pack("own", _rule('{outcome: fail, at: $.goals, message: "There are * goals"}'))
    report = selftest(("own",), None, None)
    assert [(one.rule, one.name, one.pack, one.examples, one.failures) for one in report.rules] == [
        ("OWN001", "few-goals", "own", ("fine", "two"), ())
    ]
    assert report.exit_code == 0


@pytest.mark.parametrize(
    ("expect", "told"),
    [
        ("{outcome: fail, at: $.title}", "There are many goals (at $.goals)"),
        ("{outcome: fail, at: '$.slas[zz].target'}", "There are many goals (at $.goals)"),
        ("{outcome: fail, at: '$.slas[zz'}", "There are many goals (at $.goals)"),
        ("{outcome: fail, at: $.goals, message: There are few goals}", "There are many goals (at $.goals)"),
        ("{outcome: fail, at: $.goals, message: many}", "There are many goals (at $.goals)"),
        ("{outcome: fail, at: $.goals, assertion: other}", "There are many goals (at $.goals)"),
    ],
)
def test_a_finding_elsewhere_or_with_other_words_is_no_proof(expect: str, told: str) -> None:
    """Place, words and assertion have to be as the example says; what was found instead is told."""
    assert _failures(_rule(expect)) == [("two", f"The rule fires, but not as the example says: {told}")]


def test_the_right_assertion_has_to_fail() -> None:
    """The one that failed is named."""
    parts = (
        "[{id: few, that: engagement.goals.size() < 2, at: $.goals, message: Many},"
        " {id: some, that: engagement.goals.size() > 0, at: $.goals, message: None}]"
    )
    keys: dict[str, str | None] = {"assert_": parts, "at": None, "message": None}
    assert _failures(_rule("{outcome: fail, at: $.goals, assertion: few}", **keys)) == []
    assert _failures(_rule("{outcome: fail, at: $.goals, assertion: some}", **keys)) == [
        ("two", "The rule fires, but not as the example says: few: Many (at $.goals)")
    ]


def test_a_rule_that_did_not_apply_proves_nothing() -> None:
    """Expected a finding, but the condition was not met; and the other way round."""
    off = "{name: off, given: {use: shop}, expect: not-applicable}"
    keys = {"when": 'engagement.status == "live"', "examples": f"[{PASSES}, {off}, {{name: two, given: "}
    keys["examples"] += f"{{use: shop, patch: [{{op: {TWO}}}]}}, expect: {FAILS}}}]"
    failures = dict(_failures(_rule(FAILS, **keys)))
    assert set(failures) == {"fine", "two"}
    assert failures["two"].startswith("Expected the outcome fail, but it is not-applicable: its condition is not met")
    assert failures["fine"].startswith("Expected the outcome pass, but it is not-applicable")


def test_an_outcome_that_is_not_the_expected_one() -> None:
    """With the reason of the one that it is."""
    assert _failures(_rule(FAILS, "replace, path: /title, value: Other")) == [
        ("two", "Expected the outcome fail, but it is pass: everything that it asks for is there")
    ]


def test_a_second_finding_has_to_be_meant() -> None:
    """Unless the rule itself stands under also."""
    keys = {
        "assert_": 'goal.statement != "More"',
        "at": '"@.statement"',
        "for_each": "$.goals[*]",
        "as_": "goal",
        "on_empty": "pass",
        "where": "has(goal.statement)",
    }
    goals = ", ".join(f"{{id: {name}, statement: More, owner: joint}}" for name in ("one", "two"))
    two = f"replace, path: /goals, value: [{goals}]"
    expect = "outcome: fail, at: '$.goals[two].statement'"
    told = (
        "The rule fires more than once: There are many goals ($.goals[two].statement);"
        " if that is meant, name OWN001 under also"
    )
    assert _failures(_rule(f"{{{expect}}}", two, **keys)) == [("two", told)]
    assert _failures(_rule(f"{{{expect}, also: [OWN001]}}", two, **keys)) == []


def test_another_rule_that_fires_has_to_be_named() -> None:
    """Otherwise an edit would prove more than the example says."""
    other = rule(id="OWN003", name="other", assert_="engagement.goals.size() != 2", examples=_other_examples())
    assert _failures(_rule(FAILS), other) == [
        ("two", "OWN003 fires too, which the example does not say: There are many goals")
    ]
    assert _failures(_rule("{outcome: fail, at: $.goals, also: [OWN003]}"), other) == []


def _other_examples() -> str:
    return (
        f"[{PASSES}, {{name: two, given: {{use: shop, patch: [{{op: {TWO}}}]}},"
        " expect: {outcome: fail, at: $.goals, also: [OWN001]}}]"
    )


def test_what_fires_anyway_need_not_be_named() -> None:
    """The example engagement itself breaks another rule, before any edit."""
    stands = (
        "[{name: as it is, given: {use: shop}, expect: {outcome: fail, at: $.goals}},"
        " {name: none, given: {use: shop, patch: [{op: replace, path: /goals, value: []}]}, expect: pass}]"
    )
    always = rule(id="OWN002", name="no-goals", assert_="engagement.goals.size() < 1", examples=stands)
    assert _failures(_rule(FAILS), always) == []


@pytest.mark.parametrize(
    ("also", "state"), [("OWN009", "the pack has no such rule"), ("OWN003", "its outcome is pass")]
)
def test_a_rule_under_also_has_to_fire(also: str, state: str) -> None:
    """One that is unknown or that passes is told."""
    calm = rule(id="OWN003", name="calm", assert_='engagement.title != "x"', at="$.title", examples=_calm_examples())
    assert _failures(_rule(f"{{outcome: fail, at: $.goals, also: [{also}]}}"), calm) == [
        ("two", f"{also} should fire too, but {state}")
    ]


def _calm_examples() -> str:
    return (
        f"[{PASSES}, {{name: x, given: {{use: shop, patch: [{{op: replace, path: /title, value: x}}]}},"
        " expect: {outcome: fail, at: $.title}}]"
    )


def test_an_edit_that_cannot_be_made() -> None:
    """The edit and the reason, at the example; the other examples still run."""
    write_pack("own", _rule(FAILS, "remove, path: /goals/7"))
    failure = selftest(("own",), None, None).failures[0]
    assert failure.message.startswith('The edit "remove" at "/goals/7" cannot be made: ')
    assert (failure.location.file, failure.location.path) == ("own/goals/few-goals.yaml", "$.examples[1]")


def test_an_edit_that_breaks_the_engagement_proves_nothing() -> None:
    """Unless the example expects exactly that the rule is not checked."""
    broken = "replace, path: /goals, value: many"
    failures = _failures(_rule(FAILS, broken))
    assert failures[0][1].startswith("The engagement is broken, so nothing is proven: ")
    third = f"[{PASSES}, {{name: two, given: {{use: shop, patch: [{{op: {TWO}}}]}}, expect: {FAILS}}}, "
    third += f"{{name: torn, given: {{use: shop, patch: [{{op: {broken}}}]}}, expect: not-checked}}]"
    assert _failures(_rule(FAILS, examples=third)) == []


def test_an_example_may_have_its_own_day() -> None:
    """Otherwise that of the pack counts."""
    examples = (
        "[{name: fine, given: {use: shop}, expect: pass},"
        " {name: late, today: 2027-01-01, given: {use: shop}, expect: {outcome: fail, at: $.goals}}]"
    )
    assert _failures(rule(assert_='today == "2026-11-21"', examples=examples)) == []


@pytest.mark.parametrize(
    ("content", "code", "file"),
    [
        (None, "missing-example", "own/pack.yaml"),
        ("title: [", "YML001", "own/examples/shop.yaml"),
        ("apiVersion: bpogov/v1\nid: shop\n", "STR002", "own/examples/shop.yaml"),
    ],
)
def test_a_broken_example_engagement_ends_the_run(content: str | None, code: str, file: str) -> None:
    """Missing, no YAML, or not as the structure asks: nothing would be proven."""
    write_pack(
        "own", rule(), examples="{shop: examples/other.yaml}" if content is None else "{shop: examples/shop.yaml}"
    )
    if content is not None:
        write("own/examples/shop.yaml", content)
    with pytest.raises(PolicyError) as caught:
        selftest(("own",), None, None)
    assert {(problem.code, place(problem)[0]) for problem in caught.value.problems} == {(code, file)}
    if content is None:
        problem = only(list(caught.value.problems))
        assert (path(problem), problem.message) == (
            "$.examples.shop",
            'The example engagement "examples/other.yaml" does not exist',
        )


def test_packs_by_name_folder_and_configuration() -> None:
    """A shipped pack by its name, own ones by folder, and without names all that are configured."""
    with pytest.raises(UsageError, match='There is no pack "bpogov/cor"') as caught:
        selftest(("bpogov/cor",), None, None)
    assert [problem.help for problem in caught.value.problems] == ['did you mean "bpogov/core"?']
    with pytest.raises(UsageError) as caught:
        selftest(("bpogov/qqqqqqq",), None, None)
    assert [problem.help for problem in caught.value.problems] == ["shipped packs: bpogov/core"]
    write_pack("own", _rule(FAILS))
    write_pack("bpogov/house", _rule(FAILS, id="HSE001"), name="house")
    assert [one.rule for one in selftest(("own", "bpogov/house"), None, None).rules] == ["HSE001", "OWN001"]
    write("bpogov.yaml", configuration(packs="[./own]"))
    assert [one.rule for one in selftest((), None, None).rules] == ["OWN001"]


def test_nothing_to_test_is_no_success() -> None:
    """A configuration that switches every rule off tests nothing."""
    write_pack("own", rule())
    write("bpogov.yaml", configuration(packs="[own]", rules="{OWN001: {enabled: false, reason: not ours}}"))
    with pytest.raises(UsageError, match="There is no rule to test"):
        selftest((), None, None)


def test_a_shipped_pack_is_found_by_its_name(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever the shipped packs lie."""
    write_pack("shipped/small", _rule(FAILS), name="bpogov/small")
    monkeypatch.setattr("bpogov.runs.selftest.shipped_folder", lambda: workspace / "shipped")
    monkeypatch.setattr("bpogov.runs.selftest.shipped_names", lambda: ("bpogov/small",))
    assert [one.pack for one in selftest(("bpogov/small",), None, None).rules] == ["bpogov/small"]
