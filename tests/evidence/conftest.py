"""Keys, and a report to make evidence of."""

from collections.abc import Callable
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bpogov.core.finding import Finding
from bpogov.core.location import Location
from bpogov.core.outcome import Outcome, RuleResult
from bpogov.core.report import EngagementResult, Input, OpenQuestion, Report, Verdict
from bpogov.core.severity import Severity
from bpogov.core.suppression import WaiverState, WaiverUse
from bpogov.evidence.keys import PrivateKey, read_private
from tests.evidence.pem import private_pem

FILE = "engagements/acme.yaml"


def _digest(character: str) -> str:
    return "sha256:" + 64 * character


INPUTS = (
    Input("configuration", "bpogov.yaml", _digest("1")),
    Input("engagement", FILE, _digest("a")),
    Input("engagement", "engagements/other.yaml", _digest("b")),
    Input("pack", "policies/own/pack.yaml", _digest("2")),
    Input("rule", "policies/own/goals/few.yaml", _digest("3")),
    Input("waiver", "waivers/acme.yaml", _digest("4")),
)
RESULTS = (
    RuleResult("OWN001", Outcome.PASS, ""),
    RuleResult("OWN002", Outcome.FAIL, ""),
    RuleResult("OWN003", Outcome.NOT_APPLICABLE, ""),
)


@pytest.fixture
def finding() -> Callable[..., Finding]:
    """Make a finding of the rule OWN002, or another one."""

    def make(rule: str = "OWN002", *, blocking: bool = False, file: str = FILE) -> Finding:
        return Finding(rule, Severity.WARNING, "Few goals", Location(file, "$.goals"), blocking=blocking)

    return make


@pytest.fixture
def waiver() -> Callable[..., WaiverUse]:
    """Make a waiver that is in force, or a changed one."""

    def make(**changes: Any) -> WaiverUse:
        values: dict[str, Any] = {
            "rule": "OWN002",
            "engagement": "acme",
            "at": "$.goals",
            "reason": "In June",
            "requested_by": "Pat",
            "approved_by": "Jo",
            "role": "sponsor",
            "start": "2026-11-01",
            "until": "2027-01-31",
            "ticket": "GOV-12",
            "measure": "",
            "state": WaiverState.ACTIVE,
            "sentence": "It is in force",
            "location": Location("waivers/acme.yaml"),
        }
        return WaiverUse(**(values | changes))

    return make


@pytest.fixture
def engagement(finding: Callable[..., Finding]) -> Callable[..., EngagementResult]:
    """Make what was found about one engagement: a passed rule, a warning, and one that does not apply."""

    def make(**changes: Any) -> EngagementResult:
        values: dict[str, Any] = {
            "file": FILE,
            "digest": _digest("a"),
            "id": "acme",
            "title": "Acme",
            "status": "draft",
            "tier": "small",
            "results": RESULTS,
            "findings": (finding(),),
        }
        return EngagementResult(**(values | changes))

    return make


@pytest.fixture
def report(engagement: Callable[..., EngagementResult]) -> Callable[..., Report]:
    """Make a report of the gate sign-off, passed, about one engagement or the ones given."""

    def make(*engagements: EngagementResult, passed: bool = True, **changes: Any) -> Report:
        values: dict[str, Any] = {
            "today": "2026-11-21",
            "engagements": engagements or (engagement(),),
            "rules": {},
            "notifications": (),
            "verdict": Verdict("sign-off", "error", passed, 0 if passed else 1, "", "in-review"),
            "policy_digest": _digest("f"),
            "versions": {"tzdata": "2026.6", "bpogov": "0.1.0", "holidays": "0.109"},
            "inputs": INPUTS,
        }
        return Report(**(values | changes))

    return make


@pytest.fixture
def question() -> OpenQuestion:
    """A value that nobody knows yet."""
    return OpenQuestion("$.cost.total", 7)


@pytest.fixture
def key() -> Callable[[str], PrivateKey]:
    """Make a new private key with a name."""

    def make(name: str) -> PrivateKey:
        return read_private(private_pem(Ed25519PrivateKey.generate()), name, _nobody)

    return make


def _nobody(file: str) -> str:
    raise AssertionError(file)
