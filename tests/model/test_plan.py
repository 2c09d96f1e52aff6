from typing import Any

import pytest

from bpogov.model import plan
from bpogov.model.at import At
from bpogov.model.form import Form, Short, Slot
from bpogov.model.plan import Plan, engagement_plan
from bpogov.model.walk import Walk
from bpogov.source.document import Document


@pytest.fixture(autouse=True)
def _nothing_learnt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan, "_texts_of_meaning", {})


def read(by: Plan, value: Any) -> Any:
    return Walk(Document.of({}, "t.yaml")).read(by, value, At())


def test_texts_of_one_meaning_are_learnt_together() -> None:
    """A date that was read is known wherever a date stands, but neither as a time nor among words."""
    date, other = Plan(Form("text", meaning="date")), Plan(Form("text", meaning="date"))
    assert read(date, "2026-11-22") == "2026-11-22"
    assert other.texts == {"2026-11-22"}
    assert Plan(Form("text", meaning="time")).texts == set()
    assert Plan(Form("text", meaning="date", words={"never": "Never"}, open=True)).texts == set()
    assert Plan(Form("text", meaning="date", short=Short("word", word="none"))).texts == set()


def test_only_what_is_right_is_learnt() -> None:
    """A text with a complaint, an unknown one and a long one are read again every time."""
    names = Plan(Form("text", words={"a" * 61: "Long", "b": "Short"}))
    for text in ("c", "unknown", "a" * 61, "b"):
        read(names, text)
    assert names.texts == {"b"}


def test_a_text_beside_a_number_is_not_learnt() -> None:
    """A word that may stand in the place of a number is kept aside for the field that says so."""
    form = Form("number", short=Short("word", word="none"))
    aside, usual = Plan(form, Slot(form, "A number", aside="as_text")), Plan(form, Slot(form, "A number"))
    assert (read(aside, "none"), read(usual, "none")) == ("none", "none")
    assert (aside.texts, usual.texts) == (set(), {"none"})


def test_what_is_learnt_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """When very many texts are known, they are forgotten."""
    monkeypatch.setattr(plan, "_MOST_TEXTS", 2)
    ids = Plan(Form("text", meaning="id"))
    for text in ("aa", "bb", "cc"):
        read(ids, text)
    assert ids.texts == {"cc"}


@pytest.mark.parametrize(
    ("form", "value", "fact"),
    [
        (Form("number", minimum=0), 3, 3.0),
        (Form("number", maximum=3), 3.0, 3.0),
        (Form("count"), 3, 3),
        (Form("flag"), True, True),
    ],
)
def test_numbers(form: Form, value: object, fact: object) -> None:
    """A number in its range is made what its form says."""
    by = Plan(form)
    assert type(value) in by.kinds
    assert by.smallest <= fact <= by.largest  # type: ignore[operator]  # all of them are numbers
    assert type(by.make(value)) is type(fact)
    assert read(by, value) == fact


def test_parts_are_made_when_they_are_met() -> None:
    """A group knows its fields one by one; what an author may not write is no field."""
    fields = engagement_plan().fields["slas"].entry.fields
    assert fields["target"].form.kind == "number"
    assert fields["target"] is fields["target"]
    assert fields["target_as_text"] is None
    assert fields["misspelt"] is None


def test_short_form_of_a_group() -> None:
    """The text in place of a group is read as one of its fields; other groups have no such field."""
    holidays = engagement_plan().fields["parties"].fields["client"].fields["holidays"]
    assert holidays.inner.form.meaning == "holiday-calendar"
    assert holidays.inner.slot is holidays.slot
    with pytest.raises(TypeError, match="the file has no short form"):
        _ = engagement_plan().inner


def test_required() -> None:
    """A group knows what has to be there."""
    assert engagement_plan().fields["parties"].required == {"client", "provider"}
