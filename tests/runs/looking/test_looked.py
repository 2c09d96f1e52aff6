"""All that a run keeps of a file."""

from bpogov.core.outcome import Results
from bpogov.runs.looking.looked import Looked


def test_an_engagement_without_an_id_is_called_by_its_file() -> None:
    """Fingerprints, waivers and baselines need a name."""
    one = Looked("a.yaml", "sha256:0", "tea", "Tea", None, "", results=Results())
    assert one.name == "tea"
    assert Looked("a.yaml", "sha256:0", "", "", None, "", results=Results()).name == "a.yaml"
