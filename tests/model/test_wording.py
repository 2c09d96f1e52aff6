import pytest

from bpogov.model import wording
from bpogov.model.form import Form, Short, Slot


def test_field() -> None:
    """A field is named by its name, an entry by its number, and the root is the file."""
    assert wording.field(()) == "The file"
    assert wording.field(("slas", 1, "target")) == '"target"'
    assert wording.field(("meetings", 0, "agenda", 1)) == 'Entry 2 of "agenda"'
    assert wording.inner(("meetings", 0)) == 'entry 1 of "meetings"'


def test_quoted_is_one_short_line() -> None:
    """A text is shown on one line, and not in full when it is long."""
    assert wording.quoted("a\nb") == '"a b"'
    assert wording.quoted("x" * 99) == f'"{"x" * 59}…"'


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({}, "a group of fields"),
        ([], "a list"),
        (True, '"true"'),
        ("x", 'the text "x"'),
        (1.1, 'the number "1.10"'),
    ],
)
def test_found(value: object, words: str) -> None:
    """What stands there is said in words, a number as it was written."""
    assert wording.found(value, "1.10") == words


def test_found_without_the_writing() -> None:
    """A number whose writing is not known is shown as it is."""
    assert wording.found(3, None) == 'the number "3"'


@pytest.mark.parametrize(
    ("form", "words"),
    [
        (Form("group"), "a group of fields"),
        (Form("list"), "a list"),
        (Form("table", keys="goal"), "a group of fields named by goal"),
        (Form("text"), "text"),
        (Form("text", meaning="date"), "a date"),
        (Form("text", words={"a": "", "b": ""}), "one of the words a or b"),
        (Form("text", words={"a": ""}, open=True), "text"),
        (Form("number", short=Short("word", word="none")), 'a number or "none"'),
        (Form("count"), "a whole number"),
        (Form("flag"), "true or false"),
    ],
)
def test_expected(form: Form, words: str) -> None:
    """What is expected is said in words."""
    assert wording.expected(form) == words


def test_listed() -> None:
    """Words are listed as in a sentence."""
    assert wording.listed(["a"]) == "a"
    assert wording.listed(["a", "b", "c"], "and") == "a, b and c"


def test_advice() -> None:
    """Advice is a snippet with the suggestion, else the meaning of the field with an example."""
    slot = Slot(Form("list"), "Who attends", example=["amy", "ben"])
    assert wording.advice(slot, ("attendees",)) == "write for example attendees: [amy, ben] (who attends)"
    assert wording.advice(slot, ("attendees", 3)) == "write for example - amy (who attends)"
    assert wording.advice(slot, ("attendees",), ["lee"]) == "write attendees: [lee]"
    assert wording.advice(slot, ("attendees", 3), "lee") == "write - lee"
    assert wording.advice(slot, ("attendees",), "") == wording.advice(slot, ("attendees",))
    assert wording.advice(Slot(Form("list"), "Who attends"), ("attendees",)) == "write who attends"
    assert wording.advice(Slot(Form("list"), "ISO codes"), ("codes",)) == "write ISO codes"
    assert wording.advice(None, ("attendees",)) == ""


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"a": [1, "x"]}, "{a: [1, x]}"),
        ("true", '"true"'),
        ("09:00", '"09:00"'),
        ("a, b", '"a, b"'),
        ("2026-11-21", "2026-11-21"),
        ("30 minutes", "30 minutes"),
        (False, "false"),
        (2.5, "2.5"),
    ],
)
def test_flow(value: object, text: str) -> None:
    """A snippet is YAML that means what it should, quoted where needed."""
    assert wording.flow(value) == text


_GOAL = Form(
    "group", called="a goal", fields={"unit": Slot(Form("text"), "x"), "made": Slot(Form("text"), "x", derived=True)}
)


def test_unknown_field() -> None:
    """An unknown field gets the likely name, the section where it belongs, or else the fields that there are."""
    message, help_ = wording.unknown_field("units", _GOAL, {"units": ["slas", "cost"]}, guess=True)
    assert message == '"units" is not a field of a goal'
    assert help_ == 'write "unit" if that was meant, or move it to slas or cost'
    assert wording.unknown_field("units", _GOAL, {}, guess=False)[1] == (
        "write one of unit, or start a field of your own with x-"
    )


def test_wrong_word() -> None:
    """A wrong word gets the likely one, also where it is only longer, or else all of them explained."""
    form = Form("text", words={"tue": "Tuesday", "wed": "Wednesday"}, short=Short("word", word="none"))
    message, help_ = wording.wrong_word("tuesday", form, ("day",))
    assert message == '"tuesday" is none of the words that "day" takes: tue, wed or none'
    assert help_ == 'did you mean "tue"?'
    assert wording.wrong_word("x", form, ("day",))[1] == "write tue (Tuesday) or wed (Wednesday)"


def test_mangled() -> None:
    """A code that became true or false is explained, as a field and as an entry of a list."""
    assert wording.mangled(False, Form("text", meaning="country"), ("country",))[1].startswith("write country: NO if")
    assert wording.mangled("off", Form("text", meaning="language"), ("languages", 0))[1].startswith("write - no if")
