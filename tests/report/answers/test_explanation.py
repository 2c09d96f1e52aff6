"""What `bpogov explain` prints."""

import json

from bpogov.core.explanation import (
    AdviceExplanation,
    AdviceOverview,
    ArticleOverview,
    ExampleExplanation,
    FieldExplanation,
    FunctionExplanation,
    ParameterExplanation,
    RuleExplanation,
    ServingRule,
)
from bpogov.core.severity import Severity
from bpogov.report.answers.explanation import render, render_json

RULE = RuleExplanation(
    id="COM001",
    name="meeting-rhythm",
    title="You meet often enough at each level",
    severity=Severity.ERROR,
    rationale="Trust needs rhythm.\n\nSo does control.",
    remediation="Meet more often.\n\n    cadence: monthly",
    since="in-review",
    statuses=("draft", "live"),
    tiers=("small: operational is P35D",),
    pack="bpogov/core",
    enabled=False,
    references=("ISO 44001 (informs)",),
    advice=("S2-14", "S4-35"),
    parameters=(
        ParameterExplanation("operational", "duration", "P14D", "bpogov.yaml:7", "P7D", "Largest gap"),
        ParameterExplanation("tactical", "duration", "P35D", "the rule", "P35D", "Largest gap"),
    ),
    passing=ExampleExplanation("weekly", "meetings:\n  - id: a"),
    failing=ExampleExplanation("yearly", "meetings:\n\t- id: b", "up to 365 days apart"),
    file="policies/core/communication/meeting-rhythm.yaml",
    origins=("operational is P14D (bpogov.yaml:7)",),
    acts="joint",
    acts_on=(("host", "client"),),
)


def test_a_rule_has_a_page_with_fixed_headings() -> None:
    """Everything that is known of a rule is on the page, in one order."""
    assert (
        render(RULE)
        == """\
COM001 meeting-rhythm
  You meet often enough at each level

When it counts
  severity      error from status in-review on, a note before
  switched off  yes
  applies at    draft, live
  who acts      both sides; the client (host)
  pack          bpogov/core
  file          policies/core/communication/meeting-rhythm.yaml

What tiers change
  - small: operational is P35D

Changed by the configuration
  - operational is P14D (bpogov.yaml:7)

Why
  Trust needs rhythm.

  So does control.

How to fix
  Meet more often.

    cadence: monthly

Fails
  yearly
    meetings:
        - id: b
  says: up to 365 days apart

Passes
  weekly
    meetings:
      - id: a

Parameters
  operational = P14D
    Largest gap (duration; from bpogov.yaml:7; default P7D)
  tactical = P35D
    Largest gap (duration; from the rule)

How to waive
  Write a waiver for COM001 with a reason, who asked for it, who else approved
  it, and its last day

Where the demand comes from
  - ISO 44001 (informs)

Advice it serves
  S2-14, S4-35
"""
    )


def test_a_finding_of_bpogov_itself_has_a_short_page() -> None:
    """Headings without content are left out; what cannot be waived says so."""
    short = RuleExplanation("YML001", "yaml", "The text is YAML", Severity.ERROR, "", "", waivable=False)
    assert (
        render(short)
        == """\
YML001 yaml
  The text is YAML

When it counts
  severity  error

How to waive
  This rule cannot be waived
"""
    )


def test_a_function_shows_signature_and_documentation() -> None:
    """A function says how it is called, what it gives, and who uses it."""
    text = render(
        FunctionExplanation("dates.add", "dates.add(date, duration) -> date", "Adds.\n\nUnits: days.", ("A1",))
    )
    assert (
        text
        == """\
dates.add
  dates.add(date, duration) -> date

What it gives
  Adds.

  Units: days.

Used by
  - A1
"""
    )


def test_a_field_shows_its_values_and_fields() -> None:
    """A field says what it takes and which rules read it."""
    field = FieldExplanation(
        "$.status", "word", "Where it stands", True, (("draft", "Being written"),), (), ("LIF001",)
    )
    assert (
        render(field)
        == """\
$.status
  word, must be there

What it means
  Where it stands

Values
  draft  Being written

Read by the rules
  - LIF001
"""
    )
    assert render(FieldExplanation("$.x", "text", "")) == "$.x\n  text\n"


def test_advice_shows_the_rules_that_serve_it() -> None:
    """Each rule with its severity and an example of what it says; one that is switched off says so."""
    rules = (
        ServingRule("PPL001", "contacts", "Both sides", Severity.ERROR, "in-review", True, "nobody", "No contact"),
        ServingRule("PPL003", "backup", "A backup", Severity.NOTE, "", False),
    )
    assert (
        render(AdviceExplanation("S3-8", "Name a contact.", "S3", "Mistakes", rules))
        == """\
S3-8
  Name a contact.

Comes from
  S3, "Mistakes"

Served by
  PPL001 contacts: Both sides
    error from status in-review on, a note before
    example: nobody
    says: No contact

  PPL003 backup: A backup
    switched off by the configuration
"""
    )


def test_advice_without_a_rule_says_so() -> None:
    """Nobody is to believe that something checks it."""
    text = render(AdviceExplanation("S3-8", "Name a contact.", "S3", "Mistakes"))
    assert text.endswith("Served by\n  no rule: nothing checks whether this piece of advice is followed\n")


def test_the_overview_of_advice_goes_by_article() -> None:
    """Each piece with the rules that serve it."""
    articles = (
        ArticleOverview("S0", "First steps", "how to begin", (("S0-1", ("A1", "A2"), "Begin."), ("S0-2", (), "Go."))),
        ArticleOverview("S1", "Next steps", "how to go on", (("S1-1", ("B1",), "Go on."),)),
    )
    assert (
        render(AdviceOverview(articles))
        == """\
S0 First steps
  how to begin
  S0-1  A1, A2   Begin.
  S0-2  no rule  Go.

S1 Next steps
  how to go on
  S1-1  B1  Go on.
"""
    )


def test_json_says_what_was_explained() -> None:
    """Machines get every field and the kind of thing."""
    data = json.loads(render_json(RULE))
    assert data["kind"] == "RuleExplanation"
    assert data["parameters"][0]["origin"] == "bpogov.yaml:7"
