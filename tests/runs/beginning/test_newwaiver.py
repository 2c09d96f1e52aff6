"""A new waiver from a finding."""

from pathlib import Path

import pytest

from bpogov.core.errors import UsageError
from bpogov.runs.beginning.newwaiver import new_waiver
from bpogov.runs.request import CheckRequest
from tests.policy.files import rule, shop, write
from tests.runs.bench import BROKEN, DAY, NO_GOALS, checked, governed

pytestmark = pytest.mark.usefixtures("workspace")

SHOP = "engagements/shop.yaml"
EACH = rule(
    id="OWN004",
    name="each-contact",
    for_each="$.contacts[*]",
    as_="person",
    on_empty="pass",
    assert_='[{id: a-one, that: "size(person.id) > 99", at: "@.id", message: "No {{ person.id }}"}]',
    at=None,
    message=None,
)
FIRM = rule(id="OWN006", name="firm", assert_="engagement.goals.size() > 99", can_be_waived="false")


def new(rule_id: str, *paths: str, at: str | None = None, folder: str = "waivers") -> tuple[str, ...]:
    """Ask for a waiver on the day of the tests."""
    return new_waiver(rule_id, at, folder, CheckRequest(paths=paths or (SHOP,), today=DAY))


def test_a_waiver_says_what_is_known_of_the_finding() -> None:
    """It accepts nothing before a person has filled it in; then the finding is accepted."""
    governed(NO_GOALS)
    assert new("no-goals") == ("waivers/acme-email-support-own002.yaml",)
    file = Path("waivers/acme-email-support-own002.yaml")
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# There is a goal\n")
    assert 'rule: OWN002\nengagement: acme-email-support\nat: "$.goals"\nvalue: "sha256:' in text
    assert "from: 2026-11-21\nuntil: 2027-05-20\n" in text
    report = checked()
    assert (report.waivers[0].state.value, len(report.waiver_findings)) == ("refused", 4)
    assert report.engagements[0].findings[0].suppression is None
    text = text.replace("<why the rule cannot be kept here>", "Tea").replace("<the person who asks>", "Amy Reed")
    text = text.replace("<another person, of the client>", "Raj Shah")
    file.write_text(text.replace("<one of: executive-sponsor, legal, security, data-protection>", "executive-sponsor"))
    report = checked()
    assert (report.waivers[0].state.value, report.waiver_findings) == ("active", ())
    assert report.engagements[0].findings[0].suppression is not None
    with pytest.raises(
        UsageError, match=r"OWN002 finds nothing wrong in engagements/shop.yaml that is not waived already"
    ):
        new("OWN002")


def test_several_findings_have_to_be_told_apart() -> None:
    """The places are named; each waiver gets a file of its own."""
    governed(EACH)
    places = [one.location.path for one in checked().findings]
    assert len(places) > 1
    with pytest.raises(UsageError) as caught:
        new("own004")
    assert caught.value.problems[0].message == (
        f"OWN004 finds {len(places)} things wrong in engagements/shop.yaml, but a waiver is about one place"
    )
    assert caught.value.problems[0].help == "name one of them: " + ", ".join(f"--at {place}" for place in places)
    (first,), (second,) = new("OWN004", at=places[0]), new("OWN004", at=places[1])
    assert first != second
    assert f'rule: OWN004/a-one\nengagement: acme-email-support\nat: "{places[1]}"\n' in Path(second).read_text()


@pytest.mark.parametrize(
    ("rule_id", "at", "message", "help_"),
    [
        ("OWN009", None, 'No configured pack has a rule "OWN009"', 'did you mean "OWN001"?'),
        ("nothing-like-it", None, 'No configured pack has a rule "nothing-like-it"', "`bpogov rules` lists the rules"),
        ("OWN002", "$.goal", 'OWN002 finds nothing wrong at "$.goal"', 'did you mean "$.goals"?'),
        ("OWN002", "$.contract", 'OWN002 finds nothing wrong at "$.contract"', "it does at $.goals"),
        ("OWN006", None, "OWN006 may not be waived: the rule says so", "keep the rule"),
        (
            "OWN001",
            None,
            "OWN001 may not be waived, because bpogov.yaml locks it",
            "keep the rule, or ask those who own bpogov.yaml",
        ),
    ],
)
def test_what_cannot_be_waived(rule_id: str, at: str | None, message: str, help_: str) -> None:
    """The message says why, and nothing is written."""
    governed(rule(), NO_GOALS, FIRM, rules="{OWN001: {lock: true}}")
    with pytest.raises(UsageError) as caught:
        new(rule_id, at=at)
    assert (caught.value.problems[0].message, caught.value.problems[0].help) == (message, help_)
    assert not Path("waivers").exists()


def test_what_was_not_checked_is_not_waived() -> None:
    """A rule that breaks, and a file that is not one readable engagement."""
    governed(BROKEN, NO_GOALS)
    with pytest.raises(UsageError, match=r'OWN003 could not be checked: ".*gives no value'):
        new("OWN003")
    write("engagements/other.yaml", shop().replace("id: acme-email-support", "id: other"))
    with pytest.raises(UsageError, match='"engagements" is not one engagement'):
        new("OWN002", "engagements")
    write("broken.yaml", "[")
    with pytest.raises(UsageError, match=r'"broken.yaml" has no id that can be read, so a waiver cannot name it'):
        new("OWN002", "broken.yaml")


def test_nothing_is_overwritten() -> None:
    """A second waiver for the same finding needs another folder."""
    governed(NO_GOALS)
    assert new("OWN002", folder="a") == ("a/acme-email-support-own002.yaml",)
    with pytest.raises(UsageError, match="is there already"):
        new("OWN002", folder="a")
