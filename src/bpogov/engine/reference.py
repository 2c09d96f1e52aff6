"""The engagement as an argument: expressions name it, and what the runtime hands to calculations is a reference.

Only calculations get the reference: everything else that an expression does with the engagement, it does with the
facts. Authors never see it, and an expression in which its name could mean anything else is left as it is.
"""

from bpogov.engine import syntax
from bpogov.functions.catalogue import catalogue

NAME = "_engagement"
"""The variable that holds the reference; no item and no value under `let` can have such a name."""


def referring(text: str, tree: syntax.Tree) -> str:
    """The text of an expression with the reference in place of every engagement that is an argument by itself."""
    if NAME in text:
        return text
    places = set()
    for node in syntax.below(tree.root):
        loop = node.comprehension_expr
        if _WHOLE in (loop.iter_var, loop.accu_var):
            return text
        if node.call_expr.function in catalogue():
            places |= {tree.offset(part) for part in node.call_expr.args if part.ident_expr.name == _WHOLE}
    for place in sorted(places, reverse=True):
        text = text[:place] + NAME + text[place + len(_WHOLE) :]
    return text


_WHOLE = "engagement"
