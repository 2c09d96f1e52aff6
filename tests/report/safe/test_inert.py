"""Text made harmless for programs that read it."""

import pytest

from bpogov.report.safe.inert import clean, inert, unlinked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("Café 日本", "Café 日本"),
        ("two\nlines\r\nthree", "two\nlines\nthree"),
        ("a\tb", "a   b"),
        ("\x1b[31m\x00\x07", "␛[31m␀␇"),
        ("\ud800", "<U+D800>"),
        ("\u202eabc\u2066", "<U+202E>abc<U+2066>"),
        ("\u2028", "<U+2028>"),
        ("\ufffe\uffff", "<U+FFFE><U+FFFF>"),
        ("\x85\x9b", "<U+0085><U+009B>"),
    ],
)
def test_what_would_be_obeyed_becomes_readable(text: str, expected: str) -> None:
    """Only printable characters and line ends are left, and every encoding of Unicode can write them."""
    assert inert(text) == expected
    assert inert(text).encode("utf-8")


def test_data_is_cleaned_in_depth() -> None:
    """Every text in maps and lists is made inert; numbers and keys stay."""
    assert clean({"a": ["\x1b", {"b": "\x00"}], "n": 1, "t": True}) == {"a": ["␛", {"b": "␀"}], "n": 1, "t": True}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[in](https://evil.example)", "[in] (https://evil.example)"),
        ("![](x)", "![] (x)"),
        ("<script>", "< script>"),
        ("<!-- gone", "< !-- gone"),
        ("</details>", "< /details>"),
        ("$.slas[a].target < 5", "$.slas[a].target < 5"),
    ],
)
def test_nothing_becomes_a_link_or_an_element(text: str, expected: str) -> None:
    """A space breaks what Markdown would turn into a link or into HTML, and nothing else changes."""
    assert unlinked(text) == expected
