"""From bytes to data, places and problems; what files mean is proven in test_load."""

from bpogov.source.content import content
from bpogov.source.limits import Limits


def test_content() -> None:
    """Text comes without its byte order mark, data with its place; what cannot be read has neither."""
    good = content(b"\xef\xbb\xbfa: 1", Limits())
    assert (good.text, good.data, good.troubles) == ("a: 1", {"a": 1}, ())
    bad = content(b"a: \xff", Limits())
    assert (bad.text, bad.data, bad.place) == ("a: \ufffd", None, None)
    assert [trouble.id for trouble in bad.troubles] == ["YML003"]
