"""What earlier runs found out, as far as it still holds."""

import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from bpogov.core.finding import Notification
from bpogov.core.gate import CI, LOCAL
from bpogov.core.outcome import Results
from bpogov.core.severity import Severity
from bpogov.engine.program import CompiledPolicy
from bpogov.runs.looking import memory as module
from bpogov.runs.looking.looked import Looked
from bpogov.runs.looking.memory import Memory, memory_of
from bpogov.runs.preparing.compiled import compiled_policy
from bpogov.runs.selection import select
from bpogov.source.kept import keep
from bpogov.source.tree import WORKING_TREE
from tests.policy.files import rule, write
from tests.runs.bench import DAY, NO_GOALS, governed

pytestmark = pytest.mark.usefixtures("workspace")

ONE = Looked("a.yaml", "sha256:1", "tea", "Tea", None, "", results=Results())


def compiled() -> CompiledPolicy:
    """The policy of the folder."""
    return compiled_policy(None, None, WORKING_TREE, None)


def kept(memory: Memory, *looked: Looked) -> None:
    """Note files, and keep what was noted."""
    for one in looked:
        memory.note(one)
    memory.save()


def test_what_an_answer_depends_on() -> None:
    """Another rule, gate, day, choice of rules, configuration or folder: nothing is remembered."""
    governed(rule(), NO_GOALS)
    policy = compiled()
    kept(memory_of(policy, LOCAL, DAY, "cache"), ONE)
    assert memory_of(policy, LOCAL, DAY, "cache").digest("a.yaml") == "sha256:1"
    cache = os.path.abspath("cache")
    others = [
        memory_of(policy, CI, DAY, cache),
        memory_of(policy, replace(LOCAL, fail_on="warning"), DAY, cache),
        memory_of(policy, LOCAL, "2026-11-22", cache),
        memory_of(select(policy, ("OWN001",), ()), LOCAL, DAY, cache),
    ]
    write("own/goals/few-goals.yaml", rule(severity="error"))
    others.append(memory_of(compiled(), LOCAL, DAY, cache))
    os.mkdir("below")
    os.chdir("below")
    others.append(memory_of(policy, LOCAL, DAY, cache))
    assert [one.digest("a.yaml") for one in others] == [""] * len(others)


def test_the_day_counts_only_where_a_rule_reads_it() -> None:
    """Rules that never look at it say the same on every day."""
    governed(rule(), NO_GOALS)
    policy = compiled_policy(None, None, WORKING_TREE, os.path.abspath("cache"))
    assert policy.dated is False
    kept(memory_of(policy, LOCAL, DAY, "cache"), ONE)
    assert memory_of(policy, LOCAL, "2031-01-01", "cache").digest("a.yaml") == "sha256:1"


def test_without_a_folder_nothing_is_remembered() -> None:
    """Nothing is read or written."""
    memory = Memory(None, "name")
    kept(memory, ONE)
    assert memory.digest("a.yaml") == ""
    assert list(Path().iterdir()) == []


def test_a_rule_that_could_not_be_evaluated_is_tried_again() -> None:
    """Its answer is not kept."""
    broken = replace(ONE, notifications=(Notification(Severity.ERROR, "rule-error", "Broken"),))
    kept(Memory("cache", "name"), broken)
    assert Memory("cache", "name").digest("a.yaml") == ""


def test_a_name_that_is_no_text_is_not_remembered() -> None:
    """The others of its ledger are."""
    strange = replace(ONE, file="b\udc80.yaml")
    kept(Memory("cache", "name"), strange, ONE)
    memory = Memory("cache", "name")
    assert (memory.digest("a.yaml"), memory.digest("b\udc80.yaml")) == ("sha256:1", "")


def test_a_ledger_that_is_none_is_forgotten() -> None:
    """Also one whose entries are none."""
    kept(Memory("cache", "name"), ONE)
    (file,) = Path("cache").iterdir()
    for content in (b"", b"\x93\x90\x90\x81\xa6a.yaml\x92\xa1x\x01"):
        keep("cache", file.stem, content)
        memory = Memory("cache", "name")
        assert (memory.digest("a.yaml") and memory.recall("a.yaml")) in ("", None)
    kept(Memory("cache", "name"), ONE)
    assert Memory("cache", "name").recall("a.yaml") == ONE


def test_a_ledger_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that would be too large begins anew with what this run found; what is too large alone is not kept."""
    monkeypatch.setattr(module, "_LEDGERS", 1)
    monkeypatch.setattr(module, "_LARGEST", 600)
    kept(Memory("cache", "name"), *(replace(ONE, file=f"{number}.yaml") for number in range(5)))
    kept(Memory("cache", "name"), *(replace(ONE, file=f"new-{number}.yaml") for number in range(5)))
    memory = Memory("cache", "name")
    assert (memory.digest("0.yaml"), memory.digest("new-0.yaml")) == ("", "sha256:1")
    kept(Memory("cache", "name"), replace(ONE, title="x" * 600))
    assert Memory("cache", "name").digest("new-0.yaml") == "sha256:1"
