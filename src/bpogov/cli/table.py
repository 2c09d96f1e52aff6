"""The options of `bpogov check`, and those that it shares with other commands: each is written here, and only here."""

import os
from collections.abc import Sequence

from bpogov.cli.console import Console
from bpogov.cli.option import Option, one_of
from bpogov.report.formats import NAMES, TEXT


def words(values: Sequence[str]) -> tuple[str, ...]:
    """Give the words of an option that may be repeated and may hold several words with commas between them."""
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


def pairs(values: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Give formats and files. Raises ValueError where one is no such pair, and where two reports go into one file."""
    found: dict[str, str] = {}
    for value in values:
        name, equals, file = value.partition("=")
        if not (equals and file):
            raise ValueError(f'"{value}" is not a format and a file, such as sarif=bpogov.sarif')
        if file in found:
            raise ValueError(f'"{file}" is named twice, but holds one report')
        found[file] = one_of(name, NAMES)
    return tuple((name, file) for file, name in found.items())


def cache_folder(unwanted: bool) -> str | None:  # noqa: FBT001 (the value of a flag)
    """The user's own folder for what can be made again (XDG Base Directory Specification), if it has a place."""
    above = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(above, "bpogov") if os.path.isabs(above) and not unwanted else None


def processes(value: str | None) -> int | None:
    """Give a number of processes; None stays. Raises ValueError where it is no number from 1 to 99."""
    if value is None:
        return None
    if not (value.isascii() and value.isdigit() and len(value.lstrip("0")) in (1, 2)):
        raise ValueError(f'"{value}" is no number from 1 to 99')
    return int(value)


def _color(console: Console, value: str) -> None:
    console.color = value


def _debug(console: Console, value: bool) -> None:  # noqa: FBT001 (the value of a flag)
    console.debug = value


OUTPUT = (
    Option(
        ("--color",),
        "Colour; auto: on a terminal, unless NO_COLOR is set.",
        kind="word",
        choices=("auto", "always", "never"),
        default="auto",
        tells=_color,
    ),
    Option(("--debug",), "Show where in bpogov something failed.", flag=True, tells=_debug),
)
"""What every command has."""

POLICY = (
    Option(("--config",), "The configuration; default: bpogov.yaml here or above.", kind="file", metavar="FILE"),
    Option(
        ("--policies",),
        "The folder of the packs of the organisation; default: policies/.",
        kind="folder",
        metavar="FOLDER",
    ),
)
"""What says which rules apply."""

CACHE = Option(
    ("--no-cache",), "Look at everything anew, and keep nothing.", value="cache", flag=True, meaning=cache_folder
)

_JOBS = Option(
    ("--jobs",), "How many processes look at files; default: one per processor.", meaning=processes, metavar="N"
)

_VERDICT = (
    Option(("--gate",), "The gate for the verdict.", kind="gate", default="local", metavar="NAME"),
    Option(
        ("--fail-on",),
        "The lightest that fails; default: what the gate says.",
        kind="word",
        choices=("error", "warning", "note", "never"),
    ),
    Option(("--select",), "Only these: ids, starts, or names.", repeated=True, meaning=words, metavar="RULES"),
    Option(("--ignore",), "All but these.", repeated=True, meaning=words, metavar="RULES"),
    Option(("--no-waivers",), "Show the world without waivers: what they accept counts.", flag=True),
    Option(
        ("--baseline",), "Known findings that do not count; bpogov baseline writes it.", kind="file", metavar="FILE"
    ),
    Option(("--trust",), "Take everything but the engagements from this git revision.", metavar="REF"),
    Option(("--removed-since",), "Fail if an engagement of this git revision was removed.", metavar="REF"),
    Option(("--today",), "The date to check for, such as 2026-11-21; default: today.", metavar="DATE"),
    Option(
        ("--stdin-filename",),
        "The name of what - gives.",
        default="standard-input.yaml",
        shows_default=False,
        metavar="NAME",
    ),
    Option(("--allow-empty",), "Pass where there is no engagement to check.", flag=True),
)

_INSPECTION = (
    Option(("--show-files",), "Only list the engagement files that would be checked.", flag=True),
    Option(("--show-config",), "Only list what a check would go by, with its origin.", flag=True),
)

_REPORT = (
    Option(
        ("--format",),
        f"How to show the result: {', '.join(NAMES)}.",
        value="format_name",
        kind="word",
        choices=NAMES,
        default=TEXT,
        metavar="NAME",
    ),
    Option(
        ("--output",),
        "Also write the report into a file; may be repeated.",
        value="files",
        kind="pair",
        choices=NAMES,
        repeated=True,
        meaning=pairs,
        metavar="FORMAT=FILE",
    ),
    Option(("--omit-suppressed",), "Leave what is waived or in the baseline out of SARIF, for GitHub.", flag=True),
    Option(("--statistics",), "Only count the findings of each rule.", flag=True),
    Option(("-q", "--quiet"), "One line for each finding that fails the check.", flag=True),
    Option(("-v", "--verbose"), "Everything in full: notes, places, what was not checked and why.", flag=True),
)

_EVIDENCE = (
    Option(("--attest",), "Write evidence of the verdict into FILE (.intoto.jsonl).", kind="file", metavar="FILE"),
    Option(("--sign-key",), "Sign the evidence with this private key (Ed25519).", kind="file", metavar="KEY"),
)

CHECK = (*_VERDICT, CACHE, _JOBS, *_INSPECTION, *_REPORT, *_EVIDENCE, *POLICY, *OUTPUT)
"""The options of `bpogov check`, in the order of its help."""
