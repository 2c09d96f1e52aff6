import pytest

from bpogov.values import percent


@pytest.mark.parametrize(
    ("value", "meant"), [(0.8, 80.0), (0.07, 7.0), (0.995, 99.5), (1.0, None), (0.0, None), (80.0, None)]
)
def test_finds_shares(value: float, meant: float | None) -> None:
    """A number between 0 and 1 was perhaps meant as a share of the whole."""
    assert percent.meant(value) == meant
