"""Paths of rules against the shape of an engagement."""

import pytest

from bpogov.engine.compiling.paths import PathError, check, relative
from bpogov.engine.reads import EACH, ITEM
from bpogov.model.shape import engagement_shape

SHAPE = engagement_shape()


@pytest.mark.parametrize(
    ("text", "kind", "facts"),
    [
        ("$.contract.term.end", "text", {"e.contract.term.end"}),
        ("$.slas[*].target", "number", {"e.slas*.target"}),
        ("$.slas[voice].target", "number", {"e.slas[?].target", "e.slas#1"}),
        ("$.slas[1]", "object", {"e.slas[1]", "e.slas#1", "e.slas#2"}),
        ("$.slas[-1]", "object", {"e.slas[?]", "e.slas#1"}),
        ("$.selection.weights.price", "number", {"e.selection.weights.price"}),
        ("$", "object", {"e"}),
    ],
)
def test_what_a_path_leads_to(text: str, kind: str, facts: set[str]) -> None:
    """A path has the shape of what stands there, and says what exists once it does."""
    path = check(text, SHAPE, None, several=True)
    assert (path.node.kind, path.relative) == (kind, False)
    assert path.facts("e") == facts


def test_paths_of_items() -> None:
    """A path of an item follows the shape of the item; an item says that its list is not empty."""
    each = check("$.scope.functions[*].deliverables[*]", SHAPE, None, several=True)
    own = check("@.quantity", SHAPE, each.node, several=False)
    assert (own.node.kind, own.relative) == ("number", True)
    assert each.facts_of_items("e") == {"e.scope.functions#1", "e.scope.functions[0]"}
    assert each.sample == "engagement.scope.functions[0].deliverables[0]"
    pattern = ("scope", "functions", EACH, "deliverables", EACH)
    assert each.pattern == pattern
    assert relative(own.pattern, pattern) == ("scope", "functions", EACH, "deliverables", ITEM, "quantity")


def test_where_a_path_goes_wrong() -> None:
    """The error knows the character where the path goes wrong."""
    with pytest.raises(PathError, match="leads nowhere") as caught:
        check("$.contract.trem", SHAPE, None, several=False)
    assert (caught.value.offset, caught.value.help) == (11, 'did you mean "term"?')
    with pytest.raises(PathError, match="is not a path") as caught:
        check("$.contract[", SHAPE, None, several=False)
    assert caught.value.offset > 0
