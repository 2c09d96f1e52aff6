"""The text of a new waiver, for a person to fill in: it accepts nothing before that."""

import datetime as dt

from msgspec import Struct

from bpogov.policy.waiverterms import WaiverTerms
from bpogov.source.written import as_yaml
from bpogov.values import duration
from bpogov.waiver.standing import Standing


class Subject(Struct, frozen=True):
    """What a new waiver is about: a rule (or `RULE/part`), the id of an engagement, a place and what stands there.

    `message` is what the finding says.
    """

    rule: str
    engagement: str
    at: str
    value: Standing
    message: str


def draft(subject: Subject, today: str, terms: WaiverTerms) -> str:
    """Give the text of a waiver file from `today` on, as long as is allowed; everything about people is left open.

    What stands in angle brackets keeps the file from loading.
    """
    until = duration.parse(terms.longest).after(dt.date.fromisoformat(today)).isoformat()
    lines = [
        f"# {_plain(subject.message)}",
        "# Replace everything in <angle brackets>. Until then this file accepts nothing, and the check says so.",
        "apiVersion: bpogov/v1",
        "kind: Waiver",
        f"rule: {subject.rule}",
        f"engagement: {subject.engagement}",
        f"at: {_text(subject.at)}",
        "# nothing stands there now" if subject.value.nothing else f"value: {subject.value.yaml}",
        _open("reason", "why the rule cannot be kept here"),
        _open("requested_by", "the person who asks"),
        "approved_by:",
        f"  {_open('name', 'another person, of the client')}",
        f"  {_open('role', 'one of: ' + ', '.join(terms.approvers))}",
        f"from: {today}",
        f"until: {until}",
        f"# ticket: {_text('<where the approval is on record>')}",
        f"# measure: {_text('<what is done instead, to keep the risk small>')}",
    ]
    return "\n".join(lines) + "\n"


def _open(name: str, what: str) -> str:
    return f"{name}: {_text(f'<{what}>')}"


def _text(text: str) -> str:
    return as_yaml(text).rstrip("\n")


def _plain(message: str) -> str:
    """A message on one line of a comment."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in message).split())
