"""Whatever the bytes of a file are, a run ends with a verdict; and the same input gives the same bytes of report."""

import io
import json
import os
import pathlib
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpogov.cli.main import run
from bpogov.core.location import Path
from bpogov.source.data import Data
from bpogov.source.load import load

ROOT = pathlib.Path(__file__).resolve().parents[2]
WORKED = [path.read_bytes() for path in sorted((ROOT / "engagements").glob("*.yaml"))]
BOTH = ("engagements/email-support.yaml", "policies/core/examples/draft.yaml")
PIECES = [
    *(b"a: ", b"- ", b"\n", b"  ", b"[", b"]", b"{", b"}", b": ", b"|\n", b"&a ", b"*a", b"<<: ", b'"', b"\xff", b"\0"),
    *(b"status: live\n", b"tier: critical\n", b"contacts: []\n", b"slas: [{}]\n", b"unknown", b"null", b"9999-12-31"),
    *(b"meetings:\n- {id: m1, cadence: weekly}\n", b"goals: unknown\n", b"P1Y", b"24x7", b"-1", b"1e308", b".nan"),
]


def checked(raw: bytes, *options: str) -> tuple[int, str]:
    """Run `bpogov check` on bytes at standard input; give the exit code and everything that was written."""
    out, err = io.StringIO(), io.StringIO()
    with (
        patch("sys.stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8")),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        code = run(["check", "-", "--today", "2026-11-21", *options])
    return code, out.getvalue() + err.getvalue()


def mutated(raw: bytes, edits: list[tuple[float, int, bytes]]) -> bytes:
    """Replace stretches of bytes: where (as a share of the length), how many, and by what."""
    for share, length, piece in edits:
        at = int(share * len(raw))
        raw = raw[:at] + piece + raw[at + length :]
    return raw


def lines_moved(raw: bytes, moves: list[tuple[float, float]]) -> bytes:
    """Move lines to other places, so that the file stays nearly an engagement."""
    lines = raw.splitlines(keepends=True)
    for taken, put in moves:
        line = lines.pop(int(taken * len(lines)))
        lines.insert(int(put * len(lines)), line)
    return b"".join(lines)


def places(data: Any, path: Path = ()) -> Iterator[Path]:
    """Give the path of everything below the root."""
    for step, item in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield (*path, step)
        yield from places(item, (*path, step))


def replaced(data: Any, path: Path, value: Any) -> Any:
    """Give a copy with another value at a path; None takes the place out."""
    if not path:
        return value
    step, *rest = path
    copy: Any = dict(data) if isinstance(data, dict) else list(data)
    new = replaced(data[step], tuple(rest), value)
    if new is None and not rest:
        del copy[step]
    else:
        copy[step] = new
    return copy


SHARES = st.floats(0, 1, exclude_max=True)
DATA = [load(raw, "e.yaml").data for raw in WORKED]
_EMPTY: list[object] = [None, "", " ", [], {}, [None], [[]], {"x": None}]
_TEXTS: list[object] = ["unknown", "x", "24x7", "live", "weekly", "FREQ=YEARLY;INTERVAL=99", "P0D", "P9999Y"]
_OTHERS: list[object] = [0, -1, 1.5, 10**15, True, ["unknown"], "2026-02-30", "0001-01-01", "9999-12-31"]
ODD = st.sampled_from([*_EMPTY, *_TEXTS, *_OTHERS])


@pytest.fixture(scope="module", autouse=True)
def _in_a_quiet_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No configuration is near."""
    before = pathlib.Path.cwd()
    os.chdir(tmp_path_factory.mktemp("quiet"))
    yield
    os.chdir(before)


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=200) | st.lists(st.sampled_from(PIECES), max_size=30).map(b"".join))
def test_any_bytes_get_a_verdict(raw: bytes) -> None:
    """Any bytes are checked, with a finding or without: never a defect."""
    code, text = checked(raw)
    assert code in {0, 1}, text


@settings(max_examples=30, deadline=None)
@given(
    st.sampled_from(WORKED),
    st.lists(st.tuples(SHARES, st.integers(0, 40), st.sampled_from([*PIECES, b""])), min_size=1, max_size=4),
)
def test_a_damaged_engagement_gets_a_verdict(raw: bytes, edits: list[tuple[float, int, bytes]]) -> None:
    """A real engagement with stretches overwritten is checked: no defect, and no rule that cannot be evaluated."""
    code, text = checked(mutated(raw, edits))
    assert code in {0, 1}, text


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(WORKED), st.lists(st.tuples(SHARES, SHARES), min_size=1, max_size=4))
def test_a_shuffled_engagement_gets_a_verdict(raw: bytes, moves: list[tuple[float, float]]) -> None:
    """A real engagement with lines in other places is checked: no defect, and no rule that cannot be evaluated."""
    code, text = checked(lines_moved(raw, moves))
    assert code in {0, 1}, text


@settings(max_examples=40, deadline=None)
@given(st.data(), st.sampled_from(DATA), st.integers(1, 4))
def test_an_engagement_with_odd_values_gets_a_verdict(data: st.DataObject, engagement: Data, changes: int) -> None:
    """A real engagement with values left out, unknown or replaced is checked, and no rule breaks on it."""
    for _ in range(changes):
        path = data.draw(st.sampled_from([*places(engagement)]))
        engagement = replaced(engagement, path, data.draw(ODD))
    code, text = checked(json.dumps(engagement).encode())
    assert code in {0, 1}, text


@settings(max_examples=10, deadline=None)
@given(
    st.sampled_from(WORKED),
    st.lists(st.tuples(SHARES, SHARES), max_size=3),
    st.sampled_from([(), ("--format", "json"), ("-v",), ("--statistics",)]),
)
def test_the_same_input_gives_the_same_bytes(
    raw: bytes, moves: list[tuple[float, float]], options: tuple[str, ...]
) -> None:
    """Two runs on the same bytes write the same bytes."""
    changed = lines_moved(raw, moves)
    assert checked(changed, *options) == checked(changed, *options)


@pytest.mark.parametrize("options", [("-v",), ("--format", "json")], ids=["text", "json"])
def test_another_process_gives_the_same_bytes(options: tuple[str, ...]) -> None:
    """The report does not depend on how Python orders sets and dictionaries in a process."""
    seen = set()
    for seed in ("1", "2", "4242"):
        done = subprocess.run(
            [sys.executable, "-m", "bpogov", "check", *BOTH, "--today", "2026-11-21", *options],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PATH": os.environ["PATH"], "COLUMNS": "80"},
            capture_output=True,
            check=False,
        )
        seen.add((done.returncode, done.stdout, done.stderr))
    assert len(seen) == 1
