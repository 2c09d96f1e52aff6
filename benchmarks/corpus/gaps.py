"""What is not in a file: what brief authors do without, what a draft does not know yet, and what people forget.

The fifteen policies ask for none of it. Nor does `bpogov/core` ask for what brief authors do without; what a draft does
not know yet it tells of in notes.
"""

import datetime as dt
from typing import Any

from benchmarks.corpus.chance import Chance
from benchmarks.corpus.timeline import TODAY

BREVITY = (0.6, 0.9, 1.0)
FORGETFUL = 0.1
Engagement = dict[str, Any]

SPARED = (
    "parties.provider.certifications", "contacts.languages", "escalation.out_of_hours", "meetings.duration",
    "communication.reports.grace", "slas.unit", "slas.baseline", "slas.threshold", "slas.critical",
    "service_credits.applied", "culture.client.decision_style", "culture.provider.decision_style",
    "decisions.payment-approval", "ways_of_working.mandated", "in_house.job_impact.headcount", "provider_staff.pay",
    "provider_staff.recognition.budget", "provider_staff.recognition.currency", "provider_staff.cover.cross_trained",
    "cost.savings_percent", "cost.benchmark", "selection.due_diligence", "contract.governing_law",
    "contract.pricing.index_cap_percent", "contract.exit.plan", "contract.exit.last_tested", "contract.audit.notice",
    "contract.audit.every", "contract.subcontracting.notice", "contract.continuity.last_tested",
    "transition.milestones", "transition.go_live_criteria",
)  # fmt: skip
"""What an engagement can do without."""
SHORT_LISTS = {
    "contacts.responsibilities": 1, "scope.retained": 2, "in_house.announcements": 1, "in_house.objections": 1,
    "provider_staff.included_in": 2, "cost.long_term": 1, "contract.client_obligations": 1,
    "contract.pricing.excluded": 1, "risks": 1,
}  # fmt: skip
"""How many items a brief author writes at most."""
UNKNOWN_YET = (
    "goals_agreed", "in_house.faqs", "in_house.training", "provider_staff.growth", "provider_staff.cover",
    "cost.one_off", "contract.understood", "contract.insurance", "contract.liability_cap", "contract.exit",
    "contract.continuity", "outcomes", "relationship.shared_success", "access", "risks",
)  # fmt: skip
FORGOTTEN = (
    "in_house.faqs", "in_house.freed_focus", "provider_staff.growth", "provider_staff.wellbeing", "ways_of_working",
    "cost.long_term", "relationship.openness", "relationship.knowledge", "contract.client_obligations",
    "contract.insurance", "contract.exit.knowledge_transfer", "selection", "risks",
)  # fmt: skip


def shorten(chance: Chance, made: Engagement) -> None:
    """Leave out what a brief author does without: most of what nobody asks for."""
    brevity = chance.one(BREVITY)
    for path in SPARED:
        if chance.often(brevity):
            _drop(made, path)
    for path, most in SHORT_LISTS.items():
        for holder, key in _places(made, path):
            holder[key] = holder[key][:most]


def leave_open(chance: Chance, made: Engagement) -> None:
    """Leave out of a draft what is still talked about."""
    for path in chance.some(UNKNOWN_YET, chance.between(1, 4)):
        _drop(made, path)


def forget(chance: Chance, made: Engagement) -> None:
    """In some engagements, forget a thing or two, or not look at the file for too long."""
    if not chance.often(FORGETFUL):
        return
    if chance.often(0.2):
        made["last_reviewed"] = TODAY - dt.timedelta(days=chance.between(200, 400))
        return
    for path in chance.some(FORGOTTEN, chance.one((1, 1, 2))):
        _drop(made, path)


def _drop(made: Engagement, path: str) -> None:
    for holder, key in _places(made, path):
        del holder[key]


def _places(made: Engagement, path: str) -> list[tuple[dict[str, Any], str]]:
    """Everything at a path, which goes through the items of lists: where it is, and the key of it there."""
    *way, last = path.split(".")
    holders: list[Any] = [made]
    for step in way:
        inner = [holder[step] for holder in holders if step in holder]
        holders = [item for one in inner for item in (one if isinstance(one, list) else [one])]
    return [(holder, last) for holder in holders if last in holder]
