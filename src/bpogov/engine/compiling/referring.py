"""The engagement and its sections as arguments: references stand in their place.

Only calculations get them: everything else that an expression does with the engagement, it does with the facts. An
expression in which their names could mean anything else is left as it is.
"""

from typing import Any

from bpogov.engine.compiling import syntax
from bpogov.engine.reference import NAME, SECTIONS
from bpogov.functions.catalogue import catalogue

_WHOLE = "engagement"


def referring(text: str, tree: syntax.Tree) -> str:
    """The text of an expression with references as arguments in place of the engagement and of its sections."""
    if NAME in text or SECTIONS in text:
        return text
    places: dict[int, str] = {}
    for node in syntax.below(tree.root):
        loop = node.comprehension_expr
        if _WHOLE in (loop.iter_var, loop.accu_var):
            return text
        if node.call_expr.function in catalogue():
            places |= {
                tree.offset(whole): name
                for part in node.call_expr.args
                for whole, name in ((part, NAME), (_holder(part), SECTIONS))
                if whole.ident_expr.name == _WHOLE
            }
    for place in sorted(places, reverse=True):
        text = text[:place] + places[place] + text[place + len(_WHOLE) :]
    return text


def _holder(node: Any) -> Any:
    """What a field is taken of; of a node that is no field, a node that is nothing."""
    return node.select_expr.operand
