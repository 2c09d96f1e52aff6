import re

from bpogov.core.severity import Severity
from bpogov.model import problems


def test_every_problem_has_its_text() -> None:
    """Each id stands for one problem with a name and texts, and all are errors."""
    ids = {value for name, value in vars(problems).items() if name.isupper() and isinstance(value, str)}
    assert ids == set(problems.PROBLEMS)
    assert len({text.name for text in problems.PROBLEMS.values()}) == len(ids)
    for id_, text in problems.PROBLEMS.items():
        assert text.id == id_
        assert text.severity is Severity.ERROR
        assert text.title
        assert text.rationale.endswith(".")
        assert re.match(r"[a-z]", text.remediation)
        assert not text.remediation.endswith(".")
