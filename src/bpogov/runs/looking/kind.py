"""What a file says that it is, when it is no engagement."""

import re

from bpogov.source.document import Document

KINDS = {
    "Configuration": ("configuration", "configuration"),
    "Pack": ("pack", "pack"),
    "Rule": ("rule", "rule file"),
    "Waiver": ("waiver", "waiver"),
    "Baseline": ("baseline", "baseline"),
}
"""Each kind with its name among the inputs of a report, and what people call such a file."""

_SAID = re.compile(r"^kind:[ \t]*[\"']?(\w+)", re.MULTILINE)


def kind_of(document: Document) -> str:
    """What a file says that it is, also one that cannot be read as a whole."""
    if isinstance(document.data, dict):
        said = document.data.get("kind")
        return said if isinstance(said, str) else ""
    found = _SAID.search(document.text)
    return found[1] if found else ""
