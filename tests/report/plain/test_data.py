"""Reports as plain data."""

import json

from bpogov.core.severity import Severity
from bpogov.report.plain.data import dump, dump_line, plain


def test_plain_sorts_mappings_and_unwraps_words() -> None:
    """Mappings are sorted, words of a vocabulary are text, sequences are lists."""
    given = {"b": (Severity.NOTE, None), "a": [1, 2.5, True]}
    assert list(plain(given).items()) == [("a", [1, 2.5, True]), ("b", ["note", None])]


def test_dump_is_ascii_with_a_line_end() -> None:
    """JSON text reads the same in every encoding."""
    assert dump({"name": "José"}) == '{\n  "name": "Jos\\u00e9"\n}\n'


def test_dump_line_is_one_line() -> None:
    """A line stays a line, whatever a text holds."""
    assert dump_line({"name": "a\nb\u2028"}) == '{"name": "a\\nb\\u2028"}\n'


def test_no_text_is_a_command_to_a_build_server() -> None:
    """What a build server would obey in the middle of a line is written in another way, and means the same."""
    evil = "\\##vso[task.complete] ###[error]"
    for write in (dump, dump_line):
        text = write({evil: [evil]})
        assert "##" not in text
        assert json.loads(text) == {evil: [evil]}
