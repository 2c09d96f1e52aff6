"""What is made when somebody asks for it, because many runs never do."""

from collections.abc import Callable
from typing import Any


class Later:
    """Something that is made when it is first asked for, and then stays the same."""

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], Any]) -> None:
        self._make: Callable[[], Any] | None = make
        self._made: Any = None

    def __call__(self) -> Any:
        """The thing itself."""
        if self._make is not None:
            self._made, self._make = self._make(), None
        return self._made
