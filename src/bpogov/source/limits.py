"""How much a file may ask of the reader before it is refused."""

from msgspec import Struct


class Limits(Struct, frozen=True):
    """The bounds that keep a hostile file from using up time or memory.

    `size` is in bytes; `depth` counts groups of fields and lists inside each other; `aliases` counts the places that
    repeat an anchored part; `values` counts all values after such repeats are written out; `problems` is how many
    problems one file may report before reading stops.
    """

    size: int = 1024 * 1024
    depth: int = 64
    aliases: int = 10_000
    values: int = 100_000
    problems: int = 100


DEFAULT_LIMITS = Limits()
