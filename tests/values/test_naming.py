import pytest

from bpogov.values.naming import folded


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("C\u00f4te d\u2019Ivoire", "cote d ivoire"),
        ("  The   Philippines ", "philippines"),
        ("U.S.A.", "usa"),
        ("Trinidad & Tobago", "trinidad and tobago"),
        ("the", ""),
        ("", ""),
        ("x" * 200, "x" * 100),
    ],
)
def test_makes_names_comparable(name: str, plain: str) -> None:
    """Case, accents, punctuation, space and a leading article make no difference."""
    assert folded(name) == plain
