"""Where the parts of an ordinary document stand: the tree of its places, made when somebody asks for it."""

from collections.abc import Callable, Iterable

from bpogov.source.data import Data
from bpogov.source.places import Branch, Leaf, Place, behind_colon, bounds


def survey(text: str, data: Data, marks: Iterable[int]) -> Place:
    """Give the place of the document and of all its parts.

    `marks` are the indexes that reading met, in the order of the text: start and end of a text, number, flag or empty
    place; start of a group or list, and at its end start and end of the sign that closes it (the same where there is
    none).
    """
    return _place(text, data, iter(marks).__next__)


def _place(text: str, data: Data, take: Callable[[], int], key_end: int | None = None) -> Place:
    if isinstance(data, dict):
        branch = Branch(take(), flow=False)
        last = branch.start
        for name, value in data.items():
            key = _leaf(text, take(), take())
            place = _place(text, value, take, key[1])
            branch.names[name] = key, place
            last = max(bounds(place)[1], key[1])
        return _closed(branch, last, take)
    if isinstance(data, list):
        branch = Branch(take(), flow=False)
        for value in data:
            branch.items.append(_place(text, value, take))
        return _closed(branch, bounds(branch.items[-1])[1] if branch.items else branch.start, take)
    start, end = take(), take()
    if start == end and key_end is not None:
        behind = behind_colon(text, key_end, start)
        start = end = key_end if behind is None else behind
    return _leaf(text, start, end)


def _leaf(text: str, start: int, end: int) -> Leaf:
    """Give the place of a text; one below `|` or `>` ends with its last line that is not empty."""
    if text[start : start + 1] in ("|", ">"):
        return start, start + len(text[start:end].rstrip(" \t\r\n"))
    return start, end


def _closed(branch: Branch, last: int, take: Callable[[], int]) -> Branch:
    """Give the branch with its end: behind the sign that closes it, or else where its last part ends."""
    start, end = take(), take()
    branch.flow = start != end
    branch.end = end if branch.flow else last
    return branch
