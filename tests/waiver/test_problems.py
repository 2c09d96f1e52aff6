"""The id under which waiver files themselves are found wrong."""

from bpogov.core.severity import Severity
from bpogov.waiver.problems import NEVER_WAIVED, PROBLEMS, complaint
from tests.waiver.bench import document, spot, waiver


def test_the_text_of_the_problem_says_all() -> None:
    """Whoever asks for LIF003 reads what it is, why, and what to do."""
    (text,) = PROBLEMS.values()
    assert (text.id, text.name, text.severity) == ("LIF003", "waiver-valid", Severity.ERROR)
    assert "another person" in text.remediation
    assert "accepts nothing" in text.rationale
    assert NEVER_WAIVED == ("YML", "STR", "LIF003")


def test_a_complaint_points_at_its_place() -> None:
    """At the value, or at the key where the name is wrong; the severity is an error unless it is said otherwise."""
    file = document(waiver())
    found = complaint(file, ("until",), "Too late", "write less")
    assert (found.rule, found.severity, found.message, found.help) == (
        "LIF003",
        Severity.ERROR,
        "Too late",
        "write less",
    )
    assert (found.location.file, found.location.path, spot(found)) == ("waivers/a.yaml", "$.until", (11, 8))
    assert spot(complaint(file, ("until",), "Too late", severity=Severity.NOTE, of_key=True)) == (11, 1)
    assert complaint(file, ("x", 0), "No").location.path == "$.x[0]"
