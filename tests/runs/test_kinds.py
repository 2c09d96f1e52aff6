"""Files that are named and are no engagements."""

import os
from pathlib import Path

import pytest

from bpogov.core.report import Report
from bpogov.runs.check import CheckRequest, check
from bpogov.runs.kinds import at_hand
from bpogov.source.tree import WORKING_TREE
from tests.policy.files import configuration, only, pack, path, place, rule, shop, write, write_pack
from tests.runs.bench import DAY, NO_GOALS, governed
from tests.runs.test_exceptions import goals
from tests.source.repository import repository

pytestmark = pytest.mark.usefixtures("workspace")

RULE = "own/goals/few-goals.yaml"
BASELINE = "apiVersion: bpogov/v1\nkind: Baseline\nfindings: []\n"
ENTRY = "{fingerprint: 0123456789abcdef0123456789abcdef, rule: OWN002, engagement: x, at: $}"


def checked(*paths: str, **asked: object) -> Report:
    """Check what is named, whatever its kind."""
    return check(CheckRequest(paths=paths, today=DAY, every_kind=True, **asked))  # type: ignore[arg-type]


def told(report: Report) -> list[tuple[str, str]]:
    """File and message of every problem of a run."""
    return [(place(one)[0] if one.location else "", one.message) for one in report.notifications]


def spare(*rules: str, **keys: str | None) -> None:
    """Write a governed folder, and a pack that its configuration does not list."""
    governed(NO_GOALS)
    write_pack("spare", *rules, **{"name": "spare", **keys})


def test_every_kind_passes_where_nothing_is_wrong() -> None:
    """The verdict says what was checked, each kind once; there need not be an engagement."""
    governed(rule(), NO_GOALS)
    write("waivers/goals.yaml", goals(engagement="elsewhere"))
    write("known.yaml", BASELINE)
    write("rules/stray.yaml", rule(id="OWN009", name="called-otherwise"))
    report = checked(RULE, "own/pack.yaml", "own/goals/no-goals.yaml", "bpogov.yaml", "waivers", "known.yaml", "rules")
    assert report.verdict.sentence == (
        "passed: 1 configuration, 1 pack, 3 rule files, 1 waiver, 1 baseline: nothing wrong"
    )
    assert (report.verdict.exit_code, report.engagements, report.notifications) == (0, (), ())
    assert [(use.location.file, use.state.value) for use in report.waivers] == [("waivers/goals.yaml", "elsewhere")]
    names = [(one.kind, one.name) for one in report.inputs]
    assert names == [
        ("baseline", "known.yaml"),
        ("configuration", "bpogov.yaml"),
        ("pack", "own/pack.yaml"),
        ("rule", RULE),
        ("rule", "own/goals/no-goals.yaml"),
        ("rule", "rules/stray.yaml"),
        ("waiver", "waivers/goals.yaml"),
    ]


def test_engagements_beside_them_are_checked_as_ever() -> None:
    """A list of both kinds: the verdict is about both."""
    governed(NO_GOALS)
    report = checked("engagements/shop.yaml", "own/pack.yaml")
    assert [(one.file, [finding.rule for finding in one.findings]) for one in report.engagements] == [
        ("engagements/shop.yaml", ["OWN002"])
    ]
    assert report.verdict.sentence == "passed: nothing at or above error, also in 1 pack"


@pytest.mark.parametrize("kind", ["Rules", "rule", "Regime", "[Rule]", "Engagement"])
def test_any_other_kind_is_no_engagement(kind: str) -> None:
    """A word that is none of ours, and a list."""
    governed(NO_GOALS)
    write("other.yaml", f"apiVersion: bpogov/v1\nkind: {kind}\n")
    report = checked("other.yaml")
    found = {finding.rule for finding in report.findings}
    expected = {"Engagement": "STR002", "[Rule]": "STR003"}.get(kind, "STR008")
    assert (expected in found, [one.file for one in report.engagements], report.verdict.exit_code) == (
        True,
        ["other.yaml"],
        1,
    )


def test_what_lies_among_the_engagements_has_to_be_one() -> None:
    """Otherwise an engagement would leave the check by calling itself something that is always sound."""
    governed(NO_GOALS)
    write("engagements/shop.yaml", BASELINE)
    Path("link.yaml").symlink_to("engagements/shop.yaml")
    for paths in ((), ("engagements",), ("engagements/shop.yaml",), ("link.yaml",)):
        report = checked(*paths)
        assert [finding.rule for finding in report.findings] == ["STR008"]
        assert report.verdict.exit_code == 1


def test_without_being_asked_for_only_engagements_are() -> None:
    """Evidence, and what verifies it, is about engagements."""
    governed(NO_GOALS)
    report = check(CheckRequest(paths=("own/pack.yaml",), today=DAY))
    assert [finding.rule for finding in report.findings] == ["STR008"]


def test_a_gate_that_looks_at_everything_asks_for_an_engagement() -> None:
    """There is nothing to sign in a rule."""
    governed(NO_GOALS)
    alone = checked("own/pack.yaml", gate="sign-off")
    assert (alone.verdict.exit_code, alone.verdict.sentence) == (2, "not checked: there was no engagement to check")
    assert checked("own/pack.yaml", "engagements/shop.yaml", gate="sign-off").verdict.exit_code == 0


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


def test_standard_input_is_what_it_says() -> None:
    """Under its name it stands for the file, also for the run itself; without one there is no place to be right."""
    governed(NO_GOALS)
    write("waivers/goals.yaml", goals())
    for text, noun in ((goals(), "waiver"), (rule(), "rule file"), (pack(), "pack"), (BASELINE, "baseline")):
        report = checked(stdin=text.encode())
        assert report.verdict.sentence == f"passed: 1 {noun}: nothing wrong"
    refused = checked(stdin=goals(requested_by="Raj Shah").encode(), stdin_filename="waivers/goals.yaml")
    assert [(use.location.file, use.state.value) for use in refused.waivers] == [("waivers/goals.yaml", "refused")]
    assert [one.location.file for one in refused.findings] == ["waivers/goals.yaml"]
    unsaved = configuration(packs="[own]", timezone="Europe/London", gates="{mine: {like: ci}}")
    report = checked(stdin=unsaved.encode(), stdin_filename="bpogov.yaml", gate="mine")
    assert report.verdict.sentence == "passed: 1 configuration: nothing wrong"
    new = checked(stdin=rule(name="odd").encode(), stdin_filename="spare/goals/new.yaml")
    assert new.verdict.sentence == "passed: 1 rule file: nothing wrong"


def test_an_engagement_on_standard_input_stays_one() -> None:
    """It is no file of the policies, whatever its name."""
    assert at_hand(shop().encode(), "own/pack.yaml") is WORKING_TREE
    assert at_hand(None, "own/pack.yaml") is WORKING_TREE
    assert at_hand(pack().encode(), "own/pack.yaml").read("own/pack.yaml") == pack().encode()


def test_a_change_does_not_leave_the_check_by_writing_another_kind() -> None:
    """What was an engagement in the trusted revision has to stay one, wherever it lies; new files are checked."""
    governed(NO_GOALS)
    write("deals/shop.yaml", shop().replace("id: acme-email-support", "id: deal"))
    write("waivers/goals.yaml", goals())
    repository({})
    write("deals/shop.yaml", BASELINE)
    write("deals/known.yaml", BASELINE)
    write("waivers/goals.yaml", goals(requested_by="Raj Shah"))
    left = checked("deals/shop.yaml", trust="HEAD")
    assert [one.rule for one in left.findings] == ["STR008"]
    report = checked("deals/known.yaml", "waivers/goals.yaml", trust="HEAD")
    assert [(one.location.file, one.location.path) for one in report.findings] == [
        ("waivers/goals.yaml", "$.approved_by.name")
    ]
    assert 'This change edits "waivers/goals.yaml"' in told(report)[0][1]


def test_a_pack_in_the_working_directory() -> None:
    """A rule finds its manifest upwards, from wherever the run starts."""
    spare(rule(name="other"))
    os.rename("spare/goals/other.yaml", "spare/goals/few-goals.yaml")
    os.chdir("spare/goals")
    report = checked("few-goals.yaml")
    assert [path(one) for one in report.notifications] == ["$.name"]
