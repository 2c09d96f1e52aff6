"""The folders of engagements that are checked: one file, and so many."""

from pathlib import Path

from benchmarks.corpus.files import File, file, write

USUAL = 8192
LOOKED_AT = 100


class Material:
    """Folders of engagements below one folder, each written when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._planted: dict[int, dict[str, frozenset[str]]] = {}

    def many(self, count: int, use: str = "") -> Path:
        """A folder with the first so many engagements; one of its own for a use that changes it."""
        folder = self.folder / f"{count}{use}"
        if not folder.exists():
            self._planted[count] = write(folder, count)
        return folder

    def planted(self, count: int) -> dict[str, frozenset[str]]:
        """What is wrong with them, by file."""
        self.many(count)
        return self._planted[count]

    def single(self) -> Path:
        """A folder with one engagement of the usual size that has one planted defect, so that there is a finding."""
        made = usual()
        folder = self.folder / "1"
        folder.mkdir(exist_ok=True)
        (folder / made.name).write_bytes(made.text.encode())
        return folder


def usual() -> File:
    """The engagement with one defect that is nearest to 8 KB, among the first ones."""
    broken = (made for made in map(file, range(LOOKED_AT)) if len(made.planted) == 1)
    return min(broken, key=lambda made: abs(len(made.text) - USUAL))


def names(folder: Path) -> list[str]:
    """The names of the files of a folder, in order."""
    return sorted(path.name for path in folder.iterdir())
