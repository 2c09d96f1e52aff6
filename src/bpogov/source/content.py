"""From the bytes of a file to data, places and problems; no content of a file ever raises."""

from msgspec import Struct

from bpogov.source import problems
from bpogov.source.characters import harmless
from bpogov.source.data import Data
from bpogov.source.limits import Limits
from bpogov.source.ordinary import ordinary
from bpogov.source.parser import events
from bpogov.source.places import Place
from bpogov.source.trouble import Trouble

_MARK = "\ufeff"
_STAND_IN = "\ufffd"
_HARMLESS = bytes({*range(0x20, 0x100), *b"\t\n\r"} - {0x7F, 0xC2, 0xE2, 0xEF})
"""Bytes that no forbidden character has in UTF-8: a quick way to see that there is none."""
_OTHER_ENCODINGS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


class Content(Struct, frozen=True):
    """What the bytes of a file hold: text, data, the place of every part, and what is wrong.

    Of an ordinary document there are the `marks` in the place of `place`: `marks.place_of` makes it of them.
    """

    text: str
    data: Data
    place: Place | None
    troubles: tuple[Trouble, ...]
    marks: list[int] | None = None


def content(raw: bytes, limits: Limits, *, pure: bool = False) -> Content:
    """Read bytes as YAML 1.2 core; `pure` takes PyYAML's parser in Python, which gives the same result."""
    if len(raw) > limits.size:
        trouble = Trouble(
            problems.SIZE,
            0,
            0,
            f"The file is larger than {limits.size:,} bytes",
            "Keep documents in files of their own, and name them here",
        )
        return Content("", None, None, (trouble,))
    try:
        text = raw.decode("utf-8").removeprefix(_MARK)
    except UnicodeDecodeError as wrong:
        return _not_utf_8(raw, wrong)
    if raw.count(0) * 3 > len(raw):
        return Content(text, None, None, (_other_encoding("UTF-16, or no text at all"),))
    return _read(raw, text, limits, pure=pure)


def _read(raw: bytes, text: str, limits: Limits, *, pure: bool) -> Content:
    from yaml.error import YAMLError

    if not raw.translate(None, _HARMLESS) or harmless(text):
        try:
            found = ordinary(events(text, pure=pure), text, limits)
        except (YAMLError, UnicodeError):
            found = None
        if found is not None:
            return Content(text, found[0], None, (), found[1])
    from bpogov.source.careful import careful

    data, place, troubles = careful(text, limits, pure=pure)
    return Content(text, data, place, troubles)


def _not_utf_8(raw: bytes, wrong: UnicodeDecodeError) -> Content:
    for mark, name in _OTHER_ENCODINGS:
        if raw.startswith(mark):
            return Content("", None, None, (_other_encoding(name),))
    good = raw[: wrong.start].decode("utf-8").removeprefix(_MARK)
    text = raw.decode("utf-8", "replace").removeprefix(_MARK)
    byte = raw[wrong.start : wrong.start + 1]
    meant = byte.decode("cp1252", "replace")
    message = f"The file is not saved as UTF-8: the byte 0x{byte.hex().upper()} cannot be read"
    if meant.isprintable() and meant != _STAND_IN:
        message += f' (perhaps it was "{meant}")'
    trouble = Trouble(problems.ENCODING, len(good), len(good) + 1, message, "save the file again as UTF-8")
    return Content(text, None, None, (trouble,))


def _other_encoding(name: str) -> Trouble:
    return Trouble(
        problems.ENCODING, 0, 0, f"The file is not saved as UTF-8: it is {name}", "save the file again as UTF-8"
    )
