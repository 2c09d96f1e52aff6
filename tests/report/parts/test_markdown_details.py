"""One engagement in the Markdown report."""

from collections.abc import Callable

from msgspec.structs import replace

from bpogov.core.finding import Finding
from bpogov.core.location import Location
from bpogov.core.outcome import Outcome, RuleResult
from bpogov.core.report import Ahead, OpenQuestion, Report, Step
from bpogov.core.severity import Severity
from bpogov.report.parts.markdown_details import details
from bpogov.report.parts.markdown_page import fit


def shown(report: Report) -> str:
    """The part about the only engagement of a report."""
    return fit(details(report.engagements[0], report), 100_000, len)


def test_everything_about_an_engagement_is_in_its_part(
    report_of: Callable[..., Report], meeting: Finding, note: Finding, waived: Finding
) -> None:
    """What to write, notes, what is accepted, the way to the gate, open questions, and what was not checked."""
    steps = (
        Step("Meetings", "joint", "COM001", "They are too rare", meeting.location),
        Step("Contract", "", "", '"contract" is marked as unknown', Location("engagements/acme.yaml")),
    )
    results = (
        RuleResult("COM001", Outcome.FAIL, "too rare"),
        RuleResult("COM002", Outcome.NOT_CHECKED, "$.contacts is unknown"),
        RuleResult("X1", Outcome.ERROR, "it broke"),
    )
    report = report_of(
        *(meeting, note, waived),
        results=results,
        ahead=Ahead("sign-off", steps),
        questions=(OpenQuestion("$.contract.term.end", 77),),
    )
    assert (
        shown(report)
        == """\

<details>
<summary>engagements/acme.yaml (Acme, draft): 1 error, 1 accepted finding, 1 note</summary>

**What to write**

- <code>12:14</code> COM001 meeting-rhythm: Meet at least every 35 days, for example

  ```yaml
  cadence: monthly
  day: tue
  ```

**1 note that can wait**

| Where | Rule | What was found |
| --- | --- | --- |
| <code>5:1</code> | GOL004 | Every goal is about cost, but at least one goal of another kind is expected |

**Accepted, and not counted**

| Where | Rule | What was found | Accepted | Why |
| --- | --- | --- | --- | --- |
| <code>30:1</code> | CTR008 | The exit plan was never tested, but a test every 12 months is expected | until \
2027-01-31, approved by Jo Client (sponsor) | The works council meets in June |

**Before the gate sign-off: 2 things**

| Part | For | Where | Rule | What was found |
| --- | --- | --- | --- | --- |
| Meetings | both sides | <code>12:14</code> | COM001 | They are too rare |
| Contract |  | <code>-</code> | open | "contract" is marked as unknown |

**Open questions (marked unknown)**

| Line | Place |
| --- | --- |
| 77 | <code>&#36;.contract.term.end</code> |

**Not checked, which is no pass**

| Rule |  | Why |
| --- | --- | --- |
| COM002 right-people | not checked | &#36;.contacts is unknown |
| X1 | could not be evaluated | it broke |

</details>
"""
    )


def test_an_engagement_without_anything_has_no_part(report_of: Callable[..., Report]) -> None:
    """A clean engagement is only counted."""
    assert shown(report_of()) == ""


def test_help_with_sentences_after_a_snippet(report_of: Callable[..., Report], meeting: Finding) -> None:
    """Sentences before a snippet stand in one line; after it, they never start a line on their own."""
    help_ = "First\n\nsecond\na: 1\n\n/close the rest\n\n@all"
    text = shown(report_of(replace(meeting, help=help_)))
    assert (
        """\
- <code>12:14</code> COM001 meeting-rhythm: First second

  ```yaml
  a: 1
  ```

  … /close the rest &#64;&#8203;all
"""
        in text
    )


def test_a_note_that_blocks_is_no_note_that_can_wait(report_of: Callable[..., Report], note: Finding) -> None:
    """It is said what to write; a file that says nothing about itself has only its name."""
    report = report_of(replace(note, blocking=True, help="write it"))
    unnamed = replace(report.engagements[0], title="", status="")
    text = shown(replace(report, engagements=(unnamed,)))
    assert "<summary>engagements/acme.yaml: 1 note</summary>" in text
    assert "GOL004: write it" in text
    assert "can wait" not in text


def test_titles_at_the_gate_of_the_run(report_of: Callable[..., Report], meeting: Finding, waived: Finding) -> None:
    """Before the gate that was asked for, the rules say what they ask; without any finding that is said."""
    step = Step("Meetings", "client", "COM001", "They are too rare", meeting.location)
    report = report_of(ahead=Ahead("local", (step,)))
    assert "| Meetings | the client | <code>12:14</code> | COM001 | You meet often enough |" in shown(report)
    assert "<summary>engagements/acme.yaml (Acme, draft): no findings</summary>" in shown(report)
    assert ": 1 accepted finding</summary>" in shown(report_of(replace(waived, severity=Severity.NOTE)))
