"""From a document to an engagement: reads it, fills in defaults, and words what is wrong with its structure."""

from typing import Any

from msgspec.structs import replace

from bpogov.core.finding import Finding
from bpogov.core.location import Path
from bpogov.core.severity import Severity
from bpogov.core.status import Status, Tier
from bpogov.model.at import At
from bpogov.model.defaults import fill
from bpogov.model.engagement import Engagement
from bpogov.model.plan import engagement_plan
from bpogov.model.problems import MANY, WRONG_FILE
from bpogov.model.walk import MOST_PROBLEMS, Problem, Walk
from bpogov.source.document import Document


def validate(document: Document) -> Engagement:
    """Read a document as an engagement; never raises, whatever the document holds.

    Every structural problem becomes a finding with its place. A document that could not be read as YAML, or that is
    no group of fields, gives an engagement without facts.
    """
    if document.data is None:
        return Engagement(document, broken=((),))
    walk = Walk(document)
    facts = walk.read(engagement_plan(), document.data, At())
    if not isinstance(facts, dict):
        return _with_findings(Engagement(document, broken=((),)), walk)
    lost = (*walk.unknown, *walk.broken)
    engagement = Engagement(
        document,
        id=facts.get("id", ""),
        title=facts.get("title", ""),
        status=_status(facts),
        tier=Tier(facts.get("tier", Tier.STANDARD)),
        facts=facts,
        unknown=tuple(walk.unknown),
        broken=tuple(walk.broken),
        unsettled=fill(facts, lost),
        elsewhere=_elsewhere(facts),
        moved=walk.moved,
    )
    return _with_findings(engagement, walk)


def _elsewhere(facts: dict[str, Any]) -> tuple[Path, ...]:
    """The contacts, where the list here is empty and `contacts_ref` names the private file that holds them."""
    return (("contacts",),) if "contacts_ref" in facts and facts.get("contacts") == [] else ()


def _status(facts: dict[str, Any]) -> Status | None:
    word = facts.get("status")
    return None if word is None else Status(word)


def _with_findings(engagement: Engagement, walk: Walk) -> Engagement:
    other = [problem for problem in walk.problems if problem.rule == WRONG_FILE and problem.path == ("kind",)]
    found = other or list(walk.problems)  # what is missing in a file of another kind is beside the point
    if walk.total > MOST_PROBLEMS and not other:
        message = f"The file has {walk.total:,} problems of this kind, and only {MOST_PROBLEMS} of them are told"
        last = found[-1]
        found.append(Problem(MANY, message, "Mend these and check again", last.path, last.origin, last.on_name))
    findings = (_finding(engagement, problem) for problem in found)
    return replace(engagement, findings=tuple(sorted(findings, key=lambda finding: finding.order)))


def _finding(engagement: Engagement, problem: Problem) -> Finding:
    shown = engagement.show(problem.path)
    locate = engagement.document.locate_key if problem.on_name else engagement.document.locate
    location = locate(problem.origin, shown)
    return Finding(problem.rule, Severity.ERROR, problem.message, location, help=problem.help)
