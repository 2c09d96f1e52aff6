"""The rules in a SARIF file."""

import pytest
from msgspec.structs import replace

from bpogov.core.finding import Finding
from bpogov.core.report import RuleText
from bpogov.core.severity import Severity
from bpogov.report.parts.sarif_rules import LONGEST_NAME, LONGEST_TEXT, cut, descriptor, rules_of

REMEDY = "plan a meeting for each level:\n\n  meetings:\n    - {id: weekly, cadence: weekly}\n"
RULE = RuleText(
    "COM001", "meeting-rhythm", "You meet often enough", Severity.ERROR, "Trust needs rhythm.", REMEDY, "core"
)


def test_a_rule_has_everything_that_the_services_show() -> None:
    """Names, texts, level, tags and precision; the help is there as text and as Markdown."""
    assert descriptor(RULE) == {
        "id": "COM001",
        "name": "meeting-rhythm",
        "shortDescription": {"text": "You meet often enough"},
        "fullDescription": {"text": "Trust needs rhythm."},
        "help": {
            "text": f"Trust needs rhythm.\n\nP{REMEDY.rstrip()[1:]}",
            "markdown": (
                "Trust needs rhythm.\n\nPlan a meeting for each level:\n\n"
                "```yaml\nmeetings:\n  - {id: weekly, cadence: weekly}\n```"
            ),
        },
        "defaultConfiguration": {"level": "error"},
        "properties": {"tags": ["governance", "core"], "precision": "very-high", "problem.severity": "error"},
    }


@pytest.mark.parametrize(
    ("severity", "level", "problem"),
    [(Severity.WARNING, "warning", "warning"), (Severity.NOTE, "note", "recommendation")],
)
def test_a_rule_says_how_heavy_it_is(severity: Severity, level: str, problem: str) -> None:
    """In the words of the standard, and in those of GitHub."""
    found = descriptor(replace(RULE, severity=severity, pack=""))
    assert found["defaultConfiguration"] == {"level": level}
    assert found["properties"]["problem.severity"] == problem
    assert found["properties"]["tags"] == ["governance"]


def test_a_rule_without_reasons_has_its_title_for_them() -> None:
    """No text that a service requires is empty."""
    found = descriptor(replace(RULE, rationale="", remediation=""))
    assert found["fullDescription"] == {"text": "You meet often enough"}
    assert found["help"] == {"text": "You meet often enough", "markdown": "You meet often enough"}


def test_texts_keep_within_the_limits_of_the_services() -> None:
    """GitHub refuses a file with a longer text; characters beyond the basic plane count twice."""
    found = descriptor(replace(RULE, name="n" * 300, title="t" * 2000, rationale="𐐀" * 600))
    assert len(found["name"]) == LONGEST_NAME
    assert found["shortDescription"]["text"] == "t" * (LONGEST_TEXT - 1) + "…"
    assert found["fullDescription"]["text"] == "𐐀" * 511 + "…"
    assert cut("𐐀" * 512, LONGEST_TEXT) == "𐐀" * 512


def test_no_text_of_a_rule_becomes_markup() -> None:
    """Sentences are escaped, and a snippet cannot end the fence around it."""
    hostile = "[in](https://evil.example) <script> `x` | **b** &amp;\n\n  a: ```\n  b: <!--"
    markdown = descriptor(replace(RULE, remediation="do:\n\n" + hostile))["help"]["markdown"]
    assert "[in]" not in markdown
    assert "<script>" not in markdown
    assert "**b**" not in markdown
    assert "````yaml\na: ```\nb: <!--\n````" in markdown


def test_every_rule_of_the_file_is_known(note: Finding) -> None:
    """Those of the report in their order, and one for a finding whose rule has no texts."""
    rules = rules_of({"COM001": RULE}, [note, replace(note, rule="COM001")])
    assert list(rules) == ["COM001", "GOL004"]
    assert rules["COM001"] is RULE
    assert descriptor(rules["GOL004"])["shortDescription"] == {"text": "GOL004"}
