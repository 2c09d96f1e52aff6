"""The report as Markdown."""

from collections.abc import Callable

from msgspec.structs import replace

from bpogov.core.finding import Finding, Notification
from bpogov.core.report import Report
from bpogov.core.severity import Severity
from bpogov.core.suppression import WaiverState, WaiverUse
from bpogov.report.markdown import MARKER, render, render_summary
from tests.report.pages import read


def test_verdict_first_then_the_heaviest(
    report_of: Callable[..., Report], meeting: Finding, note: Finding, waiver: WaiverUse
) -> None:
    """The marker, the verdict, problems of the run, findings by weight, waivers about to end, and the details."""
    blocking = replace(meeting, help="", severity=Severity.WARNING, blocking=True)
    said = (
        Notification(Severity.WARNING, "unlisted-pack", "The pack is not listed", meeting.location),
        Notification(Severity.NOTE, "remark", "A remark"),
    )
    quiet = replace(waiver, state=WaiverState.ACTIVE)
    failing = replace(meeting, help="", blocking=True)
    report = report_of(note, blocking, failing, notifications=said, waivers=(waiver, quiet))
    text = render(report)
    assert text.startswith("""\
<!-- bpogov -->
### bpogov: gate local failed: 1 error

Checked for 2026-11-21: 1 engagement, 2 rules: 1 error, 1 warning, 1 note

**About the run itself**

|  | Where | What is the matter |
| --- | --- | --- |
| warning | <code>engagements/acme.yaml:12:14</code> | The pack is not listed |
| note |  | A remark |

|  | Where | Rule | What was found |
| --- | --- | --- | --- |
| **error** | <code>engagements/acme.yaml:12:14</code> | COM001 meeting-rhythm | Tactical meetings are up to 122 days \
apart, but at most 35 days are allowed at this level |
| **warning** (blocks the gate) | <code>engagements/acme.yaml:12:14</code> | COM001 meeting-rhythm | Tactical meetings \
are up to 122 days apart, but at most 35 days are allowed at this level |

**Waivers that need somebody**

| Where | Rule | Engagement | What is the matter |
| --- | --- | --- | --- |
| <code>waivers/acme.yaml:9:8</code> | CTR008 | <code>acme</code> | It ends on 2027-01-31, in 71 days |

<details>
<summary>engagements/acme.yaml (Acme, draft): 1 error, 1 warning, 1 note</summary>
""")
    assert read(text).comments == [" bpogov "]
    assert render_summary(report) == text.removeprefix(f"{MARKER}\n")


def test_a_clean_run_is_short(report_of: Callable[..., Report], meeting: Finding) -> None:
    """Without anything to tell there is the verdict; an error that blocks nothing is not bold."""
    assert render(report_of()) == (
        f"{MARKER}\n### bpogov: gate local passed\n\nChecked for 2026-11-21: 1 engagement, 2 rules, no findings\n"
    )
    assert "\n| error | " in render(report_of(meeting))


def test_a_long_report_is_cut_between_rows(report_of: Callable[..., Report], meeting: Finding) -> None:
    """A comment stays under 60,000 characters, a summary under a million bytes; both say how much is missing."""
    many = [replace(meeting, message=f"{number} " + "日本語 " * 80, help="") for number in range(9000)]
    comment = render(report_of(*many))
    assert len(comment) <= 60_000
    last, empty, more = comment.splitlines()[-3:]
    assert last.startswith("| error | ")
    assert last.endswith(" |")
    assert empty == ""
    left_out = 9000 - comment.count("\n| error |")
    assert more == f"… and {left_out} more, which `bpogov check` lists"
    summary = render_summary(report_of(*many)).encode()
    assert 900_000 < len(summary) <= 1_000_000
