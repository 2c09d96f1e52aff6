"""A document tells where each part of a file stands."""

from hashlib import sha256

from bpogov.core.position import Span
from bpogov.source.data import Data
from bpogov.source.document import Document
from bpogov.source.load import load

TEXT = """\
# an engagement
title: Northwind 🙂 e\u0301 # comment
parties:
  client: {name: "A \\"B\\"", 'since': 1.10}   # more
  anchored: &base
    # inside
    x: 1
    y:
list:
- one
-
- - two
  - >-
    folded
    text

- {}
copy: *base
merged:
  <<: *base
  z: 'it''s'
version: 1.10
empty: ~
last: |
  block
  text
"""


def doc() -> Document:
    """The document of TEXT."""
    return load(TEXT.encode(), "e.yaml")


def at(span: Span | None) -> str:
    """Give a span as line:column-line:column."""
    assert span is not None
    return f"{span.start.line}:{span.start.column}-{span.end.line}:{span.end.column}"


def test_spans_cover_exactly_the_value() -> None:
    """A span starts and ends with the text of the value, in lines and code points."""
    document = doc()
    spans = {
        ("title",): "2:8-2:22",
        ("parties",): "4:3-8:7",
        ("parties", "client"): "4:11-4:43",
        ("parties", "client", "name"): "4:18-4:27",
        ("parties", "client", "since"): "4:38-4:42",
        ("parties", "anchored"): "7:5-8:7",
        ("parties", "anchored", "y"): "8:7-8:7",
        ("list",): "10:1-17:5",
        ("list", 0): "10:3-10:6",
        ("list", 1): "11:2-11:2",
        ("list", 2): "12:3-15:9",
        ("list", 2, 1): "13:5-15:9",
        ("list", 3): "17:3-17:5",
        ("copy",): "18:7-18:12",
        ("copy", "x"): "7:8-7:9",
        ("merged",): "20:3-21:13",
        ("merged", "x"): "7:8-7:9",
        ("last",): "24:7-26:7",
        (): "2:1-26:7",
    }
    assert {path: at(document.span(path)) for path in spans} == spans
    client = document.span(("parties", "client"))
    assert client is not None
    line = TEXT.splitlines()[3]
    assert line[client.start.column - 1 : client.end.column - 1] == '{name: "A \\"B\\"", \'since\': 1.10}'


def test_what_is_not_there_has_no_span() -> None:
    """A path that leads nowhere has no span, no key and no text."""
    document = doc()
    for path in [("nobody",), ("title", "x"), ("title", 0), ("list", 9), ("list", "x"), ("nobody", "x"), (0,)]:
        assert document.span(path) is None
        assert document.key_span(path) is None
        assert document.written(path) is None


def test_key_spans_cover_exactly_the_key() -> None:
    """A key is found where it is written, through aliases and merges too; list items and the root have none."""
    document = doc()
    assert at(document.key_span(("parties", "client", "since"))) == "4:29-4:36"
    assert at(document.key_span(("copy", "x"))) == "7:5-7:6"
    assert at(document.key_span(("merged", "x"))) == "7:5-7:6"
    assert document.key_span(("list", 0)) is None
    assert document.key_span(()) is None


def test_written_gives_what_the_author_wrote() -> None:
    """Numbers and empty places come as written, texts as they read, groups and lists not at all."""
    document = doc()
    assert document.written(("version",)) == "1.10"
    assert document.written(("parties", "client", "since")) == "1.10"
    assert document.written(("parties", "client", "name")) == 'A "B"'
    assert document.written(("merged", "z")) == "it's"
    assert document.written(("copy", "x")) == "1"
    assert document.written(("empty",)) == "~"
    assert document.written(("parties", "anchored", "y")) == ""
    assert document.written(("list",)) is None
    assert load(b"a: &a 1.10\nb: *a", "e").written(("b",)) == "1.10"
    assert load(b"a: .inf", "e").written(("a",)) == ".inf"


def test_locate_gives_the_value() -> None:
    """A value that exists is shown itself, with its lines and the path as people read it."""
    location = doc().locate(("parties", "client", "name"), "$.parties.client.name")
    assert (location.file, location.path) == ("e.yaml", "$.parties.client.name")
    assert at(location.span) == "4:18-4:27"
    assert location.lines == (TEXT.splitlines()[3],)
    assert doc().locate(()).lines == tuple(TEXT.splitlines()[1:4])


def test_locate_gives_the_nearest_place_for_what_is_missing() -> None:
    """A missing part is shown at the key of its closest parent, in a list at the first key of the item."""
    document = load(b"# c\na: {b: 1}\nl:\n- c: 1\n  d: 2\n- e\n- {}\nf:\n", "e.yaml")
    nearest = {
        ("a", "x"): "2:1-2:2",
        ("a", "b", "x"): "2:5-2:6",
        ("l", 0, "x"): "4:3-4:4",
        ("l", 0, "x", "y"): "4:3-4:4",
        ("l", 1, "x"): "6:3-6:4",
        ("l", 2, "x"): "7:3-7:5",
        ("l", 9): "3:1-3:2",
        ("f",): "8:1-8:2",
        ("x",): "2:1-2:2",
    }
    assert {path: at(document.locate(path).span) for path in nearest} == nearest
    assert at(load(b"a: &a {b: 1}\nc: [*a]", "e").locate(("c", 0, "x")).span) == "1:8-1:9"
    assert at(load(b"", "e").locate(("c", 0, "x")).span) == "1:1-1:1"


def test_locate_key() -> None:
    """A field can be shown by its key; what has no key is shown like a value."""
    document = doc()
    assert at(document.locate_key(("version",), "$.version").span) == "22:1-22:8"
    assert document.locate_key(("version",), "$.version").path == "$.version"
    assert at(document.locate_key(("list", 0)).span) == "10:3-10:6"


def test_locate_within_maps_into_the_written_text() -> None:
    """A stretch of a text is found in the file, whatever quotes, escapes, folds and indentation stand between."""
    document = load(b'a: "x\\"y\\u00e9z"\nb: |\n  one\n  two\nc: &c plain\nd: *c\ne: 5\n', "e.yaml")
    assert at(document.locate_within(("a",), 2).span) == "1:8-1:9"
    assert at(document.locate_within(("a",), 3, 2).span) == "1:9-1:16"
    assert at(document.locate_within(("b",), 4, 3).span) == "4:3-4:6"
    assert at(document.locate_within(("c",), 0, 99, "$.c").span) == "5:7-5:12"
    assert at(document.locate_within(("c",), 0, 0).span) == "5:7-5:8"
    assert document.locate_within(("c",), 99).span == document.span(("c",))
    assert document.locate_within(("d",), 1).span == document.span(("d",))
    assert document.locate_within(("e",), 0).span == document.span(("e",))


def test_locate_within_gives_the_whole_value_where_it_cannot_tell() -> None:
    """A text that cannot be aligned is shown whole."""
    document = load(b"a: text\n", "e.yaml")
    assert isinstance(document.data, dict)
    document.data["a"] = "else"  # nobody may do this; it stands for a text that the alignment does not know
    assert document.locate_within(("a",), 1).span == document.span(("a",))


def test_digest_is_of_the_bytes() -> None:
    """The digest identifies the bytes as they were, with their byte order mark."""
    raw = b"\xef\xbb\xbfa: 1"
    document = load(raw, "e.yaml")
    assert document.digest == f"sha256:{sha256(raw).hexdigest()}"
    assert document.digest == f"sha256:{sha256(raw).hexdigest()}"
    assert document.text == "a: 1"


def test_of_makes_a_document_from_data() -> None:
    """Plain data becomes a document with the same data, and with places."""
    data: Data = {"id": "x", "list": [1, {"a": None}], "odd name": "1.10", "empty": {}}
    document = Document.of(data, "patched")
    assert document.data == data
    assert at(document.span(("list", 1, "a"))) == "4:8-4:12"


def test_of_reports_what_cannot_be_written() -> None:
    """Data that no file could hold gives findings, no exception."""
    document = Document.of({"a": float("inf"), "b": "\ud800"}, "patched")
    assert document.data is None
    assert [finding.rule for finding in document.findings] == ["YML012", "YML011"]
