"""What is accepted, and the waivers that need somebody."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from bpogov.core.finding import Finding
from bpogov.core.report import Report
from bpogov.core.suppression import Suppression, SuppressionKind, WaiverState, WaiverUse
from bpogov.report.parts.text_accepted import accepted, waivers
from bpogov.report.plain.ranking import speaks_up
from bpogov.report.terminal.paint import Paint

PLAIN = Paint(color=False)


@pytest.fixture
def known(meeting: Finding) -> Finding:
    """A finding of the baseline."""
    return replace(meeting, suppression=Suppression(SuppressionKind.BASELINE, "baseline.json", ""))


def shown(report: Report, *, full: bool = False) -> str:
    """The section about the only engagement of a report."""
    return "\n".join(accepted(report.engagements[0], report, full=full, width=80, paint=PLAIN))


def test_waived_findings_are_listed_and_known_ones_counted(
    report_of: Callable[..., Report], meeting: Finding, waived: Finding, known: Finding
) -> None:
    """Each waived finding says who approved it and until when; the baseline is a number."""
    assert (
        shown(report_of(meeting, waived, known))
        == """\
engagements/acme.yaml: 1 finding waived, 1 in the baseline (-v shows why)
  30:1  CTR008  until 2027-01-31, approved by Jo Client (sponsor)"""
    )
    assert shown(report_of(known)) == "engagements/acme.yaml: 1 finding in the baseline (-v lists them)"
    assert shown(report_of(meeting)) == ""


def test_full_says_what_and_why(report_of: Callable[..., Report], waived: Finding, known: Finding) -> None:
    """-v shows what was found and the reason, and lists the baseline."""
    assert (
        shown(report_of(waived, known), full=True)
        == """\
engagements/acme.yaml: 1 finding waived, 1 in the baseline
   30:1  CTR008                 The exit plan was never tested, but a test every
                                12 months is expected [until 2027-01-31,
                                approved by Jo Client (sponsor): The works
                                council meets in June]
  12:14  COM001 meeting-rhythm  Tactical meetings are up to 122 days apart, but
                                at most 35 days are allowed at this level [in
                                the baseline]"""
    )


@pytest.mark.parametrize("state", WaiverState)
def test_waivers_that_need_somebody_are_named(
    report_of: Callable[..., Report], waiver: WaiverUse, state: WaiverState
) -> None:
    """Active ones and those of other engagements are quiet, all others are named; -v names all."""
    report = report_of(waivers=(replace(waiver, state=state),))
    expected = ["Waivers", "  waivers/acme.yaml:9:8: CTR008 for acme: It ends on 2027-01-31, in 71 days"]
    quiet = state in {WaiverState.ACTIVE, WaiverState.ELSEWHERE}
    assert waivers(report, full=False, width=80, paint=PLAIN) == ([] if quiet else expected)
    assert waivers(report, full=True, width=80, paint=PLAIN) == expected


def test_a_waiver_that_has_a_finding_is_not_named_twice(
    report_of: Callable[..., Report], waiver: WaiverUse, note: Finding
) -> None:
    """What a finding about the file says is not said again, but an end that is near is news."""
    about = replace(note, location=replace(waiver.location, span=None))
    expired = replace(waiver, state=WaiverState.EXPIRED)
    report = report_of(waivers=(expired, waiver), waiver_findings=(about,))
    assert [use for use in report.waivers if speaks_up(use, report)] == [waiver]
    assert speaks_up(expired, report_of(waiver_findings=(note,)))
