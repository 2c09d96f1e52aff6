"""What a shell is offered."""

import pytest

from bpogov.runs.beginning.offers import gate_names
from tests.policy.files import configuration, write

BUILT_IN = ("local", "pre-commit", "ci", "sign-off")

pytestmark = pytest.mark.usefixtures("workspace")


def test_gates_of_the_configuration_are_offered() -> None:
    """Those that there always are, then those of the nearest configuration, or of the one that is named."""
    assert gate_names(None) == BUILT_IN
    write("bpogov.yaml", configuration(gates="{board: {like: sign-off}}"))
    write("other.yaml", configuration(gates="{council: {like: board}, audit: {}}"))
    assert gate_names(None) == (*BUILT_IN, "board")
    assert gate_names("other.yaml")[:4] == BUILT_IN
    assert "audit" in gate_names("other.yaml")


def test_a_configuration_that_cannot_be_read_offers_the_usual_gates() -> None:
    """Somebody who types is not told of mistakes elsewhere."""
    assert gate_names("missing.yaml") == BUILT_IN
    write("bpogov.yaml", "not: [even yaml")
    assert gate_names(None) == BUILT_IN
