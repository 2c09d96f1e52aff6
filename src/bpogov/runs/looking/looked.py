"""What one engagement file says by itself: all that a run keeps of it, once it was read and judged."""

from msgspec import Struct

from bpogov.core.finding import Finding, Notification
from bpogov.core.location import Location
from bpogov.core.outcome import Results
from bpogov.core.status import Status
from bpogov.engine.judging.fold import Found


class Said(Struct, frozen=True):
    """What was found out about an engagement file, but for the results of all rules.

    `digest` is that of the bytes (see `EngagementResult`). `status` is None and `tier` empty where the file does not
    say them in a readable way. `findings` are about text and structure, sorted by place; `failures` is what the rules
    found, before anything accepts it. `unknown` are the places that the author marked as not yet known, as people read
    them; `notifications` tell of rules that could not be evaluated.
    """

    file: str
    digest: str
    id: str
    title: str
    status: Status | None
    tier: str
    findings: tuple[Finding, ...] = ()
    failures: tuple[Found, ...] = ()
    unknown: tuple[Location, ...] = ()
    notifications: tuple[Notification, ...] = ()


class Looked(Said, frozen=True, kw_only=True):
    """An engagement file, looked at: nothing in it depends on any other file of the run. It has a result per rule."""

    results: Results

    @property
    def name(self) -> str:
        """What fingerprints, waivers and baselines call the engagement: its id, or the file where it has none."""
        return self.id or self.file
