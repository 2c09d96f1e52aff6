"""Writing a baseline, and shrinking it."""

import os
import sys
from pathlib import Path

import pytest

from bpogov.core.errors import BpogovError, UsageError
from bpogov.runs.baseline import BaselineChange, renewed
from bpogov.runs.request import CheckRequest
from tests.policy.files import rule, shop, write, write_pack
from tests.runs.beginning.test_newwaiver import EACH
from tests.runs.bench import BROKEN, DAY, NO_GOALS, checked, governed

pytestmark = pytest.mark.usefixtures("workspace")

NOTE = rule(id="OWN007", name="a-note", severity="note", assert_="engagement.goals.size() > 99")
LOCKED = rule(id="OWN008", name="locked", assert_="engagement.goals.size() > 99")


def renew(*, add: bool = False, paths: tuple[str, ...] = ()) -> BaselineChange:
    """Write or shrink `known.yaml` on the day of the tests."""
    change = renewed("known.yaml", CheckRequest(paths=paths, today=DAY), add=add)
    Path("known.yaml").write_text(change.text, encoding="utf-8")
    return change


def rules_in(change: BaselineChange) -> list[str]:
    """The rules that the baseline knows findings of."""
    return [line.split('"')[1] for line in change.text.splitlines() if line.startswith("    rule:")]


def test_a_first_baseline_holds_what_counts() -> None:
    """Errors and warnings; no notes, which weigh more when an engagement moves on, and nothing that is locked."""
    governed(NO_GOALS, NOTE, LOCKED, rules="{OWN008: {lock: true}}")
    change = renew()
    assert rules_in(change) == ["OWN002"]
    assert (change.kept, change.added, change.gone) == (0, 1, 0)
    report = checked(baseline="known.yaml")
    assert sorted((one.rule, one.suppression is None) for one in report.findings) == [
        ("OWN002", False),
        ("OWN007", True),
        ("OWN008", True),
    ]


def test_all_rules_that_need_the_same_missing_part_are_known() -> None:
    """One finding in the report, but the baseline knows each of them, so that none takes the place of the first."""
    never = "engagement.goals.size() > 99"
    one = rule(id="OWN004", name="no-term", assert_=never, at="$.contract.term.end", message="No end")
    other = rule(id="OWN005", name="no-exit", assert_=never, at="$.contract.exit", message="No way out")
    governed(one, other)
    write("engagements/shop.yaml", shop().split("\ncontract:")[0])
    assert rules_in(renew()) == ["OWN004", "OWN005"]
    report = checked(baseline="known.yaml")
    assert [one.suppression is None for one in report.findings if one.rule.startswith("OWN")] == [False, False]


def test_a_baseline_only_shrinks() -> None:
    """What is mended leaves it, what is new enters only where that is asked for; what was not looked at stays."""
    governed(NO_GOALS, EACH)
    first = renew()
    count = rules_in(first).count("OWN004")
    assert count > 1
    write_pack("own", NO_GOALS.replace("engagement.goals.size() < 1", "engagement.goals.size() < 99"), EACH, LOCKED)
    change = renew()
    assert (rules_in(change), change.kept, change.added, change.gone) == (["OWN004"] * count, count, 0, 1)
    assert renew() == BaselineChange(change.text, count, 0, 0)
    more = renew(add=True)
    assert (rules_in(more), more.kept, more.added) == (["OWN004"] * count + ["OWN008"], count, 1)
    write("engagements/other.yaml", shop().replace("id: acme-email-support", "id: other"))
    assert renew(paths=("engagements/other.yaml",)) == BaselineChange(more.text, count + 1, 0, 0)


def test_what_could_not_be_checked_is_not_called_known() -> None:
    """A rule that breaks, and a file that cannot be read: nothing is written."""
    governed(NO_GOALS, BROKEN)
    with pytest.raises(BpogovError, match="OWN003 could not be evaluated"):
        renew()
    governed(NO_GOALS)
    Path("own/goals/breaks.yaml").unlink()
    write("engagements/broken.yaml", "[")
    with pytest.raises(UsageError, match=r"engagements/broken.yaml could not be checked, so nobody knows its findings"):
        renew()
    assert not Path("known.yaml").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the file system refuses such a name")
def test_a_name_that_is_no_text_needs_an_id() -> None:
    """A baseline cannot name a file whose name no text can hold; with an id it need not."""
    governed(NO_GOALS)
    odd = os.fsdecode(b"engagements/\xff.yaml")
    Path(odd).write_text(shop().replace("id: acme-email-support\n", ""), encoding="utf-8")
    with pytest.raises(UsageError, match="has no id, and its name holds a sign that a baseline cannot hold"):
        renew(paths=(odd,))
    Path(odd).write_text(shop(), encoding="utf-8")
    assert rules_in(renew(paths=(odd,))) == ["OWN002"]
