"""What places, rules, steps and exceptions are called wherever people read of them."""

from collections.abc import Mapping, Sequence

from bpogov.core.finding import Finding
from bpogov.core.location import Location
from bpogov.core.report import Report, RuleText, Step
from bpogov.core.severity import Severity
from bpogov.core.suppression import Suppression, SuppressionKind
from bpogov.report.safe.visible import visible

SIDES = {"client": "the client", "provider": "the provider", "joint": "both sides"}
"""Who may have to act, in words."""

_QUESTION = "open"


def place(location: Location) -> str:
    """Give a location as `file:line:column`, or only the file where no line is known; safe to show."""
    name = visible(location.file)
    if location.span is None:
        return name
    return f"{name}:{location.span.start.line}:{location.span.start.column}"


def spot(location: Location) -> str:
    """Give the place inside the file as `line:column`, or a dash where no line is known."""
    return f"{location.span.start.line}:{location.span.start.column}" if location.span else "-"


def label(rule: str, rules: Mapping[str, RuleText]) -> str:
    """Give a rule as `COM001 meeting-rhythm`, or only its id where its text is not known."""
    known = rules.get(rule)
    return visible(f"{rule} {known.name}" if known and known.name else rule)


def mark(finding: Finding) -> str:
    """Give ` (blocks the gate)` for a finding that fails the gate of the run although it is no error, else nothing."""
    return " (blocks the gate)" if finding.blocking and finding.severity is not Severity.ERROR else ""


def whose(acts: str) -> str:
    """Give who has to act in words, or an empty text where no rule says it."""
    return SIDES.get(acts, "")


def who_acts(acts: str, parts: Sequence[tuple[str, str]]) -> str:
    """Give who has to act on the findings of a rule, and on those `parts` (name, and who) where somebody else does."""
    sides: dict[str, list[str]] = {}
    for part, who in parts:
        sides.setdefault(whose(who), []).append(part)
    said = [whose(acts), *(f"{side} ({', '.join(names)})" for side, names in sides.items())]
    return "; ".join(filter(None, said))


def name(step: Step) -> str:
    """Give the id of the rule, or the word for an open question."""
    return step.rule or _QUESTION


def said(step: Step, report: Report, file: str, *, titles: bool) -> str:
    """Give what a step is about: what was found, or with `titles` what the rule asks for.

    A step that is not to be done in `file` names the other file.
    """
    known = report.rules.get(step.rule)
    text = known.title if titles and known and known.title else step.message
    return text if step.location.file == file else f"{text} ({step.location.file})"


def terms(suppression: Suppression) -> str:
    """Give until when something is accepted, and by whom, as far as it is known."""
    if suppression.kind is SuppressionKind.BASELINE:
        return "in the baseline"
    until = f"until {suppression.until}" if suppression.until else "waived"
    return f"{until}, approved by {suppression.approved_by}" if suppression.approved_by else until
