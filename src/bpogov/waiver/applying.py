"""What the waivers of a run do to what was found, and what became of each of them."""

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from bpogov.core.finding import Finding
from bpogov.core.fingerprint import fingerprinted
from bpogov.core.severity import Severity
from bpogov.core.suppression import Suppression, WaiverState, WaiverUse
from bpogov.waiver.judging import Case, Judgement, judge, of_another
from bpogov.waiver.problems import complaint
from bpogov.waiver.reading import WaiverBook


class Applied(Struct, frozen=True):
    """What waivers did: the failures that they accept, by fingerprint; each waiver, and the findings about waivers."""

    suppressions: Mapping[str, Suppression] = field(default_factory=dict)
    uses: tuple[WaiverUse, ...] = ()
    findings: tuple[Finding, ...] = ()


def apply(book: WaiverBook, cases: Sequence[Case], today: str, *, whole: bool, named: Collection[str] = ()) -> Applied:
    """Apply waivers to the failures of a run. `today` is a date in ISO 8601.

    A failure is accepted by the first waiver, by file name, that stands. `whole`: every engagement was looked at;
    otherwise nothing is said of the waivers of other engagements, but for the files that are `named`.
    """
    judged = [
        (None if whole or waiver.document.file in named else of_another(waiver, cases))
        or judge(waiver, cases, today, book.terms.remind, whole=whole)
        for waiver in book.waivers
    ]
    taken: dict[str, Suppression] = {}
    settled = [_taking(one, taken) for one in judged]
    settled = [_ended(one, taken) for one in settled]
    findings = tuple(
        finding
        for one in settled
        for finding in fingerprinted(sorted(one.findings, key=lambda one: one.order), one.waiver.document.file)
    )
    return Applied(taken, tuple(_use(one, taken) for one in settled), findings)


def _taking(judged: Judgement, taken: dict[str, Suppression]) -> Judgement:
    """Let a waiver that stands accept what no waiver before it accepts."""
    if judged.suppression is None:
        return judged
    again = [fingerprint for fingerprint in judged.covered if fingerprint in taken]
    for fingerprint in judged.covered:
        taken.setdefault(fingerprint, judged.suppression)
    if not again:
        return judged
    first = taken[again[0]].file
    message = f"This waiver waives what {first} waives already"
    finding = complaint(judged.waiver.document, ("at",), message, "keep one of the two files", Severity.WARNING)
    whole = len(again) == len(judged.covered)
    sentence = f"waives nothing: {first} waives the same" if whole else judged.sentence
    return replace(judged, state=WaiverState.UNUSED if whole else judged.state, sentence=sentence, findings=(finding,))


def _ended(judged: Judgement, taken: Mapping[str, Suppression]) -> Judgement:
    """Say what the end of a waiver means: its finding is back, or nobody needs it any more."""
    form = judged.waiver.form
    if judged.state is not WaiverState.EXPIRED or form is None or judged.findings:
        return judged
    if any(fingerprint not in taken for fingerprint in judged.covered):
        message = f"This waiver ended on {form.until}, so what it waived counts again"
        help_ = f"mend what {form.rule} finds, or have a new waiver approved"
        finding = complaint(judged.waiver.document, ("until",), message, help_, Severity.WARNING)
    else:
        message = f"This waiver ended on {form.until}, and there is nothing that it would waive"
        finding = complaint(judged.waiver.document, ("until",), message, "delete this file", Severity.NOTE)
    return replace(judged, findings=(finding,))


def _use(judged: Judgement, taken: Mapping[str, Suppression]) -> WaiverUse:
    """What a report says of a waiver; of a file that cannot be read, as much as can be told."""
    document, data = judged.waiver.document, judged.waiver.document.data
    fields = data if isinstance(data, dict) else {}
    approval = fields.get("approved_by")
    approval = approval if isinstance(approval, dict) else {}

    def said(value: object) -> str:
        return value if isinstance(value, str) else ""

    return WaiverUse(
        rule=said(fields.get("rule")),
        engagement=judged.waiver.engagement,
        at=said(fields.get("at")),
        reason=said(fields.get("reason")),
        requested_by=said(fields.get("requested_by")),
        approved_by=said(approval.get("name")),
        role=said(approval.get("role")),
        start=said(fields.get("from")),
        until=said(fields.get("until")),
        ticket=said(fields.get("ticket")),
        measure=said(fields.get("measure")),
        state=judged.state,
        sentence=judged.sentence,
        location=document.locate(()),
        fingerprints=tuple(one for one in judged.covered if one in taken and taken[one] is judged.suppression),
    )
