"""Absolute names of files become relative to the working directory."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from bpogov.core.finding import Finding, Notification
from bpogov.core.location import Location
from bpogov.core.report import Ahead, Input, Report, Step
from bpogov.core.severity import Severity
from bpogov.core.suppression import WaiverUse
from bpogov.report.plain.placing import placed

ReportOf = Callable[..., Report]


def _everywhere(report_of: ReportOf, finding: Finding, waived: Finding, waiver: WaiverUse, start: str) -> Report:
    """A report with a name after `start` in every place where one can be."""

    def moved(place: Location) -> Location:
        return replace(place, file=f"{start}{place.file}")

    assert waived.suppression
    accepted = replace(waived.suppression, file=f"{start}waivers/acme.yaml")
    found = replace(finding, location=moved(finding.location), related=tuple(map(moved, finding.related)))
    report = report_of(
        found,
        replace(waived, location=moved(waived.location), suppression=accepted),
        ahead=Ahead("sign-off", (Step("Meetings", "", "COM001", "Too rare", found.location),)),
        notifications=(
            Notification(Severity.WARNING, "odd", "Odd", found.location),
            Notification(Severity.WARNING, "even", "Even"),
        ),
        waivers=(replace(waiver, location=moved(waiver.location)),),
        waiver_findings=(replace(found, rule="LIF003"),),
        inputs=(Input("rule", f"{start}own/rules/a.yaml", "sha256:0"),),
    )
    (engagement,) = report.engagements
    return replace(report, engagements=(replace(engagement, file=f"{start}{engagement.file}"),))


@pytest.mark.parametrize("start", ["/srv/job/", "/link/job/", "//srv/./job//"])
def test_every_name_is_moved(
    report_of: ReportOf, meeting: Finding, waived: Finding, waiver: WaiverUse, start: str
) -> None:
    """Wherever a report names a file, and whichever name of the working directory was used."""
    absolute = _everywhere(report_of, meeting, waived, waiver, start)
    relative = _everywhere(report_of, meeting, waived, waiver, "")
    assert placed(absolute, ("/srv/job", "/link/job")) == relative
    assert placed(absolute, ("/srv/job/", "/link/job/")) == relative


@pytest.mark.parametrize("start", ["", "../", "/srv/jobs/", "/srv/job/../", "srv/job/", "C:/srv/job/"])
def test_other_names_stay(
    report_of: ReportOf, meeting: Finding, waived: Finding, waiver: WaiverUse, start: str
) -> None:
    """Relative ones, those outside, and those that go up again, because a link may be on the way."""
    report = _everywhere(report_of, meeting, waived, waiver, start)
    assert placed(report, ("/srv/job",)) is report


def test_a_drive_is_a_root(report_of: ReportOf, meeting: Finding, waived: Finding, waiver: WaiverUse) -> None:
    """On Windows absolute names start with the letter of a drive."""
    absolute = _everywhere(report_of, meeting, waived, waiver, "C:/job/")
    assert placed(absolute, ("C:/job",)) == _everywhere(report_of, meeting, waived, waiver, "")


def test_one_absolute_name_is_enough(report_of: ReportOf) -> None:
    """A file that only the list of inputs names is moved too."""
    report = report_of(inputs=(Input("baseline", "/job/known.json", "sha256:0"),))
    assert placed(report, ("/job",)).inputs[0].name == "known.json"
