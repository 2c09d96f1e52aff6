"""What stands between an engagement and its next gate."""

import pytest

from tests.policy.files import rule, shop, write
from tests.runs.bench import NO_GOALS, checked, governed
from tests.runs.test_exceptions import goals

pytestmark = pytest.mark.usefixtures("workspace")

HOURS = rule(
    id="OWN003",
    name="zone",
    severity="error",
    assert_="engagement.title == ''",
    at="$.title",
    message="A title",
    acts="client",
)


def draft() -> None:
    """A draft with an error at sign-off in two sections, a warning, and something that nobody knows yet."""
    governed(HOURS, rule(id="OWN002", name="no-goals", severity="error", assert_="engagement.goals.size() < 1"), rule())
    text = shop().replace("status: in-review", "status: draft").replace("name: Acme Tea Ltd", "name: unknown")
    write("engagements/shop.yaml", text)


def test_a_draft_hears_what_sign_off_will_ask() -> None:
    """Notes that become errors, with who acts, and open questions, in the order of the file."""
    draft()
    result = checked().engagements[0]
    assert {finding.severity for finding in result.findings} == {"note"}
    assert result.ahead is not None
    assert result.ahead.gate == "sign-off"
    assert [(step.section, step.acts, step.rule, step.message) for step in result.ahead.steps] == [
        ("The file", "client", "OWN003", "A title"),
        ("Parties", "", "", '"parties.client.name" is marked as unknown'),
        ("Goals", "", "OWN002", "There are many goals"),
    ]


def test_at_the_gate_itself_the_same_things_block() -> None:
    """The gate judges the draft as if it were in review."""
    draft()
    report = checked(gate="sign-off")
    result = report.engagements[0]
    assert [finding.rule for finding in result.findings if finding.blocking] == ["OWN003", "OWN002"]
    assert report.verdict.sentence == "failed: 2 errors, 1 open question"
    assert result.ahead is not None
    assert [step.rule for step in result.ahead.steps] == ["OWN003", "", "OWN002"]


def test_nothing_stands_before_a_signed_engagement() -> None:
    """No gate is known to come."""
    governed(NO_GOALS)
    write("engagements/shop.yaml", shop().replace("status: in-review", "status: signed"))
    assert checked().engagements[0].ahead is None


def test_a_promoted_rule_counts_at_its_gate() -> None:
    """A warning becomes an error there, and the run before it says so."""
    governed(NO_GOALS, gates="{sign-off: {promote: [OWN002]}}")
    before, there = checked(), checked(gate="sign-off")
    assert before.verdict.passed
    assert [step.rule for step in (before.engagements[0].ahead or pytest.fail("no gate")).steps] == ["OWN002"]
    assert there.verdict.sentence == "failed: 1 error"


def test_waivers_that_block_come_last() -> None:
    """Those of the engagement, and what may be meant for any; not those of a neighbour, nor what only warns."""
    draft()
    write("b.engagement.yaml", shop().replace("id: acme-email-support", "id: other"))
    write("waivers/a.yaml", goals(requested_by="Raj Shah"))
    write("waivers/b.yaml", goals(engagement="other", until=None))
    write("waivers/c.yaml", goals(until="2026-11-20"))
    write("waivers/torn.yaml", "[")
    for gate in ("local", "sign-off"):
        other, mine = (one.ahead or pytest.fail("no gate") for one in checked(gate=gate).engagements)
        assert [step.section for step in mine.steps] == ["The file", "Parties", "Goals", "Waivers", "Waivers"]
        assert [(step.rule, step.location.order) for step in mine.steps[-2:]] == [
            ("LIF003", ("waivers/a.yaml", 9, 21)),
            ("LIF003", ("waivers/torn.yaml", 1, 1)),
        ]
        assert [step.location.file for step in other.steps[-2:]] == ["waivers/b.yaml", "waivers/torn.yaml"]


def test_what_nobody_knows_is_no_step_where_it_passes() -> None:
    """A gate of one's own that is not blocked by it."""
    governed(NO_GOALS, gates="{mine: {as: in-review}}")
    write("engagements/shop.yaml", shop().replace("name: Acme Tea Ltd", "name: unknown"))
    report = checked(gate="mine")
    assert (report.engagements[0].ahead or pytest.fail("no gate")).steps == ()
    assert [one.path for one in report.engagements[0].open_questions] == ["$.parties.client.name"]
