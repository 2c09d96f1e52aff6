"""Advice that mixes sentences and YAML to copy, as rule files hold it."""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

_YAML = re.compile(r"\s|- |[a-z][\w.-]*:(\s|$)")


class Passage(Struct, frozen=True):
    """A paragraph of sentences, as one line to be wrapped, or a snippet, whose lines stay as they were written."""

    lines: tuple[str, ...]
    snippet: bool


def capitalised(text: str) -> str:
    """Give a text with a capital in front, for a page where it stands by itself and not behind "help:"."""
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=1024)
def passages(text: str) -> tuple[Passage, ...]:
    """Cut advice into paragraphs and snippets; what a rule advises is cut once, however often it fails.

    Lines that are indented, or that start as YAML does (`key:`, `- `), begin a snippet after the first line; it goes on
    to the next empty line. The indentation that all lines of a snippet share is taken away.
    """
    return tuple(_passages(text.rstrip().split("\n")))


def _passages(lines: list[str]) -> Iterator[Passage]:
    gathered: list[str] = []
    snippet = False
    for number, line in enumerate(lines):
        starts = bool(number) and not snippet and _YAML.match(line) is not None
        if not line.strip() or starts:
            yield from _passage(gathered, snippet=snippet)
            gathered, snippet = [], starts
        if line.strip():
            gathered.append(line)
    yield from _passage(gathered, snippet=snippet)


def _passage(lines: list[str], *, snippet: bool) -> Iterator[Passage]:
    if not lines:
        return
    if not snippet:
        yield Passage((" ".join(" ".join(lines).split()),), snippet=False)
        return
    expanded = [line.expandtabs(4).rstrip() for line in lines]
    shared = min(len(line) - len(line.lstrip()) for line in expanded)
    yield Passage(tuple(line[shared:] for line in expanded), snippet=True)
