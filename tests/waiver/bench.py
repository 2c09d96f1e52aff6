"""Waivers, an engagement and what its rules found wrong: what the tests of waivers put on the table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from bpogov.core.finding import Finding
from bpogov.core.location import Path
from bpogov.core.outcome import Outcome, RuleResult
from bpogov.model.engagement import Engagement
from bpogov.model.validate import validate
from bpogov.policy.policyset import PolicySet
from bpogov.policy.waiverterms import WaiverTerms
from bpogov.source.document import Document
from bpogov.source.load import load
from bpogov.waiver.applying import Applied, apply
from bpogov.waiver.judging import Case
from bpogov.waiver.reading import WaiverBook, read_waivers
from tests.engine.bench import policy as policy_of
from tests.engine.bench import tiny

TODAY = "2026-11-21"
FILE = "waivers/a.yaml"

CORE = """\
name: core-stays
assert:
  - {id: kept, that: "false", at: $.scope, message: Core}
  - {id: known, that: "false", at: $.scope, message: Not known}
"""
FIRM = 'name: firm\ncan_be_waived: false\nassert: "false"\nat: $.title\nmessage: Firm'
LOCKED = 'name: locked\nassert: "false"\nat: $.title\nmessage: Locked'
OFF = 'name: switched-off\nassert: "false"\nat: $.title\nmessage: "Off"'

WAIVER = {
    "apiVersion": "bpogov/v1",
    "kind": "Waiver",
    "rule": "TST001",
    "engagement": "tiny",
    "at": "$.scope.functions[voice].classification",
    "value": "core",
    "reason": "The brand book goes with it",
    "requested_by": "Amy Reed",
    "approved_by": "{name: Raj Shah, role: executive-sponsor}",
    "from": "2026-11-01",
    "until": "2027-03-31",
}

CONTACTS = [
    {"id": "amy", "side": "client", "name": "Amy Reed", "role": "service-owner", "email": "amy@acme.example"},
    {"id": "raj", "side": "client", "name": "Raj Shah", "role": "executive-sponsor", "email": "raj@acme.example"},
    {"id": "ben", "side": "provider", "name": "Ben Cruz", "role": "executive-sponsor", "email": "ben@cebu.example"},
]


@dataclass(frozen=True, slots=True)
class Found:
    """Something that a rule found wrong."""

    rule: str
    assertion: str
    path: Path
    fingerprint: str


@cache
def policy() -> PolicySet:
    """A rule of two parts, one that says it cannot be waived, a locked one, and one that is switched off."""
    pack = "rules: {TST003: {lock: true}, TST004: {enabled: false, reason: no need}}\n"
    return policy_of(CORE, FIRM, LOCKED, OFF, pack=pack)


def waiver(**keys: str | None) -> str:
    """A waiver file; `from_` is the first day; None takes a key away."""
    merged = {**WAIVER, **{key.rstrip("_"): value for key, value in keys.items()}}
    return "".join(f"{key}: {value}\n" for key, value in merged.items() if value is not None)


def document(text: str, file: str = FILE) -> Document:
    """A file, read."""
    return load(text.encode(), file)


def functions(**classifications: Any) -> dict[str, Any]:
    """The scope of an engagement: functions with their classification."""
    return {"functions": [{"id": id_, "name": id_, "classification": said} for id_, said in classifications.items()]}


def engagement(file: str = "engagements/tiny.yaml", **sections: Any) -> Engagement:
    """An engagement with two functions and three contacts, with some sections put in or replaced."""
    data = tiny(**{"scope": functions(voice="core", email="core"), "contacts": CONTACTS, **sections})
    return validate(Document.of(data, file))


def found(*path: str | int, rule: str = "TST001", assertion: str = "kept") -> Found:
    """A failure of a rule; its fingerprint says what it is about."""
    return Found(rule, assertion, path, "/".join((rule, assertion, *map(str, path))))


VOICE = found("scope", "functions", 0, "classification")
EMAIL = found("scope", "functions", 1, "classification")


def case(*failures: Found, on: Engagement | None = None, **outcomes: Outcome) -> Case:
    """A checked engagement with its failures: TST001 fails where there are any."""
    usual = {"TST001": Outcome.FAIL if failures else Outcome.PASS, "TST002": Outcome.FAIL, "TST003": Outcome.FAIL}
    return case_of(on or engagement(), failures, {**usual, **outcomes})


def case_of(one: Engagement, failures: Sequence[Found] = (), outcomes: Mapping[str, Outcome] | None = None) -> Case:
    """A checked engagement with the outcomes of the rules that were looked at."""
    results = [RuleResult(rule, outcome, "") for rule, outcome in (outcomes or {}).items()]
    return Case(one.id, one.document.file, failures, results, lambda: one)


def book(*texts: str, terms: WaiverTerms | None = None) -> WaiverBook:
    """Waiver files `waivers/a.yaml`, `waivers/b.yaml` and so on, read."""
    documents = [document(text, f"waivers/{'abcdef'[number]}.yaml") for number, text in enumerate(texts)]
    return read_waivers(documents, policy(), terms or WaiverTerms())


def applied(*texts: str, on: Case | None = None, today: str = TODAY, whole: bool = True) -> Applied:
    """What waivers do to the two failures of the usual engagement, or to those of a case."""
    return apply(book(*texts), [on or case(VOICE, EMAIL)], today, whole=whole)


def problems(text: str, terms: WaiverTerms | None = None) -> list[Finding]:
    """What is wrong with a waiver file by itself."""
    return list(book(text, terms=terms).waivers[0].problems)


def told(findings: Any) -> list[tuple[str, str, str]]:
    """Place, message and help of findings."""
    return [(one.location.path, one.message, one.help) for one in findings]


def spot(finding: Finding) -> tuple[int, int]:
    """Line and column of a finding."""
    assert finding.location.span is not None
    return finding.location.span.start.line, finding.location.span.start.column
