"""Small engagements with levels and scorecards."""

from typing import Any

TODAY = "2026-11-21"


def level(name: str, **changes: Any) -> dict[str, Any]:
    """A monthly level with a target of 80 and two credits; fields that are None are left out."""
    plain = {
        "id": name,
        "window": "calendar-month",
        "metric": "service-level",
        "unit": "percent",
        "direction": "higher",
        "target": 80.0,
        "threshold": 75.0,
        "credits": [{"below": 80.0, "percent": 2.0}, {"below": 75.0, "percent": 4.0}],
    }
    return {key: value for key, value in (plain | changes).items() if value is not None}


def card(period: str, results: list[Any] | None = None, **changes: Any) -> dict[str, Any]:
    """A scorecard that was reviewed on 12 November 2026; fields that are None are left out."""
    made = {"period": period, "reviewed": "2026-11-12", "results": results or []} | changes
    return {key: value for key, value in made.items() if value is not None}


def engagement(levels: list[Any], cards: list[Any], **changes: Any) -> dict[str, Any]:
    """An engagement that has nothing but levels and scorecards, and what is added."""
    return {"slas": levels, "outcomes": {"scorecards": cards}} | changes
