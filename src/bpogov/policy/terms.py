"""What a configuration says of waivers: where they lie, how long they may last, and who may approve them."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import AfterValidator, Field

from bpogov.core.finding import Notification
from bpogov.policy.base import Part
from bpogov.policy.reading import problem
from bpogov.policy.waiverterms import WaiverTerms
from bpogov.source.document import Document
from bpogov.values import duration

_BELOW_THE_ROOT = "write a pattern that starts from the folder of bpogov.yaml, such as waivers/**/*.yaml"


def _is_a_duration(text: str) -> str:
    duration.parse(text)
    return text


def _lies_below(pattern: str) -> str:
    if pattern.startswith("/") or ".." in pattern.split("/"):
        raise ValueError(f'"{pattern}" leads out of the folder of the configuration; {_BELOW_THE_ROOT}')
    return pattern


Length = Annotated[str, AfterValidator(_is_a_duration)]
"""A length of time: `P180D` or `6 months`."""

Pattern = Annotated[str, Field(min_length=1, max_length=400), AfterValidator(_lies_below)]

RoleWord = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]


class TermsForm(Part):
    """What one configuration says of waivers."""

    files: Annotated[tuple[Pattern, ...], Field(min_length=1)] | None = Field(
        default=None, description="Where the waiver files are; default: waivers/**/*.yaml and waivers/**/*.yml"
    )
    longest: Length | None = Field(default=None, description="How long a waiver may last at most; default: P180D")
    approvers: Annotated[tuple[RoleWord, ...], Field(min_length=1)] | None = Field(
        default=None,
        description="Roles that may approve; default: executive-sponsor, legal, security, data-protection",
    )
    remind: Length | None = Field(
        default=None, description="How long before its end reports mention a waiver; default: P30D"
    )


def settle_terms(layers: Iterable[tuple[Document, TermsForm | None]], problems: list[Notification]) -> WaiverTerms:
    """The terms after all layers (the remotest parent first).

    What a parent says of `longest` and `approvers` a layer below may only tighten; mistakes are added to `problems`.
    """
    files: tuple[str, ...] | None = None
    longest: str | None = None
    approvers: tuple[str, ...] | None = None
    remind: str | None = None
    for document, form in layers:
        if form is None:
            continue
        files, remind = form.files or files, form.remind or remind
        longest = _longest(longest, form, document, problems)
        approvers = _approvers(approvers, form, document, problems)
    usual = WaiverTerms()
    return WaiverTerms(
        files or usual.files, longest or usual.longest, approvers or usual.approvers, remind or usual.remind
    )


def _longest(before: str | None, form: TermsForm, document: Document, problems: list[Notification]) -> str | None:
    if form.longest is None or before is None:
        return form.longest or before
    if not _never_longer(duration.parse(form.longest), duration.parse(before)):
        wanted, allowed = duration.parse(form.longest).words, duration.parse(before).words
        message = f"A parent lets waivers last {allowed} at most, so this configuration cannot allow {wanted}"
        help_ = f"write at most {before}, or leave longest out"
        problems.append(problem(document, ("waivers", "longest"), "terms-weakened", message, help_))
        return before
    return form.longest


def _never_longer(one: duration.Duration, other: duration.Duration) -> bool:
    """Whether `one` is at most as long as `other` from every start date."""
    same_kind = one.business_days <= other.business_days
    no_more = one.calendar_months <= other.calendar_months and one.clock_seconds <= other.clock_seconds
    return (same_kind and no_more) or one.longest <= other.shortest


def _approvers(
    before: tuple[str, ...] | None, form: TermsForm, document: Document, problems: list[Notification]
) -> tuple[str, ...] | None:
    if form.approvers is None or before is None:
        return form.approvers or before
    for number, role in enumerate(form.approvers):
        if role not in before:
            message = f'A parent does not let "{role}" approve waivers, so this configuration cannot either'
            help_ = f"write some of: {', '.join(before)}; or leave approvers out"
            problems.append(problem(document, ("waivers", "approvers", number), "terms-weakened", message, help_))
    return tuple(role for role in form.approvers if role in before)
