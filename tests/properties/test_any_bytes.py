"""Whatever the bytes of a file are, reading gives a document: never an exception, and the same from both parsers."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bpogov.core.location import Path
from bpogov.source.data import Data
from bpogov.source.document import Document
from bpogov.source.limits import Limits
from bpogov.source.load import load

PIECES = [
    *"ab:: \n\n--,?[]{}#&*!|>'\"%@`\t\\.0~<\r\0",
    *("- ", "a: ", "\n  ", "---\n", "...\n", "é", "🙂", "\u2028", "\x85", "\ufeff", "\x7f", "&a ", "*a", "<<: "),
    *('"a"', "'b'", "\\u12", '"\\0"', "| \n", ">-\n", "!a ", "%YAML 1.2\n", "%TAG !a b\n", "? ", ".inf", "1e999"),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def paths(data: Data, path: Path = ()) -> list[Path]:
    """Give the path of every value."""
    if isinstance(data, dict):
        return [path, *(inner for name, value in data.items() for inner in paths(value, (*path, name)))]
    if isinstance(data, list):
        return [path, *(inner for at, value in enumerate(data) for inner in paths(value, (*path, at)))]
    return [path]


def everything(document: Document) -> object:
    """Ask a document everything it can be asked."""
    places = [
        (path, document.span(path), document.key_span(path), document.written(path), document.locate_within(path, 0))
        for path in paths(document.data)
    ]
    return document.findings, repr(document.data), document.digest, places, document.locate(("x", 0))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(raw: bytes) -> None:
    """Any bytes give a document that either holds data or says what is wrong."""
    document = load(raw, "e.yaml")
    everything(document)
    assert document.findings or document.data is not None


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_any_text_means_the_same_to_both_parsers(text: str) -> None:
    """Signs of YAML in any order give the same data, places and findings with the parser in C and in Python."""
    raw = text.encode()
    assert everything(load(raw, "e.yaml")) == everything(load(raw, "e.yaml", pure=True))


@settings(max_examples=50, deadline=None)
@given(TEXTS, st.builds(Limits, size=st.just(1000), depth=st.integers(0, 3), values=st.integers(0, 5)))
def test_any_limits(text: str, limits: Limits) -> None:
    """However tight the limits are, reading ends with a document."""
    everything(load(text.encode(), "e.yaml", limits))


@settings(max_examples=100, deadline=None)
@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers(-(2**63), 2**63 - 1)
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\ufffe\uffff"), max_size=20),
        lambda inner: (
            st.lists(inner, max_size=4) | st.dictionaries(st.text("ab-é 1\"'\\", max_size=5), inner, max_size=4)
        ),
        max_leaves=15,
    )
)
def test_data_survives_being_written(data: Data) -> None:
    """Data made into a document is that document's data."""
    document = Document.of({"root": data}, "e.yaml")
    assert document.findings == ()
    assert document.data == {"root": data}
