"""Characters that somebody or something would obey."""

import pytest

from bpogov.report.safe.visible import characters, visible


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("José 店 👍", "José 店 👍"),
        ("\x00\x1b\x7f\n\t", "␀␛␡␊␉"),
        ("\x85\u2028\u202e\ud800\ufeff", "<U+0085><U+2028><U+202E><U+D800><U+FEFF>"),
        ("a\u200db\u00a0c", "a\u200db\u00a0c"),
        (
            "##vso[task.complete] ##[error] ##teamcity[x]",
            "<U+0023>#vso[task.complete] <U+0023>#[error] <U+0023>#teamcity[x]",
        ),
        ("###[error]\n", "#<U+0023>#[error]␊"),
        ("::error::x :::error", "<U+003A>:error<U+003A>:x :<U+003A>:error"),
        ("## a heading, 10::30, a : b", "## a heading, 10::30, a : b"),
    ],
)
def test_visible(text: str, expected: str) -> None:
    """Letters of all scripts stay; what is invisible or obeyed by a terminal or a build server is written out."""
    assert visible(text) == expected


def test_the_characters_of_a_line_are_shown_one_by_one() -> None:
    """The start of a command is written out where it stands; a tab stays, and every character has its entry."""
    assert characters("a##[b\t\x1b") == ["a", "<U+0023>", "#", "[", "b", "\t", "␛"]
