"""Whole numbers beside decimal fields: `sla.target >= 95` means `95.0`.

The engagement's numbers are decimals, and CEL refuses to mix the two kinds. An author should not have to know that, so
where a whole number written out in a rule meets a decimal, the loader writes it as a decimal and checks again.
"""

import re
from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from bpogov.engine.compiling import syntax

_WHOLE = re.compile(r"-?\d+(?![\d.eExXuU])")


class Adjusted(Struct, frozen=True):
    """The text of an expression after whole numbers became decimals, and where `.0` was put in, in order."""

    text: str
    insertions: tuple[int, ...] = ()

    def authored(self, offset: int) -> int:
        """The offset in the author's text that an offset in this text stands for."""
        return offset - len(_SUFFIX) * sum(1 for insertion in self.insertions if insertion < offset)


_SUFFIX = ".0"


def adjust(adjusted: Adjusted, tree: syntax.Tree, offsets: Iterable[int]) -> Adjusted | None:
    """Write the whole numbers of the operations at `offsets` as decimals; None where there are none."""
    wanted = frozenset(offsets)
    ends: set[int] = set()
    for node in syntax.below(tree.root):
        if syntax.kind(node) == "call" and tree.offset(node) in wanted:
            for part in _numbers(node):
                found = _WHOLE.match(adjusted.text, tree.offset(part))
                ends.update({found.end()} if found else ())
    if not ends:
        return None
    text = adjusted.text
    for end in sorted(ends, reverse=True):
        text = text[:end] + _SUFFIX + text[end:]
    shifted = [old + len(_SUFFIX) * sum(1 for end in ends if end <= old) for old in adjusted.insertions]
    new = [end + len(_SUFFIX) * number for number, end in enumerate(sorted(ends))]
    return Adjusted(text, tuple(sorted([*shifted, *new])))


def _numbers(node: Any) -> list[Any]:
    """The whole numbers written out directly in an operation, also inside a list in it."""
    parts = [
        inner
        for part in syntax.children(node)
        for inner in ([part, *syntax.children(part)] if syntax.kind(part) == "list" else [part])
    ]
    return [part for part in parts if type(syntax.constant(part)) is int]
