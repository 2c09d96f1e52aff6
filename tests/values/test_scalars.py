import re
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpogov.values import scalars
from bpogov.values.errors import BadValue
from bpogov.values.scalars import SCALARS

EXAMPLES = [(kind, text) for kind, scalar in SCALARS.items() for text in scalar.examples]
LIKELY = st.text("0123456789abdefhmnoprstuyADEFMPQTUWYZ:-/.,+@ ;=()\u2013$", max_size=24)


def _written(value: Any) -> str:
    """Give the canonical writing of a value; a few are their own writing."""
    if hasattr(value, "canonical"):
        return str(value.canonical)
    if hasattr(value, "name"):
        return str(value.name)
    if hasattr(value, "isoformat"):
        return str(value.isoformat(*(["minutes"] if hasattr(value, "hour") else [])))
    return str(value)


@pytest.mark.parametrize(("kind", "text"), EXAMPLES)
def test_reads_every_example(kind: str, text: str) -> None:
    """Each example of a kind can be read, fits the pattern, and its canonical form is stable."""
    value = scalars.parse(kind, text)
    assert scalars.parse(kind, _written(value)) == value
    assert re.search(SCALARS[kind].pattern, text)


@pytest.mark.parametrize("kind", SCALARS)
def test_describes_every_kind(kind: str) -> None:
    """Each kind has its name, a description of one line, and examples."""
    scalar = SCALARS[kind]
    assert scalar.name == kind
    assert scalar.description
    assert not scalar.description.endswith(".")
    assert scalar.examples


@pytest.mark.parametrize("kind", SCALARS)
@given(text=st.one_of(st.text(max_size=40), LIKELY, st.sampled_from([text for _, text in EXAMPLES]).map(str.swapcase)))
def test_any_text_is_read_or_refused(kind: str, text: str) -> None:
    """Whatever stands in a file, it is read, or refused with one plain sentence and a suggestion that can be read."""
    problem = None
    try:
        value = scalars.parse(kind, text)
    except BadValue as caught:
        problem = caught
    if problem is None:
        assert scalars.parse(kind, _written(value)) == value
    else:
        assert not problem.message.endswith(".")
        assert problem.message.isprintable()
        assert not problem.suggestion or scalars.parse(kind, problem.suggestion)


@pytest.mark.parametrize("kind", SCALARS)
@pytest.mark.parametrize(
    "text", ["1" * 5000, " " * 5000, "a " * 3000, "2026-" * 1000, "mon," * 2000, "P" + "9" * 5000 + "D"]
)
def test_long_texts_are_refused(kind: str, text: str) -> None:
    """A long text is refused without delay, and shown in part only."""
    with pytest.raises(BadValue) as caught:
        scalars.parse(kind, text)
    assert len(caught.value.message) < 400


def test_refuses_an_unknown_kind() -> None:
    """A kind that there is not is the caller's mistake."""
    with pytest.raises(KeyError):
        scalars.parse("colour", "red")


def test_importing_reads_nothing_else() -> None:
    """The list of kinds is light: no module of a kind is imported with it."""
    code = "import sys, bpogov.values.scalars; print(sorted(name for name in sys.modules if 'bpogov.values.' in name))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert shown.strip() == "['bpogov.values.scalars']"
