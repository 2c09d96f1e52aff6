"""The options of a check, and what their values mean."""

from pathlib import Path

import pytest

from bpogov.cli.console import Console
from bpogov.cli.table import CHECK, OUTPUT, cache_folder, pairs, words


def test_words_stand_between_commas() -> None:
    """In one value or in several; what is empty is none."""
    assert words(["COM, SLA005", "", "x,,", " "]) == ("COM", "SLA005", "x")


def test_a_format_and_its_file() -> None:
    """In the order given; a file may have any name, and several files the same format."""
    assert pairs(["json=b", "text=a=1", "json= "]) == (("json", "b"), ("text", "a=1"), ("json", " "))


@pytest.mark.parametrize(
    ("values", "complaint"),
    [
        (["json"], '"json" is not a format and a file, such as sarif=bpogov.sarif'),
        (["json="], '"json=" is not a format and a file, such as sarif=bpogov.sarif'),
        (["json=a", "sarif=a"], '"a" is named twice, but holds one report'),
        (["=a"], '"" is not one of text, concise, json'),
        (["jsn=a"], 'did you mean "json"?'),
    ],
)
def test_what_is_no_pair_is_refused(values: list[str], complaint: str) -> None:
    """In a sentence for people."""
    with pytest.raises(ValueError, match="is n") as refused:
        pairs(values)
    assert complaint in str(refused.value)


def test_where_compiled_policies_are_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """In the folder for it, else below the home; nowhere if that is no place of its own, or nobody wants it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder(unwanted=False) == str(tmp_path / "bpogov")
    assert cache_folder(unwanted=True) is None
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert cache_folder(unwanted=False) is None
    monkeypatch.setenv("XDG_CACHE_HOME", "")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert cache_folder(unwanted=False) == str(tmp_path / "home" / ".cache" / "bpogov")


def test_the_console_is_told_of_colour_and_traces() -> None:
    """By the options that every command has."""
    console = Console()
    for option, value in zip(OUTPUT, ("never", True), strict=True):
        assert option.tells is not None
        option.tells(console, value)
    assert (console.color, console.debug) == ("never", True)


def test_no_two_options_of_a_check_are_the_same() -> None:
    """Neither in how they are written, nor in what the command calls their values."""
    names = [name for option in CHECK for name in option.names]
    keys = [option.key for option in CHECK]
    assert (len(set(names)), len(set(keys))) == (len(names), len(keys))
