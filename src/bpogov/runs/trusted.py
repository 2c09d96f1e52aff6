"""A change cannot relax its own gate: what it does to policies is told, and counts only after it is merged."""

from collections.abc import Callable, Iterable, Iterator

from bpogov.core.errors import BpogovError
from bpogov.core.finding import Notification
from bpogov.core.report import Input, Report
from bpogov.core.severity import Severity

_MOST = 8


def edits(report: Report, judged_by_itself: Callable[[], Report], reference: str) -> Iterator[Notification]:
    """What the working tree changes in the files that a verdict depends on, and how the verdict would change with it.

    `report` was judged by the files of the revision `reference`; `judged_by_itself` gives the report of the same check
    with the files of the working tree. Nothing, where they are the same.
    """
    complaint, own = "", None
    try:
        own = judged_by_itself()
    except BpogovError as error:
        complaint = error.problems[0].message
    changes = _changes(report.inputs, own.inputs, f"{reference}:") if own else ["breaks the policies"]
    if not changes:
        return
    what = ", ".join(changes[:_MOST]) + (f" and {len(changes) - _MOST} more" if len(changes) > _MOST else "")
    if own is None:
        effect = f"with it nothing could be checked: {complaint}"
    elif own.verdict.exit_code == report.verdict.exit_code:
        effect = f"with it the gate {own.verdict.gate} would say the same"
    else:
        effect = f"with it the gate {own.verdict.gate} would have {own.verdict.sentence}"
    yield Notification(
        Severity.WARNING,
        "change-not-trusted",
        f'This change {what}, which counts only once it is merged into "{reference}"',
        help=f"{effect}; those who own these files decide on them",
    )


def _changes(before: Iterable[Input], after: Iterable[Input], prefix: str) -> list[str]:
    old, new = (
        {one.name.removeprefix(prefix): one.digest for one in inputs if one.kind != "engagement"}
        for inputs in (before, after)
    )
    words = [f'adds "{name}"' for name in sorted(new.keys() - old.keys())]
    words += [f'removes "{name}"' for name in sorted(old.keys() - new.keys())]
    words += [f'edits "{name}"' for name in sorted(old.keys() & new.keys()) if old[name] != new[name]]
    return words
