"""What was found out about files, as bytes: what workers send back, and what is kept for later runs.

MessagePack without names. Most engagements have the same results by most rules, so every result, and every row of
results, stands in it once. Reading it runs no code and makes nothing but what is declared here.
"""

from collections.abc import Iterator
from typing import Any, TypeVar

from msgspec import DecodeError, Raw, Struct
from msgspec.msgpack import Decoder, Encoder

from bpogov.core.outcome import Results, RuleResult
from bpogov.runs.looking.looked import Looked, Said

Value = TypeVar("Value")


class BadLedger(ValueError):
    """Bytes that are no ledger."""


class _Entry(Said, frozen=True, array_like=True, kw_only=True):
    """A file, with the number of the row of its results."""

    results: int


class _Book(Struct, array_like=True):
    """Every result, the rows that engagements have of them, and for each file its digest and its entry."""

    results: list[RuleResult]
    rows: list[tuple[int, ...]]
    entries: dict[str, tuple[str, Raw]]


Shared = dict[object, Any]
"""Equal results, and equal rows of them, that several ledgers gave: each is held once (ten thousand files: 70 MiB)."""


class Ledger:
    """Files that were looked at, by their names; each is unpacked when it is asked for."""

    def __init__(self, content: bytes | None = None, shared: Shared | None = None) -> None:
        """Open what `packed` gave, or begin an empty one. Raises BadLedger for bytes that are none."""
        self._shared: Shared = {} if shared is None else shared
        try:
            self._book = _Book([], [], {}) if content is None else _BOOKS.decode(content)
        except (DecodeError, UnicodeDecodeError) as error:
            raise BadLedger(str(error)) from error
        self._rows: dict[int, Results] = {}
        self._numbers: dict[RuleResult, int] = {}
        self._row_numbers: dict[tuple[int, ...], int] = {}

    def __iter__(self) -> Iterator[Looked]:
        """Give every file, in the order in which they were put. Raises BadLedger."""
        return (self._unpacked(entry) for _, entry in self._book.entries.values())

    def digest(self, file: str) -> str:
        """The digest of the bytes that a file had when it was looked at, or empty."""
        return self._book.entries.get(file, ("",))[0]

    def get(self, file: str) -> Looked:
        """What was found out about a file that is there. Raises BadLedger."""
        return self._unpacked(self._book.entries[file][1])

    def put(self, looked: Looked) -> None:
        """Write a file down; what was written of it before goes.

        Raises UnicodeEncodeError where the name of the file holds bytes that are no text (PEP 383).
        """
        self._number()
        parts = {name: getattr(looked, name) for name in looked.__struct_fields__}
        entry = _Entry(**(parts | {"results": self._row(looked.results)}))
        self._book.entries[looked.file] = (looked.digest, Raw(_ENCODER.encode(entry)))

    def packed(self) -> bytes:
        """The whole ledger as bytes."""
        return _ENCODER.encode(self._book)

    def _unpacked(self, packed: Raw) -> Looked:
        try:
            entry = _ENTRIES.decode(packed)
            parts = {name: getattr(entry, name) for name in entry.__struct_fields__}
            return Looked(**(parts | {"results": self._results(entry.results)}))
        except (DecodeError, UnicodeDecodeError, IndexError) as error:
            raise BadLedger(str(error)) from error

    def _results(self, row: int) -> Results:
        """The results of a row; all engagements that have it share them."""
        if row not in self._rows:
            results = self._book.results
            found = Results(self._share(results[number]) for number in self._book.rows[row])
            self._rows[row] = self._share(found)
        return self._rows[row]

    def _share(self, value: Value) -> Value:
        """The value that is held for all that are equal to it."""
        held: Value = self._shared.setdefault(value, value)
        return held

    def _number(self) -> None:
        """Number what was read, the first time that something is put beside it."""
        if len(self._numbers) < len(self._book.results):
            self._numbers = {result: number for number, result in enumerate(self._book.results)}
            self._row_numbers = {row: number for number, row in enumerate(self._book.rows)}

    def _row(self, results: Results) -> int:
        row = tuple(_place(result, self._numbers, self._book.results) for result in results)
        return _place(row, self._row_numbers, self._book.rows)


def _place(value: Value, numbers: dict[Value, int], values: list[Value]) -> int:
    """The place of a value in a list, where it is put if it is new."""
    number = numbers.setdefault(value, len(values))
    if number == len(values):
        values.append(value)
    return number


_BOOKS = Decoder(_Book)
_ENTRIES = Decoder(_Entry)
_ENCODER = Encoder()
