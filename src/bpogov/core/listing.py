"""The policy set as a table."""

from dataclasses import dataclass

from bpogov.core.severity import Severity


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One rule of the policy set: `since` is the status from which it has its severity (empty: from the first).

    `changed_by` names the files that changed something of it, empty where the rule is as its pack has it.
    """

    id: str
    name: str
    title: str
    severity: Severity
    since: str
    pack: str
    enabled: bool
    changed_by: tuple[str, ...] = ()
