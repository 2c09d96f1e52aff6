"""A plain command line, read without click: as click reads it, or not at all."""

from collections.abc import Iterator
from typing import Any

import click
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpogov.cli.commands.check import command
from bpogov.cli.console import Console
from bpogov.cli.option import Option
from bpogov.cli.reading import read
from bpogov.cli.table import CHECK
from bpogov.report.formats import NAMES
from tests.cli.lines import plain

VALUES = [
    "",
    "-",
    "--",
    "a.yaml",
    "COM,SLA005",
    " , ",
    "2026-11-21",
    "json=a",
    "text=b=1",
    "jsn=a",
    "=",
    "json=",
    "é\udcff",
]
WORDS = ["error", "never", "eror", "always", "auto", "local", *NAMES]
JUNK = [
    "-h",
    "--help",
    "-qv",
    "-vq",
    "-q=1",
    "-",
    "--",
    "---",
    "-x",
    "--nothing",
    "-today",
    "--quiet=1",
    "--version",
    "+q",
]
WRITTEN = [name for option in CHECK for name in option.names]

values = st.sampled_from([*VALUES, *WORDS]) | st.text(max_size=4)
names = st.sampled_from(WRITTEN)
shortened = st.builds(lambda name, length: name[: length + 2], names, st.integers(0, 12))
joined = st.builds("{}={}".format, names | shortened, values)
arguments = st.lists(names | values | joined | shortened | st.sampled_from(JUNK), max_size=8)


plainly = st.lists(st.sampled_from(CHECK).flatmap(plain) | st.sampled_from([["a.yaml"], ["-"], [""]]), max_size=8)


def by_click(line: list[str], console: Console) -> dict[str, Any] | None:
    """What click understands; None where it complains, or answers otherwise."""
    try:
        return command.make_context("check", list(line), obj=console).params
    except (click.exceptions.Exit, click.ClickException):
        return None


def agree(line: list[str]) -> bool:
    """Whether a command line is read at all; if it is, then as click does, and the console is told the same."""
    console, other = Console(), Console()
    asked = read(line, CHECK, console)
    if asked is None:
        assert (console.color, console.debug) == ("auto", False)
        return False
    assert asked == by_click(line, other)
    assert (console.color, console.debug) == (other.color, other.debug)
    return True


@pytest.fixture(scope="module", autouse=True)
def _silent() -> Iterator[None]:
    """Help that is asked for goes nowhere."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(click, "echo", lambda *_, **__: None)
        patched.setattr("click.core.echo", lambda *_, **__: None)
        yield


@settings(max_examples=400, deadline=None)
@given(arguments)
def test_what_is_read_is_what_click_reads(line: list[str]) -> None:
    """Whatever the arguments are: the same values, or none."""
    agree(line)


@settings(max_examples=200, deadline=None)
@given(plainly, st.lists(values, max_size=3))
def test_everyday_command_lines_are_read(options: list[list[str]], after: list[str]) -> None:
    """Options by their full names, in any order, often and with paths between them."""
    line = [argument for option in options for argument in option]
    assert agree(line)
    assert agree([*line, "--", *after])


@pytest.mark.parametrize(
    "line",
    [
        *(["-h"], ["--help"], ["a.yaml", "--help"], ["-qv"], ["--tod", "2026-11-21"], ["--nothing"], ["--quiet=yes"]),
        *(
            ["--today"],
            ["--fail-on", "eror"],
            ["--fail-on="],
            ["--output", "out.json"],
            ["--output=json=a", "--output=json=a"],
        ),
        *(["---"], ["-q="], ["--Today", "x"], ["--color", "green"]),
    ],
    ids=" ".join,
)
def test_what_is_not_plain_is_left_to_click(line: list[str]) -> None:
    """What is misspelt, shortened, joined or missing, and what asks for help."""
    assert not agree(line)


def test_every_value_has_its_place() -> None:
    """Defaults, repeated options, the last of several, and paths wherever they stand."""
    options = ["--select", "COM,x", "--gate=ci", "--select=y", "-q", "--gate", "z", "--no-cache", "--output=json=b=c"]
    asked = read(["a", *options[:3], "-", *options[3:], "--", "-v", "--"], CHECK, Console())
    assert asked is not None
    assert asked["paths"] == ("a", "-", "-v", "--")
    assert (asked["select"], asked["gate"], asked["quiet"], asked["verbose"]) == (("COM", "x", "y"), "z", True, False)
    assert (asked["cache"], asked["files"], asked["ignore"]) == (None, (("json", "b=c"),), ())
    assert (asked["fail_on"], asked["format_name"]) == (None, "text")


def test_a_short_option_that_takes_something() -> None:
    """As click has it, its sign of equality would be part of what it takes: that is not plain."""
    number = Option(("-n", "--number"), "", metavar="N")
    assert read(["-n", "5", "--", "-n"], [number], Console()) == {"paths": ("-n",), "number": "5"}
    assert read(["--number=5"], [number], Console()) == {"paths": (), "number": "5"}
    assert read(["-n=5"], [number], Console()) is None
    assert read(["-n5"], [number], Console()) is None
