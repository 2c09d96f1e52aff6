"""The documentation points at things that are there."""

import re
from pathlib import Path

import pytest

from tools.pages.blocks import ROOT, hand_written, pages

_LINK = re.compile(r"(?<!!)\[[^\]]+\]\((?P<target>[^)\s]+)\)")
_PATH = re.compile(r"`(?P<path>(?:\.ci|benchmarks|docs|engagements|policies|src|tests|tools)/[^`\s]*)`")
_FENCES = re.compile(r"(?ms)^ *```.*?^ *```$")
PLACEHOLDER = re.compile(r"[<>*{}…]|NAME|NNNN")


def _prose(page: Path) -> str:
    return _FENCES.sub("", page.read_text(encoding="utf-8"))


def _anchors(page: Path) -> set[str]:
    headings = re.findall(r"(?m)^#+ (.+)$", _prose(page))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    """Every link to a file of the repository finds the file, and the heading where it names one."""
    broken = []
    for target in _LINK.findall(_prose(page)):
        if ":" in target:
            continue
        place, _, anchor = target.partition("#")
        there = (page.parent / place).resolve() if place else page
        if not there.exists() or (anchor and anchor not in _anchors(there)):
            broken.append(target)
    assert broken == []


@pytest.mark.parametrize("page", hand_written(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_paths_that_are_named_exist(page: Path) -> None:
    """Every path of this repository that a page names in code is there, placeholders apart."""
    named = [path for path in _PATH.findall(_prose(page)) if not PLACEHOLDER.search(path)]
    assert [path for path in named if not (ROOT / path).exists()] == []
