"""The bare loop that others are measured against: PyYAML's fastest loader and 15 policies in plain Python.

No places, no sentences for people, no report: what a script written in an afternoon does. Exit code 1 where a policy
is not satisfied.
"""

import sys
from collections.abc import Callable
from typing import Any

import yaml

Engagement = dict[str, Any]


def filled(engagement: Engagement, *path: str) -> bool:
    """Whether there is something at a path."""
    here: Any = engagement
    for step in path:
        here = here.get(step) if isinstance(here, dict) else None
    return bool(here)


def each(engagement: Engagement, section: str, *keys: str) -> bool:
    """Whether every item of a section has all the keys."""
    return all(item.get(key) for item in engagement.get(section) or () for key in keys)


POLICIES: dict[str, Callable[[Engagement], bool]] = {
    "title": lambda engagement: filled(engagement, "title"),
    "status": lambda engagement: engagement.get("status") in ("draft", "in-review", "signed", "live", "ended"),
    "client": lambda engagement: filled(engagement, "parties", "client", "name"),
    "provider": lambda engagement: filled(engagement, "parties", "provider", "name"),
    "two-parties": lambda engagement: len(engagement.get("parties", {})) > 1,
    "goals": lambda engagement: filled(engagement, "goals") and each(engagement, "goals", "id", "statement"),
    "scope": lambda engagement: filled(engagement, "scope", "functions"),
    "contacts": lambda engagement: len(engagement.get("contacts") or ()) > 1,
    "contact-names": lambda engagement: each(engagement, "contacts", "id", "name", "side"),
    "contact-ids": lambda engagement: len({one["id"] for one in engagement["contacts"]}) == len(engagement["contacts"]),
    "slas": lambda engagement: filled(engagement, "slas") and each(engagement, "slas", "id", "metric", "target"),
    "meetings": lambda engagement: filled(engagement, "meetings") and each(engagement, "meetings", "cadence"),
    "contract": lambda engagement: filled(engagement, "contract", "term"),
    "meeting-ids": lambda engagement: each(engagement, "meetings", "id"),
    "no-todo": lambda engagement: "TODO" not in str(engagement),
}


if __name__ == "__main__":
    wrong = 0
    for file in sys.argv[1:]:
        with open(file, "rb") as stream:
            data = yaml.load(stream, Loader=yaml.CSafeLoader)
        for name, holds in POLICIES.items():
            if not holds(data):
                wrong += 1
                print(f"{file}: {name}")
    sys.exit(1 if wrong else 0)
