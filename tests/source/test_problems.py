"""The permanent ids of problems of a text."""

from bpogov.core.severity import Severity
from bpogov.source import problems
from bpogov.source.problems import PROBLEMS


def test_ids_are_permanent() -> None:
    """Ids and names that were given once stay as they are, because waivers, reports and people cite them."""
    assert {id_: text.name for id_, text in PROBLEMS.items()} == {
        "YML001": "syntax",
        "YML002": "duplicate-key",
        "YML003": "not-utf-8",
        "YML004": "too-large",
        "YML005": "too-deep",
        "YML006": "too-many-values",
        "YML007": "several-documents",
        "YML008": "empty-file",
        "YML009": "tag",
        "YML010": "unusable-key",
        "YML011": "forbidden-character",
        "YML012": "unusable-number",
        "YML013": "unknown-anchor",
        "YML014": "endless-repeat",
        "YML015": "merge",
        "YML016": "entry-without-value",
        "YML017": "too-many-problems",
    }


def test_every_problem_is_an_error_with_its_texts() -> None:
    """Whatever keeps a file from being read is an error, and `explain` has something to say about it."""
    for id_, text in PROBLEMS.items():
        assert (text.id, text.severity) == (id_, Severity.ERROR)
        assert all((text.title, text.rationale, text.remediation))
    assert problems.SYNTAX in PROBLEMS


def test_remedies_are_worded_as_help() -> None:
    """They start with a small letter and have no full stop, because a finding shows them behind "help:"."""
    assert [id_ for id_, text in PROBLEMS.items() if not text.remediation[0].islower()] == []
    assert [id_ for id_, text in PROBLEMS.items() if text.remediation.endswith(".")] == []
