"""Places of the engagement that a program reads."""

from msgspec import Struct

EACH = -1
"""In a pattern of a path: any item of the list."""

ITEM = -2
"""In a pattern of a path: the item that the rule is looking at (`for_each`)."""

Pattern = tuple[str | int, ...]


class Read(Struct, frozen=True):
    """A place that an expression reads.

    `deep` where everything below it may count; `unknown_matters` is false where only broken parts can change anything.
    """

    path: Pattern
    deep: bool
    unknown_matters: bool = True
