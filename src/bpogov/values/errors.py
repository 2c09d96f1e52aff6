"""What a value says when it cannot be read."""


class BadValue(ValueError):
    """A text is not a value of the kind that is expected.

    `message` is one whole sentence without a full stop that names the text found and what is expected;
    `suggestion` is the exact text to write instead, or empty where more than one was possible.
    """

    def __init__(self, message: str, suggestion: str = "") -> None:
        self.message = message
        self.suggestion = suggestion
        super().__init__(message)


def quoted(text: str) -> str:
    """Give `text` in double quotes as a message shows it: on one line, without control characters, and not too long."""
    shown = "".join(letter if letter.isprintable() else " " for letter in text[: _LONGEST + 1])
    if len(shown) > _LONGEST:
        shown = shown[: _LONGEST - 1] + "…"
    return f'"{shown}"'


_LONGEST = 60
