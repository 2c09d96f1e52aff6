"""The result of a run, with everything that a format needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bpogov.core.finding import Finding, Notification
from bpogov.core.outcome import RuleResult
from bpogov.core.severity import Severity


@dataclass(frozen=True, slots=True)
class RuleText:
    """What a report says of a rule: its permanent id, its name, and its texts."""

    id: str
    name: str
    title: str
    severity: Severity
    rationale: str
    remediation: str
    pack: str = ""


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A value that the author marked as `unknown`."""

    path: str
    line: int


@dataclass(frozen=True, slots=True)
class EngagementResult:
    """Everything found about one engagement file.

    `id`, `title`, `status` and `tier` are empty where the file does not say them in a readable way. `digest` is
    the SHA-256 of the file's bytes, as `sha256:` and 64 hexadecimal digits. `results` holds one entry per rule of
    the policy set, in the order of the rules; `findings` are sorted by place.
    """

    file: str
    digest: str
    id: str
    title: str
    status: str
    tier: str
    results: tuple[RuleResult, ...]
    findings: tuple[Finding, ...]
    open_questions: tuple[OpenQuestion, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the gate says: `passed`, the exit code of the run, and one sentence with the reason."""

    gate: str
    fail_on: str
    passed: bool
    exit_code: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Report:
    """The result of `bpogov check`: the only input of every format.

    `today` is the date that the run was made for (ISO 8601). `rules` holds the text of every rule that appears,
    structural ones (`YML…`, `STR…`) included, by id. `versions` names the tool and the data that count
    (`bpogov`, `tzdata`, …). `policy_digest` identifies the policy set by its content.
    """

    today: str
    engagements: tuple[EngagementResult, ...]
    rules: Mapping[str, RuleText]
    notifications: tuple[Notification, ...]
    verdict: Verdict
    policy_digest: str = ""
    versions: Mapping[str, str] = field(default_factory=dict)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings of all engagements, in the order of a report."""
        return tuple(finding for engagement in self.engagements for finding in engagement.findings)
