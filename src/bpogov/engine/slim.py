"""Programs of the runtime without what only a compiler needs: a third of the bytes, and of the time to load them.

A serialised program is a `google.protobuf.Any` around a `cel.expr.CheckedExpr`: messages whose fields are all of the
kind that has a length (cel-spec, `proto/cel/expr/checked.proto`).
"""

from collections.abc import Iterator

_REFERENCE_MAP, _TYPE_MAP, _SOURCE_INFO = 2, 3, 5
_VALUE = 2


def slim(serialized: bytes) -> bytes:
    """The program without the types of its parts, without its places in the text, and without what its names mean.

    The runtime finds functions by their names, and variables by theirs: what a name means matters only where it is made
    of several words with dots (cel-cpp, `qualified_reference_resolver.cc`), as those of types and of constants are.
    """
    return b"".join(
        _field(number, _without(content)) if number == _VALUE else _field(number, content)
        for number, content in _fields(serialized)
    )


def _without(checked: bytes) -> bytes:
    kept = (one for one in _fields(checked) if _matters(*one))
    return b"".join(_field(*one) for one in sorted(kept))  # the compiler gives references in any order


def _matters(number: int, content: bytes) -> bool:
    return number not in (_TYPE_MAP, _SOURCE_INFO) and (number != _REFERENCE_MAP or b"." in content)


def _fields(message: bytes) -> Iterator[tuple[int, bytes]]:
    """The number and the content of every field."""
    at = 0
    while at < len(message):
        tag, at = _number(message, at)
        length, at = _number(message, at)
        yield tag >> 3, message[at : at + length]
        at += length


def _field(number: int, content: bytes) -> bytes:
    return _written(number << 3 | 2) + _written(len(content)) + content


def _number(message: bytes, at: int) -> tuple[int, int]:
    """A number of variable length, and where the next thing starts: seven bits a byte, the lowest first."""
    number = shift = 0
    while True:
        byte = message[at]
        number |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < _MORE:
            return number, at


def _written(number: int) -> bytes:
    found = bytearray()
    while number >= _MORE:
        found.append(number & 0x7F | _MORE)
        number >>= 7
    return bytes([*found, number])


_MORE = 0x80
