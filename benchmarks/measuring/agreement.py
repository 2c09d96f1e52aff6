"""What comes before timing: a contestant has to find what was planted, and nothing else."""

from pathlib import Path

from benchmarks.contestants.contestant import Contestant
from benchmarks.measuring.process import said


def disagreement(contestant: Contestant, folder: Path, planted: dict[str, frozenset[str]]) -> str:
    """Give the first differences in words; an empty text where it agrees, or where it can express no policy."""
    if not contestant.policies:
        return ""
    answer = said(contestant.command(sorted(planted)), folder)
    try:
        found = contestant.read(answer)
    except (ValueError, KeyError, IndexError, TypeError):
        return f"its answer could not be read: {answer[:200]!r}"
    expected = contestant.expected(planted)
    missed, more = sorted(expected - found), sorted(found - expected)
    parts = [("missed", missed), ("found too much", more)]
    return "; ".join(f"{what} in {len(pairs)} cases, first {' '.join(pairs[0])}" for what, pairs in parts if pairs)
