"""The syntax tree of an expression."""

import pytest
from cel_expr_python import cel

from bpogov.engine.compiling import syntax
from bpogov.engine.environment import checking_environment

ENVIRONMENT = checking_environment(None, {"a": cel.Type.DYN, "b": cel.Type.DYN})


def tree(text: str, *, checked: bool = True) -> syntax.Tree:
    """The tree of an expression."""
    return syntax.read(ENVIRONMENT.compile(text, disable_check=not checked).serialize())


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("1", "const"),
        ("a", "ident"),
        ("a.b", "select"),
        ("a + b", "call"),
        ("[a]", "list"),
        ("{'a': b}", "struct"),
        ("a.all(x, x)", "comprehension"),
    ],
)
@pytest.mark.parametrize("checked", [True, False])
def test_kinds(text: str, kind: str, checked: bool) -> None:
    """Each kind of expression is known, checked or not."""
    assert syntax.kind(tree(text, checked=checked).root) == kind


def test_offsets() -> None:
    """An operator stands where it is written, and starts where its first part does; in code points."""
    found = tree("'é😀' + a.b")
    assert (found.offset(found.root), found.start(found.root)) == (5, 0)
    assert found.offset(found.root.call_expr.args[1]) == 8


@pytest.mark.parametrize(
    ("text", "value"),
    [("1", 1), ("2u", 2), ("1.5", 1.5), ("'x'", "x"), ("true", True), ("b'x'", b"x"), ("null", None), ("a", None)],
)
def test_literals(text: str, value: object) -> None:
    """The value of a literal; of anything else, nothing."""
    assert syntax.constant(tree(text).root) == value


def test_children() -> None:
    """Parts come in the order of the text, and everything below a node is found."""
    root = tree("size({'k': [a.b, 1]}) > b.size()").root
    assert [syntax.kind(node) for node in syntax.below(root)][:3] == ["call", "call", "call"]
    assert {node.ident_expr.name for node in syntax.below(root) if syntax.kind(node) == "ident"} == {"a", "b"}
    assert next(syntax.kind(part) for part in syntax.children(tree("a.all(x, x)").root)) == "ident"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("a.b + 1", "a . b  +  1", True),
        ("size(a)", "a.size()", True),
        ("a.all(x, x > 1)", "a.all(x, x > 1)", True),
        ("a.all(x, x > 1)", "a.all(x, x > 2)", False),
        ("a == '1'", "a == 1", False),
        ("has(a.b)", "a.b", False),
        ("{'k': [a]}", "{'k': [b]}", False),
        ("a - b", "b - a", False),
    ],
)
def test_equal_expressions(one: str, other: str, same: bool) -> None:
    """Expressions that mean the same are written out alike, others are not."""
    assert (syntax.spelled(tree(one).root, str) == syntax.spelled(tree(other).root, str)) is same
    assert syntax.spelled(tree("a").root, str.upper) == "A"
    assert syntax.digest("a") != syntax.digest("b")


def test_trees_that_are_too_deep() -> None:
    """A tree that is deeper than can be read is an error of its own."""
    text = "a"
    for number in range(18):
        text = f"[1].map(x{number}, {text})"
    with pytest.raises(syntax.TooDeepError, match="nested too deeply"):
        tree(text)
