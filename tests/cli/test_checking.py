"""What a check does, however its command line was read."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bpogov.cli.table import CHECK
from tests.cli.conftest import REPORT
from tests.cli.lines import plain
from tests.conftest import Outcome
from tests.policy.files import configuration, rule, shop, write, write_pack

RunCli = Callable[..., Outcome]
CheckGives = Callable[[object], list[Any]]

EVIDENCE = {"attest", "sign_key"}
"""Options whose runs need files; they have tests of their own."""

whole = st.lists(
    st.sampled_from([option for option in CHECK if option.key not in EVIDENCE]).flatmap(plain)
    | st.sampled_from([["a.yaml"], ["-"], ["--fail-on", "eror"], ["-qv"], ["--help"], ["--colour"]]),
    max_size=4,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(whole)
def test_a_run_is_the_same(run_cli: RunCli, check_gives: CheckGives, options: list[list[str]]) -> None:
    """The same request, the same bytes and the same exit code, whether the command line was read or left to click."""
    line = ["check", *(argument for option in options for argument in option)]
    calls = check_gives(REPORT)
    seen = run_cli(*line, stdin=b"id: x")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("bpogov.cli.reading.read", lambda *_: None)
        assert run_cli(*line, stdin=b"id: x") == seen
    requests = [{name: value for name, value in asked.items() if name != "progress"} for (asked,) in calls]
    assert requests[: len(requests) // 2] == requests[len(requests) // 2 :]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        *(([], 0), (["-v"], 0), (["engagements", "--format=json"], 0), (["--statistics", "--", "engagements"], 0)),
        *((["--select", "OWN", "-q"], 0), (["-"], 1), (["nowhere"], 2), (["--today", "soon"], 2), (["-q", "-v"], 2)),
        *((["--gate", "party"], 2), (["--show-files"], 0), (["--show-config"], 0), (["--sign-key=k"], 2)),
        *(
            (["--color", "always", "nowhere"], 2),
            (["--format", "json", "nowhere"], 2),
            (["--debug", "--trust", "x"], 2),
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_whole_run_is_the_same(run_cli: RunCli, monkeypatch: pytest.MonkeyPatch, line: list[str], code: int) -> None:
    """Also with policies and engagements, where something is wrong, and where files are written."""
    write_pack("own", rule())
    write("bpogov.yaml", configuration(packs="[own]"))
    write("engagements/shop.yaml", shop())
    line = ["check", "--today", "2026-11-21", "--output", "json=out", *line]
    seen = run_cli(*line, stdin=b"id: x")
    written = Path("out").read_bytes() if Path("out").is_file() else b""
    Path("out").unlink(missing_ok=True)
    monkeypatch.setattr("bpogov.cli.reading.read", lambda *_: None)
    again = run_cli(*line, stdin=b"id: x")
    assert (seen.code, seen.out) == (code, again.out)
    assert _without_places(seen.err) == _without_places(again.err)
    assert (Path("out").read_bytes() if Path("out").is_file() else b"") == written


def _without_places(text: str) -> str:
    """Leave out where in bpogov a trace passed through: only that tells how the command line was read."""
    return "\n".join(line for line in text.splitlines() if not line.startswith(("Traceback", "    ", "  File")))
