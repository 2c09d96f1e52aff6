"""The bare loop that others are measured against: PyYAML's fastest loader and the fifteen policies in plain Python.

No places, no sentences for people, no report: what a script written in an afternoon does. A folder stands for all
`.yaml` files in it. Exit code 1 where a policy is not satisfied.
"""

import os
import sys
from collections.abc import Callable
from typing import Any

import yaml

Engagement = dict[str, Any]
LANGUAGES = ("en", "es", "fr", "de", "pt")


def each(items: list[Engagement], *keys: str) -> bool:
    """Whether every item has all the keys."""
    return all(item.get(key) is not None for item in items for key in keys)


def some(engagement: Engagement, name: str) -> list[Engagement]:
    """The items of a section, which may be missing."""
    return engagement.get(name) or []


def part(engagement: Engagement, *path: str) -> Engagement:
    """A part of an engagement; empty where something on the way is missing."""
    for step in path:
        engagement = engagement.get(step) or {}
    return engagement


def resolved(engagement: Engagement) -> bool:
    """Whether levels name functions that exist, and meetings people who exist."""
    functions = {function["id"] for function in part(engagement, "scope").get("functions") or ()}
    people = {contact["id"] for contact in some(engagement, "contacts")}
    for level in some(engagement, "slas"):
        named = level.get("function") or []
        if not functions.issuperset([named] if isinstance(named, str) else named):
            return False
    for meeting in some(engagement, "meetings"):
        chair = [meeting["chair"]] if meeting.get("chair") else []
        if not people.issuperset(chair + (meeting.get("attendees") or [])):
            return False
    return True


def todo(value: object) -> bool:
    """Whether a text in it says TODO."""
    if isinstance(value, str):
        return "TODO" in value
    if isinstance(value, dict):
        return any(map(todo, value.values()))
    return isinstance(value, list) and any(map(todo, value))


def capped(engagement: Engagement) -> bool:
    """Whether credits have a ceiling of at most 25 percent."""
    credits_are_due = any(level.get("credits") for level in some(engagement, "slas"))
    most = 25
    return not credits_are_due or part(engagement, "service_credits").get("cap_percent", 100) <= most


POLICIES: dict[str, Callable[[Engagement], bool]] = {
    "goals-present": lambda made: bool(some(made, "goals")),
    "goals-measurable": lambda made: each(some(made, "goals"), "metric", "target", "due"),
    "contacts-both-sides": lambda made: {"client", "provider"} <= {one.get("side") for one in some(made, "contacts")},
    "contacts-reachable": lambda made: each(some(made, "contacts"), "email", "phone"),
    "contacts-backed-up": lambda made: each(some(made, "contacts"), "backup"),
    "levels-measurable": lambda made: bool(some(made, "slas")) and each(some(made, "slas"), "metric", "target"),
    "levels-measured": lambda made: each(some(made, "slas"), "window", "measured_by"),
    "term-dated": lambda made: each([part(made, "contract", "term")], "start", "end"),
    "notice-given": lambda made: each([part(made, "contract", "termination")], "client_notice", "provider_notice"),
    "meetings-regular": lambda made: bool(some(made, "meetings")) and each(some(made, "meetings"), "cadence"),
    "meetings-two-way": lambda made: all(
        "provider topics" in (meeting.get("agenda") or ()) for meeting in some(made, "meetings")
    ),
    "language-shared": lambda made: part(made, "culture").get("working_language") in LANGUAGES,
    "references-resolve": resolved,
    "no-todo": lambda made: not todo(made),
    "credits-capped": capped,
}


def main(paths: list[str]) -> int:
    """Check files, and the files of folders; print a line for every policy that one does not satisfy."""
    files = []
    for path in paths:
        inside = sorted(os.listdir(path)) if os.path.isdir(path) else None
        files += [path] if inside is None else [os.path.join(path, name) for name in inside if name.endswith(".yaml")]
    wrong = 0
    for file in files:
        with open(file, "rb") as stream:
            made = yaml.load(stream, Loader=yaml.CSafeLoader)
        for name, holds in POLICIES.items():
            if not holds(made):
                wrong = 1
                print(f"{file}: {name}")
    return wrong


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
