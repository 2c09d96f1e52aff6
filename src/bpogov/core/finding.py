"""Something wrong with an engagement, and something about the run itself."""

from msgspec import Struct

from bpogov.core.location import Location
from bpogov.core.severity import Severity
from bpogov.core.suppression import Suppression


class Finding(Struct, frozen=True, array_like=True, omit_defaults=True):
    """Something wrong with an engagement; every format and every gate consumes only this.

    `rule` is the permanent id (`SLA005`, `YML002`, `STR001`), `assertion` the id of the part of the rule that failed
    (empty where the rule has only one); `message` says what was found and what is expected in one sentence without a
    full stop; `help` says what to write instead; `related` are further places that the message speaks of; `also`
    names the rules that need the same missing section and were folded into this finding; `fingerprint` identifies
    the finding across runs and never depends on a line number or on the wording. `acts` says who has to act, `client`,
    `provider` or `joint` (both), where the rule knows it. `suppression` is the waiver or the baseline that accepts the
    finding, if there is one: it stays in every report, but blocks nothing. `blocking`: it fails the gate of the run.
    `later` is the severity at the next gate that the engagement comes to, None where no gate changes it.
    """

    rule: str
    severity: Severity
    message: str
    location: Location
    help: str = ""
    assertion: str = ""
    related: tuple[Location, ...] = ()
    also: tuple[str, ...] = ()
    fingerprint: str = ""
    acts: str = ""
    suppression: Suppression | None = None
    blocking: bool = False
    later: Severity | None = None

    @property
    def order(self) -> tuple[object, ...]:
        """Total order of a report: file, line, column, then the most severe, then rule, assertion and message."""
        return (*self.location.order, self.severity.rank, self.rule, self.assertion, self.message)


class Notification(Struct, frozen=True, array_like=True, omit_defaults=True):
    """Something about the run itself: a mistake in a rule, a configuration or on the command line, or a remark.

    Worded like a finding. `code` is a short permanent word for the kind of problem (`unknown-key`).
    """

    severity: Severity
    code: str
    message: str
    location: Location | None = None
    help: str = ""

    @property
    def order(self) -> tuple[object, ...]:
        """Total order: file, line, column, then the most severe, then code and message."""
        place = self.location.order if self.location else ("", 0, 0)
        return (*place, self.severity.rank, self.code, self.message)
