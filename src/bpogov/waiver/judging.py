"""Where one waiver stands on the day of a check, beside the engagement that it is about."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Protocol

from msgspec import Struct

from bpogov.core.finding import Finding
from bpogov.core.location import Path
from bpogov.core.outcome import Outcome, RuleResult
from bpogov.core.severity import Severity
from bpogov.core.suggest import closest
from bpogov.core.suppression import Suppression, SuppressionKind, WaiverState
from bpogov.model.describe import form_at
from bpogov.model.engagement import Engagement
from bpogov.source.notation import Steps
from bpogov.values import duration
from bpogov.values.errors import BadValue, quoted
from bpogov.waiver.form import WaiverFile
from bpogov.waiver.people import contacts_of, named, same_person
from bpogov.waiver.place import BadPlace, find_place
from bpogov.waiver.problems import complaint
from bpogov.waiver.reading import Waiver, self_approved
from bpogov.waiver.standing import Standing, standing


class Failing(Protocol):
    """Something that a rule found wrong: where in the facts, and what identifies it across runs."""

    @property
    def rule(self) -> str:
        """The id of the rule."""

    @property
    def assertion(self) -> str:
        """The part of the rule that failed, or empty."""

    @property
    def path(self) -> Path:
        """The place in the facts, which may be missing."""

    @property
    def fingerprint(self) -> str:
        """What identifies it across runs."""


class Case(Struct, frozen=True, dict=True):
    """One engagement that was checked: what its rules found wrong, and the result of every rule that was looked at.

    `open` gives the engagement itself; it is called where a waiver needs it, and only once.
    """

    id: str
    file: str
    failures: Sequence[Failing]
    results: Sequence[RuleResult]
    open: Callable[[], Engagement]

    @property
    def name(self) -> str:
        """What fingerprints call the engagement: its id, or the file where it has none."""
        return self.id or self.file

    @cached_property
    def engagement(self) -> Engagement:
        """The engagement that the waiver is about."""
        return self.open()

    def outcome(self, rule: str) -> Outcome | None:
        """The outcome of a rule, or None where it was not looked at."""
        return next((result.outcome for result in self.results if result.rule == rule), None)


class Judgement(Struct, frozen=True):
    """Where a waiver stands.

    `covered` are the fingerprints of the failures that it is about, honoured or not; `suppression` is what it does to
    them, None unless it stands.
    """

    waiver: Waiver
    state: WaiverState
    sentence: str
    findings: tuple[Finding, ...] = ()
    covered: tuple[str, ...] = ()
    suppression: Suppression | None = None


def judge(waiver: Waiver, cases: Sequence[Case], today: str, remind: str, *, whole: bool) -> Judgement:
    """Judge one waiver for itself. `today` is a date in ISO 8601; `remind` a duration.

    `whole`: every engagement was looked at, so that one that is not among `cases` does not exist.
    """
    form, place = waiver.form, waiver.place
    if form is None:
        return _refused(waiver, waiver.problems)
    own = [case for case in cases if case.id == form.engagement]
    case = own[0] if len(own) == 1 else None
    ended = form.until < today
    more = () if case is None or ended else tuple(_people(waiver, form, case.engagement))
    if waiver.problems or place is None or more:
        return _refused(waiver, tuple(dict.fromkeys((*waiver.problems, *more))))
    if ended:
        return _expired(waiver, form, cases, case, _found(place, case) if case else None, whole=whole)
    if case is None:
        return _without_engagement(waiver, form, cases, own, whole=whole)
    try:
        path = find_place(place, case.engagement)
    except BadPlace as wrong:
        return _refused(waiver, (complaint(waiver.document, ("at",), wrong.message, wrong.help),))
    if form.start > today:
        return Judgement(waiver, WaiverState.NOT_YET, f"counts from {form.start}")
    return _with_engagement(waiver, form, case, path) or _active(
        waiver, form, today, remind, _covered(waiver, case, path)
    )


def of_another(waiver: Waiver, cases: Sequence[Case]) -> Judgement | None:
    """What a run says of a waiver that names, in a readable way, an engagement that the run is not about; or None."""
    name = waiver.engagement
    if cases and (not name or any(case.id == name for case in cases)):
        return None
    what = f"the engagement {quoted(name)} was not" if name else "no engagement was"
    return Judgement(waiver, WaiverState.ELSEWHERE, f"{what} checked in this run")


def _expired(
    waiver: Waiver, form: WaiverFile, cases: Sequence[Case], case: Case | None, path: Path | None, *, whole: bool
) -> Judgement:
    """A waiver that has ended, with what it would cover; whether anybody needs it is not known without its case."""
    sentence = f"ended on {form.until}"
    if case is not None:
        return Judgement(waiver, WaiverState.EXPIRED, sentence, covered=_covered(waiver, case, path))
    if _all_known(cases, whole=whole):
        return Judgement(waiver, WaiverState.EXPIRED, sentence)
    message = f"This waiver ended on {form.until}, so it accepts nothing any more"
    help_ = "delete this file, or have a new waiver approved"
    finding = complaint(waiver.document, ("until",), message, help_, Severity.WARNING)
    return Judgement(waiver, WaiverState.EXPIRED, sentence, (finding,))


def _all_known(cases: Sequence[Case], *, whole: bool) -> bool:
    """Whether an engagement that is not among the cases does not exist."""
    return whole and all(case.id for case in cases)


def _refused(waiver: Waiver, findings: tuple[Finding, ...]) -> Judgement:
    return Judgement(waiver, WaiverState.REFUSED, findings[0].message, findings)


def _found(place: Steps, case: Case) -> Path | None:
    try:
        return find_place(place, case.engagement)
    except BadPlace:
        return None


def _covered(waiver: Waiver, case: Case, path: Path | None) -> tuple[str, ...]:
    """The failures of the rule at the place, and below it."""
    return tuple(
        failure.fingerprint
        for failure in case.failures
        if path is not None
        and failure.rule == waiver.rule
        and waiver.assertion in ("", failure.assertion)
        and failure.path[: len(path)] == path
    )


def _without_engagement(
    waiver: Waiver, form: WaiverFile, cases: Sequence[Case], own: Sequence[Case], *, whole: bool
) -> Judgement:
    name = quoted(form.engagement)
    if own:
        return Judgement(
            waiver, WaiverState.ELSEWHERE, f"{len(own)} files have the id {name}, so it counts for none of them"
        )
    if not _all_known(cases, whole=whole):
        return Judgement(waiver, WaiverState.ELSEWHERE, f"the engagement {name} was not checked in this run")
    ids = [case.id for case in cases]
    near = closest(form.engagement, ids)
    help_ = f'did you mean "{near}"?' if near else "write the id of an engagement, or delete this file"
    return _refused(waiver, (complaint(waiver.document, ("engagement",), f"There is no engagement {name}", help_),))


def _people(waiver: Waiver, form: WaiverFile, engagement: Engagement) -> Iterator[Finding]:
    """What the contacts of the engagement say against the approval."""
    contacts = contacts_of(engagement.facts)
    approver, role = form.approved_by.name, form.approved_by.role
    if same_person(form.requested_by, approver, contacts):
        yield self_approved(waiver.document, form)
    for contact in named(approver, contacts):
        if contact.get("side") != "client":
            message = f"{quoted(approver)} speaks for the provider, but a person of the client has to approve a waiver"
            help_ = "ask a person of the client, with a role that may approve"
            yield complaint(waiver.document, ("approved_by", "name"), message, help_)
        elif role in _roles() and role not in contact.get("role", ()):
            has = ", ".join(contact.get("role", ())) or "no role"
            message = f"{quoted(approver)} is not {quoted(role)} in the engagement, where this contact has {has}"
            yield complaint(
                waiver.document, ("approved_by", "role"), message, "correct the role here, or the contact there"
            )


def _roles() -> Mapping[str, str]:
    """The roles that contacts can have; an organisation may let other roles approve, which no contact can show."""
    form = form_at(("contacts", -1, "role"))
    return form.item.words if form is not None and form.item is not None else {}


def _with_engagement(waiver: Waiver, form: WaiverFile, case: Case, path: Path | None) -> Judgement | None:
    """Why a waiver of a checked engagement is not active; None where it is."""
    rule, outcome = waiver.rule, case.outcome(waiver.rule)
    if outcome is None and waiver.is_off(case.file):
        return _unused(waiver, f"{rule} is switched off")
    if outcome is None:
        return Judgement(waiver, WaiverState.ELSEWHERE, f"{rule} was not looked at in this run")
    if path is None:
        return _unused(waiver, f'there is no "{form.at}" in {case.file}')
    covered = _covered(waiver, case, path)
    if not covered and outcome in (Outcome.NOT_CHECKED, Outcome.ERROR):
        return Judgement(waiver, WaiverState.ELSEWHERE, f"{rule} could not be checked")
    if not covered:
        return _unused(waiver, f'{form.rule} finds nothing wrong at "{form.at}"')
    then = standing(waiver.document, ("value",))
    now = standing(case.engagement.document, case.engagement.origin(path))
    return None if then.same(now) else _changed(waiver, form, covered, then, now)


def _unused(waiver: Waiver, why: str) -> Judgement:
    message = f"This waiver waives nothing: {why}"
    finding = complaint(waiver.document, ("at",), message, "delete this file", Severity.WARNING)
    return Judgement(waiver, WaiverState.UNUSED, f"waives nothing: {why}", (finding,))


def _changed(waiver: Waiver, form: WaiverFile, covered: tuple[str, ...], then: Standing, now: Standing) -> Judgement:
    place = "at" if then.nothing else "value"
    if then.nothing:
        message = f'The waiver says that nothing stands at "{form.at}", but it is {now.shown}'
        help_ = f"if this is what was approved, write value: {now.yaml}"
    else:
        message = f'"{form.at}" was {then.shown} when this was approved, but is {now.shown} now: the waiver has ended'
        help_ = "ask for a new approval, or go back to what was approved"
    finding = complaint(waiver.document, (place,), message, help_, Severity.WARNING)
    return Judgement(waiver, WaiverState.CHANGED, message, (finding,), covered)


def _active(waiver: Waiver, form: WaiverFile, today: str, remind: str, covered: tuple[str, ...]) -> Judgement:
    day, last = dt.date.fromisoformat(today), dt.date.fromisoformat(form.until)
    try:
        soon = duration.parse(remind).after(day) >= last
    except BadValue:  # the calendar ends before
        soon = True
    left = (last - day).days
    when = {0: "today", 1: "tomorrow"}.get(left, f"in {left} days")
    state = WaiverState.ENDS_SOON if soon else WaiverState.ACTIVE
    sentence = f"ends {when}, on {form.until}" if soon else f"accepted until {form.until}"
    approver = f"{form.approved_by.name}, {form.approved_by.role}"
    kind, file = SuppressionKind.WAIVER, waiver.document.file
    suppression = Suppression(kind, file, form.reason, approver, form.until, form.ticket or "")
    return Judgement(waiver, state, sentence, covered=covered, suppression=suppression)
