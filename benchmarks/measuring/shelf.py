"""The folder in which bpogov keeps things between runs, in the three states that are measured.

Cold means that policies are compiled already and nothing is known of any engagement: that is what most runs of a
hook and all runs of CI with a kept cache look like. It is made by checking one other engagement, and is put back
before every run. Nothing here knows what is kept or how: only the folder.
"""

import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from benchmarks.measuring.process import Broken


class Shelf:
    """A cache folder of its own for one measure."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._saved = folder / "now", folder / "saved"
        self._folder.mkdir(parents=True)

    @property
    def variables(self) -> dict[str, str]:
        """What a command has to be told to use it."""
        return {"XDG_CACHE_HOME": str(self._folder)}

    def fill(self, work: Callable[[dict[str, str]], object]) -> None:
        """Let a run fill it, and remember what is in it then; a run that breaks leaves it not ready."""
        with suppress(Broken):
            work(self.variables)
            shutil.copytree(self._folder, self._saved)

    def ready(self) -> None:
        """Make sure that it was filled; Broken if the run that should have done it broke."""
        if not self._saved.exists():
            raise Broken("broke: the run that fills the cache")

    def restore(self) -> None:
        """Put back what was in it after it was filled; Broken as for `ready`."""
        self.ready()
        shutil.rmtree(self._folder)
        shutil.copytree(self._saved, self._folder)

    def empty(self) -> None:
        """Take everything out."""
        shutil.rmtree(self._folder)
        self._folder.mkdir()
