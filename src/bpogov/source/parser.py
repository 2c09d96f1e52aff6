"""The stream of YAML events of a text, from whichever parser PyYAML has."""

import re
from collections.abc import Callable
from typing import Any

_SEPARATORS = "\x85\u2028\u2029"


def events(text: str, *, pure: bool = False) -> Callable[[], Any]:
    """Give a function that returns the next event of `text` at each call.

    The parser in C is used where PyYAML has it; the one in Python (`pure`) gives the same events. Indexes in events
    count code points of `text`. The call raises yaml.YAMLError where the text is no YAML.

    PyYAML follows YAML 1.1, where U+0085, U+2028 and U+2029 end a line. In YAML 1.2 they are ordinary characters, so
    they reach the parser in disguise: as characters that the text does not use.
    """
    disguise = {}
    if not text.isascii() and any(separator in text for separator in _SEPARATORS):
        used = set(text)
        unused = (chr(code) for code in range(0x10FFFD, 0xE000, -1) if chr(code) not in used)
        disguise = dict(zip(_SEPARATORS, unused, strict=False))
        text = re.sub(f"[{_SEPARATORS}]", lambda found: disguise[found[0]], text)
    next_event = _parser(text, pure=pure)
    if not disguise:
        return next_event
    return _undisguised(next_event, str.maketrans({secret: plain for plain, secret in disguise.items()}))


def _parser(text: str, *, pure: bool) -> Callable[[], Any]:
    if not pure:
        try:
            from yaml._yaml import CParser
        except ImportError:
            pass
        else:
            next_event: Callable[[], Any] = CParser(text).get_event
            return next_event
    from bpogov.source.pure import PureParser

    return PureParser(text).get_event


def _undisguised(next_event: Callable[[], Any], table: dict[int, str]) -> Callable[[], Any]:
    def undisguised() -> Any:
        event = next_event()
        value = getattr(event, "value", None)
        if value is not None:
            event.value = value.translate(table)
        return event

    return undisguised
