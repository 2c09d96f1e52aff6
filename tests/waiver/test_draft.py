"""A new waiver, for a person to fill in."""

from bpogov.policy.waiverterms import WaiverTerms
from bpogov.waiver.draft import Subject, draft
from bpogov.waiver.standing import Standing
from tests.waiver.bench import TODAY, applied, problems

SUBJECT = Subject(
    "TST001/kept",
    "tiny",
    "$.scope.functions[voice].classification",
    Standing("core", "core"),
    'The function is\n"core"\u2028\x1b[1m',
)


def test_a_draft_says_all_that_is_known() -> None:
    """Rule, engagement, place, value and the longest time; people and reasons are open."""
    assert draft(SUBJECT, TODAY, WaiverTerms()).splitlines() == [
        '# The function is "core" [1m',
        "# Replace everything in <angle brackets>. Until then this file accepts nothing, and the check says so.",
        "apiVersion: bpogov/v1",
        "kind: Waiver",
        "rule: TST001/kept",
        "engagement: tiny",
        'at: "$.scope.functions[voice].classification"',
        'value: "core"',
        'reason: "<why the rule cannot be kept here>"',
        'requested_by: "<the person who asks>"',
        "approved_by:",
        '  name: "<another person, of the client>"',
        '  role: "<one of: executive-sponsor, legal, security, data-protection>"',
        "from: 2026-11-21",
        "until: 2027-05-20",
        '# ticket: "<where the approval is on record>"',
        '# measure: "<what is done instead, to keep the risk small>"',
    ]


def test_a_draft_accepts_nothing_until_it_is_filled_in() -> None:
    """Each open place is an error of its own; one of them left open is enough."""
    text = draft(SUBJECT, TODAY, WaiverTerms())
    assert [one.location.path for one in problems(text)] == [
        "$.reason",
        "$.requested_by",
        "$.approved_by.name",
        "$.approved_by.role",
    ]
    assert applied(text).suppressions == {}
    filled = text.replace("<why the rule cannot be kept here>", "The brand book goes with it")
    filled = filled.replace("<another person, of the client>", "Raj Shah")
    filled = filled.replace("<one of: executive-sponsor, legal, security, data-protection>", "executive-sponsor")
    assert applied(filled).suppressions == {}
    assert len(applied(filled.replace("<the person who asks>", "Amy Reed")).suppressions) == 1


def test_a_draft_for_a_gap_says_no_value() -> None:
    """Where nothing stands, nothing is written."""
    subject = Subject("TST001", "tiny", "$.contract", Standing(), "No contract")
    text = draft(subject, TODAY, WaiverTerms(longest="1 month", approvers=("legal",)))
    assert "\n# nothing stands there now\n" in text
    assert "\nvalue" not in text
    assert "until: 2026-12-21\n" in text
    assert 'role: "<one of: legal>"' in text
