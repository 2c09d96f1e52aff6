"""Each character of a value is found in the text it was read from."""

import pytest

from bpogov.source.align import alignment


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("plain text", "plain text"),
        ("two  \n   lines", "two lines"),
        ("two\n\n\n  lines", "two\n\nlines"),
        ("'it''s'", "it's"),
        ("'a\r\n\r\n  b'", "a\nb"),
        ('"a\\tb\\x41\\u00e9\\U0001F642"', "a\tbAé🙂"),
        ('"a\\\n   b"', "ab"),
        ('"a \\\n\n  b"', "a \nb"),
        ('"a\n  \\ b"', "a  b"),
        ("|\n  one\n   two\n\n  three\n", "one\n two\n\nthree\n"),
        ("|2-\n    indented", "  indented"),
        (">\n  a\n  b\n\n  c\n    d\n  e", "a b\nc\n  d\ne\n"),
        ("|+\n  a", "a\n\n"),
        ("|", ""),
        ("", ""),
    ],
)
def test_alignment(source: str, value: str) -> None:
    """Places rise, lie inside the source, and visible characters stand there as themselves or as an escape."""
    places = alignment(source, value)
    assert places is not None
    assert len(places) == len(value)
    assert [start for start, _ in places] == sorted(start for start, _ in places)
    for (start, end), character in zip(places, value, strict=True):
        written = source[start:end]
        assert written == character or written[:1] in ("\\", "'", "\n", "\r", "", " ")


def test_exact_places() -> None:
    """Escapes and folds are as wide as they are written."""
    assert alignment('"a\\u00e9b"', "aéb") == [(1, 2), (2, 8), (8, 9)]
    assert alignment("a  \n b", "a b") == [(0, 1), (1, 5), (5, 6)]


@pytest.mark.parametrize(
    ("source", "value"), [("abc", "abd"), ("abc", "ab"), ("abc", "abcd"), ("|\n  abc", "abd"), ("|\n  a\n  b", "axb")]
)
def test_texts_that_do_not_belong_together(source: str, value: str) -> None:
    """Where value and source differ there are no places."""
    assert alignment(source, value) is None
