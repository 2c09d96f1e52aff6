"""What a waiver file may look like: each mistake is told at its place, in words."""

import pytest

from bpogov.core.severity import Severity
from tests.engine.bench import place_of
from tests.waiver.bench import book, problems, spot, told, waiver


def test_a_whole_waiver_loads() -> None:
    """With everything that may be said, and keys of one's own."""
    text = waiver(ticket="GOV-12", measure="A style guide, checked monthly") + "x-board: yes\n"
    (one,) = book(text).waivers
    assert one.problems == ()
    assert one.form is not None
    assert (one.form.ticket, one.form.measure, one.form.start) == (
        "GOV-12",
        "A style guide, checked monthly",
        "2026-11-01",
    )
    assert (one.rule, one.assertion, one.is_off("engagements/tiny.yaml")) == ("TST001", "", False)


@pytest.mark.parametrize(
    ("text", "needle", "message", "help_"),
    [
        (
            waiver(kind="Wavier"),
            "Wavier",
            '"Wavier" is not one of the words that "kind" can have',
            'did you mean "Waiver"?',
        ),
        (
            waiver(apiVersion="bpogov/v2"),
            "bpogov/v2",
            '"bpogov/v2" is not one of the words that "apiVersion" can have',
            None,
        ),
        (waiver(untill="2027-01-01"), "untill", 'The key "untill" is not known here', 'did you mean "until"?'),
        (
            waiver(until=None),
            "apiVersion",
            'The key "until" is missing',
            "write until: the last day on which it counts",
        ),
        (
            waiver(reason=None),
            "apiVersion",
            'The key "reason" is missing',
            "write reason: why the rule cannot be kept here",
        ),
        (waiver(reason="' '"), "' '", '"reason" is empty, but a text is expected', ""),
        (
            waiver(requested_by='"<the person who asks>"'),
            '"<the person who asks>"',
            '"requested_by" is still to be filled in: "<the person who asks>" only says what to write there',
            "",
        ),
        (
            waiver(approved_by='{name: "<another person>", role: legal}'),
            '"<another person>"',
            '"name" is still to be filled in: "<another person>" only says what to write there',
            "",
        ),
        (
            waiver(approved_by="Raj Shah"),
            "Raj Shah",
            '"approved_by" is "Raj Shah", but a group of fields is expected',
            "the person who grants it",
        ),
        (
            waiver(approved_by="{name: Raj Shah}"),
            "approved_by",
            'The key "role" is missing',
            "write role: a role that the configuration allows, such as executive-sponsor",
        ),
        (
            waiver(value="[core]"),
            "[core]",
            '"value" is a list or a group, which is named by its digest; leave "value" out, and the check says it',
            "",
        ),
        (
            waiver(until="31.3.2027"),
            "31.3.2027",
            '"31.3.2027" is not a date in the form year-month-day; write for',
            None,
        ),
        (
            waiver(until="2027-02-30"),
            "2027-02-30",
            '"2027-02-30" is not a day of the calendar: February 2027 has 28',
            None,
        ),
        (waiver(reason="12"), "12", '"reason" is 12, but a text is expected', 'put it in quotes: "12"'),
        ("- a\n", "- a", "This file is not a group of fields", "start with apiVersion and kind"),
        ("kind: [\n", "[", 'The bracket "[" that opens here is never closed', None),
    ],
)
def test_a_mistake_is_an_error_at_its_place(text: str, needle: str, message: str, help_: str | None) -> None:
    """A file with any of these never loads: it has no form, and one finding that says why."""
    (found,) = problems(text)
    assert (found.rule, found.severity) == ("LIF003", Severity.ERROR)
    assert found.message.startswith(message)
    assert help_ is None or found.help == help_
    assert spot(found) == place_of(text, needle)
    assert book(text).waivers[0].form is None


def test_every_mistake_is_told() -> None:
    """Not only the first; but what is missing in a file of another kind is beside the point."""
    text = waiver(reason=None, ticket='"<where>"', until="soon")
    assert sorted(path for path, _, _ in told(problems(text))) == ["$.reason", "$.ticket", "$.until"]
    other = "apiVersion: bpogov/v1\nkind: Engagement\nid: acme\ntitle: Acme\n"
    assert [path for path, _, _ in told(problems(other))] == ["$.kind"]
