"""What waivers and a baseline do to a whole run."""

import pytest

from bpogov.core.errors import PolicyError, UsageError
from bpogov.core.finding import Notification
from bpogov.core.report import Report
from bpogov.core.severity import Severity
from bpogov.core.suppression import SuppressionKind, WaiverState
from bpogov.policy.load import load_policy_set
from bpogov.runs.exceptions import exception_files
from bpogov.source.load import load
from bpogov.source.tree import WORKING_TREE
from bpogov.waiver.standing import digest_of
from tests.policy.files import configuration, only, place, rule, shop, write
from tests.runs.bench import NO_GOALS, checked, governed
from tests.waiver.bench import waiver

pytestmark = pytest.mark.usefixtures("workspace")

NEVER = "engagement.goals.size() > 99"
NO_TERM = rule(id="OWN004", name="no-term", assert_=NEVER, at="$.contract.term.end", message="No end")
NO_EXIT = rule(id="OWN005", name="no-exit", assert_=NEVER, at="$.contract.exit", message="No way out")
BASELINE = "apiVersion: bpogov/v1\nkind: Baseline\nfindings:\n"


def goals(**keys: str | None) -> str:
    """A waiver for the goals of the shop, as they are."""
    found = load_goals()
    usual = {"rule": "OWN002", "engagement": "acme-email-support", "at": "$.goals", "value": digest_of(found)}
    return waiver(**{**usual, **keys})


def load_goals() -> object:
    """The goals of the shop."""
    data = load(shop().encode(), "shop.yaml").data
    assert isinstance(data, dict)
    return data["goals"]


def states(report: Report) -> list[tuple[str, str]]:
    """File and state of every waiver of a run."""
    return [(use.location.file, use.state.value) for use in report.waivers]


def test_a_waiver_takes_its_finding_out_of_the_verdict_and_leaves_it_in_the_report() -> None:
    """The finding is marked and blocks nothing, the outcome of its rule stays, and the file is among the inputs."""
    governed(NO_GOALS)
    assert checked(fail_on="warning").verdict.exit_code == 1
    write("waivers/goals.yaml", goals())
    report = checked(fail_on="warning")
    (finding,) = report.engagements[0].findings
    assert finding.suppression is not None
    assert (finding.suppression.kind, finding.suppression.file) == (SuppressionKind.WAIVER, "waivers/goals.yaml")
    assert (finding.severity, finding.blocking) == (Severity.WARNING, False)
    assert report.engagements[0].results[0].outcome.value == "fail"
    assert (report.verdict.exit_code, report.waiver_findings) == (0, ())
    assert states(report) == [("waivers/goals.yaml", "active")]
    assert report.waivers[0].fingerprints == (finding.fingerprint,)
    assert ("waiver", "waivers/goals.yaml") in [(one.kind, one.name) for one in report.inputs]
    assert report.rules["LIF003"].name == "waiver-valid"


def test_the_world_without_waivers() -> None:
    """`--no-waivers`: they are not even read."""
    governed(NO_GOALS)
    write("waivers/goals.yaml", goals())
    write("waivers/broken.yaml", "[")
    report = checked(no_waivers=True, fail_on="warning")
    assert (report.waivers, report.waiver_findings, report.verdict.exit_code) == ((), (), 1)
    assert [one.kind for one in report.inputs if one.kind == "waiver"] == []


@pytest.mark.parametrize(
    ("keys", "state"),
    [
        ({"until": "2026-11-20"}, WaiverState.EXPIRED),
        ({"requested_by": "Raj Shah"}, WaiverState.REFUSED),
        ({"requested_by": "raj"}, WaiverState.REFUSED),
        ({"value": "sha256:0000000000000000"}, WaiverState.CHANGED),
        ({"from_": "2026-12-01"}, WaiverState.NOT_YET),
        ({"engagement": "acme"}, WaiverState.REFUSED),
        ({"until": None}, WaiverState.REFUSED),
    ],
)
def test_a_waiver_that_does_not_stand_gives_its_finding_back(keys: dict[str, str | None], state: WaiverState) -> None:
    """The finding blocks as if the file were not there, and a refused waiver is an error of its own."""
    governed(NO_GOALS)
    write("waivers/goals.yaml", goals(**keys))
    report = checked(fail_on="warning")
    assert [one.suppression for one in report.engagements[0].findings] == [None]
    assert report.waivers[0].state is state
    assert report.verdict.exit_code == 1
    refused = [one.severity for one in report.waiver_findings if one.blocking and one.severity is Severity.ERROR]
    assert refused == ([Severity.ERROR] if state is WaiverState.REFUSED else [])


def test_a_waiver_of_another_engagement_waits() -> None:
    """Where paths are named, an engagement that was not checked may exist; without paths it would."""
    governed(NO_GOALS)
    write("waivers/other.yaml", goals(engagement="elsewhere"))
    assert states(checked("engagements/shop.yaml")) == [("waivers/other.yaml", "elsewhere")]
    assert states(checked()) == [("waivers/other.yaml", "refused")]
    assert states(checked(stdin=shop().encode())) == [("waivers/other.yaml", "elsewhere")]


def test_a_run_over_one_engagement_is_blocked_by_its_own_waivers_only() -> None:
    """As a hook runs on changed files: a refused waiver is its owner's, but what nobody can read may be anybody's."""
    governed(NO_GOALS)
    write("engagements/other.yaml", shop().replace("id: acme-email-support", "id: other"))
    write("waivers/other.yaml", goals(engagement="other", requested_by="Raj Shah"))
    write("waivers/unfinished.yaml", goals(engagement="other", until=None))
    assert checked("engagements/shop.yaml").verdict.sentence == "passed: nothing at or above error"
    assert checked("engagements/other.yaml").verdict.sentence == (
        "failed: 2 errors (in waivers/other.yaml, waivers/unfinished.yaml)"
    )
    assert checked().verdict.sentence == "failed: 2 errors (in waivers/other.yaml, waivers/unfinished.yaml)"
    write("waivers/torn.yaml", "engagement: other\nrule: [")
    assert checked("engagements/shop.yaml").verdict.sentence == "failed: 1 error (in waivers/torn.yaml)"


def test_a_waived_gap_lets_the_next_one_be_told() -> None:
    """What is accepted never hides what is not: two rules that need the same missing part."""
    governed(NO_TERM, NO_EXIT)
    write("engagements/shop.yaml", shop().split("\ncontract:")[0])
    (both,) = [one for one in checked().engagements[0].findings if one.rule.startswith("OWN")]
    assert (both.rule, both.also, both.location.path) == ("OWN004", ("OWN005",), "$.contract")
    write("waivers/steps.yaml", goals(rule="OWN004", at="$.contract.term.end", value=None))
    told = [one for one in checked().engagements[0].findings if one.rule.startswith("OWN")]
    assert [(one.rule, one.message, one.also, one.suppression is None) for one in told] == [
        ("OWN004", "No end", (), False),
        ("OWN005", "No way out", (), True),
    ]


def test_where_waivers_are_looked_for() -> None:
    """Where the configuration says, from its own folder; hidden files do not count, whatever they hold."""
    governed(NO_GOALS, waivers="{files: [exceptions/**/*.yaml, '*.waiver.yaml']}")
    for file in ("waivers/a.yaml", "exceptions/.b.yaml", "exceptions/.c/d.yaml", "exceptions/deep/e.yaml"):
        write(file, goals(reason=file))
    write("f.waiver.yaml", goals())
    write("exceptions/notes.md", "no waiver")
    assert states(checked()) == [("exceptions/deep/e.yaml", "active"), ("f.waiver.yaml", "unused")]


def test_waivers_are_named_from_the_working_directory(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the files of the engagements are."""
    governed(NO_GOALS)
    write("waivers/goals.yaml", goals())
    monkeypatch.chdir("engagements")
    assert states(checked()) == [("../waivers/goals.yaml", "active")]


def test_a_waiver_file_that_cannot_be_opened_is_an_error_of_the_run() -> None:
    """Nobody knows what it says, so there is no verdict."""
    governed(NO_GOALS)
    write("waivers/goals.yaml", goals())

    class Locked:
        """A tree in which one file may not be read."""

        named = WORKING_TREE.named
        is_file = WORKING_TREE.is_file
        below = WORKING_TREE.below
        on_disk = WORKING_TREE.on_disk

        def read(self, path: str) -> bytes:
            """Refuse."""
            message = f'"{path}" cannot be read'
            raise UsageError(message, code="unreadable")

    problems: list[Notification] = []
    files = exception_files(load_policy_set(None, None), problems, no_waivers=False, baseline=None, tree=Locked())
    assert (files.waivers, only(problems).message) == ((), '"waivers/goals.yaml" cannot be read')


def entry(fingerprint: str, rule_id: str = "OWN002") -> str:
    """An entry of a baseline."""
    return f'  - {{fingerprint: "{fingerprint}", rule: {rule_id}, engagement: acme-email-support, at: $.goals}}\n'


def test_a_baseline_accepts_what_is_known() -> None:
    """Beside the waivers, which come first; what it knows and is gone is said."""
    governed(NO_GOALS)
    known = checked().findings[0].fingerprint
    write("known.yaml", BASELINE + entry(known) + entry("0" * 32))
    report = checked(baseline="known.yaml", fail_on="warning")
    (finding,) = report.engagements[0].findings
    assert finding.suppression is not None
    assert (finding.suppression.kind, finding.suppression.file) == (SuppressionKind.BASELINE, "known.yaml")
    assert (report.verdict.exit_code, finding.blocking) == (0, False)
    note = only(list(report.notifications))
    assert (note.severity, note.code, note.message) == (
        Severity.NOTE,
        "baseline-gone",
        "1 finding of the baseline is gone",
    )
    assert ("baseline", "known.yaml") in [(one.kind, one.name) for one in report.inputs]
    write("waivers/goals.yaml", goals())
    (waived,) = checked(baseline="known.yaml").engagements[0].findings
    assert waived.suppression is not None
    assert waived.suppression.kind is SuppressionKind.WAIVER


def test_a_baseline_that_cannot_be_used_stops_the_run() -> None:
    """It was asked for by name: one that is missing or broken is never taken for an empty one."""
    governed(NO_GOALS)
    with pytest.raises(UsageError, match=r'There is no file "known.yaml"'):
        checked(baseline="known.yaml")
    write("known.yaml", "kind: Baseline\napiVersion: bpogov/v1\n")
    with pytest.raises(PolicyError, match='The key "findings" is missing') as caught:
        checked(baseline="known.yaml")
    assert place(caught.value.problems[0]) == ("known.yaml", 1, 1)


def test_a_gate_that_looks_at_everything_takes_no_baseline() -> None:
    """What is signed is not signed with known mistakes."""
    governed(NO_GOALS)
    with pytest.raises(
        UsageError, match='The gate "sign-off" looks at everything, so --baseline cannot be used with it'
    ):
        checked(gate="sign-off", baseline="known.yaml")


def test_terms_come_from_the_configuration() -> None:
    """How long a waiver may last there, and who approves it."""
    governed(NO_GOALS, waivers="{longest: P30D, approvers: [finance]}")
    write("waivers/goals.yaml", goals())
    assert [one.message for one in checked().waiver_findings] == [
        '"executive-sponsor" is not a role that may approve a waiver',
        '"until" is 2027-03-31, but a waiver may last 30 days at most, here until 2026-12-01',
    ]
    write("bpogov.yaml", configuration(packs="[own]"))
    assert checked().waiver_findings == ()


def test_a_rule_may_be_on_for_some_files_only() -> None:
    """What counts for the file decides, not what counts elsewhere: a waiver is needed where the rule is on."""
    write("waivers/goals.yaml", goals())
    off, on = "{enabled: false, reason: no need}", "{enabled: true}"
    governed(
        rule(),
        NO_GOALS,
        rules=f"{{OWN002: {off}}}",
        overrides=f"[{{engagements: [engagements/*], rules: {{OWN002: {on}}}}}]",
    )
    assert states(checked()) == [("waivers/goals.yaml", "active")]
    governed(rule(), NO_GOALS, overrides=f"[{{engagements: [engagements/*], rules: {{OWN002: {off}}}}}]")
    report = checked()
    assert states(report) == [("waivers/goals.yaml", "unused")]
    assert report.waivers[0].sentence == "waives nothing: OWN002 is switched off"
    assert states(checked(select=("OWN001",))) == [("waivers/goals.yaml", "unused")]
