"""A working start."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bpogov.core.errors import UsageError
from bpogov.runs.beginning.scaffold import new_engagement, new_rule, today
from bpogov.runs.check import check
from bpogov.runs.request import CheckRequest
from bpogov.runs.selftest import selftest

DAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("day", "start"),
    [(date(2026, 10, 31), "2026-12-01"), (date(2026, 12, 1), "2027-02-01"), (date(2027, 1, 31), "2027-03-01")],
)
def test_an_engagement_starts_with_the_month_after_next(workspace: Path, day: date, start: str) -> None:
    """Also across the end of a year and from the last day of a month."""
    new_engagement("acme", ".", day)
    assert f"    start: {start}\n" in (workspace / "acme.yaml").read_text()


def test_nothing_is_overwritten(workspace: Path) -> None:
    """A file that is there stops everything before anything is written."""
    kept = workspace / "own/pack.yaml"
    kept.parent.mkdir()
    (workspace / "own/goals").mkdir()
    (workspace / "own/goals/few.yaml").write_text("mine")
    with pytest.raises(UsageError, match=r'"own/goals/few.yaml" is there already'):
        new_rule("few", "OWN001", "own", "goals", DAY)
    assert (workspace / "own/goals/few.yaml").read_text() == "mine"
    assert not kept.exists()


def test_a_rule_joins_the_pack_that_is_there(workspace: Path) -> None:
    """The first rule of a folder brings the pack with it, the second finds it."""
    first = new_rule("few-goals", "OWN001", "policies/own", "goals", DAY)
    assert first == (
        "policies/own/goals/few-goals.yaml",
        "policies/own/pack.yaml",
        "policies/own/examples/starter.yaml",
    )
    assert new_rule("more-goals", "OWN002", "policies/own/", "goals", DAY) == ("policies/own/goals/more-goals.yaml",)
    text = (workspace / "policies/own/goals/few-goals.yaml").read_text()
    assert "id: OWN001 " in text
    assert "name: few-goals\n" in text
    assert '"bpogov test policies/own"' in text
    assert "name: own\n" in (workspace / "policies/own/pack.yaml").read_text()


@pytest.mark.parametrize(
    ("name", "rule_id", "pack", "family", "wrong"),
    [
        ("Few Goals", "OWN001", "own", "goals", "Few Goals"),
        ("few", "own-1", "own", "goals", "own-1"),
        ("few", "OWN001", "Our Pack", "goals", "Our Pack"),
        ("few", "OWN001", "own", "../goals", "../goals"),
    ],
)
def test_names_that_a_rule_cannot_have_are_refused(
    workspace: Path, name: str, rule_id: str, pack: str, family: str, wrong: str
) -> None:
    """The message names what was written and what is expected."""
    with pytest.raises(UsageError, match=rf'^"{wrong}" is not '):
        new_rule(name, rule_id, pack, family, DAY)
    assert list(workspace.iterdir()) == []


def test_an_id_that_an_engagement_cannot_have_is_refused(workspace: Path) -> None:
    """The id becomes the name of the file, so it cannot lead elsewhere."""
    with pytest.raises(UsageError, match=r'^"../x" is not an id'):
        new_engagement("../x", ".", DAY)
    assert list(workspace.iterdir()) == []


def test_a_folder_that_cannot_be_written_to_is_said(workspace: Path) -> None:
    """A file in the place of the folder is a plain error."""
    (workspace / "engagements").write_text("a file")
    with pytest.raises(UsageError, match=r'"engagements/acme.yaml" cannot be written: '):
        new_engagement("acme", "engagements", DAY)


def test_today_is_the_day_in_utc() -> None:
    """The dates of what is written do not depend on the place of the machine."""
    assert abs((today() - datetime.now(tz=UTC).date()).days) <= 1


def test_a_new_rule_passes_its_own_examples_and_counts_once_listed(workspace: Path) -> None:
    """The examples of a new rule hold, and it is checked as soon as the configuration lists its pack."""
    new_engagement("acme", "engagements", DAY)
    new_rule("few-goals", "OWN001", "policies/own", "goals", DAY)
    tested = selftest(("policies/own",), None, None)
    assert [(rule.rule, rule.examples, rule.failures) for rule in tested.rules] == [
        ("OWN001", ("one goal is enough", "no goal at all"), ())
    ]
    (workspace / "bpogov.yaml").write_text("apiVersion: bpogov/v1\nkind: Configuration\npacks: [./policies/own]\n")
    report = check(CheckRequest(today=DAY.isoformat()))
    assert {result.outcome.value for result in report.engagements[0].results if result.rule == "OWN001"} == {"pass"}
