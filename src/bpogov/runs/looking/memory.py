"""What earlier runs found out about files, as far as it still holds.

An answer counts for a file of the same name with the same bytes, by the same policy, gate, day, versions and code. It
is kept in many small ledgers, so that looking at one file opens one of them, and changing one file writes one.
Whatever is wrong with a ledger, nothing is remembered: the file is looked at again.
"""

import os
import sys
from contextlib import suppress
from hashlib import blake2b

from bpogov.core.gate import Gate
from bpogov.engine.program import CompiledPolicy
from bpogov.runs.looking.ledger import BadLedger, Ledger
from bpogov.runs.looking.looked import Looked
from bpogov.runs.preparing.installed import code
from bpogov.runs.preparing.versions import versions
from bpogov.source.kept import keep, kept

_FOLDER = "answers"
_LEDGERS = 32
_LARGEST = 4 * 1024 * 1024
_MOST_FILES = 8 * _LEDGERS
"""Together at most a gibibyte; as a rule some kilobytes for each engagement that has findings."""


def memory_of(compiled: CompiledPolicy, gate: Gate, today: str, folder: str | None) -> "Memory":
    """What earlier runs found out by the same rules, gate, versions and code, at the same place.

    The day (ISO 8601) has to be the same where a rule reads it.
    """
    day = today if compiled.dated else ""
    rules = tuple(rule.id for rule in compiled.rules)
    place = (os.path.realpath(os.curdir), str(compiled.policy.ground.root))
    asked = (compiled.policy.digest, rules, gate, day, place, versions(), sys.version, *code())
    return Memory(folder and os.path.join(folder, _FOLDER), blake2b(repr(asked).encode(), digest_size=20).hexdigest())


class Memory:
    """The answers that are kept in `folder` under `name`, which stands for everything that they depend on.

    Without a folder nothing is remembered.
    """

    def __init__(self, folder: str | None, name: str) -> None:
        self._folder = folder
        self._name = name
        self._ledgers: dict[int, Ledger] = {}
        self._noted: dict[int, list[Looked]] = {}

    def digest(self, file: str) -> str:
        """The digest that a file had when it was looked at last, or empty."""
        return self._ledger(file).digest(file) if self._folder else ""

    def recall(self, file: str) -> Looked | None:
        """What was found out about a file whose digest is still that one; None where it cannot be read."""
        try:
            return self._ledger(file).get(file)
        except BadLedger:
            return None

    def note(self, looked: Looked) -> None:
        """Note an answer, unless it tells of a rule that could not be evaluated: that is tried again every time."""
        if self._folder and not looked.notifications:
            self._noted.setdefault(_number(looked.file), []).append(looked)

    def save(self) -> None:
        """Keep what was noted; a ledger that grows too large begins anew with that."""
        for number, noted in self._noted.items():
            content = _with(self._ledgers.get(number, Ledger()), noted)
            if len(content) > _LARGEST:
                content = _with(Ledger(), noted)
            if self._folder and len(content) <= _LARGEST:
                keep(self._folder, f"{self._name}-{number:02}", content, most=_MOST_FILES)
        self._noted.clear()

    def _ledger(self, file: str) -> Ledger:
        number = _number(file)
        if number not in self._ledgers:
            self._ledgers[number] = self._opened(number)
        return self._ledgers[number]

    def _opened(self, number: int) -> Ledger:
        content = kept(self._folder, f"{self._name}-{number:02}") if self._folder else None
        try:
            return Ledger(content)
        except BadLedger:
            return Ledger()


def _with(ledger: Ledger, noted: list[Looked]) -> bytes:
    for looked in noted:
        with suppress(UnicodeEncodeError):  # a name of bytes that are no text: it is looked at every time
            ledger.put(looked)
    return ledger.packed()


def _number(file: str) -> int:
    """The number of the ledger of a file, the same in every run."""
    return blake2b(file.encode("utf-8", "surrogatepass"), digest_size=1).digest()[0] % _LEDGERS
