"""The bytes of the files of a run, and what they are read as."""

from msgspec import Struct

from bpogov.core.errors import UsageError
from bpogov.model.engagement import Engagement
from bpogov.model.validate import validate
from bpogov.runs.looking.looked import Looked
from bpogov.source.discover import read
from bpogov.source.document import Document
from bpogov.source.load import load


class Files:
    """The files on disk; what standard input holds, if anything, stands for the file called `name`.

    An editor sends what is not saved yet.
    """

    def __init__(self, stdin: bytes | None = None, name: str = "") -> None:
        self._stdin = stdin
        self._name = name

    def content(self, file: str) -> bytes:
        """The bytes of a file. Raises UsageError where it cannot be read."""
        return self._stdin if self._stdin is not None and file == self._name else read(file)

    def document(self, file: str) -> Document:
        """A file, read. Raises UsageError as `content` does."""
        return load(self.content(file), file)

    def engagement(self, looked: Looked) -> Engagement:
        """The engagement again that was looked at. Raises UsageError where its file is another one now."""
        document = self.document(looked.file)
        if document.digest != looked.digest:
            message = f'"{looked.file}" was changed while it was checked, so nobody knows what holds for it'
            raise UsageError(message, "check it again", "changed")
        return validate(document)


class Checked(Struct, frozen=True):
    """The engagements of a run, with the files that they were read from."""

    engagements: tuple[Looked, ...]
    files: Files
