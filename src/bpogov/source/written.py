"""Plain data as YAML text."""

import json
import re

from bpogov.source.data import Data

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_INVISIBLE = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def as_yaml(data: Data) -> str:
    """Write `data` as YAML in block style, texts in double quotes; reading it gives `data` again."""
    return "\n".join(_lines(data)) + "\n"


def _lines(data: Data) -> list[str]:
    lines: list[str] = []
    if isinstance(data, dict) and data:
        for name, value in data.items():
            key = name if _NAME.fullmatch(name) else _text(name)
            lines += _below(f"{key}:", "  ", value)
        return lines
    if isinstance(data, list) and data:
        for item in data:
            below = _lines(item)
            lines += [f"- {below[0]}", *(f"  {line}" for line in below[1:])]
        return lines
    return [_single(data)]


def _below(start: str, indent: str, value: Data) -> list[str]:
    below = _lines(value)
    if isinstance(value, dict | list) and value:
        return [start, *(indent + line for line in below)]
    return [f"{start} {below[0]}"]


def _single(value: Data) -> str:
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, float):
        return {"inf": ".inf", "-inf": "-.inf", "nan": ".nan"}.get(repr(value), repr(value))
    return json.dumps(value)


def _text(text: str) -> str:
    return _INVISIBLE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))
