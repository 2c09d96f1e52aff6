"""What counts for waivers where nobody says anything."""

from bpogov.policy.waiverterms import WaiverTerms


def test_the_usual_terms() -> None:
    """Half a year at most, a reminder a month before, approved by those who answer for the risk."""
    usual = WaiverTerms()
    assert (usual.longest, usual.remind) == ("P180D", "P30D")
    assert usual.approvers == ("executive-sponsor", "legal", "security", "data-protection")
    assert "waivers/**/*.yaml" in usual.files
