"""What bpogov says of waiver files themselves: one permanent id, with its texts."""

from collections.abc import Mapping
from types import MappingProxyType

from bpogov.core.finding import Finding
from bpogov.core.location import Path
from bpogov.core.report import RuleText
from bpogov.core.severity import Severity
from bpogov.source.document import Document

WAIVER_VALID = "LIF003"

NEVER_WAIVED = ("YML", "STR", WAIVER_VALID)
"""Starts of the ids of findings that no waiver and no baseline accepts."""

PROBLEMS: Mapping[str, RuleText] = MappingProxyType(
    {
        WAIVER_VALID: RuleText(
            WAIVER_VALID,
            "waiver-valid",
            "Waivers are proper, and end",
            Severity.ERROR,
            "An exception that nobody else approved, or that never ends, is a rule that was quietly switched off. "
            "A waiver that is not proper, or that has ended, accepts nothing: its finding counts.",
            "Write what is waived, why, who asks, who of the client approves it (another person), and until when; "
            "delete the file when it is not needed any more.",
        )
    }
)
"""What `bpogov explain` says of each problem, by id."""


def complaint(
    document: Document,
    path: Path,
    message: str,
    help: str = "",  # noqa: A002 (the field's name)
    severity: Severity = Severity.ERROR,
    *,
    of_key: bool = False,
) -> Finding:
    """A finding about a waiver file, at a place of it; `of_key` where the name is wrong and not what it holds."""
    locate = document.locate_key if of_key else document.locate
    shown = "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return Finding(WAIVER_VALID, severity, message, locate(path, shown), help)
