"""The two environments: the same names and functions, typed and untyped."""

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from bpogov.core.outcome import Outcome
from bpogov.engine import environment
from bpogov.engine.environment import parameters_of, running_environment, runtime_folders, runtime_version
from bpogov.functions.catalogue import catalogue
from tests.engine.bench import checking, holds, reason


def test_every_calculation_can_be_called() -> None:
    """The runtime knows each calculation with arguments of any type."""
    running = running_environment(["x"])
    for function in catalogue().values():
        running.compile(f"{function.name}({', '.join('x' for _ in function.parameters)})")


def test_extensions() -> None:
    """Texts, mathematics, optionals and bindings of CEL work."""
    assert holds("'a-b'.split('-').join('+') == 'a+b' && math.greatest(1, 2) == 2") is Outcome.PASS
    assert holds("cel.bind(one, 1, one + one == 2) && !optional.none().hasValue()") is Outcome.PASS
    assert holds("size('é😀') == 2") is Outcome.PASS


def test_a_calculation_that_fails_is_no_pass() -> None:
    """What a calculation raises becomes an error of the rule that says so, also where it is a defect."""
    assert "A meeting without a cadence has no dates" in reason(checking("cadence.largest_gap([{}], today) == 0"))
    assert "defect in the calculation: TypeError" in reason(checking("references.all_to([{}], '') == {}"))


def test_results_of_calculations() -> None:
    """Lists and maps that a calculation gives can be used like any other."""
    assert holds("metrics.units_for('csat').size() >= 0 && dates.at_most('P1D', 'P2D')") is Outcome.PASS
    assert holds("references.all_to([], '$.goals[*].id').size() == 0") is Outcome.PASS


def test_names_of_parameters() -> None:
    """The parameters of each rule have a variable of their own."""
    assert parameters_of("SLA001") != parameters_of("SLA002")


def test_the_runtime_says_where_it_is() -> None:
    """Its folder holds its modules."""
    assert all(Path(folder).is_dir() for folder in runtime_folders())


def test_the_release_of_the_runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is read from what the installer wrote, and is empty where nobody wrote anything."""
    assert runtime_version() == f"cel_expr_python-{version('cel-expr-python')}.dist-info"
    monkeypatch.setattr(environment, "runtime_folders", lambda: (str(tmp_path / "cel_expr_python"),))
    assert runtime_version() == ""


def test_the_runtime_waits_until_it_is_needed() -> None:
    """Whoever only looks at what a policy says does not even import it, in a process of its own."""
    code = (
        "import sys; from bpogov.engine.environment import running_environment; "
        "running = running_environment(['a']); before = [*sys.modules]; running.activation({'a': 1}); "
        "print([name in seen for seen in (before, sys.modules) for name in ('cel_expr_python', 'google.protobuf')])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout
    assert shown.strip() == "[False, False, True, True]"
