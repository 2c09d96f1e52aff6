"""Plain data as YAML text."""

from bpogov.source.data import Data
from bpogov.source.load import load
from bpogov.source.written import as_yaml


def test_written() -> None:
    """Groups and lists become lines that a person can read."""
    data: Data = {"id": "x", "n": [1, 1.5, True, None], "g": {"odd key": [], "e": {}}, "l": [{"a": 1, "b": [2]}, [3]]}
    assert as_yaml(data) == (
        'id: "x"\nn:\n  - 1\n  - 1.5\n  - true\n  - null\ng:\n  "odd key": []\n  e: {}\n'
        "l:\n  - a: 1\n    b:\n      - 2\n  - - 3\n"
    )
    assert load(as_yaml(data).encode(), "e.yaml").data == data


def test_single_values() -> None:
    """A single value is one line; numbers that are not finite are written as YAML writes them."""
    assert as_yaml("a\u2028\x7fb") == '"a\\u2028\\u007fb"\n'
    assert [as_yaml(number) for number in (float("inf"), float("-inf"), float("nan"), 1e22)] == [
        ".inf\n",
        "-.inf\n",
        ".nan\n",
        "1e+22\n",
    ]
