"""JSON Patch on plain data (RFC 6902)."""

from typing import Any

import pytest

from bpogov.source.patch import PatchError, apply

_DATA: dict[str, Any] = {"slas": [{"id": "a"}, {"id": "b"}], "cost": {"a/b": 1}, "title": "x"}


@pytest.mark.parametrize(
    ("edit", "path", "value"),
    [
        ({"op": "replace", "path": "/title", "value": "y"}, ("title",), "y"),
        ({"op": "add", "path": "/slas/1", "value": 7}, ("slas",), [{"id": "a"}, 7, {"id": "b"}]),
        ({"op": "add", "path": "/slas/-", "value": 7}, ("slas",), [{"id": "a"}, {"id": "b"}, 7]),
        ({"op": "remove", "path": "/slas/0"}, ("slas",), [{"id": "b"}]),
        ({"op": "move", "from": "/title", "path": "/cost/title"}, ("cost",), {"a/b": 1, "title": "x"}),
        ({"op": "replace", "path": "/cost/a~1b", "value": 2}, ("cost",), {"a/b": 2}),
        ({"op": "replace", "path": "/slas/0/id", "value": "c"}, ("slas", 0), {"id": "c"}),
    ],
)
def test_an_edit_does_what_it_says(edit: dict[str, Any], path: tuple[Any, ...], value: object) -> None:
    """Each operation changes exactly the place it names, and the data itself stays as it was."""
    before = repr(_DATA)
    here: Any = apply(_DATA, [edit])
    for step in path:
        here = here[step]
    assert here == value
    assert repr(_DATA) == before


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        ({"op": "replace", "path": "/tilte", "value": 1}, 'there is no "tilte"'),
        ({"op": "remove", "path": "/slas/9"}, 'there is no entry "9" in a list of 2'),
        ({"op": "add", "path": "/slas/9", "value": 1}, 'there is no place "9" in a list of 2'),
        ({"op": "add", "path": "/title/x", "value": 1}, '"x" lies inside a single value'),
        ({"op": "copy", "path": "/title", "from": "/x"}, '"copy" is none of'),
        ({"op": "add", "path": "title", "value": 1}, "a pointer starts with /"),
        ({"op": "add", "path": "/title"}, "value"),
        ({"op": "add", "path": "/slas/x", "value": 1}, "/slas/x"),
        ({"op": "remove"}, "no path"),
    ],
)
def test_an_edit_that_cannot_be_made_says_why(edit: dict[str, Any], words: str) -> None:
    """The error names the position of the edit and the reason."""
    with pytest.raises(PatchError) as caught:
        apply(_DATA, [{"op": "replace", "path": "/title", "value": "y"}, edit])
    assert caught.value.number == 1
    assert words in str(caught.value)


def test_the_whole_can_be_replaced() -> None:
    """The empty pointer means the root."""
    assert apply(_DATA, [{"op": "replace", "path": "", "value": [1]}]) == [1]
