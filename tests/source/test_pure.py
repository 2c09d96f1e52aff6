"""The parser in Python accepts, means and refuses what the one in C does."""

from collections.abc import Callable
from typing import Any

import pytest
import yaml
from yaml._yaml import CParser

from bpogov.source.pure import PureParser

TEXTS = [
    "a:\tb",
    "a\t:\tb\t#c",
    "[a,\tb\t]",
    "- \ta",
    "a: b\tc\n  d",
    "a: b # c\n  d: e",
    "{a?b: c}",
    "{a:?}",
    "{a: b:c}",
    "[a:b, c::d]",
    "[-a, -]",
    "a: b\n\n\n  c",
    "a: b\n---\n",
    "a:\n  b\n\tc",
    "a:\n  b\n \tc: d",
    '"\\a\\b\\e\\f\\n\\r\\t\\v\\0\\ \\/\\_\\N\\L\\P\\\\\\""',
    '"\\\t"',
    '"\\',
    '"\\\r\n  a"',
    '"\\\n\n  a"',
    '"\\xZ"',
    '"\\u12"',
    '"\\U0001F642"',
    '"\\U00110000"',
    '"\\udfff"',
    "'a''b'\n",
    "'a\n\n b\tc '",
    "'a",
    '"a\n...\n"',
    "a: |+2 # c\n   x\n\n",
    "a: |2+\n   x\n",
    "a: >\t#c\n  x",
    "a: |0\n",
    "a: |x\n",
    "a: |\n\n  \n   x\n",
    "a: |\n \t\n",
    "a: |\n  x\n\ty",
    "%YAML 1.2 # c\n---\na",
    "%YAML 1.01\n---\na",
    "%YAML 1.3\n---\na",
    "%FOO\n---\na",
    "!a b",
    "!!a b",
    "!x!a b",
    "!<a> b",
    "!<a",
    "! a",
    "[!a, b]",
    "!a,b c",
    "!%41 b",
    "!%zz b",
    "[a: , ? b]",
    "{a: , b : , ? c }",
    "[a,\n\n # c\n b\n]",
    "a: |+2+\n   x\n",
    "a: |-2\n   x\n",
    "x: 1\n{a",
    "a",
    "",
]


def stream(next_event: Callable[[], Any]) -> list[tuple[object, ...]]:
    """Give what matters of all events, and where reading failed."""
    result: list[tuple[object, ...]] = []
    while True:
        try:
            event = next_event()
        except yaml.MarkedYAMLError as wrong:
            by_start = any(word in str(wrong.context) for word in ("tag", "directive"))
            mark = wrong.context_mark if by_start else wrong.problem_mark
            return [*result, ("refused", mark.index if mark else None)]
        names = ("value", "anchor", "implicit", "flow_style")
        kind = type(event).__name__
        tagged = getattr(event, "tag", None) is not None
        details = [getattr(event, name, None) or "" for name in names]
        result.append((kind, event.start_mark.index, event.end_mark.index, tagged, *details))
        if kind == "StreamEndEvent":
            return result


@pytest.mark.parametrize("text", TEXTS)
def test_same_events(text: str) -> None:
    """Both parsers give the same events with the same places, and refuse the same text at the same character."""
    assert stream(PureParser(text).get_event) == stream(CParser(text).get_event)
