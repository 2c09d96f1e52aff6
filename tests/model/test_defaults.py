from collections.abc import Callable
from typing import Any

import pytest

from bpogov.core.location import Path
from bpogov.model.defaults import fill
from bpogov.model.engagement import Engagement


def filled(facts: dict[str, Any], *lost: Path) -> tuple[dict[str, Any], tuple[Path, ...]]:
    unsettled = fill(facts, lost)
    return facts, unsettled


def function(**fields: Any) -> dict[str, Any]:
    return {"scope": {"functions": [{"id": "email", **fields}]}}


def test_tier() -> None:
    """A file that does not say its tier is a standard one; an unknown tier stays open."""
    assert filled({})[0] == {"tier": "standard"}
    assert filled({"tier": "small"})[0] == {"tier": "small"}
    assert filled({}, ("tier",))[0] == {}


@pytest.mark.parametrize(("kind", "facing"), [("sales", True), ("payroll", False), (None, False)])
def test_customer_facing(kind: str | None, *, facing: bool) -> None:
    """The type of a function says whether it faces customers; without a type it does not."""
    facts, _ = filled(function(**({"type": kind} if kind else {})))
    assert facts["scope"]["functions"][0]["customer_facing"] is facing
    assert facts["scope"]["functions"][0]["critical_or_important"] is False


def test_customer_facing_of_an_unknown_type() -> None:
    """Nobody can say whether a function of an unknown type faces customers."""
    facts, unsettled = filled(function(), ("scope", "functions", 0, "type"))
    assert "customer_facing" not in facts["scope"]["functions"][0]
    assert unsettled == (("scope", "functions", 0, "customer_facing"),)


def test_go_live() -> None:
    """Functions go live with the contract, levels count from the first go-live of their functions."""
    facts = function() | {
        "contract": {"term": {"go_live": "2027-01-18", "signed": "2026-12-01"}, "document": {}},
        "slas": [{"function": ["email"]}, {"function": ["other"]}, {}, {"applies_from": "2028-01-01"}],
    }
    facts["scope"]["functions"] += [{"id": "voice", "go_live": "2026-12-31"}]
    filled(facts)
    assert facts["scope"]["functions"][0]["go_live"] == "2027-01-18"
    assert facts["contract"]["document"] == {"signed": "2026-12-01"}
    assert [each.get("applies_from") for each in facts["slas"]] == ["2027-01-18", None, None, "2028-01-01"]
    facts["slas"] = [{"function": ["email", "voice"]}]
    assert filled(facts)[0]["slas"][0]["applies_from"] == "2026-12-31"


def test_go_live_unknown() -> None:
    """An unknown go-live leaves open what would follow from it, and a lost list of functions does the same."""
    facts = function() | {"contract": {"term": {}}, "slas": [{"function": ["email"]}, {}]}
    _, unsettled = filled(facts, ("contract", "term", "go_live"), ("slas", 1, "function"))
    assert unsettled == (
        ("scope", "functions", 0, "go_live"),
        ("slas", 0, "applies_from"),
        ("slas", 1, "applies_from"),
    )


def test_timezone_of_a_contact() -> None:
    """A contact has the time zone of the site, else of the side, unless it says its own."""
    facts: dict[str, Any] = {
        "parties": {
            "client": {"timezone": "Europe/London"},
            "provider": {
                "timezone": "Asia/Manila",
                "sites": [{"id": "bog", "timezone": "America/Bogota"}, {"id": "mnl"}],
            },
        },
        "contacts": [
            {"side": "client"},
            {"side": "provider", "site": "bog"},
            {"side": "provider", "site": "mnl"},
            {"side": "provider", "site": "gone"},
            {"side": "client", "timezone": "Europe/Paris"},
        ],
    }
    filled(facts)
    assert [each["timezone"] for each in facts["contacts"]] == [
        "Europe/London", "America/Bogota", "Asia/Manila", "Asia/Manila", "Europe/Paris",
    ]  # fmt: skip


def test_timezone_unknown() -> None:
    """Where site, side or their time zone is unknown, the time zone of the contact stays open."""
    facts: dict[str, Any] = {
        "parties": {"client": {}, "provider": {"timezone": "Asia/Manila", "sites": [{"id": "bog"}]}},
        "contacts": [{"side": "client"}, {"site": "bog", "side": "provider"}, {"side": "provider"}, {}],
    }
    lost = (("parties", "client", "timezone"), ("parties", "provider", "sites", 0, "timezone"), ("contacts", 2, "site"))
    _, unsettled = filled(facts, *lost, ("contacts", 3, "side"))
    assert unsettled == tuple(("contacts", number, "timezone") for number in range(4))


def test_metrics() -> None:
    """A metric of the catalogue brings direction, unit and family; an unknown one leaves them open."""
    facts: dict[str, Any] = {
        "goals": [{"metric": "csat"}, {"metric": "hours-freed"}, {"metric": "cost-per-contact"}, {}],
        "slas": [{"metric": "abandonment-rate", "direction": "higher"}, {}],
    }
    _, unsettled = filled(facts, ("slas", 1, "metric"))
    assert facts["goals"][0] == {"metric": "csat", "direction": "higher", "unit": "percent", "family": "experience"}
    assert facts["goals"][1] == {"metric": "hours-freed"}
    assert facts["goals"][2] == {"metric": "cost-per-contact", "direction": "lower", "family": "cost"}
    assert facts["slas"][0]["direction"] == "higher"
    assert unsettled[:3] == tuple(("slas", 1, field) for field in ("direction", "unit", "family"))


def test_lost_entries_stay_alone() -> None:
    """Nothing is filled into an entry that could not be read, nor around a list that is partly lost."""
    facts = function() | {"goals": "broken"}
    facts["parties"] = {"client": {"holidays": {"calendar": "US"}}}
    filled(facts, ("scope", "functions", 0), ("parties", "client", "holidays", "add", 0))
    assert facts["scope"]["functions"][0] == {"id": "email"}
    assert facts["parties"]["client"]["holidays"] == {"calendar": "US", "remove": []}


def test_a_document_is_not_made(changed: Callable[..., Engagement]) -> None:
    """A contract that names no document stays without one."""
    assert "document" not in changed(("contract.document", None)).facts["contract"]
