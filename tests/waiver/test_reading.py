"""What can be said of a waiver without looking at an engagement."""

from itertools import permutations

import pytest

from bpogov.core.severity import Severity
from bpogov.policy.waiverterms import WaiverTerms
from bpogov.waiver.reading import read_waivers
from tests.engine.bench import place_of
from tests.waiver.bench import book, document, policy, problems, spot, waiver

ANOTHER = "ask another person of the client, with a role that may approve"


@pytest.mark.parametrize(
    ("keys", "needle", "message", "help_"),
    [
        ({"rule": "TST009"}, "TST009", 'No configured pack has a rule "TST009"', 'did you mean "TST001"?'),
        ({"rule": "core-stay"}, "core-stay", 'No configured pack has a rule "core-stay"', 'did you mean "TST001"?'),
        (
            {"rule": "whatever"},
            "whatever",
            'No configured pack has a rule "whatever"',
            "`bpogov rules` lists the rules",
        ),
        (
            {"rule": "TST001/keept"},
            "TST001/keept",
            'The rule TST001 has no part "keept"',
            'did you mean "TST001/kept"?',
        ),
        ({"rule": "TST001/x"}, "TST001/x", 'The rule TST001 has no part "x"', "it has: kept, known"),
        (
            {"rule": "TST002"},
            "TST002",
            "TST002 may not be waived: the rule says so (can_be_waived: false)",
            "keep the rule, and delete this file",
        ),
        (
            {"rule": "TST003"},
            "TST003",
            "TST003 may not be waived, because pack.yaml locks it",
            "keep the rule, or ask those who own pack.yaml",
        ),
        (
            {"rule": "YML001"},
            "YML001",
            "YML001 is about the text or the structure of a file, which nobody can waive",
            "mend it, and delete this file",
        ),
        (
            {"rule": "STR004"},
            "STR004",
            "STR004 is about the text or the structure of a file, which nobody can waive",
            "mend it, and delete this file",
        ),
        (
            {"rule": "LIF003"},
            "LIF003",
            "LIF003 is about waivers themselves, which nobody can waive",
            "mend it, and delete this file",
        ),
        (
            {"approved_by": "{name: Raj Shah, role: operations-lead}"},
            "operations-lead",
            '"operations-lead" is not a role that may approve a waiver',
            "ask a person with one of these roles: executive-sponsor, legal, security, data-protection",
        ),
        (
            {"approved_by": "{name: Raj Shah, role: executive sponsor}"},
            "executive sponsor",
            '"executive sponsor" is not a role that may approve a waiver',
            'did you mean "executive-sponsor"?',
        ),
        (
            {"requested_by": "Raj Shah"},
            "Raj Shah, role",
            '"Raj Shah" asks for this waiver and approves it, but another person has to approve it',
            ANOTHER,
        ),
        (
            {"requested_by": "SHAH, Raj"},
            "Raj Shah, role",
            '"SHAH, Raj" asks for this waiver and "Raj Shah" approves it, but they are one and the same person',
            ANOTHER,
        ),
        (
            {"until": "2026-10-31"},
            "2026-10-31",
            '"until" is 2026-10-31, which is before the first day, 2026-11-01',
            "write the last day on which it counts, 2027-04-30 at most",
        ),
        (
            {"until": "2027-05-01"},
            "2027-05-01",
            '"until" is 2027-05-01, but a waiver may last 180 days at most, here until 2027-04-30',
            "write until: 2027-04-30, and ask again when it has ended",
        ),
        (
            {"at": "$.scope.function[voice]"},
            "$.scope.function[voice]",
            '"$.scope.function[voice]" is not a place in an engagement: there is no "function" in $.scope',
            'did you mean "$.scope.functions[voice]"?',
        ),
    ],
)
def test_what_is_wrong_with_a_waiver_by_itself(keys: dict[str, str], needle: str, message: str, help_: str) -> None:
    """One error at the place, in one sentence, with what to write instead."""
    text = waiver(**keys)
    (found,) = problems(text)
    assert (found.rule, found.severity) == ("LIF003", Severity.ERROR)
    assert (found.message, found.help) == (message, help_)
    assert spot(found) == place_of(text, needle)


@pytest.mark.parametrize(
    "keys",
    [
        {"until": "2027-04-30"},
        {"until": "2026-11-01"},
        {"rule": "TST001/known"},
        {"approved_by": "{name: Raj Shah, role: legal}"},
        {"from_": "9999-12-01", "until": "9999-12-31"},
    ],
)
def test_what_is_right(keys: dict[str, str]) -> None:
    """The longest and the shortest waiver, one about a part of a rule, and one at the end of the calendar."""
    assert problems(waiver(**keys)) == []


def test_the_terms_are_those_of_the_configuration() -> None:
    """How long, and who may approve."""
    terms = WaiverTerms(longest="3 months", approvers=("risk-officer",))
    messages = [one.message for one in problems(waiver(), terms)]
    assert messages == [
        '"executive-sponsor" is not a role that may approve a waiver',
        '"until" is 2027-03-31, but a waiver may last 3 months at most, here until 2027-02-01',
    ]
    assert problems(waiver(approved_by="{name: Raj, role: risk-officer}", until="2027-02-01"), terms) == []


def test_the_order_of_the_files_does_not_matter() -> None:
    """Waivers come in the order of their file names."""
    documents = [document(waiver(reason=name), f"waivers/{name}.yaml") for name in "abc"]
    books = {
        tuple(one.document.file for one in read_waivers(some, policy(), WaiverTerms()).waivers)
        for some in permutations(documents)
    }
    assert books == {("waivers/a.yaml", "waivers/b.yaml", "waivers/c.yaml")}


def test_a_rule_that_is_switched_off_is_known() -> None:
    """Its waiver is proper, and the check will say that it waives nothing."""
    (one,) = book(waiver(rule="TST004")).waivers
    assert (one.problems, one.is_off("engagements/tiny.yaml")) == ((), True)


def test_a_rule_whose_parts_have_no_names_takes_any() -> None:
    """Rules that make a list of what is wrong name its parts themselves."""
    assert problems(waiver(rule="TST004/anything")) == []
