from copy import deepcopy
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from bpogov.core.location import Path
from bpogov.model.at import At
from bpogov.model.plan import engagement_plan
from bpogov.model.schema import json_schema
from bpogov.model.walk import Walk
from bpogov.source.document import Document
from tests.model.conftest import read

VALIDATOR = Draft202012Validator(json_schema(), format_checker=FormatChecker())
GONE = object()


def test_is_a_schema() -> None:
    """The schema is a correct one, says what it is, and is the caller's to change."""
    schema = json_schema()
    Draft202012Validator.check_schema(schema)
    assert schema["title"] == "Engagement file of bpogov"
    schema["properties"].clear()
    assert json_schema()["properties"]


def test_fields_are_described() -> None:
    """Every field has a title and a description, and every known word an explanation."""
    schema = json_schema()

    def visit(part: Any) -> None:
        if isinstance(part, list):
            for item in part:
                visit(item)
        elif isinstance(part, dict):
            for name, field in part.get("properties", {}).items() if isinstance(part.get("properties"), dict) else ():
                assert field["title"], name
                assert field["description"], name
            if "enumDescriptions" in part:
                assert len(part["enum"]) == len(part["enumDescriptions"]) == len(part["markdownEnumDescriptions"])
                assert all(part["enumDescriptions"])
            for item in part.values():
                visit(item)

    visit(schema)


@pytest.mark.parametrize("name", ["starter.yaml", "northwind.yaml"])
def test_worked_files_fit(name: str) -> None:
    """The worked files are what the schema says."""
    assert list(VALIDATOR.iter_errors(read(name).data)) == []


def test_examples_fit() -> None:
    """Every example in the schema is a value that its field takes."""
    schema = json_schema()

    def visit(part: Any) -> None:
        for field in part.get("properties", {}).values():
            for example in field.get("examples", ()):
                inner = {"$defs": schema["$defs"], **field}
                assert list(Draft202012Validator(inner).iter_errors(example)) == [], field["title"]

    for group in (schema, *schema["$defs"].values()):
        visit(group)


MUTATIONS: list[tuple[str, Any]] = [
    ("apiVersion", "bpogov/v2"),
    ("apiVersion", GONE),
    ("kind", "Engagement"),
    ("kind", "Rule"),
    ("id", "Not An Id"),
    ("id", "unknown"),
    ("title", "unknown"),
    ("title", 2026),
    ("status", "unknown"),
    ("status", "alive"),
    ("status", None),
    ("tier", "unknown"),
    ("tier", None),
    ("tier", "huge"),
    ("escalaton", []),
    ("x-own", {"any": [1, None]}),
    ("regimes", ["own-regime"]),
    ("regimes", "gdpr"),
    ("last_reviewed", "2026-02-30"),
    ("last_reviewed", 2026),
    ("last_reviewed", "unknown"),
    ("parties", GONE),
    ("parties.client.country", GONE),
    ("parties.client.country", None),
    ("parties.client.country", False),
    ("parties.client.country", "unknown"),
    ("parties.client.holidays", {"calendar": "US", "add": ["2026-12-24"]}),
    ("parties.client.holidays", "England"),
    ("parties.client.working_hours", "24x7"),
    ("parties.client.working_hours", "24/7"),
    ("parties.client.working_hours.to", "24:00"),
    ("parties.client.working_hours.to", GONE),
    ("parties.client.group_member", "yes"),
    ("parties.provider.sites.0.shifts", "24x7"),
    ("parties.provider.sites.0.shifts", ["24x7", {"days": "sat", "from": "08:00", "to": "12:00"}]),
    ("parties.provider.sites.0.shifts", [{"days": "weekends", "from": "08:00", "to": "12:00"}]),
    ("goals", []),
    ("goals", GONE),
    ("goals", {"id": "one"}),
    ("goals.0.baseline", "none"),
    ("goals.0.baseline", "nothing"),
    ("goals.0.target", "80"),
    ("goals.0.metric", "own-metric"),
    ("goals_agreed", [{"date": "2026-02-20", "by": ["dana"]}]),
    ("goals_agreed", "2026-02-20"),
    ("scope.functions.0.channels", ["voice", "fax"]),
    ("scope.functions.0.channels", [None]),
    ("scope.functions.0.service_windows.0.markets", "US"),
    ("contacts.0.role", ["service-owner", "finance"]),
    ("contacts.0.role", "boss"),
    ("contacts.0.phone", "0049 89 1234"),
    ("contacts.0.email", "no address"),
    ("contacts.0.languages", ["en", "unknown"]),
    ("escalation.0.level", 0),
    ("escalation.0.level", 1.5),
    ("meetings.0", None),
    ("meetings.0.attendees", "lee"),
    ("slas.0.target", "20-30"),
    ("slas.0.target", [1]),
    ("slas.0.target_as_text", "20-30"),
    ("slas.0.window", "rolling-7d"),
    ("slas.0.window", "sometimes"),
    ("slas.0.hours", "24x7"),
    ("slas", [{"id": "aa"}] * 201),
    ("service_credits.cap_percent", 101),
    ("service_credits.cap_percent", 10**16),
    ("decisions", {"data-access": "client", "own-decision": "provider", "x-note": 1, "pricing": None}),
    ("decisions", {"data-access": "both"}),
    ("decisions", {"data-access": "unknown"}),
    ("decisions.0.accountable", "joint"),
    ("selection.weights", {"quality": 50, "x-note": "hi", "own": None}),
    ("selection.weights.quality", 150),
    ("contract.clauses.audit-access", {"ref": "DPA 9", "note": "all"}),
    ("contract.clauses.audit-access", {"note": "all"}),
    ("contract.clauses.audit-access", 9.1),
    ("contract.clauses.audit-access", True),
    ("contract.document.version", 1.1),
    ("contract.termination.provider_notice", "none"),
    ("contract.term.end", None),
    ("contract.term.unit", "hours"),
    ("contract.understood.0.topics", "all"),
    ("contract.understood.0.topics", "everything"),
    ("contract.subcontracting.allowed", False),
    ("outcomes.scorecards.0.period", 2026),
    ("outcomes.scorecards.0.period", "October"),
    ("outcomes.scorecards.0.goals.g-csat", "fine"),
    ("access", []),
    ("risks", "unknown"),
    ("culture", None),
]


def _mutated(place: str, value: Any) -> Any:
    whole: Any = read("northwind.yaml").data
    needed = {"apiVersion", "id", "title", "status", "parties", "goals", "scope", "contacts", place.partition(".")[0]}
    data: Any = deepcopy({name: part for name, part in whole.items() if name in needed})
    steps = [int(step) if step.isdigit() else step for step in place.split(".")]
    here = data
    for step in steps[:-1]:
        here = here[step]
    if value is GONE:
        del here[steps[-1]]
    else:
        here[steps[-1]] = value
    return data


@pytest.mark.parametrize(("place", "value"), MUTATIONS)
def test_agrees_with_reading(place: str, value: Any) -> None:
    """What the schema refuses is what reading refuses, in the same places."""
    data = _mutated(place, value)
    walk = Walk(Document.of(data, "e.yaml"))
    walk.read(engagement_plan(), data, At())
    told: set[Path] = {problem.origin for problem in walk.problems}
    refused: set[Path] = {tuple(error.absolute_path) for error in VALIDATOR.iter_errors(data)}
    assert all(any(path[: len(around)] == around for around in refused) for path in told)
    assert all(any(path[: len(around)] == around for path in told) for around in refused)
