"""What the runs over many files say about memory: how much at most, and whether it grows with the number of files."""

from benchmarks.contestants import own
from benchmarks.measuring.measure import Result, Taken, Target

MOST = {own.CORE.name: Target("MiB", 80, 50), own.FIFTEEN.name: Target("MiB", 80, 50)}


def memory(cold: list[Result]) -> list[Result]:
    """Give one more group: the largest of these groups, with what was added since the smallest that has many files.

    There is none where fewer than two groups have many files, because nothing can be said of growth then.
    """
    many = [result for result in cold if result.files > 1]
    if len(many) < 2:  # noqa: PLR2004 (a smaller and a larger one)
        return []
    small, large = many[0], many[-1]
    before = {taken.measure.name: taken.middle("peak") for taken in small.taken if taken.costs}
    found = []
    for measure, costs in large.taken:
        if costs and measure.name in before:
            more = Taken(measure, costs).middle("peak") - before[measure.name]
            note = f"{more:+.1f} MiB from {small.files:,} to {large.files:,} files"
            found.append(Taken(measure._replace(target=MOST.get(measure.name), note=note), costs))
    return [Result(f"memory, {large.files:,} files", large.files, found)]
