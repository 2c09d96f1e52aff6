"""A path of a rule, as programs keep it."""

from bpogov.engine.reads import EACH
from bpogov.engine.rulepath import RulePath
from bpogov.source.notation import parse


def test_a_path_as_a_pattern() -> None:
    """From the root or from the item; any item of a list stands for all of them."""
    whole, own = (RulePath(text, parse(text)) for text in ("$.slas[*].target", "@.target"))
    assert (whole.relative, whole.pattern) == (False, ("slas", EACH, "target"))
    assert (own.relative, own.pattern) == (True, ("target",))


def test_a_path_as_names() -> None:
    """Names and `[*]`; a path with a position, or with an item by its name, is none of these."""
    texts = ("$", "$.slas[*].target", "@['a b']", "$.slas[0]", "$.slas[voice].target")
    found = [RulePath(text, parse(text)).names for text in texts]
    assert found == [(), ("slas", None, "target"), ("a b",), None, None]
