import pytest

from bpogov.model.form import Form, Short, Slot
from bpogov.model.scalars import Refused, complaint, hours_complaint, read_scalar

SLOT = Slot(Form("text"), "What it is")
MEANING = "write what it is"


def refused(form: Form, value: object, written: str | None = None) -> tuple[str, str, str]:
    got = read_scalar(form, value, written, ("field",), SLOT)
    assert isinstance(got, Refused)
    return got.rule, *got.words


@pytest.mark.parametrize(
    ("form", "value", "written", "fact"),
    [
        (Form("text"), "free", None, "free"),
        (Form("text"), 1.1, "1.10", "1.10"),
        (Form("text"), 3, None, "3"),
        (Form("text", meaning="reference"), "amy", None, "amy"),
        (Form("text", meaning="period"), 2026, "2026", "2026"),
        (Form("text", meaning="phone"), 442079460001, "+442079460001", "+442079460001"),
        (Form("text", meaning="country"), "NO", None, "NO"),
        (Form("text", words={"a": "A"}), "a", None, "a"),
        (Form("text", words={"a": "A"}, open=True), "own", None, "own"),
        (Form("text", words={"24:00": "End"}, open=True, meaning="time"), "24:00", None, "24:00"),
        (Form("text", words={"24:00": "End"}, open=True, meaning="time"), "23:00", None, "23:00"),
        (Form("text", meaning="duration", short=Short("word", word="none")), "none", None, "none"),
        (Form("number", short=Short("word", word="none")), "none", None, "none"),
        (Form("number"), 3, "3", 3.0),
        (Form("count"), 3.0, "3.0", 3),
        (Form("flag"), False, None, False),
    ],
)
def test_facts(form: Form, value: object, written: str | None, fact: object) -> None:
    """A value that fits its form is a fact: numbers where text is expected as written, counts whole."""
    got = read_scalar(form, value, written, ("field",), SLOT)
    assert got == fact
    assert type(got) is type(fact)


@pytest.mark.parametrize(
    ("form", "value", "rule", "message", "help_"),
    [
        (Form("text"), True, "STR003", '"field" is "true", but text is expected', MEANING),
        (Form("text"), [], "STR003", '"field" is a list, but text is expected', MEANING),
        (
            Form("text", words={"no": "Never"}),
            False,
            "STR003",
            '"field" is "false", but one of the words no is expected',
            "write field: no",
        ),
        (
            Form("text", words={"a": "A"}),
            "b",
            "STR005",
            '"b" is none of the words that "field" takes: a',
            "write a (A)",
        ),
        (
            Form("text", words={"a": "A"}, meaning="constant"),
            "b",
            "STR008",
            '"field" is "b", but a is expected',
            MEANING,
        ),
        (Form("number"), "80%", "STR003", '"field" is the text "80%", but a number is expected', "write field: 80"),
        (
            Form("number"),
            "1,200.5",
            "STR003",
            '"field" is the text "1,200.5", but a number is expected',
            "write field: 1200.5",
        ),
        (Form("number"), "many", "STR003", '"field" is the text "many", but a number is expected', MEANING),
        (Form("number"), "inf", "STR003", '"field" is the text "inf", but a number is expected', MEANING),
        (Form("number"), True, "STR003", '"field" is "true", but a number is expected', MEANING),
        (
            Form("number"),
            2e15,
            "STR007",
            '"2000000000000000.0" is more than 1000000000000000, the largest number that "field" can have',
            MEANING,
        ),
        (
            Form("number", minimum=0),
            -1,
            "STR007",
            '"-1" is less than 0, the smallest number that "field" can have',
            MEANING,
        ),
        (
            Form("count"),
            2.5,
            "STR003",
            '"field" is the number "2.5", but a whole number is expected',
            MEANING,
        ),
        (
            Form("count"),
            "2.5",
            "STR003",
            '"field" is the text "2.5", but a whole number is expected',
            MEANING,
        ),
        (
            Form("flag"),
            "yes",
            "STR003",
            '"field" is the text "yes", but true or false is expected',
            "write field: true",
        ),
        (
            Form("flag"),
            "off",
            "STR003",
            '"field" is the text "off", but true or false is expected',
            "write field: false",
        ),
        (Form("flag"), 1, "STR003", '"field" is the number "1", but true or false is expected', MEANING),
    ],
)
def test_refused(form: Form, value: object, rule: str, message: str, help_: str) -> None:
    """A value that does not fit says what it is, what is expected, and what to write instead."""
    assert refused(form, value) == (rule, message, help_)


def test_no_number_is_no_number() -> None:
    """What is not a number at all, though it looks like one, is out of range."""
    assert refused(Form("number"), float("nan"))[0] == "STR007"


@pytest.mark.parametrize("value", [False, "off", "false", "on"])
def test_mangled_codes(value: object) -> None:
    """A country that a tool turned into true or false is explained."""
    rule, message, _ = refused(Form("text", meaning="country"), value)
    assert rule == "STR004"
    assert "some tools turn NO (the country Norway) into" in message


def test_forms_of_text() -> None:
    """A text in the wrong form is told in the words of its kind, with the right form to write."""
    assert refused(Form("text", meaning="date"), "21.11.2026")[2] == "write field: 2026-11-21"


def test_hours() -> None:
    """Hours that have no length are told, whenever they are asked for."""
    for _ in range(2):
        assert hours_complaint("mon-fri", "09:00", "17:00") == ""
        assert hours_complaint("mon", "09:00", "09:00").startswith('Hours from "09:00" to "09:00" have no length')


def test_complaint() -> None:
    """A kind of value complains about what it cannot read, and about nothing else."""
    assert complaint("date", "2026-11-21") is None
    assert complaint("date", "x") is not None
