"""A place where the verdict is enforced, and what it lets through."""

from msgspec import Struct

from bpogov.core.finding import Finding
from bpogov.core.severity import Severity
from bpogov.core.status import Status

STRUCTURAL = ("YML", "STR")
"""Starts of the ids of findings about the text and the structure of a file: they block every gate."""

NEVER = "never"
"""In the place of a severity: findings of rules do not fail the gate."""


class Gate(Struct, frozen=True):
    """What a gate demands.

    `fail_on` is the lightest severity that blocks, or `never`. `only` are the rules that can block (ids, or starts of
    ids; empty: all). `as_status`: an engagement that has not come so far is judged as if it had. `promote` are rules
    whose findings weigh as errors here (ids, starts of ids, or `ID/assertion`). `unknown_blocks`: what the author
    marked as unknown, and what could not be checked for another reason, blocks as well. `whole`: nothing may be left
    out of the check.
    """

    name: str
    fail_on: str = Severity.ERROR.value
    only: tuple[str, ...] = ()
    as_status: Status | None = None
    promote: tuple[str, ...] = ()
    unknown_blocks: bool = False
    whole: bool = False

    def judges_as(self, status: Status) -> Status:
        """The status that an engagement is judged by: its own, or that of the gate if it comes later."""
        return self.as_status if self.as_status is not None and not status.reached(self.as_status) else status

    def promotes(self, rule: str, assertion: str) -> bool:
        """Whether a finding of this rule, or of this assertion of it, weighs as an error here."""
        return any(f"{rule}/{assertion}" == word if "/" in word else rule.startswith(word) for word in self.promote)

    def stops(self, rule: str, severity: Severity) -> bool:
        """Whether a finding of this rule and severity blocks the gate, unless something suppresses it."""
        if rule.startswith(STRUCTURAL):
            return True
        if self.fail_on == NEVER or (self.only and not rule.startswith(self.only)):
            return False
        return severity.at_least(Severity(self.fail_on))

    def blocks(self, finding: Finding) -> bool:
        """Whether a finding blocks the gate."""
        return finding.suppression is None and self.stops(finding.rule, finding.severity)


LOCAL = Gate("local")
PRE_COMMIT = Gate("pre-commit", only=("LIF002",))
CI = Gate("ci")
SIGN_OFF = Gate("sign-off", as_status=Status.IN_REVIEW, unknown_blocks=True, whole=True)

BUILT_IN = {gate.name: gate for gate in (LOCAL, PRE_COMMIT, CI, SIGN_OFF)}
