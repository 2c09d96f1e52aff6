"""What is known of a value, and facts about places."""

from bpogov.engine.compiling.value import Value, about_items, below, exists, of_items, sized
from bpogov.engine.reads import EACH
from bpogov.model.shape import Field, Node

TEXT = Node("text")
GROUP = Node("object", {"name": Field(TEXT, required=True), "note": Field(TEXT, required=False)})
FACTS = frozenset({"e.contract.term", "e.slas#2", "e.slas*.target", "e.markets[0].country"})


def test_places_that_exist() -> None:
    """What lies inside a place shows that it exists; what holds for all items of a list does not."""
    assert [exists(place, FACTS) for place in ("e.contract.term", "e.contract", "e.slas", "e.slas#2", "e.markets")] == [
        True
    ] * 5
    assert [exists(place, FACTS) for place in ("e.contr", "e.contract.term.end", "e.slas#3", "e.slas*.unit")] == [
        False
    ] * 4
    assert not exists("e.slas", frozenset({"e.slas*.target"}))


def test_facts_about_items() -> None:
    """Facts of a place as suffixes, and those of the items of a list."""
    assert about_items("e.slas", FACTS) == {".target"}
    assert of_items("e.slas", frozenset({".target"})) == {"e.slas*.target"}
    assert below("e.slas", FACTS) == {"#2", "*.target"}
    assert below("e.contract.term", FACTS) == {""}
    assert below("e.sla", FACTS) == frozenset()


def test_sizes() -> None:
    """A list with two items also has one; a list without a place has none."""
    assert sized("e", 2) == {"e#1", "e#2"}
    assert sized("e", 0) == sized("", 2) == frozenset()
    assert "e#64" in sized("e", 10**9)


def test_steps() -> None:
    """A field, an entry and an item of a value have their shape, place and path."""
    holder = Value(GROUP, "e.g", ("g",), sure=frozenset({".note"}))
    assert holder.step("name") == Value(TEXT, "e.g.name", ("g", "name"))
    assert holder.step("note") == Value(TEXT, "e.g.note", ("g", "note"), sure=frozenset({""}))
    assert holder.step("other") == Value(None, "e.g.other", ("g", "other"))
    assert Value(Node("map", item=TEXT), "e.m").step("any") == Value(TEXT, "e.m.any")
    assert Value().step("any") == Value()
    assert Value(Node("list", item=TEXT), "e.l", ("l",)).item("x") == Value(TEXT, "e.l[x]", ("l", EACH))
    assert Value(TEXT, "e").item("x") == Value(None, "e[x]")
    assert Value(optional=True).unwrapped() == Value()


def test_what_a_value_always_has() -> None:
    """A required field, one that is sure, and anything in a value of which nothing is known."""
    assert [Value(GROUP).always_has(key) for key in ("name", "note", "other")] == [True, False, False]
    assert Value(GROUP, sure=frozenset({".note"})).always_has("note")
    assert Value().always_has("x")
    assert Value(Node("any")).always_has("x")
    assert [Value(GROUP).lacks("other"), Value(GROUP).lacks("name"), Value(TEXT).lacks("x"), Value().lacks("x")] == [
        True,
        False,
        False,
        False,
    ]
