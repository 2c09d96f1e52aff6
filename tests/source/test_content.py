"""From bytes to data, places and problems; what files mean is proven in test_load."""

from bpogov.source.content import content
from bpogov.source.limits import Limits


def test_content() -> None:
    """Text comes without its byte order mark, data with its marks or its place; what cannot be read has neither."""
    good = content(b"\xef\xbb\xbfa: 1", Limits())
    assert (good.text, good.data, good.troubles) == ("a: 1", {"a": 1}, ())
    assert (good.place, good.marks) == (None, [0, 8, 0, 1, 3, 4, 4, 4])
    repeated = content(b"a: &x 1\nb: *x", Limits())
    assert (repeated.data, repeated.marks) == ({"a": 1, "b": 1}, None)
    assert repeated.place is not None
    bad = content(b"a: \xff", Limits())
    assert (bad.text, bad.data, bad.place, bad.marks) == ("a: \ufffd", None, None, None)
    assert [trouble.id for trouble in bad.troubles] == ["YML003"]
