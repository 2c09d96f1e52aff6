"""The gate of a run."""

import pytest

from bpogov.core.errors import UsageError
from bpogov.core.gate import CI, LOCAL, SIGN_OFF
from bpogov.core.status import Status
from bpogov.runs.gate import chosen, next_gate
from tests.policy.files import configuration, configured, rule, write, write_pack

pytestmark = pytest.mark.usefixtures("workspace")


@pytest.fixture(autouse=True)
def _governed(workspace: object) -> None:
    del workspace
    write_pack("own", rule())
    write("bpogov.yaml", configuration(packs="[./own]", gates="{quiet: {fail_on: warning}}"))


@pytest.mark.parametrize(
    ("gate", "fail_on", "limit"),
    [
        ("local", None, "error"),
        ("local", "never", "never"),
        ("local", "note", "note"),
        ("ci", None, "error"),
        ("ci", "error", "error"),
        ("ci", "note", "note"),
        ("sign-off", "warning", "warning"),
        ("quiet", None, "warning"),
        ("quiet", "note", "note"),
    ],
)
def test_a_limit_of_the_command_line(gate: str, fail_on: str | None, limit: str) -> None:
    """The gate's own, or a stricter one; locally any."""
    found = chosen(configured(), gate, fail_on)
    assert (found.name, found.fail_on) == (gate, limit)


@pytest.mark.parametrize(
    ("gate", "fail_on", "message"),
    [
        ("ci", "never", 'The gate "ci" fails on findings from "error" on, so --fail-on never would weaken it'),
        ("quiet", "error", 'The gate "quiet" fails on findings from "warning" on, so --fail-on error would weaken it'),
        ("sign-off", "never", 'The gate "sign-off" fails on findings from "error" on, so --fail-on never would'),
        ("local", "high", '"high" is no limit for findings'),
    ],
)
def test_no_limit_weakens_a_gate(gate: str, fail_on: str, message: str) -> None:
    """A misspelt one never lets anything pass, either."""
    with pytest.raises(UsageError, match=message):
        chosen(configured(), gate, fail_on)


def test_sign_off_looks_at_everything() -> None:
    """No option takes anything out of it; other gates can be run in part."""
    with pytest.raises(UsageError, match='The gate "sign-off" looks at everything, so --ignore cannot be used with it'):
        chosen(configured(), "sign-off", None, ["--ignore", "--baseline"])
    assert chosen(configured(), "ci", None, ["--ignore"]) == CI


def test_the_next_gate() -> None:
    """Sign-off until an engagement is signed, then none; a gate that asks for a status stands before itself."""
    policy = configured()
    following = [next_gate(policy, LOCAL, status) for status in (Status.DRAFT, Status.IN_REVIEW, Status.SIGNED, None)]
    assert following == [SIGN_OFF, SIGN_OFF, None, None]
    assert next_gate(policy, SIGN_OFF, Status.LIVE) == SIGN_OFF
