import inspect
from types import ModuleType

import pytest

from bpogov.functions import dates
from bpogov.functions.catalogue import Imported, catalogue, declared


@pytest.mark.parametrize(
    "name",
    [
        "cadence.largest_gap",
        "contacts.has_role",
        "dates.at_most",
        "extra",
        "metrics.at_least_as_good",
        "references.broken",
        "text.placeholders",
    ],
)
def test_calculations_are_found(name: str) -> None:
    """The folder is walked, so that a calculation needs no entry anywhere."""
    assert catalogue()[name].name == name


def test_the_catalogue_is_in_order_and_fixed() -> None:
    """Names come in alphabetical order, and nobody can change the catalogue."""
    assert list(catalogue()) == sorted(catalogue())
    with pytest.raises(TypeError):
        catalogue()["dates.never"] = catalogue()["dates.add"]  # type: ignore[index]  # that is what is tried


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_each_calculation_explains_itself(name: str) -> None:
    """Every one is documented, and declares as many parameters as it takes."""
    declaration = catalogue()[name]
    assert declaration.documentation.strip()
    assert len(inspect.signature(declaration.calculate).parameters) == len(declaration.parameters)


def test_two_of_one_name() -> None:
    """Two calculations of one name are a mistake of the programmer, and said so at once."""
    with pytest.raises(TypeError, match="Two calculations are called"):
        declared([dates, dates])


def test_borrowed_calculations_do_not_count() -> None:
    """A module that uses a calculation of another one does not declare it again."""
    borrower = ModuleType("borrower")
    borrower.add = dates.add  # type: ignore[attr-defined]  # made up here
    assert declared([borrower]) == {}


def test_a_calculation_that_is_imported_when_it_is_called() -> None:
    """It is found by its name and its module, and gives the same every time; nothing else can be called so."""
    later = Imported("dates.days_between", "dates")
    assert [later("2026-11-20", day) for day in ("2026-11-21", "2026-11-20")] == [1, 0]
    with pytest.raises(KeyError):
        Imported("dates.parse", "dates")("2026-11-20")
    with pytest.raises(ImportError):
        Imported("os.system", "os")("true")
