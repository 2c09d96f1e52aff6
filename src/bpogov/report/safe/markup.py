"""Text of strangers inside Markdown (GitHub Flavored Markdown and GitLab's), where it stays text."""

import re

from bpogov.report.safe.visible import ELLIPSIS, visible

_LONGEST = 1000
_NOTHING = "&#8203;"
"""A space of no width: it keeps apart what GitHub and GitLab look for in the text after Markdown was read."""

_MARKUP = re.compile(r"[!#$&*<>@\[\\\]^_`{|}~]")
_TRIGGER = re.compile(
    r"""[@#!$&^](?=[\w"'])     # @name, #123, !123, $123, &123, ^alert
    | [~%](?="?\w)             # ~label, %"milestone"
    | \[(?=\[|\w+:)            # [[page]], [issue:1]
    | :(?=//|[a-z+-][\w+-]*(:|$))  # https://, :smile:, where a colon may follow the text too
    | \bwww(?=\.)              # www.example.com
    | \bgh-(?=\d)              # GH-123""",
    re.VERBOSE | re.IGNORECASE,
)


def escape(text: str) -> str:
    """Give `text` as Markdown that shows it and nothing else: no markup, HTML, link, image, mention or reference.

    The result is one line, safe in a cell of a table and inside an element of HTML. It must follow something on its
    line: what starts a line is read in another way. Very long text is cut.
    """
    shown = visible(text if len(text) <= _LONGEST else text[: _LONGEST - 1] + ELLIPSIS)
    pieces: list[str] = []
    last = 0
    for found in _TRIGGER.finditer(shown):
        pieces.append(_plain(shown[last : found.end()]) + _NOTHING)
        last = found.end()
    return "".join(pieces) + _plain(shown[last:])


def code(text: str) -> str:
    """Give `text` in the type of code, escaped like any other."""
    return f"<code>{escape(text)}</code>" if text else ""


def row(*cells: str) -> str:
    """Give one row of a table; the cells must be Markdown on one line."""
    return f"| {' | '.join(cells)} |"


def head(*names: str) -> list[str]:
    """Give the lines that start a table."""
    return ["", row(*names), row(*["---"] * len(names))]


def fence(lines: tuple[str, ...], indent: str = "") -> list[str]:
    """Give lines of YAML to be copied as a block of code that nothing in them can end."""
    shown = [visible(line) for line in lines]
    longest = max((len(run) for line in shown for run in re.findall("`+", line)), default=0)
    mark = "`" * max(3, longest + 1)
    return [f"{indent}{line}".rstrip() for line in (f"{mark}yaml", *shown, mark)]


def _plain(text: str) -> str:
    return _MARKUP.sub(lambda found: f"&#{ord(found[0])};", text)
