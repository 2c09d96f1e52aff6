"""What the library's complaints become in the words of a person who does not program."""

import pytest

from bpogov.source.load import load
from bpogov.source.syntax import explain

# text: (line, marked text, message, help)
CASES = {
    "a: Northwind: customer care # c": (
        1,
        "Northwind: customer care",
        'A colon inside the text "Northwind: customer care" splits it in two',
        'put the text in quotes: a: "Northwind: customer care"',
    ),
    "a: 1\n  b: 2": (
        2,
        "b: 2",
        '"b: 2" is indented deeper than the line above it, which already has a value',
        "start it in the same column as the name in the line above",
    ),
    "k" * 1100 + ": 1": (1, "k" * 1100 + ": 1", "A name is longer than 1,024 characters", "shorten the name"),
    "a: foo\nbar": (
        2,
        "bar",
        '"bar" is no field, because it has no colon',
        "write name: value, or indent the line if it continues the text above it",
    ),
    "a:\n\tb: 1": (2, "\t", "A tab stands where only blanks can indent a line", "replace the tab by blanks"),
    "a: |\n\tb": (2, "\t", "A tab stands where only blanks can indent a line", "replace the tab by blanks"),
    "a: |\n  b\n \tc": (3, "\t", "A tab stands where only blanks can indent a line", "replace the tab by blanks"),
    "a:\n  b: c\n\td": (3, "\t", "A tab stands where only blanks can indent a line", "replace the tab by blanks"),
    "a: @b": (1, "@b", 'A text cannot start with "@" without quotes', 'put it in quotes: "@b"'),
    "a: `b` c": (1, "`b` c", 'A text cannot start with "`" without quotes', 'put it in quotes: "`b` c"'),
    "a: %b": (1, "%b", 'A text cannot start with "%" without quotes', 'put it in quotes: "%b"'),
    "a: {b: @c, d: 1}": (1, "@c", 'A text cannot start with "@" without quotes', 'put it in quotes: "@c"'),
    "- {a: b, c: @d}": (1, "@d", 'A text cannot start with "@" without quotes', 'put it in quotes: "@d"'),
    "a: 1\nb:c": (2, "b:c", 'A blank is missing after the colon of "b"', "write b: c"),
    "a: [b] c": (
        1,
        "c",
        '"c" follows a value that is already complete',
        'put the whole value in one pair of quotes, with \\" for a quote inside double quotes',
    ),
    "a: *": (1, "*", 'A text cannot start with "*" without quotes', 'put it in quotes: "*"'),
    "a: & b": (1, "& b", 'A text cannot start with "&" without quotes', 'put it in quotes: "& b"'),
    "a: > 5": (
        1,
        "> 5",
        'A text cannot start with ">" without quotes, unless it starts on the next line',
        'put it in quotes: "> 5"',
    ),
    'a: "b\nc: 1': (1, '"b', 'The quote (") that opens here is never closed', 'write another " where the text ends'),
    "a: 'b\n--- c": (1, "'b", "The quote (') that opens here is never closed", "write another ' where the text ends"),
    'a: "\\q"': (
        1,
        "\\q",
        '"\\q" means nothing in double quotes, where a backslash starts a special character',
        "write two backslashes for one, or use single quotes",
    ),
    'a: "\\x1"': (
        1,
        "\\x",
        '"\\x" has to be followed by 2 digits (0 to 9, a to f)',
        "write two backslashes for one, or use single quotes",
    ),
    "a: - b": (
        1,
        "- b",
        "A list cannot start on the line of its name",
        'start the list on the next line, or put the text in quotes: "- b"',
    ),
    "a: ? b": (1, "? b", 'A text cannot start with "? " without quotes', 'put it in quotes: "? b"'),
    "a: {b:}": (1, ":", "A blank is missing after the colon", 'write ": " with a blank, or put the text in quotes'),
    "%X\na: 1": (1, "%X", 'A line cannot start with "%"', "put the text in quotes, or delete the line"),
    "%TAG ! x\n--- 1": (1, "%TAG ! x", 'A line cannot start with "%"', "put the text in quotes, or delete the line"),
    "%YAML 1.1\n%YAML 1.2\n--- 1": (
        2,
        "%YAML 1.2",
        'A line cannot start with "%"',
        "put the text in quotes, or delete the line",
    ),
    "[a]\nb: 1": (
        2,
        "b: 1",
        '"b: 1" does not belong to what stands above it, which is complete',
        "give it a name (name: value) in the same column as the other names, or delete it",
    ),
    "[a]]": (
        1,
        "]",
        'The closing "]" has no opening one',
        "delete it, or put the text in quotes if it belongs to the text",
    ),
    "a: [b]]": (
        1,
        "]",
        'The closing "]" has no opening one',
        "delete it, or put the text in quotes if it belongs to the text",
    ),
    "a: }": (
        1,
        "}",
        'The closing "}" has no opening one',
        "delete it, or put the text in quotes if it belongs to the text",
    ),
    'a: "b" c': (
        1,
        "c",
        "The text in quotes has ended, but c follows",
        'put the whole value in one pair of quotes, with \\" for a quote inside double quotes',
    ),
    "a:\n    b: 1\n  c: 2": (
        3,
        "c: 2",
        '"c: 2" starts in column 3, where nothing that it could belong to starts',
        "start lines that belong together in the same column",
    ),
    "- a\nb: c": (
        2,
        "b: c",
        '"b: c" stands in a list, but is no item of it',
        "start it with a hyphen and a blank: - ",
    ),
    "a: [b, c}": (
        1,
        "}",
        'The bracket "[" is closed by "}"',
        'write "]" here, or close the inner bracket first',
    ),
    "a: [b, c\nd: 1": (1, "[b, c", 'The bracket "[" that opens here is never closed', 'write "]" where it ends'),
    "a: {b: 1\nd: 1": (1, "{b: 1", 'The bracket "{" that opens here is never closed', 'write "}" where it ends'),
    "a: [b,": (1, "[b,", 'The bracket "[" that opens here is never closed', 'write "]" where it ends'),
    "a: {b: c: d": (
        1,
        "c: d",
        'A colon inside the text "c: d" splits it in two',
        'put the text in quotes: "c: d"',
    ),
    'a: ["b" c]': (
        1,
        "c]",
        'A comma or "]" is missing before "c]"',
        "put a comma between two entries, and a text with quotes or brackets in it in quotes",
    ),
    "a: [b, , c]": (
        1,
        ",",
        "Nothing stands before this comma",
        "delete the comma, or write the missing entry before it",
    ),
    "a: [b, - c]": (1, "- c]", '"- c]" cannot stand here', 'put it in quotes if it is a text: "- c]"'),
    "[a: - b]": (1, "- b]", '"- b]" cannot stand here', 'put it in quotes if it is a text: "- b]"'),
    "[a: ": (1, "[a:", 'The bracket "[" that opens here is never closed', 'write "]" where it ends'),
}


@pytest.mark.parametrize("pure", [False, True], ids=["C", "Python"])
@pytest.mark.parametrize("text", CASES)
def test_words(text: str, pure: bool) -> None:
    """Each mistake is explained at the place where it is to be mended, whichever parser found it."""
    finding = load(text.encode(), "e.yaml", pure=pure).findings[-1]
    span = finding.location.span
    assert span is not None
    marked = text.splitlines()[span.start.line - 1][span.start.column - 1 : span.end.column - 1]
    assert (span.start.line, marked, finding.message, finding.help) == CASES[text]


def test_unknown_complaints_have_words_too() -> None:
    """A complaint that no table knows points at the line where reading ended."""
    trouble = explain(ValueError("?"), "a: 1\nbcd: 2 # x", 6, None)
    assert (trouble.id, trouble.start, trouble.end) == ("YML001", 5, 11)
    assert trouble.message == "The text cannot be read from this line on"
    assert explain(ValueError("?"), "", 6, None).start == 0


def test_text_that_breaks_the_parser_is_a_finding() -> None:
    """A tag whose escapes are no text makes the library itself fail; that is a finding like any other."""
    (finding,) = load(b"a: !%c0%80 b\n", "e.yaml").findings
    assert finding.rule in {"YML001", "YML009"}
