"""Reports as plain data."""

from bpogov.core.severity import Severity
from bpogov.report.data import dump, plain


def test_plain_sorts_mappings_and_unwraps_words() -> None:
    """Mappings are sorted, words of a vocabulary are text, sequences are lists."""
    given = {"b": (Severity.NOTE, None), "a": [1, 2.5, True]}
    assert list(plain(given).items()) == [("a", [1, 2.5, True]), ("b", ["note", None])]


def test_dump_is_ascii_with_a_line_end() -> None:
    """JSON text reads the same in every encoding."""
    assert dump({"name": "José"}) == '{\n  "name": "Jos\\u00e9"\n}\n'
