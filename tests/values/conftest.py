"""What the tests of this room share."""

from collections.abc import Callable
from typing import Any

import pytest

from bpogov.values.errors import BadValue

Refused = Callable[..., BadValue]


@pytest.fixture
def refused() -> Refused:
    """Read a text that must not be readable, and give what is said about it."""

    def read(parse: Callable[[str], Any], text: str) -> BadValue:
        with pytest.raises(BadValue) as caught:
            parse(text)
        return caught.value

    return read
