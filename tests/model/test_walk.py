from collections.abc import Callable
from typing import Any

import pytest

from bpogov.model.at import At
from bpogov.model.engagement import Engagement
from bpogov.model.form import Form
from bpogov.model.plan import Plan
from bpogov.model.validate import validate
from bpogov.model.walk import Walk
from bpogov.source.document import Document

Told = Callable[[Engagement], list[tuple[str, str, str]]]
Changed = Callable[..., Engagement]


def test_unknown_field(changed: Changed, told: Told) -> None:
    """A misspelt section is told on its name, and with it the section does not count as read."""
    engagement = changed(("escalaton", []))
    ((rule, path, message),) = told(engagement)
    assert (rule, path) == ("STR001", "$.escalaton")
    assert message == '"escalaton" is not a field of the file'
    (finding,) = engagement.findings
    assert finding.help == 'did you mean "escalation"?'
    assert finding.location.span == engagement.document.key_span(("escalaton",))
    assert "escalaton" in finding.location.lines[0]


def test_field_of_another_section(changed: Changed) -> None:
    """A field in the wrong section is told where it belongs."""
    (finding,) = changed(("contract.term.unit", "hours")).findings
    assert finding.help == "move it to goals, scope.functions.deliverables or slas"


def test_derived_fields_are_not_written(changed: Changed, told: Told) -> None:
    """A field that reading makes is unknown to authors."""
    assert told(changed(("slas.0.target_as_text", "20-30"))) == [
        ("STR001", "$.slas[sl-voice].target_as_text", '"target_as_text" is not a field of a service level')
    ]


def test_only_the_first_problems_are_told(written: Callable[[str], Engagement]) -> None:
    """A hostile file with thousands of problems is told quickly: the first ones, and how many there are."""
    text = "".join(f"status{number}: 1\n" for number in range(150))
    findings = written(text).findings
    messages = [each.message for each in findings]
    assert '"status0" is not a field of the file' in messages
    assert '"status149" is not a field of the file' not in messages
    (last,) = (each for each in findings if each.rule == "STR012")
    assert last.message.endswith("problems of this kind, and only 100 of them are told")


def test_missing(changed: Changed, told: Told) -> None:
    """A missing field is told on the nearest part, an empty one counts as missing, and both are broken."""
    engagement = changed(("parties.client", {"name": None, "country": "US"}), ("contacts.2", {"side": "client"}))
    assert told(engagement) == [
        ("STR002", "$.parties.client.name", 'The client has no "name"'),
        ("STR002", "$.contacts[2].id", 'A contact has no "id"'),
    ]
    assert engagement.broken == (("parties", "client", "name"), ("contacts", 2, "id"))
    assert engagement.facts["contacts"][2]["side"] == "client"


def test_sections_of_the_wrong_kind(changed: Changed, told: Told) -> None:
    """A section of the wrong kind is told once, and is not among the facts."""
    engagement = changed(("slas", "none yet"), ("scope", []), ("contract.clauses", ["a"]), ("access", {"system": "x"}))
    assert told(engagement) == [
        ("STR003", "$.scope", '"scope" is a list, but a group of fields is expected'),
        ("STR003", "$.slas", '"slas" is the text "none yet", but a list is expected'),
        (
            "STR003",
            "$.contract.clauses",
            '"clauses" is a list, but a group of fields named by the key of a clause is expected',
        ),
        ("STR003", "$.access", '"access" is a group of fields, but a list is expected'),
    ]
    assert not {"slas", "scope", "access"} & engagement.facts.keys()
    assert "clauses" not in engagement.facts["contract"]


def test_one_text_for_a_list(changed: Changed) -> None:
    """One text where a list is expected is shown as a list."""
    (finding,) = changed(("meetings.0.attendees", "lee")).findings
    assert finding.help == "write attendees: [lee]"


def test_unknown_values(changed: Changed) -> None:
    """A value that is unknown is taken out and listed, also where a short form may stand."""
    engagement = changed(
        ("title", "unknown"),
        ("contacts.0.role", "unknown"),
        ("parties.client.holidays", "unknown"),
        ("contacts.1.languages", ["en", "unknown"]),
        ("parties.provider.sites.0.shifts.1", "unknown"),
        ("selection.weights.cost", "unknown"),
    )
    assert engagement.findings == ()
    assert engagement.unknown == (
        ("title",),
        ("parties", "client", "holidays"),
        ("parties", "provider", "sites", 0, "shifts", 1),
        ("contacts", 0, "role"),
        ("contacts", 1, "languages", 1),
        ("selection", "weights", "cost"),
    )
    facts = engagement.facts
    assert "role" not in facts["contacts"][0]
    assert "languages" not in facts["contacts"][1]
    assert facts["parties"]["provider"]["sites"][0]["shifts"][1] == {}
    assert facts["selection"]["weights"] == {"quality": 45.0, "relationship": 20.0}


def test_what_may_not_be_unknown(changed: Changed, told: Told) -> None:
    """Names, status, version, and whole lists and sections are never unknown."""
    engagement = changed(("status", "unknown"), ("goals.0.id", "unknown"), ("risks", "unknown"), ("cost", "unknown"))
    assert told(engagement) == [
        ("STR010", "$.status", '"status" is unknown, but names, status and version have to be known'),
        ("STR010", "$.goals[0].id", '"id" is unknown, but names, status and version have to be known'),
        ("STR003", "$.cost", '"cost" is unknown, but only a single value can be unknown'),
        ("STR003", "$.risks", '"risks" is unknown, but only a single value can be unknown'),
    ]
    assert engagement.status is None
    assert engagement.unknown == ()


def test_broken_entries_keep_their_place(changed: Changed, told: Told) -> None:
    """A broken group in a list leaves an empty one, so that positions stay; a broken text takes its list along."""
    engagement = changed(("meetings.1", None), ("meetings.2", "x"), ("meetings.0.agenda.1", None))
    assert told(engagement) == [
        ("STR006", "$.meetings[ops-weekly].agenda[1]", 'Entry 2 of "agenda" is empty'),
        ("STR006", "$.meetings[1]", 'Entry 2 of "meetings" is empty'),
        ("STR003", "$.meetings[2]", 'Entry 3 of "meetings" is the text "x", but a group of fields is expected'),
    ]
    assert [sorted(each)[:1] for each in engagement.facts["meetings"]] == [["attendees"], [], [], ["agenda"]]
    assert "agenda" not in engagement.facts["meetings"][0]
    assert engagement.broken == (("meetings", 0, "agenda", 1), ("meetings", 1), ("meetings", 2))


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("slas", [{"id": "aa"}] * 201),
        ("decisions", {f"d{number}": "client" for number in range(201)}),
        ("selection.weights", {f"w{number}": 0 for number in range(201)}),
    ],
)
def test_too_many(changed: Changed, told: Told, place: str, value: Any) -> None:
    """A list without end is told once and not read."""
    name = place.rpartition(".")[2]
    assert told(changed((place, value))) == [
        ("STR009", f"$.{place}", f'"{name}" has 201 entries, but at most 200 are read')
    ]


def test_short_hours(changed: Changed, told: Told) -> None:
    """Hours round the clock have a short form; anything else in its place is told."""
    engagement = changed(("parties.provider.sites.0.shifts", "24x7"), ("parties.client.working_hours", "24/7"))
    assert engagement.facts["parties"]["provider"]["sites"][0]["shifts"] == [
        {"days": "mon-sun", "from": "00:00", "to": "24:00"}
    ]
    assert engagement.origin(("parties", "provider", "sites", 0, "shifts", 0, "days")) == (
        "parties", "provider", "sites", 0, "shifts",
    )  # fmt: skip
    ((rule, path, _),) = told(engagement)
    assert (rule, path) == ("STR004", "$.parties.client.working_hours")
    assert engagement.findings[0].help == "write working_hours: 24x7"


def test_hours_fit_together(changed: Changed, told: Told) -> None:
    """Hours without length are told on their end, hours with a missing part once."""
    engagement = changed(
        ("parties.client.working_hours.to", "09:00"),
        ("parties.provider.working_hours", {"days": "mon", "from": "09:00"}),
    )
    assert [each[:2] for each in told(engagement)] == [
        ("STR004", "$.parties.client.working_hours.to"),
        ("STR002", "$.parties.provider.working_hours.to"),
    ]
    assert engagement.facts["parties"]["client"]["working_hours"] == {"days": "mon-fri", "from": "09:00"}


def test_short_forms_that_are_broken(changed: Changed, told: Told) -> None:
    """A short form that cannot be read is told where it stands."""
    engagement = changed(
        ("parties.client.holidays", "England"),
        ("parties.provider.holidays", False),
        ("contacts.0.role", "boss"),
        ("goals_agreed", "yes"),
        ("contract.clauses.confidentiality", True),
        ("contract.clauses.locations", 12.3),
    )
    assert [each[:2] for each in told(engagement)] == [
        ("STR004", "$.parties.client.holidays.calendar"),
        ("STR004", "$.parties.provider.holidays"),
        ("STR003", "$.goals_agreed"),
        ("STR005", "$.contacts[dana].role[0]"),
        ("STR003", "$.contract.clauses.confidentiality"),
    ]
    assert engagement.facts["parties"]["client"]["holidays"] == {"add": [], "remove": []}
    assert engagement.facts["contract"]["clauses"]["locations"] == {"ref": "12.3"}
    assert "role" not in engagement.facts["contacts"][0]


def test_one_group_for_a_list(changed: Changed, told: Told) -> None:
    """One group may stand for a list of one, also where it is an unknown or broken short form."""
    engagement = changed(("goals_agreed", {"date": "2026-02-30"}), ("parties.provider.sites.0.shifts", "nights"))
    assert [each[:2] for each in told(engagement)] == [
        ("STR004", "$.parties.provider.sites[bog].shifts[0]"),
        ("STR004", "$.goals_agreed[0].date"),
    ]
    assert engagement.facts["goals_agreed"] == [{}]
    assert engagement.facts["parties"]["provider"]["sites"][0]["shifts"] == [{}]


def test_decisions_as_fields(changed: Changed, told: Told) -> None:
    """Decisions written as `name: side` become a list; unknown and broken ones stay without their sides."""
    engagement = changed(
        ("decisions", {"data-access": "client", "pricing": "unknown", "tool-choice": "us", "x-note": 1, "other": None})
    )
    assert engagement.facts["decisions"] == [
        {"decision": "data-access", "accountable": "client", "responsible": "client"},
        {"decision": "pricing"},
        {"decision": "tool-choice"},
    ]
    assert told(engagement) == [
        (
            "STR005",
            "$.decisions[tool-choice].accountable",
            '"us" is none of the words that "tool-choice" takes: client or provider',
        )
    ]
    assert engagement.unknown == (("decisions", 1, "accountable"), ("decisions", 1, "responsible"))
    assert engagement.broken == (("decisions", 2, "accountable"), ("decisions", 2, "responsible"))


def test_target_as_text(changed: Changed) -> None:
    """A target that is text is kept aside for a rule to judge; an unknown one is unknown."""
    engagement = changed(("slas.0.target", "20-30"), ("slas.1.target", "unknown"))
    assert engagement.findings == ()
    assert engagement.facts["slas"][0]["target_as_text"] == "20-30"
    assert "target" not in engagement.facts["slas"][0]
    assert engagement.origin(("slas", 0, "target_as_text")) == ("slas", 0, "target")
    assert engagement.unknown == (("slas", 1, "target"),)


def test_numbers_as_text_stay_as_written(written: Callable[[str], Engagement]) -> None:
    """A version, a telephone number or a year without quotes stays what its author wrote."""
    text = "title: 2026\ncontract: {document: {version: 1.10}}\ncontacts: [{id: amy, phone: +442079460001}]\n"
    facts = written(text + "outcomes: {scorecards: [{period: 2026}]}\n").facts
    assert facts["title"] == "2026"
    assert facts["contract"]["document"]["version"] == "1.10"
    assert facts["contacts"][0]["phone"] == "+442079460001"
    assert facts["outcomes"]["scorecards"][0]["period"] == "2026"


def test_own_fields(changed: Changed) -> None:
    """Fields of the author's own are kept without what is empty, in tables they are left out."""
    own = {"a": None, "b": [1, None, {"c": None}], "d": 2.5, "e": 10**16}
    engagement = changed(
        ("x-own", own), ("x-empty", None), ("selection.weights.x-note", "hi"), ("selection.weights.more", None)
    )
    assert engagement.findings == ()
    assert engagement.facts["x-own"] == {"b": [1, {}], "d": 2.5, "e": "10000000000000000"}
    assert "x-empty" not in engagement.facts
    assert set(engagement.facts["selection"]["weights"]) == {"quality", "cost", "relationship"}


def test_entries_of_tables(changed: Changed) -> None:
    """An entry of a table is explained by the field that holds the table."""
    (finding,) = changed(("contract.clauses.confidentiality", [])).findings
    assert finding.help == "write for example confidentiality: MSA 12.3 (where each clause stands, by its key)"


def test_tables_without_a_field() -> None:
    """A table may be read by itself."""
    walk = Walk(Document.of({"a": 1, "b": "x"}, "t.yaml"))
    assert walk.read(Plan(Form("table", item=Form("number"))), {"a": 1, "b": "x"}, At()) == {"a": 1.0}
    assert [each.help for each in walk.problems] == [""]
    assert validate(Document.of({"a": 1}, "t.yaml")).facts == {"tier": "standard"}
