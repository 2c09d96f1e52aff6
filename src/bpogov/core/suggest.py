"""The nearest word to a misspelt one, for every "did you mean"."""

from collections.abc import Iterable


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """Give the candidate that `word` most likely meant, or None where nothing is near enough.

    Compares without regard to case and to the difference of `-` and `_`. Ties go to the first in alphabetical order,
    so that the answer does not depend on the order of the candidates.
    """
    from difflib import SequenceMatcher  # imported here: only a mistake needs it

    wanted = _plain(word[:_LONGEST])
    best: tuple[float, str] | None = None
    for candidate in sorted(set(candidates)):
        ratio = SequenceMatcher(None, wanted, _plain(candidate)).ratio()
        if ratio >= _NEAR_ENOUGH and (best is None or ratio > best[0]):
            best = (ratio, candidate)
    return best[1] if best else None


_NEAR_ENOUGH = 0.7
_LONGEST = 80


def _plain(word: str) -> str:
    return word.casefold().replace("_", "-")
