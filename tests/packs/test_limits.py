"""Engagements in which every list is as full as it may be: each rule comes to an end, and soon."""

import gc
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest

from bpogov.core.location import Path as FactPath
from bpogov.core.outcome import Outcome
from bpogov.engine.compiling.compile import compile_policy
from bpogov.engine.judging.evaluate import Evaluation, evaluate
from bpogov.engine.program import CompiledPolicy
from bpogov.model.engagement import Engagement
from bpogov.model.form import MOST_ENTRIES, Form, engagement_form
from bpogov.model.validate import validate
from bpogov.policy.library import shipped_folder
from bpogov.policy.load import load_packs
from bpogov.source.load import load
from tests.acceptance.hostile_files import SMALL
from tests.acceptance.measured import bpogov
from tests.packs.crowded import Mood, crowded, written

TODAY = "2026-11-21"
MOODS = get_args(Mood)
MOST_GROWTH = 3.6
"""How much longer twice the entries may take: 2.2 to 2.8 on a calm machine, and 4 where each is compared with each."""
MORE_MEMORY = 250
"""In MiB, above a run on the smallest file: a full file has 1 MiB, and up to 23,000 findings."""


@cache
def shipped() -> CompiledPolicy:
    """The core pack, loaded once."""
    return compile_policy(load_packs((str(shipped_folder() / "core"),)))


def full(mood: Mood, size: int = MOST_ENTRIES) -> Engagement:
    """A full engagement, read as a file is."""
    return validate(load(written(crowded(size, mood)), "full.yaml"))


def _lists(form: Form, path: FactPath = ()) -> Iterator[FactPath]:
    """The path of every list and table of the model, with 0 for the entries of the lists around it."""
    if form.kind in {"list", "table"}:
        yield path
        yield from _lists(form.entry, (*path, 0))
    for name, slot in form.fields.items():
        if not slot.derived:
            yield from _lists(slot.form, (*path, name))


def _entries(facts: Any, path: FactPath) -> int:
    for step in path:
        facts = next(iter(facts.values())) if step == 0 and isinstance(facts, dict) else facts[step]
    return len(facts)


@pytest.mark.parametrize("mood", ["sound", "wrong"])
def test_every_list_is_full(mood: Mood) -> None:
    """The engagement of these tests fills every list and table of the model, and the reader takes all of it."""
    engagement = full(mood)
    assert engagement.findings == ()
    found = {path: _entries(engagement.facts, path) for path in _lists(engagement_form())}
    assert {path: count for path, count in found.items() if count != MOST_ENTRIES} == {}
    assert ("scope", "functions", 0, "service_windows", 0, "markets") in found


@pytest.mark.parametrize("mood", MOODS)
def test_no_rule_breaks_off(mood: Mood) -> None:
    """No rule needs more steps than the runtime allows, whatever the entries say."""
    evaluation = evaluate(shipped(), full(mood), TODAY)
    assert [one.reason for one in evaluation.results if one.outcome is Outcome.ERROR] == []
    assert evaluation.notifications == ()
    assert len(evaluation.findings) > MOST_ENTRIES


def _seconds(engagement: Engagement) -> float:
    """The CPU time of an evaluation: the least of two, without the collection of garbage of other tests."""
    used = []
    for _ in range(2):
        gc.collect()
        gc.disable()
        start = time.process_time()
        evaluation: Evaluation | None = evaluate(shipped(), engagement, TODAY)
        used.append(time.process_time() - start)
        del evaluation
        gc.enable()
    return min(used)


@pytest.mark.parametrize("mood", MOODS)
def test_time_grows_as_the_lists_do(mood: Mood) -> None:
    """Twice as many entries take about twice as long: no rule walks through one list for each entry of another."""
    half, whole = _seconds(full(mood, MOST_ENTRIES // 2)), _seconds(full(mood))
    assert whole <= MOST_GROWTH * half, f"{half:.2f} s for half of the entries, {whole:.2f} s for all"


@pytest.mark.parametrize("mood", ["sound", "wrong"])
def test_memory(mood: Mood, tmp_path: Path) -> None:
    """A whole run on a full file ends with findings, in bounded memory."""
    pytest.importorskip("resource", reason="this system cannot limit and measure a process")
    folder = tmp_path / "workspace"
    folder.mkdir()
    used = []
    for data in (SMALL.encode(), written(crowded(MOST_ENTRIES, mood))):
        (folder / "full.yaml").write_bytes(data)
        seen = bpogov(folder, "check", "full.yaml", "-q", "--today", TODAY)
        assert seen.code == 1, seen.text[-500:]
        used.append(seen.memory)
    assert used[1] - used[0] <= MORE_MEMORY
