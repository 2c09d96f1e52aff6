"""Looking at all files of a run: what is known of them already is taken, the rest is looked at, by many if it pays."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from msgspec import Struct

from bpogov.core.errors import UsageError
from bpogov.runs.looking.files import Files
from bpogov.runs.looking.kind import KINDS, kind_of
from bpogov.runs.looking.looked import Looked
from bpogov.runs.looking.looker import Looker
from bpogov.runs.looking.memory import Memory
from bpogov.source.document import Document, digest_of

Answer = Looked | Document | UsageError
"""What is known of a file: of an engagement, of another kind of file (as it is), or why it could not be read."""

MANY = 48
"""So many files that are not known yet keep two processes busy for longer than they take to start."""

ENDLESS = 96
"""So many are left to a process that ends, also where there is only one: memory does not grow with their number."""

_FIRST = 8
"""What looking at these opens, imports and learns, processes that fork need not open, import and learn again."""


class Survey(Struct, frozen=True):
    """How the files of a run are looked at.

    `is_other` says which documents are no engagements; `progress` is told how many files are done, and of how many.
    """

    files: Files
    looker: Looker
    memory: Memory
    is_other: Callable[[Document], bool]
    jobs: int
    progress: Callable[[int, int], None]

    def look(self, names: Sequence[str]) -> list[Answer]:
        """Look at files, in their order."""
        known: dict[str, Answer] = {}
        for name in names:
            looked = self._known(name)
            if looked is not None:
                known[name] = looked
        unknown = [name for name in names if name not in known]
        for name, answer in zip(unknown, self._fresh(unknown), strict=True):
            known[name] = answer
            self.progress(len(known), len(names))
        self.memory.save()
        return [known[name] for name in names]

    def _known(self, name: str) -> Looked | None:
        """What is remembered of a file, if its bytes are still the same."""
        digest = self.memory.digest(name)
        if not digest:
            return None
        try:
            content = self.files.content(name)
        except UsageError:
            return None
        return self.memory.recall(name) if digest == digest_of(content) else None

    def _fresh(self, names: Sequence[str]) -> Iterator[Answer]:
        if len(names) < (MANY if self.jobs > 1 else ENDLESS):
            yield from map(self._here, names)
            return
        from bpogov.runs.looking.pool import in_processes

        yield from map(self._here, names[:_FIRST])
        names = names[_FIRST:]
        start = partial(ready, self.files, self.looker)
        for name, answer in zip(names, in_processes(names, self.jobs, start), strict=True):
            if isinstance(answer, Looked):
                self.memory.note(answer)
            yield answer if answer is not None else self._here(name)

    def _here(self, name: str) -> Answer:
        try:
            document = self.files.document(name)
        except UsageError as error:
            return error
        if self.is_other(document):
            return document
        looked = self.looker.at(document)
        if kind_of(document) not in KINDS:  # otherwise it depends on where the file lies what it is
            self.memory.note(looked)
        return looked


def ready(files: Files, looker: Looker) -> Callable[[str], Looked | None]:
    """What a process begins with: it looks at engagements, and leaves everything else to whoever started it."""
    return partial(_engagement, files, looker)


def _engagement(files: Files, looker: Looker, name: str) -> Looked | None:
    """What is found out about an engagement; None for everything else: this process knows only engagements."""
    try:
        document = files.document(name)
    except UsageError:
        return None
    return None if kind_of(document) in KINDS else looker.at(document)
