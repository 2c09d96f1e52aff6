import pytest

from bpogov.core.location import Path
from bpogov.model.describe import form_at, identity_of, label, places, section


@pytest.mark.parametrize(
    ("path", "identity"),
    [
        (("slas",), "id"),
        (("incidents",), "severity"),
        (("escalation",), "level"),
        (("outcomes", "scorecards"), "period"),
        (("scope", "functions", 7, "deliverables"), "name"),
        (("scope", "functions", -1, "deliverables"), "name"),
        (("contract", "understood"), "side"),
        (("slas", -1, "credits"), None),
        (("slas", -1), None),
        (("x-own",), None),
    ],
)
def test_identity_of(path: Path, identity: str | None) -> None:
    """Each list says by which field its entries are told apart, whatever the positions in the path."""
    assert identity_of(path) == identity


def test_form_at() -> None:
    """Paths lead through groups, lists and tables, and nowhere else."""
    quality = form_at(("selection", "weights", "quality"))
    assert quality is not None
    assert quality.kind == "number"
    assert form_at(("title", "more")) is None
    assert form_at(("x", "y")) is None
    assert form_at(("slas", "id")) is None


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ((), "the file"),
        (("slas", 3), "a service level"),
        (("slas", 3, "measured_by"), "measured by of a service level"),
        (("contract", "term"), "the term of the contract"),
        (("last_reviewed",), "last reviewed"),
        (("meetings", 0, "agenda", 2), "agenda of a meeting"),
        (("x-own", "part"), "x-own.part"),
    ],
)
def test_label(path: Path, words: str) -> None:
    """A place is called in plain words."""
    assert label(path) == words


def test_places() -> None:
    """The sections of a field are known by its name, without those that reading makes."""
    assert places()["sole_remedy"] == ["service_credits"]
    assert places()["tier"] == ["the file itself"]
    assert "target_as_text" not in places()


@pytest.mark.parametrize(
    ("shown", "name"),
    [
        ("$.slas[x].target", "Service levels"),
        ("$.provider_staff.training", "Provider staff"),
        ("$.status", "The file"),
        ("$", "The file"),
        ("$.misspelt", "The file"),
    ],
)
def test_section(shown: str, name: str) -> None:
    """A place lies in a part of the engagement as people call it; what is no part of its own lies in the file."""
    assert section(shown) == name
