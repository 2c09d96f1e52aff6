"""From paths to a report."""

import json as json_format
from pathlib import Path

import pytest

from bpogov.core.errors import PolicyError, UsageError
from bpogov.core.finding import Notification
from bpogov.core.severity import Severity
from bpogov.report import json
from bpogov.runs.looking import files as module
from bpogov.source.discover import read
from tests.policy.files import only, path, place, rule, shop, write, write_pack
from tests.runs.bench import BROKEN, DAY, NO_GOALS, checked, governed, outcomes

pytestmark = pytest.mark.usefixtures("workspace")


def test_what_the_configuration_names_is_checked() -> None:
    """Without paths; the report holds what a format needs."""
    governed(rule(), NO_GOALS)
    report = checked()
    result = report.engagements[0]
    assert (result.file, result.id, result.status, result.tier) == (
        "engagements/shop.yaml",
        "acme-email-support",
        "in-review",
        "standard",
    )
    assert outcomes(report) == {"OWN001": "pass", "OWN002": "fail"}
    assert [(one.rule, one.severity, one.location.path) for one in report.findings] == [
        ("OWN002", Severity.WARNING, "$.goals")
    ]
    assert (report.today, report.verdict.exit_code, report.notifications) == (DAY, 0, ())
    assert (report.rules["OWN002"].title, report.rules["OWN002"].pack) == ("Few goals", "own")
    assert "STR001" in report.rules
    assert report.policy_digest.startswith("sha256:")
    assert set(report.versions) >= {"bpogov", "tzdata"}
    assert checked(fail_on="warning").verdict.exit_code == 1


def test_the_same_input_gives_the_same_bytes() -> None:
    """Twice the same run, and twice the same files in another order."""
    governed(rule(), NO_GOALS)
    write("engagements/b.yaml", shop().replace("id: acme-email-support", "id: another"))
    first, second = (json.render(checked()) for _ in range(2))
    assert first == second
    there, back = (
        json.render(checked(*files))
        for files in (["engagements/b.yaml", "engagements/shop.yaml"], ["engagements/shop.yaml", "engagements/b.yaml"])
    )
    assert there == back == first
    assert json_format.loads(first)


def test_a_broken_policy_checks_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """All mistakes are told, in the file and in the expressions, and no engagement is opened."""
    governed(rule(severity="high"), rule(id="OWN002", name="typo", assert_="engagement.gaols.size() > 0"))
    monkeypatch.setattr(module, "read", _never)
    with pytest.raises(PolicyError) as caught:
        checked()
    assert place(only(list(caught.value.problems)))[0] == "own/goals/few-goals.yaml"
    write_pack("own", rule(assert_="engagement.goals.size() >"), rule(id="OWN002", name="typo", at="$.gaols"))
    with pytest.raises(PolicyError) as caught:
        checked()
    assert [place(problem)[0] for problem in caught.value.problems] == [
        "own/goals/few-goals.yaml",
        "own/goals/typo.yaml",
    ]


def _never(file: str) -> bytes:
    raise AssertionError(file)


def test_a_rule_that_breaks_off_is_an_error() -> None:
    """Never a pass: the outcome says so, the run says why, and the code is 2 whatever the limit."""
    governed(rule(), BROKEN)
    report = checked(fail_on="never")
    assert outcomes(report) == {"OWN001": "pass", "OWN003": "error"}
    notification = only(list(report.notifications))
    assert (notification.code, notification.severity) == ("rule-error", Severity.ERROR)
    assert "OWN003" in notification.message
    assert (report.verdict.exit_code, report.verdict.passed) == (2, False)


def test_a_file_that_is_no_yaml_is_a_finding() -> None:
    """Its rules are not checked, the other files are; the code is 1."""
    governed(rule())
    write("engagements/torn.yaml", "title: [")
    report = checked(fail_on="never")
    assert [(one.location.file, one.rule) for one in report.findings] == [("engagements/torn.yaml", "YML001")]
    torn = next(one for one in report.engagements if one.file == "engagements/torn.yaml")
    assert [result.outcome.value for result in torn.results] == ["not-checked"]
    assert (torn.id, torn.status, torn.tier) == ("", "", "")
    assert report.verdict.exit_code == 1


def test_a_file_that_cannot_be_opened_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is an error of the run, and the rest is checked."""
    governed(NO_GOALS)
    write("engagements/shut.yaml", shop())

    def guarded(file: str) -> bytes:
        if file.endswith("shut.yaml"):
            raise UsageError(f'"{file}" cannot be read: Permission denied', code="unreadable")
        return read(file)

    monkeypatch.setattr(module, "read", guarded)
    report = checked()
    assert [one.file for one in report.engagements] == ["engagements/shop.yaml"]
    assert [one.rule for one in report.findings] == ["OWN002"]
    assert only(list(report.notifications)).code == "unreadable"
    assert report.verdict.exit_code == 2


@pytest.mark.parametrize("paths", [["none.yaml"], ["none.yaml", "engagements/shop.yaml"], ["empty"]])
def test_paths_that_give_nothing_are_errors_of_use(paths: list[str]) -> None:
    """A missing file, also among others, and a folder without any engagement."""
    governed(rule())
    write("empty/notes.txt", "")
    with pytest.raises(UsageError):
        checked(*paths)


def test_nothing_to_check_is_allowed_where_that_was_asked_for() -> None:
    """As in a repository whose first engagement is still to come; a gate that looks at everything refuses."""
    governed(rule())
    Path("engagements/shop.yaml").unlink()
    report = checked(allow_empty=True)
    assert (report.engagements, report.verdict.passed) == ((), True)
    assert report.verdict.sentence == "passed: there was no engagement to check, as --allow-empty allows"
    with pytest.raises(UsageError, match='The gate "sign-off" looks at everything, so --allow-empty cannot be used'):
        checked(allow_empty=True, gate="sign-off")


def test_two_engagements_with_one_id() -> None:
    """The later one is told, and the place of the earlier one is related."""
    governed(rule())
    write("engagements/twin.yaml", shop())
    report = checked()
    finding = next(one for one in report.findings if one.rule == "STR011")
    assert (finding.location.file, finding.related[0].file) == ("engagements/twin.yaml", "engagements/shop.yaml")
    assert report.verdict.exit_code == 1


def test_standard_input_is_checked_under_its_name() -> None:
    """Alone, or in the place of the saved file; other files are checked beside it."""
    governed(NO_GOALS)
    text = shop().encode()
    assert [one.file for one in checked(stdin=text).engagements] == ["standard-input.yaml"]
    write("engagements/b.yaml", shop().replace("id: acme-email-support", "id: another"))
    report = checked("engagements", stdin=text + b"\n", stdin_filename="engagements/shop.yaml")
    assert [one.file for one in report.engagements] == ["engagements/shop.yaml", "engagements/b.yaml"]
    assert {one.rule for one in report.findings} == {"OWN002"}


def test_open_questions_are_listed() -> None:
    """Each value that is marked as unknown, with its line; a rule that reads it is not checked."""
    governed(rule(assert_='engagement.parties.client.name != "x"'))
    write("engagements/shop.yaml", shop().replace("name: Acme Tea Ltd", "name: unknown"))
    report = checked()
    result = report.engagements[0]
    line = shop().splitlines().index("    name: Acme Tea Ltd") + 1
    assert [(one.path, one.line) for one in result.open_questions] == [("$.parties.client.name", line)]
    assert outcomes(report) == {"OWN001": "not-checked"}


def test_remarks_about_the_run_are_in_the_report() -> None:
    """A pack that nobody lists, for instance; the verdict stays."""
    governed(rule())
    write_pack("policies/spare", rule(), name="spare")
    report = checked()
    notification: Notification = only(list(report.notifications))
    assert (notification.code, notification.location) == ("unlisted-pack", None)
    assert report.verdict.passed


def test_a_text_with_a_switched_off_rule_is_left_out() -> None:
    """The report holds the texts of what was checked."""
    governed(rule(), NO_GOALS, rules="{OWN002: {enabled: false, reason: not ours}}")
    report = checked()
    assert ("OWN002" in report.rules, outcomes(report)) == (False, {"OWN001": "pass"})


def test_a_finding_is_at_its_place() -> None:
    """File, line and column, and the path as people read it."""
    governed(NO_GOALS)
    finding = checked().findings[0]
    line = shop().splitlines().index("goals:") + 1
    assert finding.location.order[:2] in {("engagements/shop.yaml", line), ("engagements/shop.yaml", line + 1)}
    assert path(Notification(Severity.ERROR, "", "", finding.location)) == "$.goals"
