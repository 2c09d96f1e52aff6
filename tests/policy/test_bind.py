"""Laying packs and configurations over one another."""

import pytest

from bpogov.core.severity import Severity
from bpogov.core.status import Status, Tier
from bpogov.policy.load import load_packs
from bpogov.policy.policyset import BoundRule, PolicySet
from tests.policy.files import (
    configuration,
    configured,
    configured_problems,
    many,
    only,
    path,
    place,
    problems_of,
    rule,
    write,
    write_pack,
)

pytestmark = pytest.mark.usefixtures("workspace")

LIMIT = "{limit: {type: number, default: 4, minimum: 1, description: Most goals}}"


def _rule(policy: PolicySet, name: str = "OWN001") -> BoundRule:
    return next(one for one in policy.rules if one.id == name)


def _limit(policy: PolicySet, tier: Tier = Tier.STANDARD) -> tuple[object, str]:
    setting = _rule(policy).settings[tier].parameters["limit"]
    return setting.value, setting.origin


def _limits(value: int) -> str:
    return f"{{OWN001: {{parameters: {{limit: {value}}}}}}}"


def test_later_layers_win_and_say_so() -> None:
    """Rule, pack, parent, configuration, in this order; each value knows the file and line that gave it."""
    write_pack("own", rule(parameters=LIMIT))
    write("bpogov.yaml", configuration(packs="[own]"))
    assert _limit(configured()) == (4, "the rule")
    write_pack("over", rule(id="OVR001", name="other"), name="over", rules=_limits(5))
    write("bpogov.yaml", configuration(packs="[own, over]"))
    assert _limit(configured()) == (5, "over/pack.yaml, line 9")
    write("base.yaml", configuration(packs="[own, over]", rules=_limits(6)))
    write("bpogov.yaml", configuration(extends="base.yaml"))
    assert _limit(configured()) == (6, "base.yaml, line 4")
    write("bpogov.yaml", configuration(extends="base.yaml", rules=_limits(7)))
    assert _limit(configured()) == (7, "bpogov.yaml, line 4")


def test_a_tier_wins_over_plain_values_of_its_layer_only() -> None:
    """A plain value of a later layer wins over the tier of an earlier one."""
    tiers = "{small: {rules: {OWN001: {severity: note, from: live, parameters: {limit: 8}}}}}"
    write_pack("own", rule(parameters=LIMIT), rules=_limits(5), tiers=tiers)
    write("bpogov.yaml", configuration(packs="[own]"))
    policy = configured()
    assert _limit(policy) == (5, "own/pack.yaml, line 9")
    assert _limit(policy, Tier.SMALL) == (8, "own/pack.yaml, line 10")
    small = _rule(policy).settings[Tier.SMALL]
    assert (small.severity.value, small.since.value) == (Severity.NOTE, Status.LIVE)
    write("bpogov.yaml", configuration(packs="[own]", rules=_limits(6)))
    assert _limit(configured(), Tier.SMALL) == (6, "bpogov.yaml, line 4")


def test_severity_status_and_switch_have_origins() -> None:
    """What nobody changes is the rule's, what is changed names its line."""
    write_pack("own", rule(), rule(id="OWN002", name="other"))
    off = "\n  OWN001: {severity: error, from: live}\n  OWN002: {enabled: false, reason: not ours}"
    write("bpogov.yaml", configuration(packs="[own]", rules=off))
    policy = configured()
    settings = _rule(policy).settings[Tier.CRITICAL]
    assert (settings.severity.value, settings.severity.origin) == (Severity.ERROR, "bpogov.yaml, line 5")
    assert (settings.since.value, settings.since.origin) == (Status.LIVE, "bpogov.yaml, line 5")
    assert (settings.enabled.value, settings.enabled.origin) == (True, "the rule")
    assert [one.id for one in policy.enabled] == ["OWN001"]
    assert _rule(policy, "OWN002").settings[Tier.SMALL].enabled.origin == "bpogov.yaml, line 6"


def test_one_assertion_can_be_tuned() -> None:
    """Its severity and first status are kept apart from those of the rule."""
    write_pack("own", rule(assert_=many(2), at=None, message=None))
    write("bpogov.yaml", configuration(packs="[own]", rules="{OWN001/part-2: {severity: note, from: live}}"))
    settings = _rule(configured()).settings[Tier.STANDARD]
    assert {name: setting.value for name, setting in settings.assertions.items()} == {
        "part-2/severity": Severity.NOTE,
        "part-2/from": Status.LIVE,
    }
    assert settings.severity.origin == "the rule"


@pytest.mark.parametrize(
    ("rules", "code", "where", "message", "help_"),
    [
        ("{OWN002: {severity: note}}", "unknown-rule", "$.rules.OWN002", 'No configured pack has a rule "OWN002"',
         'did you mean "OWN001"?'),
        ("{ZZZ999: {severity: note}}", "unknown-rule", "$.rules.ZZZ999", 'No configured pack has a rule "ZZZ999"',
         "`bpogov rules` lists the rules of the configured packs"),
        ("{OWN001: {parameters: {limt: 3}}}", "unknown-parameter", "$.rules.OWN001.parameters.limt",
         'The rule OWN001 has no parameter "limt"', 'did you mean "limit"?'),
        ("{OWN001: {parameters: {zz: 3}}}", "unknown-parameter", "$.rules.OWN001.parameters.zz",
         'The rule OWN001 has no parameter "zz"', "it has: limit"),
        ("{OWN003: {parameters: {zz: 3}}}", "unknown-parameter", "$.rules.OWN003.parameters.zz",
         'The rule OWN003 has no parameter "zz"', "it has: no parameters"),
        ("{OWN001: {parameters: {limit: 0}}}", "bad-parameter", "$.rules.OWN001.parameters.limit",
         'The parameter "limit" of OWN001 does not fit: expected at least 1, but found 0', "most goals"),
        ("{OWN003/part-3: {severity: note}}", "unknown-assertion", "$.rules.OWN003/part-3",
         'The rule OWN003 has no assertion "part-3"', 'did you mean "part-1"?'),
        ("{OWN003/zz: {severity: note}}", "unknown-assertion", "$.rules.OWN003/zz",
         'The rule OWN003 has no assertion "zz"', "it has: part-1, part-2"),
        ("{OWN001/zz: {severity: note}}", "unknown-assertion", "$.rules.OWN001/zz",
         'The rule OWN001 has no assertion "zz"', "it has: none by name"),
        ("{OWN003/part-1: {enabled: true}}", "wrong-value", "$.rules.OWN003/part-1",
         "A single assertion can only be given a severity and a first status", "write the rest under OWN003"),
        ("{OWN003/part-1: {lock: true}}", "wrong-value", "$.rules.OWN003/part-1",
         "A single assertion can only be given a severity and a first status", "write the rest under OWN003"),
    ],
)  # fmt: skip
def test_changes_that_mean_nothing_are_mistakes(rules: str, code: str, where: str, message: str, help_: str) -> None:
    """In a configuration and in a pack alike, with what was meant."""
    write_pack("own", rule(parameters=LIMIT), rule(id="OWN003", name="x", assert_=many(2), at=None, message=None))
    write("bpogov.yaml", configuration(packs="[own]", rules=rules))
    problem = only(configured_problems())
    assert (problem.code, path(problem), problem.message, problem.help) == (code, where, message, help_)
    assert place(problem)[:2] == ("bpogov.yaml", 4)
    write("bpogov.yaml", configuration(packs="[own]", tiers=f"{{small: {{rules: {rules}}}}}"))
    if "lock" not in rules and "enabled" not in rules:
        assert path(only(configured_problems())) == "$.tiers.small" + where.removeprefix("$")


def test_a_lock_names_both_files() -> None:
    """What a child changes in a locked rule is told in the child, with the file and line of the lock."""
    write_pack("own", rule(parameters=LIMIT))
    write("base.yaml", configuration(packs="[own]", rules="{OWN001: {lock: true, parameters: {limit: 6}}}"))
    tiers = "{small: {rules: {OWN001: {severity: note}}}}"
    write("bpogov.yaml", configuration(extends="base.yaml", rules="{OWN001: {severity: note}}", tiers=tiers))
    plain, tier = configured_problems()
    assert (plain.code, place(plain)[0], path(plain)) == ("locked-rule", "bpogov.yaml", "$.rules.OWN001")
    assert plain.message == "The rule OWN001 is locked in base.yaml, line 4 and cannot be changed here"
    assert plain.help == "take this entry out, or ask those who own base.yaml"
    assert path(tier) == "$.tiers.small.rules.OWN001"


@pytest.mark.parametrize(
    "change", ["{enabled: false, reason: no}", "{parameters: {limit: 9}}", "{from: live}", "{severity: error}"]
)
def test_nothing_of_a_locked_rule_changes(change: str) -> None:
    """Not the switch, not a number, not the status, and no single assertion either."""
    write_pack("own", rule(parameters=LIMIT))
    write("base.yaml", configuration(packs="[own]", rules="{OWN001: {lock: true}}"))
    write("bpogov.yaml", configuration(extends="base.yaml", rules=f"{{OWN001: {change}}}"))
    assert only(configured_problems()).code == "locked-rule"


def test_a_second_lock_and_an_own_change_are_fine() -> None:
    """The file that locks may change the rule, a child may lock it again; tiers count no more."""
    tiers = "{small: {rules: {OWN001: {parameters: {limit: 8}}}}}"
    write_pack("own", rule(parameters=LIMIT), tiers=tiers)
    write("base.yaml", configuration(packs="[own]", rules="{OWN001: {lock: true, parameters: {limit: 6}}}"))
    write("bpogov.yaml", configuration(extends="base.yaml", rules="{OWN001: {lock: true}}"))
    policy = configured()
    assert _rule(policy).locked_by == "base.yaml"
    assert _limit(policy, Tier.SMALL) == (6, "base.yaml, line 4")


def test_two_packs_share_neither_ids_nor_names() -> None:
    """The later pack is told, with the one that came before."""
    write_pack("a", rule(), name="a")
    write_pack("b", rule(), name="b")
    problem = only(problems_of("a", "b"))
    assert (problem.code, place(problem)[0]) == ("duplicate-rule", "b/goals/few-goals.yaml")
    assert problem.message == 'The id "OWN001" is taken by a rule of the pack "a"'
    write_pack("b", rule(), name="a")
    problem = only(problems_of("a", "b"))
    assert (problem.code, place(problem)[0]) == ("duplicate-pack", "b/pack.yaml")
    assert problem.message == 'The pack "a" is there already, from the folder "a"'


def test_a_broken_rule_is_not_called_unknown() -> None:
    """While a rule file is broken, changes to it are not judged."""
    write_pack("own", rule(severity="high"), rules="{OWN001: {lock: true}}")
    assert [problem.code for problem in problems_of("own")] == ["wrong-value"]


def test_the_digest_is_that_of_the_content() -> None:
    """The same content in another folder is the same policy, one changed word is another."""
    first, moved = (load_packs((write_pack(folder, rule()),)).digest for folder in ("a", "b"))
    changed = load_packs((write_pack("c", rule(title="Other")),)).digest
    assert first == moved != changed
    assert first.startswith("sha256:")
