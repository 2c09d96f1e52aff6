import os
from pathlib import Path

import pytest

from benchmarks.contestants.contestant import Contestant, Findings, lines, without
from benchmarks.contestants.own import BARE, CORE, FIFTEEN, speaking
from benchmarks.corpus.files import write
from benchmarks.measuring.agreement import disagreement
from benchmarks.measuring.process import environment

PLANTED = {"a.yaml": frozenset({"no-todo", "term-dated"}), "b.yaml": frozenset[str]()}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, frozenset[str]]]:
    """Forty files, and what is wrong with them."""
    folder = tmp_path_factory.mktemp("corpus")
    return folder, write(folder, 40)


@pytest.mark.parametrize("contestant", [BARE, FIFTEEN], ids=lambda one: one.name)
def test_the_loop_and_the_pack_find_what_was_planted(
    contestant: Contestant,
    corpus: tuple[Path, dict[str, frozenset[str]]],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """Every planted defect and no other, by file and policy."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    folder, planted = corpus
    assert disagreement(speaking(contestant), folder, planted) == ""


def _saying(said: str, policies: frozenset[str] = frozenset(), *, names_them: bool = True) -> Contestant:
    def read(answer: str) -> Findings:
        found = lines(answer)
        return found if names_them else frozenset((file, "") for file, _ in found)

    return Contestant("a parrot", lambda _: ["printf", said], read, policies or without(), names_them)


def test_what_is_missed_and_what_is_too_much_is_said(tmp_path: Path) -> None:
    """The first difference of each kind is named."""
    said = disagreement(_saying("a.yaml: no-todo\nb.yaml: term-dated\n"), tmp_path, PLANTED)
    assert said == "missed in 1 cases, first a.yaml term-dated; found too much in 1 cases, first b.yaml term-dated"


def test_a_policy_that_cannot_be_expressed_is_not_asked_for(tmp_path: Path) -> None:
    """Only what a contestant was told counts."""
    assert disagreement(_saying("a.yaml: no-todo\n", frozenset({"no-todo"})), tmp_path, PLANTED) == ""


def test_whoever_names_no_policy_has_to_find_the_files(tmp_path: Path) -> None:
    """Then the files that fail are compared."""
    assert disagreement(_saying("a.yaml: no-todo\n", names_them=False), tmp_path, PLANTED) == ""


def test_an_answer_that_cannot_be_read_is_no_agreement(tmp_path: Path) -> None:
    """A crash of a peer is told with what it said."""

    def read(said: str) -> Findings:
        raise ValueError(said)

    crashed = Contestant("a peer", lambda _: ["printf", "Segmentation fault"], read)
    assert disagreement(crashed, tmp_path, PLANTED) == "its answer could not be read: 'Segmentation fault'"


def test_a_linter_has_nothing_to_agree_on(tmp_path: Path) -> None:
    """What knows no policy is not started."""
    assert disagreement(CORE, tmp_path, PLANTED) == ""


def test_no_variable_of_this_process_changes_how_a_command_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python may keep what it compiled, and nothing is coloured."""
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    found = environment({"XDG_CACHE_HOME": "here"})
    assert "PYTHONDONTWRITEBYTECODE" not in found
    assert (found["NO_COLOR"], found["XDG_CACHE_HOME"], found["PATH"]) == ("1", "here", os.environ["PATH"])
