"""What `bpogov check` does, however its command line was read."""

import sys
from typing import Any

from bpogov.cli.attesting import attest as write_evidence
from bpogov.cli.attesting import prepared
from bpogov.cli.console import Console
from bpogov.cli.inspecting import inspected
from bpogov.cli.printing import Wanted, show_failure, show_report
from bpogov.cli.progress import Progress
from bpogov.core.errors import BpogovError


def checked(console: Console, paths: tuple[str, ...], asked: dict[str, Any]) -> int:
    """Check the engagements at `paths` (`-`: standard input), show the report and give the exit code.

    `asked` holds a value for each option of the command, by its key. Raises Misused where some of them do not go
    together, and BpogovError where the check could not be made, which the report that was asked for says, too.
    """
    if inspected(console, paths, asked):
        return 0
    from bpogov.runs.check import check
    from bpogov.runs.request import CheckRequest
    from bpogov.source.limits import DEFAULT_LIMITS

    wanted = Wanted(**{name: asked.pop(name) for name in Wanted.__struct_fields__})
    stdin = sys.stdin.buffer.read(DEFAULT_LIMITS.size + 1) if "-" in paths else None
    attest, sign_key = asked.pop("attest"), asked.pop("sign_key")
    if attest is not None:
        asked["cache"] = None  # evidence rests on nothing that an earlier run has left behind
    progress = Progress(console)
    request = CheckRequest(
        paths=tuple(path for path in paths if path != "-"),
        stdin=stdin,
        every_kind=attest is None,
        progress=progress,
        **asked,
    )
    try:
        attestation = prepared(request, attest, sign_key)
        with progress:
            report = check(request)
    except BpogovError as error:
        from bpogov.runs.failed import not_checked

        show_failure(not_checked(error, asked["gate"], asked["today"]), console, wanted)
        raise
    show_report(report, console, wanted)
    write_evidence(report, attestation)
    return report.verdict.exit_code
