"""Files that are named and are no engagements."""

from pathlib import Path

import pytest

from bpogov.core.report import Report
from bpogov.runs.check import check
from bpogov.runs.kinds import at_hand
from bpogov.runs.request import CheckRequest
from bpogov.source.tree import WORKING_TREE
from tests.policy.files import configuration, pack, place, rule, shop, write, write_pack
from tests.runs.bench import DAY, NO_GOALS, governed
from tests.runs.test_exceptions import goals
from tests.source.repository import repository

pytestmark = pytest.mark.usefixtures("workspace")

RULE = "own/goals/few-goals.yaml"
BASELINE = "apiVersion: bpogov/v1\nkind: Baseline\nfindings: []\n"


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
