"""Subtle errors: one edit of a sound engagement each, and exactly the findings that it has to bring.

A case in `cases/` has a name, one sentence on what is wrong, a JSON Patch of the example engagement northwind, and what
is expected: rule, severity, path, and a text in which `*` stands for anything. Findings that the edit brings besides,
and findings of the unedited file that it takes away, break the case.
"""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.subtle.bench import RUN, TODAY, Checked, Seen, check_edits, content

CASES = {
    f"{file.stem}: {case['case']}": case
    for file in sorted((Path(__file__).parent / "cases").glob("*.yaml"))
    for case in content(file)
}


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Checked]:
    """Every case, and under its date the engagement as it stands."""
    days = {name: str(case.get("today", TODAY)) for name, case in CASES.items()}
    edits: dict[str, Any] = {day: ([], day) for day in days.values()}
    edits |= {name: (case["patch"], days[name]) for name, case in CASES.items()}
    return check_edits(edits, tmp_path_factory.mktemp("subtle"))


def _fits(expected: dict[str, str], seen: Seen) -> bool:
    pattern = ".*".join(re.escape(part) for part in expected["says"].split("*"))
    same = (expected["rule"], expected["severity"], expected["at"]) == (seen.rule, seen.severity, seen.at)
    return same and re.fullmatch(pattern, seen.says, re.DOTALL) is not None


@pytest.mark.parametrize("name", CASES)
def test_an_edit_brings_exactly_its_findings(name: str, checked: dict[str, Checked]) -> None:
    """The rule that knows better fires where the error is, and nothing else changes."""
    expected = CASES[name]["expect"]
    before, after = checked[str(CASES[name].get("today", TODAY))], checked[name]
    new = [seen for seen in after.seen if seen not in before.seen]
    missing = [one for one in expected if not any(_fits(one, seen) for seen in new)]
    surplus = [seen for seen in new if not any(_fits(one, seen) for one in expected)]
    assert (missing, surplus) == ([], [])
    assert [seen for seen in before.seen if seen not in after.seen] == []
    assert [told for told in after.told if told not in before.told] == []


def test_every_message_can_be_made(checked: dict[str, Checked]) -> None:
    """No run says anything about itself: every sentence of every finding has its values."""
    assert checked[RUN].told == ()
