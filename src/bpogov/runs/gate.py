"""The gate of a run: the one that was asked for, and what the command line may change about it."""

from collections.abc import Iterable

from msgspec.structs import replace

from bpogov.core.errors import UsageError
from bpogov.core.gate import LOCAL, NEVER, SIGN_OFF, Gate
from bpogov.core.severity import Severity
from bpogov.core.status import Status
from bpogov.policy.policyset import PolicySet

LIMITS = (*(severity.value for severity in Severity), NEVER)


def chosen(policy: PolicySet, name: str, fail_on: str | None, left_out: Iterable[str] = ()) -> Gate:
    """The gate called `name`, with the limit of the command line.

    `left_out` are the options that leave something out of the check, as they were written. No option makes a gate lie:
    except at the local gate a limit may only be stricter, and a gate that looks at everything takes nothing out. Raises
    UsageError.
    """
    if fail_on is not None and fail_on not in LIMITS:
        raise UsageError(f'"{fail_on}" is no limit for findings', f"limits: {', '.join(LIMITS)}")
    gate = policy.gate(name)
    options = list(left_out)
    if gate.whole and options:
        message = f'The gate "{name}" looks at everything, so {options[0]} cannot be used with it'
        raise UsageError(message, f"leave {options[0]} out, or use another gate")
    if fail_on is None or fail_on == gate.fail_on:
        return gate
    if gate.name != LOCAL.name and not _stricter(fail_on, gate.fail_on):
        message = (
            f'The gate "{name}" fails on findings from "{gate.fail_on}" on, so --fail-on {fail_on} would weaken it'
        )
        raise UsageError(message, "--fail-on may only make a gate stricter, except at the local gate")
    return replace(gate, fail_on=fail_on)


def next_gate(policy: PolicySet, gate: Gate, status: Status | None) -> Gate | None:
    """The gate that an engagement comes to next: sign-off until it is signed; None where nothing is known to come.

    A gate that asks for a status stands before the engagement itself.
    """
    if gate.as_status is not None:
        return gate
    if status is None or status.reached(Status.SIGNED):
        return None
    return policy.gate(SIGN_OFF.name)


def _stricter(wanted: str, present: str) -> bool:
    if wanted == NEVER:
        return False
    return present == NEVER or Severity(present).at_least(Severity(wanted))
