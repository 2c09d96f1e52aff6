"""From waiver files to waivers: everything that can be said of one without looking at an engagement."""

import datetime as dt
from collections.abc import Iterable, Iterator

from msgspec import Struct

from bpogov.core.finding import Finding, Notification
from bpogov.core.severity import Severity
from bpogov.core.suggest import closest
from bpogov.policy.amendment import Scope
from bpogov.policy.policyset import BoundRule, PolicySet
from bpogov.policy.reading import read_document
from bpogov.policy.waiverterms import WaiverTerms
from bpogov.source.document import Document
from bpogov.source.notation import Steps
from bpogov.values import date, duration
from bpogov.values.errors import BadValue, quoted
from bpogov.waiver.form import WaiverFile
from bpogov.waiver.people import same_person
from bpogov.waiver.place import BadPlace, read_place
from bpogov.waiver.problems import NEVER_WAIVED, WAIVER_VALID, complaint


class Waiver(Struct, frozen=True):
    """One waiver file. It counts only if nothing is wrong with it: `problems` is empty, and the other parts are there.

    `bound` is its rule with the settings of the configuration, and `scopes` the groups of files with settings of their
    own.
    """

    document: Document
    problems: tuple[Finding, ...]
    form: WaiverFile | None = None
    place: Steps | None = None
    bound: BoundRule | None = None
    scopes: tuple[Scope, ...] = ()

    @property
    def rule(self) -> str:
        """The id of the rule, without a part of it; empty where it cannot be read."""
        return self.form.rule.partition("/")[0] if self.form else ""

    @property
    def assertion(self) -> str:
        """The part of the rule, or empty."""
        return self.form.rule.partition("/")[2] if self.form else ""

    @property
    def engagement(self) -> str:
        """The id of the engagement, also in a file that is not proper; empty where it cannot be read."""
        data = self.document.data
        name = data.get("engagement") if isinstance(data, dict) else None
        return name if isinstance(name, str) else ""

    def is_off(self, file: str) -> bool:
        """Whether the rule is switched off for an engagement file."""
        counting = [scope for scope in self.scopes if scope.covers(file)]
        return self.bound is not None and not self.bound.within(counting).enabled


class WaiverBook(Struct, frozen=True):
    """Every waiver file of a run, in the order of the file names, and the terms that count for them."""

    waivers: tuple[Waiver, ...]
    terms: WaiverTerms


def read_waivers(documents: Iterable[Document], policy: PolicySet, terms: WaiverTerms) -> WaiverBook:
    """Read waiver files against the rules and terms of a configuration. The order of `documents` does not matter."""
    known, scopes = {bound.id: bound for bound in policy.rules}, policy.scopes
    ordered = sorted(documents, key=lambda document: document.file)
    return WaiverBook(tuple(_read(document, known, scopes, terms) for document in ordered), terms)


def _read(document: Document, rules: dict[str, BoundRule], scopes: tuple[Scope, ...], terms: WaiverTerms) -> Waiver:
    mistakes: list[Notification] = []
    read = read_document(document, WaiverFile, mistakes)
    if read is None:
        found = (_as_finding(document, one) for one in _first_of_all(mistakes))
        return Waiver(document, tuple(sorted(found, key=lambda finding: finding.order)))
    form = read.form
    problems = [*_rule_problems(document, form, rules), *_people_problems(document, form, terms)]
    problems += _date_problems(document, form, terms)
    place = None
    try:
        place = read_place(form.at)
    except BadPlace as wrong:
        problems.append(complaint(document, ("at",), wrong.message, wrong.help))
    told = tuple(sorted(problems, key=lambda finding: finding.order))
    return Waiver(document, told, form, place, rules.get(form.rule.partition("/")[0]), scopes)


def _first_of_all(mistakes: list[Notification]) -> list[Notification]:
    """What is missing in a file of another kind is beside the point."""
    of_kind = [one for one in mistakes if one.location and one.location.path == "$.kind"]
    return of_kind or mistakes


def _as_finding(document: Document, mistake: Notification) -> Finding:
    place = mistake.location or document.locate(())
    return Finding(WAIVER_VALID, Severity.ERROR, mistake.message, place, mistake.help)


def _rule_problems(document: Document, form: WaiverFile, rules: dict[str, BoundRule]) -> Iterator[Finding]:
    name, _, assertion = form.rule.partition("/")
    bound = rules.get(name)
    if name.startswith(NEVER_WAIVED):
        about = "waivers themselves" if name == WAIVER_VALID else "the text or the structure of a file"
        yield complaint(
            document, ("rule",), f"{name} is about {about}, which nobody can waive", "mend it, and delete this file"
        )
    elif bound is None:
        yield complaint(document, ("rule",), f"No configured pack has a rule {quoted(form.rule)}", _meant(name, rules))
    elif bound.locked_by:
        message = f"{name} may not be waived, because {bound.locked_by} locks it"
        yield complaint(document, ("rule",), message, f"keep the rule, or ask those who own {bound.locked_by}")
    elif not bound.facts.can_be_waived:
        message = f"{name} may not be waived: the rule says so (can_be_waived: false)"
        yield complaint(document, ("rule",), message, "keep the rule, and delete this file")
    else:
        named = [part.id for part in bound.facts.parts if part.id]
        if assertion and named and assertion not in named:
            near = closest(assertion, named)
            help_ = f'did you mean "{name}/{near}"?' if near else f"it has: {', '.join(named)}"
            yield complaint(document, ("rule",), f"The rule {name} has no part {quoted(assertion)}", help_)


def _meant(name: str, rules: dict[str, BoundRule]) -> str:
    names = {bound.facts.name: id_ for id_, bound in rules.items()}
    near = closest(name, [*rules, *names])
    return f'did you mean "{names.get(near, near)}"?' if near else "`bpogov rules` lists the rules"


def _people_problems(document: Document, form: WaiverFile, terms: WaiverTerms) -> Iterator[Finding]:
    role = form.approved_by.role
    if role not in terms.approvers:
        near = closest(role, terms.approvers)
        help_ = (
            f'did you mean "{near}"?' if near else f"ask a person with one of these roles: {', '.join(terms.approvers)}"
        )
        message = f"{quoted(role)} is not a role that may approve a waiver"
        yield complaint(document, ("approved_by", "role"), message, help_)
    if same_person(form.requested_by, form.approved_by.name):
        yield self_approved(document, form)


def self_approved(document: Document, form: WaiverFile) -> Finding:
    """The finding about a waiver that its requester approved."""
    asks, approves = quoted(form.requested_by), quoted(form.approved_by.name)
    message = f"{asks} asks for this waiver and approves it, but another person has to approve it"
    if asks != approves:
        message = f"{asks} asks for this waiver and {approves} approves it, but they are one and the same person"
    help_ = "ask another person of the client, with a role that may approve"
    return complaint(document, ("approved_by", "name"), message, help_)


def _date_problems(document: Document, form: WaiverFile, terms: WaiverTerms) -> Iterator[Finding]:
    start, until = date.parse(form.start), date.parse(form.until)
    latest = _latest(start, terms)
    if until < start:
        message = f'"until" is {form.until}, which is before the first day, {form.start}'
        yield complaint(document, ("until",), message, f"write the last day on which it counts, {latest} at most")
    elif until > latest:
        longest = duration.parse(terms.longest).words
        message = f'"until" is {form.until}, but a waiver may last {longest} at most, here until {latest}'
        yield complaint(document, ("until",), message, f"write until: {latest}, and ask again when it has ended")


def _latest(start: dt.date, terms: WaiverTerms) -> dt.date:
    try:
        return duration.parse(terms.longest).after(start)
    except BadValue:  # the calendar ends before
        return dt.date.max
