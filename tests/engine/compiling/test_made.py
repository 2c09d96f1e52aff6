"""Values that a rule makes itself."""

from bpogov.core.outcome import Outcome
from bpogov.engine.compiling.made import list_of, map_of, merged, one_of
from bpogov.engine.compiling.value import NOTHING, Value
from bpogov.model.shape import Field, Node
from tests.engine.bench import checking, outcome

TEXT, NUMBER = Node("text"), Node("number")
SMALL = Node("object", {"name": Field(TEXT, required=True), "share": Field(NUMBER, required=True)})
LARGE = Node(
    "object",
    {"name": Field(TEXT, required=True), "share": Field(TEXT, required=False), "x": Field(TEXT, required=True)},
)


def test_one_of_several() -> None:
    """One of several values has what all of them have; what is written out in the rule says nothing."""
    one = Value(Node("list", item=SMALL), "e.a", ("a",), elements=frozenset({".name", ".share"}))
    other = Value(Node("list", item=SMALL), "e.b", ("b",), elements=frozenset({".name"}))
    both = one_of([one, other], frozenset({"e.a*.x"}))
    assert (both.node, both.place, both.path, both.elements) == (one.node, "", None, frozenset({".name"}))
    assert one_of([one, one], NOTHING) == one
    empty = one_of([one, Value(literal=())], NOTHING)
    assert (empty.path, empty.elements) == (("a",), one.elements)
    assert one_of([Value(), Value(literal="x")], NOTHING) == Value()
    assert one_of([one, Value()], NOTHING) == Value()
    facts = frozenset({"e.a.name", "e.b.name", "e.b.x"})
    assert one_of([Value(SMALL, "e.a"), Value(LARGE, "e.b")], facts).sure == {".name"}


def test_lists_written_out() -> None:
    """A list of parts of the engagement has items of their common shape; any other list is not known."""
    listed = list_of([Value(SMALL, "e.a"), Value(SMALL, "e.b")], frozenset({"e.a.x", "e.b.x", "e.b.y"}))
    assert (listed.node, listed.elements) == (Node("list", item=SMALL), frozenset({".x"}))
    assert list_of([Value(SMALL), Value(literal=1)], NOTHING) == Value()
    assert list_of([], NOTHING) == Value(literal=())


def test_maps_written_out() -> None:
    """A map with texts as keys is a group of fields; any other map is not known."""
    made = map_of([("a", Value(SMALL, "e.a"), True), ("b", Value(), False)], frozenset({"e.a.x", "e.a"}))
    assert made.node == Node("object", {"a": Field(SMALL, required=True), "b": Field(Node("any"), required=False)})
    assert made.sure == {".a.x"}
    assert map_of([(1, Value(), True)], NOTHING) == Value()
    assert map_of([], NOTHING) == Value(literal=())


def test_merged_shapes() -> None:
    """A field is sure only where every shape has it, and has no kind where they differ."""
    both = merged([SMALL, LARGE])
    assert {name: (field.node.kind, field.required) for name, field in both.fields.items()} == {
        "name": ("text", True),
        "share": ("any", False),
        "x": ("text", False),
    }
    assert merged([TEXT, NUMBER]) == Node("any")
    assert merged([Node("list", item=SMALL), Node("list", item=LARGE)]).item == both
    assert merged([Node("list"), Node("list", item=LARGE)]).item is None


def test_calculated_and_written_out() -> None:
    """The items of a list that is part calculation, part written out, may have fields of which nobody knows."""
    found = "references.broken(engagement, {}) + [{'at': '$.title', 'says': 'No'}]"
    assert outcome(checking(f"({found}).all(one, has(one.value) ? one.value != '' : one.says != '')")) is Outcome.PASS
    assert outcome(f"violations: |-\n  {found}\nmessage: 'No {{{{ violation.?value.orValue(\"\") }}}}'") is Outcome.FAIL
