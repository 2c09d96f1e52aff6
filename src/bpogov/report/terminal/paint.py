"""Colour, or none, for text that goes to a terminal."""

from bpogov.core.severity import Severity

_CODES = {
    "error": "1;31",
    "warning": "1;33",
    "note": "1;36",
    "good": "1;32",
    "strong": "1",
    "quiet": "2",
    "frame": "34",
}


class Paint:
    """Wraps text in the colour of its role (ECMA-48 SGR codes); without colour it gives the text back as it is.

    Roles: the three severities, `good`, `strong`, `quiet` (less important) and `frame` (line numbers and rules).
    """

    __slots__ = ("_color",)

    def __init__(self, *, color: bool) -> None:
        self._color = color

    def __call__(self, text: str, role: str | Severity) -> str:
        """Give `text` in the colour of `role`; the text must be safe to show already."""
        return f"\x1b[{_CODES[role]}m{text}\x1b[0m" if self._color and text else text
