"""Engagements as text, in the way people write YAML: sections in blocks, small things in a line, and comments."""

import datetime as dt
import re
import textwrap
from typing import Any

from benchmarks.corpus.chance import Chance

WIDTH = 100
_BARE = re.compile(r"\w[\w .'/()%;=@,-]*(?<! )")
_NUMBER = re.compile(r"[\d.:_eE-]+")
_WORDS = {"y", "n", "yes", "no", "true", "false", "on", "off", "null"}
_ASIDES = {
    "status": ("draft, in-review, signed, live, exiting, ended",),
    "tier": ("how much is asked: small, standard, critical",),
    "contacts": ("who speaks for each side, and who stands in", "people on both sides"),
    "meetings": ("one meeting can serve several levels", "the rhythm of the engagement"),
    "slas": ("what is promised, and what is only watched",),
    "decisions": ("who has the final say",),
    "in_house": ("how the client's own people are brought along",),
    "escalation": ("the ladder that problems climb",),
    "service_credits": ("what a missed level costs",),
    "risks": ("looked at in every tactical meeting",),
    "contract": ("the annex of the contract is printed from this",),
    "culture": ("written by both sides, read by both teams",),
}


def text(engagement: dict[str, Any], heads: list[str], chance: Chance) -> str:
    """Write an engagement, with these lines of comment at the top."""
    author = _Author(chance)
    lines = [f"# {head}" for head in heads]
    for number, (name, value) in enumerate(engagement.items()):
        apart = author.spacious and isinstance(value, dict | list) and number > 1
        lines += [""] * apart + author.entry(name, value, 0)
    return "\n".join(lines) + "\n"


class _Author:
    """The habits of one author: how much goes into a line, how far lists stand in, how many comments there are."""

    def __init__(self, chance: Chance) -> None:
        self._chance = chance
        self.spacious = chance.often(0.6)
        self._dense = chance.often(0.7)
        self._brief = 1.0 if self._dense else chance.one((0.4, 0.8, 0.95))
        self._talkative = chance.one((0.1, 0.4, 0.8))
        self._inset = "  " * chance.often(0.75)

    def entry(self, name: str, value: object, depth: int) -> list[str]:
        """Write a key with what belongs to it."""
        pad = "  " * depth
        if isinstance(value, dict | list) and value:
            words = isinstance(value, list) and not isinstance(value[0], dict)
            if words or ((depth or self._dense) and _flat(value) and self._chance.often(self._brief)):
                packed = self._packed(f"{pad}{name}: ", value)
                if packed:
                    return packed
            return [f"{pad}{name}:{self._aside(name, depth)}", *self._inside(value, depth)]
        written = scalar(value)
        if len(written) > WIDTH - 20 and isinstance(value, str):
            inset = pad + "  "
            return [f"{pad}{name}: >-", *textwrap.wrap(value, WIDTH, initial_indent=inset, subsequent_indent=inset)]
        return [f"{pad}{name}: {written}{self._aside(name, depth)}"]

    def _inside(self, value: dict[str, Any] | list[Any], depth: int) -> list[str]:
        if isinstance(value, dict):
            return [line for name, inner in value.items() for line in self.entry(name, inner, depth + 1)]
        pad = "  " * depth + self._inset
        brief = self._chance.often(self._brief)
        return [line for item in value for line in self._item(item, pad, brief=brief)]

    def _item(self, item: object, pad: str, *, brief: bool) -> list[str]:
        if not isinstance(item, dict):
            return [f"{pad}- {flow(item)}"]
        packed = self._packed(f"{pad}- ", item) if brief and _flat(item) else []
        if packed:
            return packed
        inner = [line for name, each in item.items() for line in self.entry(name, each, 0)]
        return [f"{pad}{'  ' if number else '- '}{line}" for number, line in enumerate(inner)]

    def _packed(self, start: str, value: dict[str, Any] | list[Any]) -> list[str]:
        """Write something in braces: in one line, or by those who like it dense in a few; nothing if it is too long."""
        short = start + flow(value)
        if len(short) <= WIDTH:
            return [short]
        if not self._dense or not isinstance(value, dict):
            return []
        lines, pad = [start + "{"], " " * (len(start) + 1)
        parts = [f"{name}: {flow(inner)}" for name, inner in value.items()]
        for number, part in enumerate(parts):
            last = number == len(parts) - 1
            if len(lines[-1]) + len(part) >= WIDTH:
                lines.append(pad)
            lines[-1] += part + ("}" if last else ", ")
        return [line.rstrip() for line in lines]

    def _aside(self, name: str, depth: int) -> str:
        if depth or name not in _ASIDES or not self._chance.often(self._talkative):
            return ""
        return f"  # {self._chance.one(_ASIDES[name])}"


def _flat(value: dict[str, Any] | list[Any]) -> bool:
    """Whether something holds nothing but values and lists of values."""
    inside = value.values() if isinstance(value, dict) else value
    return not any(isinstance(one, dict) or (isinstance(one, list) and not _flat(one)) for one in inside)


def flow(value: object) -> str:
    """Write something in one line, with braces and brackets."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {flow(inner)}" for name, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(inner) for inner in value) + "]"
    return scalar(value, inline=True)


def scalar(value: object, *, inline: bool = False) -> str:
    """Write a value, in quotes where YAML would take it for something else."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dt.date):
        return value.isoformat()
    if not isinstance(value, str):
        return str(value)
    odd = value.casefold() in _WORDS or _NUMBER.fullmatch(value) or (inline and "," in value)
    if _BARE.fullmatch(value) and not odd:
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
