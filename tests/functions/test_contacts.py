import pytest

from bpogov.functions import contacts

PEOPLE = [
    {"id": "amy", "side": "client", "role": ["service-owner", "finance"]},
    {"id": "ben", "side": "provider", "role": "delivery-manager"},
    {"id": "tom", "side": "provider"},
    "nobody",
]


@pytest.mark.parametrize(
    ("side", "roles", "has"),
    [
        ("client", ["finance"], True),
        ("client", ["delivery-manager"], False),
        ("provider", ["account-manager", "delivery-manager"], True),
        ("provider", [], False),
    ],
)
def test_has_role(side: str, roles: list[str], *, has: bool) -> None:
    """Somebody of the side has one of the roles."""
    assert contacts.has_role(PEOPLE, side, roles) is has
