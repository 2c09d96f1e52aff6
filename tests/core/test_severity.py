"""Severities weigh."""

import pytest

from bpogov.core.severity import Severity


def test_errors_weigh_most() -> None:
    """Sorted by rank, errors come first."""
    assert sorted([Severity.NOTE, Severity.ERROR, Severity.WARNING], key=lambda severity: severity.rank) == list(
        Severity
    )


@pytest.mark.parametrize(
    ("one", "other", "enough"), [("error", "warning", True), ("warning", "warning", True), ("note", "warning", False)]
)
def test_at_least_compares_weights(one: str, other: str, enough: bool) -> None:
    """A severity is at least as heavy as itself and as all lighter ones."""
    assert Severity(one).at_least(Severity(other)) is enough


@pytest.mark.parametrize(
    ("own", "ceiling", "counts"),
    [("error", "warning", "warning"), ("note", "warning", "note"), ("error", "error", "error")],
)
def test_a_ceiling_lowers_but_never_raises(own: str, ceiling: str, counts: str) -> None:
    """A capped severity is the lighter of the two."""
    assert Severity(own).capped(Severity(ceiling)) is Severity(counts)
