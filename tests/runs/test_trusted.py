"""A change cannot relax its own gate."""

from pathlib import Path

import pytest

from bpogov.core.errors import UsageError
from bpogov.core.severity import Severity
from tests.policy.files import configuration, rule, write
from tests.runs.bench import NO_GOALS, checked, governed
from tests.source.repository import repository

pytestmark = pytest.mark.usefixtures("workspace")

STRICT = rule(id="OWN002", name="no-goals", severity="error", assert_="engagement.goals.size() < 1")


@pytest.fixture(autouse=True)
def _committed(workspace: object) -> None:
    """Main holds a policy that fails the engagement."""
    del workspace
    governed(rule(), STRICT)
    repository({})


def said(trust: str | None = "main") -> list[tuple[Severity, str, str, str]]:
    """The notifications of a run."""
    return [(one.severity, one.code, one.message, one.help) for one in checked(trust=trust).notifications]


def test_without_edits_nothing_is_said() -> None:
    """The verdict is that of the revision, and files of it are named as git does."""
    report = checked(trust="main")
    assert report.verdict.sentence == "failed: 1 error"
    assert report.notifications == ()
    assert [one.name for one in report.inputs if one.kind == "configuration"] == ["main:bpogov.yaml"]


def test_a_change_that_relaxes_its_gate_fails_all_the_same() -> None:
    """Rules taken away, switched off and added count for nothing, and the report names them with their effect."""
    Path("own/goals/no-goals.yaml").unlink()
    write("own/goals/third.yaml", rule(id="OWN003", name="third"))
    write("bpogov.yaml", configuration(packs="[own]", rules="{OWN001: {severity: note}}"))
    assert checked().verdict.passed
    assert checked(trust="main").verdict.sentence == "failed: 1 error"
    assert said() == [
        (
            Severity.WARNING,
            "change-not-trusted",
            (
                'This change adds "own/goals/third.yaml", removes "own/goals/no-goals.yaml", edits "bpogov.yaml", which'
                ' counts only once it is merged into "main"'
            ),
            (
                "with it the gate local would have passed: nothing at or above error; those who own these files"
                " decide on them"
            ),
        )
    ]


def test_a_change_without_effect_says_so() -> None:
    """The same verdict with and without it."""
    write("bpogov.yaml", configuration(packs="[own]", timezone="Europe/London"))
    assert [help_ for *_, help_ in said()] == [
        "with it the gate local would say the same; those who own these files decide on them"
    ]


def test_a_change_that_breaks_the_policies_is_judged_by_the_sound_ones() -> None:
    """The engagement gets its verdict, and the first mistake is told."""
    write("own/goals/no-goals.yaml", NO_GOALS.replace("severity: warning", "severity: high"))
    assert checked(trust="main").verdict.exit_code == 1
    (notification,) = said()
    assert notification[2] == 'This change breaks the policies, which counts only once it is merged into "main"'
    assert notification[3].startswith("with it nothing could be checked: ")


def test_many_edits_are_counted() -> None:
    """The first are named."""
    for number in range(10):
        write(f"own/goals/r{number}.yaml", rule(id=f"OWN1{number:02}", name=f"r{number}"))
    (notification,) = said()
    assert '"own/goals/r7.yaml" and 2 more, which counts' in notification[2]


def test_a_revision_that_does_not_exist() -> None:
    """Nothing is checked by the files of the change instead."""
    with pytest.raises(UsageError, match='There is no revision "mian" in this repository'):
        checked(trust="mian")
