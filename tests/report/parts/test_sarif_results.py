"""The findings in a SARIF file."""

import pytest
from msgspec.structs import replace

from bpogov.core.finding import Finding
from bpogov.core.location import Location
from bpogov.core.severity import Severity
from bpogov.core.suppression import Suppression, SuppressionKind
from bpogov.report.parts.sarif_results import artifact, location, result


def test_a_result_has_everything_that_a_finding_has(meeting: Finding) -> None:
    """Rule, level, message with help and links, places, fingerprints and properties."""
    assert result(replace(meeting, blocking=True, acts="joint"), "i1", {"COM001": 4}) == {
        "ruleId": "COM001",
        "ruleIndex": 4,
        "kind": "fail",
        "level": "error",
        "message": {
            "text": (
                "Tactical meetings are up to 122 days apart, but at most 35 days are allowed at this level.\n"
                "Meet at least every 35 days, for example\ncadence: monthly\nday: tue\n"
                "Also needed by COM002.\nSee also [engagements/acme.yaml, line 3](1)."
            )
        },
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "engagements/acme.yaml", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 12, "startColumn": 14, "endLine": 12, "endColumn": 23},
                },
                "logicalLocations": [{"fullyQualifiedName": "$.meetings[monthly]", "kind": "value"}],
            }
        ],
        "partialFingerprints": {"primaryLocationLineHash": "i1", "bpogov/v1": "f1"},
        "properties": {"blocking": True, "assertion": "tactical", "also": ["COM002"], "acts": "joint"},
        "relatedLocations": [
            {
                "id": 1,
                "physicalLocation": {
                    "artifactLocation": {"uri": "engagements/acme.yaml", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 3, "startColumn": 1, "endLine": 3, "endColumn": 9},
                },
                "logicalLocations": [{"fullyQualifiedName": "$.meetings[monthly]", "kind": "value"}],
            }
        ],
    }


def test_a_small_finding_makes_a_small_result(note: Finding) -> None:
    """What a finding has not is not there; its identity stands for the fingerprint that is missing."""
    found = result(note, "i1", {"GOL004": 0})
    assert set(found) == {
        *("ruleId", "ruleIndex", "kind", "level", "message", "locations", "partialFingerprints", "properties"),
    }
    assert found["level"] == "note"
    assert found["message"] == {"text": f"{note.message}."}
    assert found["partialFingerprints"] == {"primaryLocationLineHash": "i1", "bpogov/v1": "i1"}
    assert found["properties"] == {"blocking": False}


def test_a_waiver_is_a_suppression(waived: Finding) -> None:
    """Accepted, outside the file itself, with the reason, and who accepted it until when."""
    assert result(waived, "i1", {"CTR008": 0})["suppressions"] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "The works council meets in June",
            "location": {
                "physicalLocation": {"artifactLocation": {"uri": "waivers/acme.yaml", "uriBaseId": "%SRCROOT%"}}
            },
            "properties": {
                "kind": "waiver",
                "approvedBy": "Jo Client (sponsor)",
                "until": "2027-01-31",
                "ticket": "GOV-12",
            },
        }
    ]


def test_a_baseline_is_a_suppression_without_an_end(waived: Finding) -> None:
    """Nobody approved it and it does not end, so that neither is said."""
    known = replace(waived, suppression=Suppression(SuppressionKind.BASELINE, "baseline.json", "known"))
    (suppression,) = result(known, "i1", {"CTR008": 0})["suppressions"]
    assert suppression["properties"] == {"kind": "baseline"}


def test_a_place_without_a_span_is_the_start_of_the_file() -> None:
    """Services refuse a result without a region."""
    assert location(Location("a.yaml")) == {
        "physicalLocation": {
            "artifactLocation": {"uri": "a.yaml", "uriBaseId": "%SRCROOT%"},
            "region": {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1},
        }
    }


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("./a b.yaml", {"uri": "a%20b.yaml", "uriBaseId": "%SRCROOT%"}),
        ("../a.yaml", {"uri": "../a.yaml"}),
        ("/srv/a.yaml", {"uri": "file:///srv/a.yaml"}),
    ],
)
def test_only_files_below_the_root_hang_on_it(file: str, expected: dict[str, str]) -> None:
    """An address that leads out of the root folder, or starts elsewhere, stands for itself."""
    assert artifact(file) == expected


def test_links_lead_only_to_other_places_of_the_finding() -> None:
    """Text that looks like a link is broken up, and the name of a file cannot end the link around it."""
    place = Location("a](2)[b\\.yaml")
    found = result(Finding("X", Severity.ERROR, "[in](https://evil.example)", place, related=(place,)), "i", {"X": 0})
    assert found["message"]["text"] == "[in] (https://evil.example).\nSee also [a\\] (2)\\[b\\\\.yaml](1)."
