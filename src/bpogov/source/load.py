"""From the bytes of a file to a document with positions; no content of a file ever raises."""

from bpogov.source.content import content
from bpogov.source.document import Document
from bpogov.source.limits import DEFAULT_LIMITS, Limits


def load(raw: bytes, file: str, limits: Limits = DEFAULT_LIMITS, *, pure: bool = False) -> Document:
    """Read the content of a file as YAML 1.2 core; whatever is wrong with it becomes a finding of the document.

    `file` is the name that findings show. `pure` takes PyYAML's parser in Python, which gives the same result.
    """
    return Document(file, raw, content(raw, limits, pure=pure))
