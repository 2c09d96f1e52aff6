"""What a waiver or a baseline does to a finding, and what became of every waiver of a run."""

from enum import StrEnum

from msgspec import Struct

from bpogov.core.location import Location


class SuppressionKind(StrEnum):
    """Why a finding does not count: a signed exception that ends, or a finding known since a check was introduced."""

    WAIVER = "waiver"
    BASELINE = "baseline"


class Suppression(Struct, frozen=True):
    """Why one finding does not count (the `suppression` of SARIF 2.1.0).

    `file` is the waiver file or the baseline; `reason` and `approved_by` are in the words of the waiver, `until` is its
    last day (ISO 8601). A baseline has neither approver nor end.
    """

    kind: SuppressionKind
    file: str
    reason: str
    approved_by: str = ""
    until: str = ""
    ticket: str = ""


class WaiverState(StrEnum):
    """Where a waiver stands on the day of the check. Only an `ACTIVE` one suppresses anything.

    `ENDS_SOON`: active, but its last day is near; `NOT_YET`: its first day lies ahead; `EXPIRED`: its last day has
    passed; `CHANGED`: the value that it accepts is no longer the one in the file; `UNUSED`: there is nothing to waive;
    `REFUSED`: it is not a proper waiver, or waives what may not be waived; `ELSEWHERE`: its engagement was not checked.
    """

    ACTIVE = "active"
    ENDS_SOON = "ends-soon"
    NOT_YET = "not-yet"
    EXPIRED = "expired"
    CHANGED = "changed"
    UNUSED = "unused"
    REFUSED = "refused"
    ELSEWHERE = "elsewhere"


class WaiverUse(Struct, frozen=True):
    """One waiver in one run: what it says, where it is written, and what became of it.

    `fingerprints` are those of the findings that it suppresses; `sentence` says in plain words where it stands.
    """

    rule: str
    engagement: str
    at: str
    reason: str
    requested_by: str
    approved_by: str
    role: str
    start: str
    until: str
    ticket: str
    measure: str
    state: WaiverState
    sentence: str
    location: Location
    fingerprints: tuple[str, ...] = ()
