"""Options that several commands share."""

from collections.abc import Callable
from typing import Any

from tests.conftest import Outcome

RunCli = Callable[..., Outcome]
CheckGives = Callable[[object], list[Any]]


def test_a_misspelt_word_is_answered_with_the_nearest(run_cli: RunCli) -> None:
    """Values, options and commands: did you mean."""
    value = run_cli("check", "--fail-on", "eror")
    assert value.code == 2
    assert 'did you mean "error"?' in value.err
    assert "did you mean" not in run_cli("check", "--fail-on", "qqqq").err
    assert "--gate" in run_cli("check", "--gat", "x").err
    assert 'There is no command "chekc", did you mean "check"?' in run_cli("chekc").err
    assert run_cli("qqqq").err.startswith('error: There is no command "qqqq"\n')
