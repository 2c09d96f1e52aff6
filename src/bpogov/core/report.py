"""The result of a run, with everything that a format needs."""

from collections.abc import Mapping

from msgspec import Struct, field

from bpogov.core.finding import Finding, Notification
from bpogov.core.location import Location
from bpogov.core.outcome import Results
from bpogov.core.severity import Severity
from bpogov.core.suppression import WaiverUse


class RuleText(Struct, frozen=True):
    """What a report says of a rule: its permanent id, its name, and its texts."""

    id: str
    name: str
    title: str
    severity: Severity
    rationale: str
    remediation: str
    pack: str = ""


class OpenQuestion(Struct, frozen=True):
    """A value that the author marked as `unknown`."""

    path: str
    line: int


class Step(Struct, frozen=True):
    """One thing to do before a gate opens: in which section, who acts (as in a finding, or empty), what, and where.

    `rule` is empty for an open question. `section` is the name of the part of the engagement as people say it.
    """

    section: str
    acts: str
    rule: str
    message: str
    location: Location


class Ahead(Struct, frozen=True):
    """What stands between an engagement and a gate, in the order of the sections; nothing, if it would pass."""

    gate: str
    steps: tuple[Step, ...]


class EngagementResult(Struct, frozen=True):
    """Everything found about one engagement file.

    `id`, `title`, `status` and `tier` are empty where the file does not say them in a readable way. `digest` is
    the SHA-256 of the file's bytes, as `sha256:` and 64 hexadecimal digits. `results` holds one entry per rule of
    the policy set, in the order of the rules; `findings` are sorted by place. `ahead` is about the next gate that the
    engagement has to pass, or None where there is none.
    """

    file: str
    digest: str
    id: str
    title: str
    status: str
    tier: str
    results: Results
    findings: tuple[Finding, ...]
    open_questions: tuple[OpenQuestion, ...] = ()
    ahead: Ahead | None = None


class Verdict(Struct, frozen=True):
    """What the gate says: `passed`, the exit code of the run, and one sentence with the reason.

    `as_status` is the status that the gate asks for at least, or empty where each engagement is judged as it stands.
    `unknown_blocks`: what is marked as unknown, and what could not be checked, fails the gate too.
    """

    gate: str
    fail_on: str
    passed: bool
    exit_code: int
    sentence: str
    as_status: str = ""
    unknown_blocks: bool = False


class Input(Struct, frozen=True):
    """A file that influenced the verdict: what kind it is, its name as reports show it, and its SHA-256.

    `kind` is `engagement`, `configuration`, `pack` (the manifest), `rule`, `waiver` or `baseline`; `digest` is
    `sha256:` and 64 hexadecimal digits over the bytes of the file.
    """

    kind: str
    name: str
    digest: str


class Report(Struct, frozen=True):
    """The result of `bpogov check`: the only input of every format.

    `today` is the date that the run was made for (ISO 8601). `rules` holds the text of every rule that appears,
    structural ones (`YML…`, `STR…`) included, by id. `versions` names the tool and the data that count
    (`bpogov`, `tzdata`, …). `policy_digest` identifies the policy set by its content. `waiver_findings` are about the
    waiver files themselves, `waivers` tells what became of each waiver. `inputs` are the files that counted, sorted.
    """

    today: str
    engagements: tuple[EngagementResult, ...]
    rules: Mapping[str, RuleText]
    notifications: tuple[Notification, ...]
    verdict: Verdict
    policy_digest: str = ""
    versions: Mapping[str, str] = field(default_factory=dict)
    waivers: tuple[WaiverUse, ...] = ()
    waiver_findings: tuple[Finding, ...] = ()
    inputs: tuple[Input, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, suppressed ones too, in the order of a report: those of the engagements, then of waivers."""
        found = tuple(finding for engagement in self.engagements for finding in engagement.findings)
        return found + self.waiver_findings
