from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from benchmarks.contestants.own import CORE_ONLY
from benchmarks.corpus import gaps
from benchmarks.corpus.chance import Chance
from benchmarks.corpus.files import write
from benchmarks.corpus.timeline import TODAY
from bpogov.core.report import EngagementResult
from bpogov.core.severity import Severity
from bpogov.runs.check import check
from bpogov.runs.request import CheckRequest

COUNT = 120


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[EngagementResult], dict[str, frozenset[str]]]:
    """What the core pack says of the first files, and what is planted in them."""
    folder = tmp_path_factory.mktemp("corpus")
    planted = write(folder, COUNT)
    cache = str(tmp_path_factory.mktemp("cache"))
    asked = CheckRequest(paths=(str(folder),), config=CORE_ONLY, today=TODAY.isoformat(), cache=cache, jobs=1)
    return list(check(asked).engagements), planted


def test_most_files_without_a_planted_defect_pass(
    checked: tuple[list[EngagementResult], dict[str, frozenset[str]]],
) -> None:
    """The core pack has no error and no warning for at least 85 of 100 files in which nothing was planted."""
    engagements, planted = checked
    sound = [one for one in engagements if not planted[Path(one.file).name]]
    passing = [one for one in sound if all(found.severity is Severity.NOTE for found in one.findings)]
    assert len(passing) >= 0.85 * len(sound)
    assert {one.status for one in passing} == {"draft", "in-review", "signed", "live"}


def test_there_are_few_findings(checked: tuple[list[EngagementResult], dict[str, frozenset[str]]]) -> None:
    """Planted defects included, a file has one and a half findings of the core pack, or fewer."""
    engagements, _ = checked
    assert sum(len(one.findings) for one in engagements) <= 1.5 * len(engagements)


def _made() -> dict[str, Any]:
    return {
        "last_reviewed": TODAY,
        "contacts": [{"id": "amy", "languages": ["en"]}, {"id": "raj"}],
        "risks": [{"id": "volume"}, {"id": "weather"}],
        "outcomes": {"review_every": "3 months"},
        "in_house": {"faqs": "docs/faq.md", "owner": "amy"},
    }


def _results(change: Callable[[Chance, dict[str, Any]], None]) -> list[dict[str, Any]]:
    found = []
    for number in range(300):
        made = _made()
        change(Chance(1, number), made)
        found.append(made)
    return found


def test_brief_authors_leave_out_and_shorten() -> None:
    """Most leave out the languages of everybody, all write one risk, and nothing else is touched."""
    results = _results(gaps.shorten)
    whole = {**_made(), "risks": [{"id": "volume"}]}
    brief = {**whole, "contacts": [{"id": "amy"}, {"id": "raj"}]}
    assert all(made in (whole, brief) for made in results)
    assert results.count(brief) > results.count(whole) > 0


def test_drafts_have_open_ends() -> None:
    """Some things are not known yet; what is left is as it was."""
    results = _results(gaps.leave_open)
    assert {name for made in results for name in _made() if name not in made} == {"risks", "outcomes"}
    assert {tuple(made["in_house"]) for made in results} == {("owner",), ("faqs", "owner")}


def test_few_forget_something() -> None:
    """Most files stay as they are; of the others, some were not looked at for more than half a year."""
    results = _results(gaps.forget)
    assert results.count(_made()) > 250
    stale = [(TODAY - made["last_reviewed"]).days for made in results if made["last_reviewed"] != TODAY]
    assert stale
    assert all(days >= 200 for days in stale)
    assert any("risks" not in made for made in results)
