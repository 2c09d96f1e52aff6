"""Writing a baseline of what is known, and shrinking it to what is left of it."""

import os
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from bpogov.core.errors import BpogovError, UsageError
from bpogov.core.outcome import Outcome
from bpogov.core.severity import Severity
from bpogov.runs.look import Look, look
from bpogov.runs.request import CheckRequest
from bpogov.waiver.baseline import entry_of, firm_rules, left_of, may_be_accepted, write_baseline
from bpogov.waiver.form import BaselineEntry


class BaselineChange(Struct, frozen=True):
    """What becomes of a baseline file: its new text, and how many findings stay, are new in it, and leave it."""

    text: str
    kept: int
    added: int
    gone: int


def renewed(file: str, request: CheckRequest, *, add: bool) -> BaselineChange:
    """Make a baseline of the errors and warnings that nothing accepts; one that is there only shrinks, unless `add`.

    Notes are left out, because they weigh more when an engagement moves on. Raises UsageError where something could
    not be checked: what nobody knows cannot be called known.
    """
    there = os.path.exists(file)
    run = look(replace(request, baseline=file if there else None))
    _require_whole(run)
    new = list(_new(run)) if add or not there else []
    known, accepted = run.exceptions.baseline, run.settled.accepted
    if known is None or accepted is None:
        return BaselineChange(write_baseline(new), 0, len(new), 0)
    kept = left_of(known, accepted)
    return BaselineChange(write_baseline([*kept, *new]), len(kept), len(new), len(known.entries) - len(kept))


def _require_whole(run: Look) -> None:
    broken = [one for one in run.notifications if one.severity is Severity.ERROR]
    if broken:
        raise BpogovError(broken)
    for looked in run.checked.engagements:
        file = looked.file
        if looked.status is None or any(one.outcome is Outcome.ERROR for one in looked.results):
            raise UsageError(f"{file} could not be checked, so nobody knows its findings", f"bpogov check {file}")
        if not looked.id and file.encode("utf-8", "replace") != file.encode("utf-8", "surrogatepass"):
            message = f"{file} has no id, and its name holds a sign that a baseline cannot hold"
            raise UsageError(message, "write the id of the engagement, or give the file a plain name")


def _new(run: Look) -> Iterator[BaselineEntry]:
    firm = firm_rules(run.policy)
    for looked, failures in zip(run.checked.engagements, run.settled.failures, strict=True):
        for failure in failures:
            if failure.finding.severity is not Severity.NOTE and may_be_accepted(failure.rule, firm):
                yield entry_of(looked.name, failure.finding)
