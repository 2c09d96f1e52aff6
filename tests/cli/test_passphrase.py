"""Where a passphrase comes from."""

import io
import sys

import click
import pytest

from bpogov.cli.passphrase import ask
from bpogov.core.errors import UsageError

pytestmark = pytest.mark.usefixtures("workspace")


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_the_variable_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also with an empty passphrase; nobody is asked."""
    monkeypatch.setenv("BPOGOV_PASSPHRASE", "secret")
    assert ask("key.pem") == "secret"
    monkeypatch.setenv("BPOGOV_PASSPHRASE", "")
    assert ask("key.pem") == ""


def test_a_person_types_it_unseen(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal, on standard error, for the file that is named."""
    asked: dict[str, object] = {}

    def prompt(text: str, **options: object) -> str:
        asked.update(options, text=text)
        return "typed"

    monkeypatch.setattr(sys, "stdin", _Terminal())
    monkeypatch.setattr(click, "prompt", prompt)
    assert ask("key.pem") == "typed"
    assert (asked["text"], asked["hide_input"], asked["err"]) == ("Passphrase of key.pem", True, True)


def test_where_nobody_can_be_asked_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """A CI run never waits for an answer."""
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    with pytest.raises(UsageError, match=r'^The key "key\.pem" has a passphrase') as caught:
        ask("key.pem")
    assert caught.value.problems[0].help == "give it in the variable BPOGOV_PASSPHRASE"
