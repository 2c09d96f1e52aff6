"""Files that are named and are no engagements: each is checked as what it says that it is."""

import os

import pytest

from tests.policy.files import configuration, only, pack, path, place, rule, write, write_pack
from tests.runs.bench import NO_GOALS, governed
from tests.runs.test_exceptions import goals
from tests.runs.test_kinds import checked, spare, told

pytestmark = pytest.mark.usefixtures("workspace")

BASELINE = "apiVersion: bpogov/v1\nkind: Baseline\nfindings: []\n"
ENTRY = "{fingerprint: 0123456789abcdef0123456789abcdef, rule: OWN002, engagement: x, at: $}"


@pytest.mark.parametrize(
    ("content", "where", "message"),
    [
        (rule(severity="high"), "$.severity", '"high" is not one of the words that "severity" can have'),
        (rule(assert_="engagement.goals.size() >"), "$.assert", None),
        (rule(assert_="engagement.gaols.size() > 0"), "$.assert", None),
        (rule(name="other"), "$.name", 'The rule is called "other", but its file "few-goals"'),
        (rule(advice="[S3-80]"), "$.advice[0]", 'There is no piece of advice "S3-80"'),
        (rule().replace("use: shop}", "use: office}", 1), "$.examples[0].given.use", None),
    ],
)
def test_a_rule_is_checked_with_its_pack(content: str, where: str, message: str | None) -> None:
    """Form, expressions, name, advice and examples; its neighbours are beside the point. The run could not check."""
    spare(NO_GOALS.replace("severity", "sevarity"))
    write("spare/goals/few-goals.yaml", content)
    report = checked("spare/goals/few-goals.yaml")
    problem = only(list(report.notifications))
    assert (place(problem)[0], path(problem), report.verdict.exit_code) == ("spare/goals/few-goals.yaml", where, 2)
    assert problem.message == message or message is None
    assert report.verdict.sentence == "not checked: 1 problem kept something from being checked"


def test_the_manifest_belongs_to_the_rule() -> None:
    """One that is broken is told once, for all rules of the pack."""
    spare(rule(), rule(id="OWN003", name="again"), title=None)
    report = checked("spare/goals/few-goals.yaml", "spare/goals/again.yaml")
    assert told(report) == [("spare/pack.yaml", 'The key "title" is missing')]


def test_a_file_that_is_no_yaml_is_what_it_says() -> None:
    """By its line with the kind; where there is none it is taken for an engagement."""
    governed(NO_GOALS)
    write("torn.yaml", 'apiVersion: bpogov/v1\nkind: "Rule"\nid: [\n')
    report = checked("torn.yaml")
    assert [(one.code, place(one)[:2], report.verdict.exit_code) for one in report.notifications] == [
        ("YML001", ("torn.yaml", 3), 2)
    ]
    write("torn.yaml", "id: [\n")
    assert ([one.rule for one in checked("torn.yaml").findings], checked("torn.yaml").verdict.exit_code) == (
        ["YML001"],
        1,
    )


@pytest.mark.parametrize(
    ("keys", "messages"),
    [
        ({}, []),
        ({"title": None}, [("spare/pack.yaml", 'The key "title" is missing')]),
        ({"rules": "{OWN002: {severity: error}}"}, []),
        ({"rules": "{OWN077: {severity: error}}"}, [("spare/pack.yaml", 'No configured pack has a rule "OWN077"')]),
    ],
)
def test_a_pack_may_change_rules_of_the_packs_before_it(keys: dict[str, str], messages: list[tuple[str, str]]) -> None:
    """The manifest is bound after the packs of the configuration."""
    spare(rule(), **keys)
    assert told(checked("spare/pack.yaml")) == messages


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (rule(assert_="engagement.gaols.size() > 0"), "unknown-field"),
        (rule(id="OWN002"), "duplicate-rule"),
        (rule(severity="high"), "wrong-value"),
        (rule(advice="[S3-80]"), "unknown-advice"),
    ],
)
def test_a_pack_is_checked_with_its_rules(content: str, code: str) -> None:
    """Everything that would keep a run from using it, at its place."""
    spare(content)
    problem = only(list(checked("spare/pack.yaml").notifications))
    assert (problem.code, place(problem)[0]) == (code, "spare/goals/few-goals.yaml")


def test_a_pack_has_one_file_name() -> None:
    """Nobody would read the manifest otherwise."""
    governed(NO_GOALS)
    write("spare/manifest.yaml", pack(name="spare"))
    problem = only(list(checked("spare/manifest.yaml").notifications))
    assert (problem.message, problem.help) == (
        'Nobody reads this pack, because its file is called "manifest.yaml"',
        'rename the file to "pack.yaml"',
    )


def test_a_configuration_is_checked_with_its_packs() -> None:
    """Another one than that of the run: its parents, its packs, and what it says of rules."""
    spare(rule(assert_="engagement.gaols.size() > 0"))
    write("other/bpogov.yaml", configuration(packs="[../spare]"))
    assert [place(one)[0] for one in checked("other/bpogov.yaml").notifications] == [
        "other/../spare/goals/few-goals.yaml"
    ]
    write_pack("spare", rule(), name="spare")
    write_pack("other/policies/forgotten", rule(), name="forgotten")
    report = checked("other/bpogov.yaml")
    assert (report.verdict.sentence, [one.code for one in report.notifications]) == (
        "passed: 1 configuration: nothing wrong",
        ["unlisted-pack"],
    )
    write("other/bpogov.yaml", configuration(packs="[../nowhere]", rules="{OWN077: {severity: note}}"))
    assert [path(one) for one in checked("other/bpogov.yaml").notifications] == ["$.packs[0]"]


def test_a_baseline_is_checked() -> None:
    """Its form is an error of the run; what may not be accepted is a warning."""
    governed(NO_GOALS, rules="{OWN002: {lock: true}}")
    write("known.yaml", BASELINE.replace("[]", f"[{ENTRY}]"))
    report = checked("known.yaml")
    assert [(one.code, place(one)[0]) for one in report.notifications] == [("baseline-refused", "known.yaml")]
    assert report.verdict.passed
    write("known.yaml", BASELINE.replace("findings", "fundings"))
    assert (told(checked("known.yaml"))[0][0], checked("known.yaml").verdict.exit_code) == ("known.yaml", 2)


def test_a_waiver_is_judged_at_its_place() -> None:
    """Also where its engagement is not part of the run; waivers beside it, even broken ones, are not."""
    governed(NO_GOALS)
    write("waivers/other.yaml", goals(engagement="elsewhere", requested_by="Raj Shah"))
    write("waivers/torn.yaml", "[")
    report = checked("waivers/other.yaml")
    assert [(one.rule, one.location.file, one.location.path) for one in report.findings] == [
        ("LIF003", "waivers/other.yaml", "$.approved_by.name")
    ]
    assert (report.verdict.exit_code, report.verdict.sentence) == (1, "failed: 1 error (in waivers/other.yaml)")
    assert {use.location.file: use.state.value for use in report.waivers} == {
        "waivers/other.yaml": "refused",
        "waivers/torn.yaml": "elsewhere",
    }


def test_a_waiver_out_of_place_accepts_nothing() -> None:
    """A run does not look for it there, and says so; it is judged all the same."""
    governed(NO_GOALS)
    write("drafts/goals.yaml", goals())
    report = checked("drafts/goals.yaml", "engagements/shop.yaml", fail_on="warning")
    finding, mine = report.findings
    assert (finding.rule, finding.suppression) == ("OWN002", None)
    assert (mine.location.file, mine.severity.value, report.waivers) == ("drafts/goals.yaml", "warning", ())
    assert mine.message == (
        "This waiver accepts nothing, because waivers are looked for in waivers/**/*.yaml and waivers/**/*.yml only"
    )
    assert len({finding.fingerprint, mine.fingerprint, ""}) == 3
    write("drafts/goals.yaml", goals(until=None))
    assert [(one.severity.value, one.location.path) for one in checked("drafts/goals.yaml").findings] == [
        ("error", "$.until"),
        ("warning", "$.kind"),
    ]


def test_without_waivers_a_named_one_is_still_checked() -> None:
    """What is wrong with it is no part of the world that is looked at, but it was asked for."""
    governed(NO_GOALS)
    write("waivers/goals.yaml", goals(requested_by="Raj Shah"))
    report = checked("waivers/goals.yaml", no_waivers=True)
    assert [(one.location.file, one.location.path) for one in report.findings] == [
        ("waivers/goals.yaml", "$.approved_by.name")
    ]


def test_a_pack_in_the_working_directory() -> None:
    """A rule finds its manifest upwards, from wherever the run starts."""
    spare(rule(name="other"))
    os.rename("spare/goals/other.yaml", "spare/goals/few-goals.yaml")
    os.chdir("spare/goals")
    report = checked("few-goals.yaml")
    assert [path(one) for one in report.notifications] == ["$.name"]
