"""Text from files of strangers, made harmless for the formats that other programs read and show."""

import re
from typing import Any

from bpogov.report.safe.visible import TAB_STOP, visible

_NOT_FOR_XML = {0xFFFE: "<U+FFFE>", 0xFFFF: "<U+FFFF>"}
_LINK = re.compile(r"(?<=\])(?=\()|(?<=<)(?=[A-Za-z/!?])")


def inert(text: str) -> str:
    """Give `text` with nothing in it that a terminal, a build server or a parser would obey; only line ends stay.

    Control, direction and invisible characters, lone surrogates and the two code points that XML 1.0 leaves out become
    readable (`␛`, `<U+202E>`), tabs become spaces. What is left can be written in every encoding of Unicode.
    """
    lines = text.replace("\r\n", "\n").expandtabs(TAB_STOP).split("\n")
    return "\n".join(visible(line) for line in lines).translate(_NOT_FOR_XML)


def clean(data: Any) -> Any:
    """Give plain data (maps, lists and scalars) with every text in it inert; keys of maps stay, they are ours."""
    if isinstance(data, str):
        return inert(data)
    if isinstance(data, dict):
        return {key: clean(value) for key, value in data.items()}
    if isinstance(data, list):
        return [clean(item) for item in data]
    return data


def unlinked(text: str) -> str:
    """Give `text` with a space wherever a reader of Markdown would begin the address of a link, or an element of HTML.

    For programs that take the text for Markdown although it is plain: escapes would be seen where it is shown as it is.
    """
    return _LINK.sub(" ", text)
