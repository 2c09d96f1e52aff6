"""A tree that notes what it was asked and what it answered: while the answers stay, so does what was made of them."""

from collections.abc import Iterable
from hashlib import blake2b

from bpogov.core.errors import UsageError
from bpogov.source.tree import Tree

Answer = tuple[str, str, bool, str]
"""Which question about which path, whether it was asked of the disk in place of a revision, and a digest."""


class Watched:
    """The files of another tree; `answers` are all that were given so far, in any order.

    Nothing is noted of `apart`, a folder on disk: somebody else knows when something in it changes.
    """

    def __init__(self, tree: Tree, apart: str = "", known: set[Answer] | None = None, *, of_disk: bool = False) -> None:
        self._tree = tree
        self._apart = apart
        self._known: set[Answer] = set() if known is None else known
        self._of_disk = of_disk

    @property
    def answers(self) -> tuple[Answer, ...]:
        """Every answer, sorted."""
        return tuple(sorted(self._known))

    def read(self, path: str) -> bytes:
        """The content of a file."""
        content = self._tree.read(path)
        self._note("read", path, content)
        return content

    def is_file(self, path: str) -> bool:
        """Whether there is a file."""
        found = self._tree.is_file(path)
        self._note("is_file", path, found)
        return found

    def below(self, folder: str) -> tuple[str, ...]:
        """The files below a folder."""
        found = self._tree.below(folder)
        self._note("below", folder, found)
        return found

    def named(self, path: str) -> str:
        """The name of a file in reports."""
        return self._tree.named(path)

    def on_disk(self) -> "Watched":
        """The files as they are on disk; what they answer is noted together with the rest."""
        return Watched(self._tree.on_disk(), self._apart, self._known, of_disk=True)

    def _note(self, question: str, path: str, found: object) -> None:
        if not self._apart or not f"{path}/".startswith(f"{self._apart}/"):
            self._known.add((question, path, self._of_disk, _digest(found)))


def unchanged(answers: Iterable[Answer], tree: Tree) -> bool:
    """Whether a tree still gives all these answers."""
    return all(_same(answer, tree) for answer in answers)


def _same(answer: Answer, tree: Tree) -> bool:
    question, path, of_disk, digest = answer
    asked = tree.on_disk() if of_disk else tree
    try:
        found = getattr(asked, question)(path) if question in _QUESTIONS else None
    except UsageError:
        return False
    return _digest(found) == digest


_QUESTIONS = frozenset({"read", "is_file", "below"})


def _digest(found: object) -> str:
    content = found if isinstance(found, bytes) else repr(found).encode("utf-8", "surrogatepass")
    return blake2b(content, digest_size=32).hexdigest()
