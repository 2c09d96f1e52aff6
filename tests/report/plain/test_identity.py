"""What tells findings apart."""

from msgspec.structs import replace

from bpogov.core.finding import Finding
from bpogov.core.location import Location
from bpogov.core.severity import Severity
from bpogov.report.plain.identity import identities


def test_a_unique_fingerprint_is_the_identity(meeting: Finding, waived: Finding) -> None:
    """What waivers and other reports call the finding, this one calls it too."""
    assert identities((meeting, waived)) == ("f1", "f3")


def test_findings_that_share_a_fingerprint_are_told_apart(meeting: Finding) -> None:
    """Two files with the same engagement id, and the same finding three times, give different identities."""
    twin = replace(meeting, location=replace(meeting.location, file="engagements/twin.yaml"))
    found = identities((meeting, twin, meeting, meeting))
    assert found[0] == "f1"
    assert len(set(found)) == 4
    assert identities((meeting, twin))[1] == found[1]


def test_a_finding_without_fingerprint_has_an_identity_without_line_and_wording(note: Finding) -> None:
    """It depends on rule, file and path; another line or another message changes nothing."""
    moved = replace(note, message="other", location=replace(note.location, span=None, lines=()))
    assert identities((note,)) == identities((moved,))
    assert identities((note,)) != identities((replace(note, rule="GOL005"),))
    assert identities((Finding("X", Severity.NOTE, "", Location("\ud800")),))[0].isalnum()
