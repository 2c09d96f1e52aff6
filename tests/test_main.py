"""Running bpogov as a module."""

import runpy
import sys

import pytest

from bpogov.version import VERSION


def test_the_module_runs_the_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """`python -m bpogov --version` says the version; importing the module runs nothing."""
    monkeypatch.setattr(sys, "argv", ["bpogov", "--version"])
    monkeypatch.setattr("bpogov.cli.start.end", sys.exit)
    runpy.run_module("bpogov.__main__", run_name="imported")
    with pytest.raises(SystemExit) as stopped:
        runpy.run_module("bpogov.__main__", run_name="__main__")
    assert not stopped.value.code
    assert VERSION in capsys.readouterr().out
