"""The groups of measures about files: those that nobody has seen, those seen before, and two processes."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

from benchmarks.contestants import own
from benchmarks.contestants.contestant import SAID, Contestant
from benchmarks.measuring.material import Material, names
from benchmarks.measuring.measure import Group, Measure, Target
from benchmarks.measuring.process import run
from benchmarks.measuring.shelf import Shelf

OTHER = str(SAID / "bpogov/examples/orders.yaml")
ALONE = {own.CORE.name: Target("times", 1.7, 1.0), own.FIFTEEN.name: Target("times", 1.5, 0.8)}
BULK = {own.CORE.name: Target("times", 1.5, 0.7), own.FIFTEEN.name: Target("times", 1.0, 0.5)}
MANY = 1000
TWO = Target("faster", 1.8, None)
UNCHANGED = Target("seconds", 0.5, 0.3)
ONE_CHANGED = Target("more", 50, 20)


class Groups:
    """Makes the groups; each measure of bpogov has a cache of its own below the folder of the material."""

    def __init__(self, material: Material) -> None:
        self.material = material
        self._numbers = count()

    def cold(self, number: int, contestants: list[Contestant]) -> Group:
        """So many files that nobody has seen; the bare loop comes first."""
        folder = self.material.many(number) if number > 1 else self.material.single()
        targets = ALONE if number == 1 else BULK if number >= MANY else {}
        measures = []
        for contestant in (own.BARE, *contestants):
            measure = self.unseen(contestant, folder, names(folder))
            measures.append(measure._replace(target=targets.get(contestant.name)))
        return Group(f"{number:,} cold {'file' if number == 1 else 'files'}", measures, number)

    def again(self, number: int) -> Group:
        """So many files that did not change since the last run."""
        target = UNCHANGED if number == 10_000 else None  # noqa: PLR2004 (as the target says)
        folder = self.material.many(number)
        measures = []
        for contestant in (own.CORE, own.FIFTEEN):
            shelf = self.shelf()
            command = contestant.command(names(folder))
            shelf.fill(_runs(command, folder))
            measures.append(Measure(contestant.name, command, folder, shelf.variables, shelf.ready, target=target))
        bare = Measure(own.BARE.name, own.BARE.command(names(folder)), folder, note="keeps nothing")
        return Group(f"{number:,} files, unchanged", [bare, *measures], number)

    def one_changed(self, number: int) -> Group:
        """So many files of which one changed since the last run, beside a single cold file."""
        single = self.material.single()
        alone = self.unseen(own.CORE, single, names(single))._replace(name="bpogov, core pack, that file alone")
        folder = self.material.many(number, "-changing")
        shelf = self.shelf()
        command = own.CORE.command(names(folder))
        shelf.fill(_runs(command, folder))
        change = _changing(folder / names(single)[0])

        def before() -> None:
            shelf.ready()
            change()

        after = Measure(own.CORE.name, command, folder, shelf.variables, before, target=ONE_CHANGED)
        return Group(f"one changed of {number:,} files", [alone, after])

    def two_processes(self, number: int) -> Group:
        """The same cold files with one process and with two, on the clock."""
        folder = self.material.many(number)
        if not own.knows_jobs():
            return Group(f"{number:,} cold files, two processes", [])
        one = self.unseen(own.CORE, folder, names(folder))._replace(name="bpogov, core pack, --jobs 1")
        two = self.unseen(own.CORE, folder, names(folder))
        command = [
            "2" if before == "--jobs" else word for before, word in zip(["", *two.command], two.command, strict=False)
        ]
        two = two._replace(name="bpogov, core pack, --jobs 2", command=command, target=TWO)
        return Group(f"{number:,} cold files, two processes", [one, two], number)

    def unseen(self, contestant: Contestant, folder: Path, files: list[str]) -> Measure:
        """A run that finds compiled policies and nothing else in its cache."""
        command = contestant.command(files)
        if contestant not in (own.CORE, own.FIFTEEN):
            return Measure(contestant.name, command, folder, ends=contestant.ends, note=contestant.note)
        shelf = self.shelf()
        shelf.fill(_runs(contestant.command([OTHER]), folder))
        return Measure(contestant.name, command, folder, shelf.variables, shelf.restore, note=contestant.note)

    def shelf(self) -> Shelf:
        """A cache of its own for one measure."""
        return Shelf(self.material.folder / "caches" / str(next(self._numbers)))


def _runs(command: list[str], folder: Path) -> Callable[[dict[str, str]], object]:
    return lambda variables: run(command, folder, variables)


def _changing(file: Path) -> Callable[[], object]:
    """Change a file every time it is called, so that no earlier content comes back."""
    numbers, text = count(), file.read_text(encoding="utf-8")
    return lambda: file.write_text(f"{text}# Looked at {next(numbers)} times\n", encoding="utf-8")
