"""The policy set and the settings of a check as tables."""

from msgspec import Struct

from bpogov.core.severity import Severity


class RuleRow(Struct, frozen=True):
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


class SettingRow(Struct, frozen=True):
    """One setting that a check goes by: what it is about, its value in words, and the file and line it comes from."""

    name: str
    value: str
    origin: str
