"""A span covers exactly the text of its value, in every style in which people write YAML."""

import json
from collections.abc import Callable

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bpogov.core.location import Path
from bpogov.core.position import Position, Span
from bpogov.source.data import Data
from bpogov.source.document import Document
from bpogov.source.load import load

NAMES = st.sampled_from(["id", "title", "x-note", "q&a", "zwei Wörter", "日本", "🙂", "true", "1.10", "it's"])
LETTERS = st.sampled_from("ab é🙂e\u0301:#-'\"\\,[]{}\n")
SCALARS = (
    st.none() | st.booleans() | st.integers(-999, 999) | st.sampled_from([1.5, 1e22]) | st.text(LETTERS, max_size=12)
)
TREES = st.dictionaries(
    NAMES,
    st.recursive(
        SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3), max_leaves=10
    ),
    min_size=1,
    max_size=4,
)


def texts(data: Data) -> Data:
    """Give `data` with every single value as text, because these styles would write a type mark for the others."""
    if isinstance(data, dict):
        return {name: texts(value) for name, value in data.items()}
    return [texts(value) for value in data] if isinstance(data, list) else str(data)


STYLES: list[Callable[[Data], str]] = [
    lambda data: yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=20),
    lambda data: yaml.safe_dump(data, default_flow_style=True, width=15),
    lambda data: yaml.safe_dump(texts(data), default_style="'", indent=4, explicit_start=True, line_break="\r\n"),
    lambda data: yaml.safe_dump(texts(data), default_style="|", allow_unicode=True, explicit_end=True),
    lambda data: yaml.safe_dump(texts(data), default_style=">", width=10, line_break="\r"),
    lambda data: json.dumps(data, indent=2, ensure_ascii=False),
    lambda data: "\ufeff# comment\n" + yaml.safe_dump(data).replace("\n", "  \n") + "\n# the end\n\n",
]


def index(document: Document, position: Position) -> int:
    """Give the character index of a position, found without the code under test."""
    text, line, at = document.text, 1, 0
    while line < position.line:
        at += 2 if text.startswith("\r\n", at) else 1
        line += text[at - 1] in "\r\n"
    return at + position.column - 1


def stretch(document: Document, span: Span | None) -> str:
    """Give the text of a span."""
    assert span is not None
    return document.text[index(document, span.start) : index(document, span.end)]


def check(document: Document, path: Path, value: Data) -> None:
    """Check the spans of `value` and of all that it holds."""
    outer = document.span(path)
    assert outer is not None
    assert stretch(document, outer) == stretch(document, outer).strip(" \t\r\n")
    if not isinstance(value, dict | list):
        check_scalar(document, path, value)
        return
    for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
        span = document.span((*path, step))
        assert span is not None
        assert outer.start <= span.start <= span.end <= outer.end
        if isinstance(step, str):
            key = document.key_span((*path, step))
            assert key is not None
            assert outer.start <= key.start < key.end <= span.start
            assert load((stretch(document, key) + ": x").encode(), "key").data == {step: "x"}
        check(document, (*path, step), inner)


def check_scalar(document: Document, path: Path, value: Data) -> None:
    """The text of a single value means that value when read alone, and each of its characters can be found."""
    written = stretch(document, document.span(path))
    if written.startswith(("|", ">")):
        assert isinstance(value, str)
        alone = load(f"a: {written}\n".encode(), "alone").data
        assert isinstance(alone, dict)
        assert str(alone["a"]).split() == value.split()
    elif written:
        assert load(f"--- {written}\n".encode(), "alone").data == value
    else:
        assert value is None
    if isinstance(value, str):
        for offset, character in enumerate(value):
            found = stretch(document, document.locate_within(path, offset).span)
            assert found == character or character in " \n" or found[0] in "\\'"


@settings(max_examples=100, deadline=None)
@given(TREES, st.sampled_from(STYLES))
def test_spans(data: Data, style: Callable[[Data], str]) -> None:
    """Spans of values lie inside their parent and re-read to the value; keys are covered exactly."""
    document = load(style(data).encode(), "e.yaml")
    assert document.findings == ()
    check(document, (), document.data)
