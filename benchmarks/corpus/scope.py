"""What is outsourced, and what stays."""

from typing import Any

from benchmarks.corpus import words
from benchmarks.corpus.chance import Chance
from benchmarks.corpus.people import Cast
from benchmarks.corpus.routes import Route
from benchmarks.corpus.timeline import Dates
from benchmarks.corpus.trades import Trade


def scope(chance: Chance, route: Route, trades: list[Trade], cast: Cast, when: Dates) -> dict[str, Any]:
    """The analysis, what stays in-house, the functions, and the volumes that the client tells ahead."""
    return {
        "analysis": {"date": when.analysed, "by": cast.ours[0], "method": chance.one(words.METHODS)},
        "retained": chance.some(words.RETAINED, chance.between(2, 4)),
        "forecast": {"horizon": "3 months", "shared_every": "monthly"},
        "functions": [_function(chance, route, trade, when) for trade in trades],
    }


def promises_hours(trades: list[Trade]) -> bool:
    """Whether customers call at certain hours, so that somebody has to be on shift then."""
    return any("voice" in trade.channels for trade in trades)


def _function(chance: Chance, route: Route, trade: Trade, when: Dates) -> dict[str, Any]:
    made: dict[str, Any] = {"id": trade.id, "name": trade.name, "type": trade.type}
    if trade.channels:
        made["channels"] = list(trade.channels)
    made |= {
        "classification": "non-core",
        "description": chance.one(trade.descriptions),
        "procedures": f"docs/procedures/{trade.id}.md",
        "acceptance": chance.one(trade.acceptances),
        "deliverables": [
            {
                "name": trade.deliverable,
                "quantity": trade.volumes[0] if when.live else chance.one(trade.volumes),
                "unit": trade.unit,
                "tolerance_percent": 15,
            }
        ],
        "monitoring": {
            "method": chance.one(("dashboard and weekly sample", "shared work queue", "recorded samples")),
            "remote": True,
            "every": chance.one(("daily", "weekly")),
        },
    }
    if promises_hours([trade]):
        window = {"days": "mon-fri", "from": "08:00", "to": "18:00", "timezone": route.client.zone}
        made["service_windows"] = [{"markets": [route.client.country], **window}]
    return made
