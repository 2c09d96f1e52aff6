"""Help speaks in one way: in every room and in everything that a run prints, it starts with a small letter."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.repo.tree import ROOT

CASES = [
    case
    for case in sorted((ROOT / "tests" / "acceptance" / "cases").glob("*/expected*.txt"))
    if not (case.parent / "policies").is_dir()
]
"""What whole runs print, save with rules of the user's own, whose help is theirs."""

ROOMS = ("source", "model", "policy", "engine", "waiver", "runs")
CAPITAL = re.compile(r"[A-Z][a-z]* ")


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.name}")
def test_a_run_prints_help_with_a_small_letter(case: Path) -> None:
    """What stands behind "help:" begins with a small letter or with a sign."""
    lines = re.findall(r"^  help: (.*)$", case.read_text(encoding="utf-8"), re.MULTILINE)
    assert [line for line in lines if CAPITAL.match(line)] == []


def _words(value: ast.expr) -> str:
    """The first words of a text in the source, as far as they are known there."""
    if isinstance(value, ast.IfExp):
        return _words(value.body)
    if isinstance(value, ast.JoinedStr):
        return _words(value.values[0]) if value.values else ""
    return value.value if isinstance(value, ast.Constant) and isinstance(value.value, str) else ""


def _helps(tree: ast.Module) -> Iterator[str]:
    """Texts that are given the name of a help."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            called = {target.id for target in node.targets if isinstance(target, ast.Name)}
        else:
            called = {str(node.arg)} if isinstance(node, ast.keyword) else set()
        if isinstance(node, ast.Assign | ast.keyword) and called & {"help", "help_"}:
            yield _words(node.value)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_words_help_with_a_small_letter(room: str) -> None:
    """Also help that no case of a whole run shows."""
    modules = (ROOT / "src" / "bpogov" / room).rglob("*.py")
    texts = {text for module in modules for text in _helps(ast.parse(module.read_text(encoding="utf-8")))}
    assert [text for text in sorted(texts) if CAPITAL.match(text)] == []
