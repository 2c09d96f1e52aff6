"""Characters that a terminal or a build server would obey, written out so that people see them."""

import re

TAB_STOP = 4
ELLIPSIS = "…"
_JOINERS = "\u200c\u200d"
_COMMAND = re.compile(r"#(?=#[\w\[])|:(?=:[A-Za-z])")
"""Where a command to a build server starts, which reads what a job prints: `##vso[` and `##[` of Azure Pipelines,
`##teamcity[`, also in the middle of a line; `::error` of GitHub, which a broken line may bring to its start."""


def visible(text: str) -> str:
    """Give `text` with every character that is invisible, or that a terminal or a build server would obey, written out.

    ASCII control characters become their Unicode pictures (escape is shown as ␛), other control, formatting and
    direction characters become `<U+202E>`, and so does the first character of `##[` and of `::error`. Joiners, which
    some scripts need, stay.
    """
    if "##" in text or "::" in text:
        text = _COMMAND.sub(_written_out, text)
    return text if text.isprintable() else "".join(map(_shown, text))


def characters(line: str) -> list[str]:
    """Give what to show for each character of a source line; a tab stays, because its width is not known here."""
    commands = {match.start() for match in _COMMAND.finditer(line)}
    return [_alone(character, obeyed=index in commands) for index, character in enumerate(line)]


def _alone(character: str, *, obeyed: bool) -> str:
    if character == "\t":
        return character
    return f"<U+{ord(character):04X}>" if obeyed else visible(character)


def _written_out(match: re.Match[str]) -> str:
    return f"<U+{ord(match[0]):04X}>"


def _shown(character: str) -> str:
    if character.isprintable() or character in _JOINERS:
        return character
    code = ord(character)
    if code < ord(" "):
        return chr(0x2400 + code)
    if code == ord("\x7f"):
        return "␡"
    from unicodedata import category  # imported here: only unusual text needs it

    return f"<U+{code:04X}>" if category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else character
