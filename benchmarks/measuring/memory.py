"""What the runs over many files say about memory: how much at most, and whether it grows with the number of files."""

from benchmarks.contestants import own
from benchmarks.measuring.measure import Result, Taken, Target

MOST = {own.CORE.name: Target("MiB", 80, 50), own.FIFTEEN.name: Target("MiB", 80, 50)}


def memory(cold: list[Result]) -> list[Result]:
    """Give one more group: the largest of these groups, with what was added since the smallest that has many files."""
    many = [result for result in cold if result.files > 1]
    if not many:
        return []
    small, large = many[0], many[-1]
    before = {taken.measure.name: taken.middle("peak") for taken in small.taken if taken.costs}
    found = [
        Taken(
            taken.measure._replace(
                target=MOST.get(taken.measure.name),
                note=f"{taken.middle('peak') - before[taken.measure.name]:+.1f} MiB from {small.files:,} files on",
            ),
            taken.costs,
        )
        for taken in large.taken
        if taken.costs and taken.measure.name in before
    ]
    return [Result(f"memory, {large.files:,} files", large.files, found)]
