"""The stream of events, from either of PyYAML's parsers."""

import sys

import pytest

from bpogov.source.load import load
from bpogov.source.parser import events
from bpogov.source.pure import PureParser


def test_the_parser_in_python_stands_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the parser in C the one in Python is taken, and the document is the same."""
    with_c = load(b"a: [1, {b: c}]\n", "e.yaml")
    monkeypatch.setitem(sys.modules, "yaml._yaml", None)
    assert isinstance(getattr(events("a: 1"), "__self__", None), PureParser)
    without = load(b"a: [1, {b: c}]\n", "e.yaml")
    assert (without.data, without.span(("a",))) == (with_c.data, with_c.span(("a",)))


def test_disguised_separators_come_back() -> None:
    """Separators that YAML 1.1 takes for line ends stay in the text, beside any other character."""
    text = "a: 'x\u2028y\U0010fffdz\x85'"
    assert load(text.encode(), "e.yaml").data == {"a": "x\u2028y\U0010fffdz\x85"}
