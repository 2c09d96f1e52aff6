"""What was found out about files, as bytes and back."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bpogov.core.outcome import Results
from bpogov.runs.looking.ledger import BadLedger, Ledger, Shared
from bpogov.runs.looking.looked import Looked
from bpogov.source.load import load
from tests.policy.files import shop
from tests.runs.looking.bench import looker

pytestmark = pytest.mark.usefixtures("workspace")

BROKEN = "goals: [\n"
DRAFT = shop().replace("status: in-review", "status: draft").replace("name: Acme Tea Ltd", "name: unknown")


def looked(*texts: str) -> list[Looked]:
    """Files `0.yaml`, `1.yaml` and so on, looked at."""
    eye = looker()
    return [eye.at(load(text.encode(), f"{number}.yaml")) for number, text in enumerate(texts)]


def test_what_goes_in_comes_out() -> None:
    """Findings, failures with their gaps, open questions and results, equal in every part."""
    files = looked(shop(), DRAFT, BROKEN, "title: A\n")
    ledger = Ledger()
    for one in files:
        ledger.put(one)
    again = Ledger(ledger.packed())
    assert list(again) == files
    assert [again.get(one.file) for one in files] == files
    assert [again.digest(one.file) for one in files] == [one.digest for one in files]
    assert again.digest("other.yaml") == ""


def test_what_is_equal_stands_there_once() -> None:
    """A hundred files of one kind need little more than their findings; all of them share their results."""
    (one,) = looked(DRAFT)
    ledger = Ledger()
    ledger.put(one)
    first = len(ledger.packed())
    for number in range(9):
        ledger.put(replace(one, file=f"more-{number}.yaml"))
    again = Ledger(ledger.packed())
    assert again.get("more-0.yaml").results is again.get("more-8.yaml").results
    assert len(ledger.packed()) < 10 * first


def test_ledgers_that_share_hold_what_is_equal_once() -> None:
    """Rows, and in different rows the results that they have in common."""
    (first,) = looked(shop())
    second = replace(first, results=Results([first.results[0], replace(first.results[1], reason="Another")]))
    shared: Shared = {}
    again = []
    for one in (first, first, second):
        ledger = Ledger()
        ledger.put(one)
        again.append(Ledger(ledger.packed(), shared).get(one.file))
    assert again == [first, first, second]
    assert again[0].results is again[1].results
    assert again[0].results is not again[2].results
    assert again[0].results[0] is again[2].results[0]


def test_what_was_read_can_be_added_to() -> None:
    """Results that are there already keep their places; what was written of a file before goes."""
    first, second = looked(shop(), DRAFT)
    ledger = Ledger()
    ledger.put(first)
    later = Ledger(ledger.packed())
    later.put(second)
    later.put(replace(first, title="New", digest="sha256:1"))
    assert list(later) == [replace(first, title="New", digest="sha256:1"), second]
    assert later.digest("0.yaml") == "sha256:1"


def test_a_name_that_is_no_text_is_refused() -> None:
    """Bytes of a file name that are no UTF-8."""
    (one,) = looked(shop())
    with pytest.raises(UnicodeEncodeError):
        Ledger().put(replace(one, file="a\udc80.yaml"))


@given(st.data())
def test_whatever_the_bytes_are_it_is_a_ledger_or_refused(data: st.DataObject) -> None:
    """Any bytes, and a ledger with any of its bytes changed: never another error."""
    ledger = Ledger()
    (one,) = _ONE
    ledger.put(one)
    content = bytearray(ledger.packed())
    if data.draw(st.booleans()):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place] = data.draw(st.integers(0, 255))
    else:
        content = bytearray(data.draw(st.binary(max_size=60)))
    read: list[object] = []
    with suppress(BadLedger):
        read.extend(Ledger(bytes(content)))
    assert all(isinstance(one, Looked) for one in read)


_ONE: list[Looked] = []


@pytest.fixture(autouse=True)
def one_file(workspace: object) -> None:
    """One file that every change starts from."""
    assert workspace
    _ONE[:] = looked(DRAFT)
