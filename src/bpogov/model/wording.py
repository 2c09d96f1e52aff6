"""The sentences of structural findings, and snippets of what to write instead."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from bpogov.core.location import Path
from bpogov.core.suggest import closest
from bpogov.model.form import Form, Slot

_LONGEST = 60
_PLAIN = r"(?a)[A-Za-z][\w /.&%+'-]*|24x7|\d{4}-\d{2}-\d{2}|\d+ [a-z ]+"
_KINDS_OF_TEXT = {
    "date": "a date",
    "time": "a time of day",
    "duration": "a length of time",
    "trigger-period": "a length of time",
    "every": "a rhythm",
    "cadence": "a rhythm",
    "timezone": "the name of a time zone",
    "country": "a country code",
    "currency": "a currency code",
    "language": "a language code",
    "email": "an e-mail address",
    "phone": "a telephone number",
    "id": "an id",
    "reference": "an id",
}
_SPECIAL = frozenset({"true", "false", "null"})


def field(path: Path) -> str:
    """Name the field or entry at `path`: `"channels"`, `Entry 2 of "channels"`, or the file itself."""
    if not path:
        return "The file"
    last = path[-1]
    if isinstance(last, int):
        within = field(path[:-1])
        return f"Entry {last + 1} of {within[0].lower() + within[1:]}"
    return quoted(last)


def quoted(text: str) -> str:
    """Give `text` in double quotes, on one line and not too long."""
    shown = "".join(letter if letter.isprintable() else " " for letter in text[: _LONGEST + 1])
    return f'"{shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"}"'


def found(value: Any, written: str | None) -> str:
    """Say what kind of value stands there."""
    if isinstance(value, dict):
        return "a group of fields"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, bool):
        return quoted(str(value).lower())
    if isinstance(value, str):
        return f"the text {quoted(value)}"
    return f"the number {quoted(written or str(value))}"


def expected(form: Form) -> str:
    """Say what kind of value is expected."""
    match form.kind:
        case "group":
            kind = "a group of fields"
        case "list":
            kind = "a list"
        case "table":
            kind = f"a group of fields named by {form.keys}"
        case "text":
            closed = form.words and not form.open
            kind = "one of the words " + listed(form.words) if closed else _KINDS_OF_TEXT.get(form.meaning, "text")
        case "number":
            kind = "a number"
        case "count":
            kind = "a whole number"
        case _:
            kind = "true or false"
    if form.short and form.short.kind == "word":
        return f'{kind} or "{form.short.word}"'
    return kind


def listed(words: Iterable[str], last: str = "or") -> str:
    """Give words as a list in a sentence: `a, b or c`."""
    names = list(words)
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {last} {names[-1]}"


def advice(slot: Slot | None, path: Path, suggestion: Any = None) -> str:
    """Say what to write: the meaning of the field, and a snippet with the suggestion, else with an example."""
    key, example = _key(path), suggestion
    if slot is None:
        return ""
    given = suggestion not in (None, "")
    if not given:
        example = slot.example
        if path and isinstance(path[-1], int) and isinstance(example, list) and example:
            example = example[0]
    if example is None:
        return f"write {_inside(slot.description)}"
    snippet = f"- {flow(example)}" if not key else f"{key}: {flow(example)}"
    return f"write {snippet}" if given else f"write for example {snippet} ({_inside(slot.description)})"


def _inside(text: str) -> str:
    """Give a description with the first letter that it has inside a sentence: `ISO codes`, but `the day`."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _key(path: Path) -> str:
    return path[-1] if path and isinstance(path[-1], str) else ""


def flow(value: Any) -> str:
    """Write a value as YAML on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    if isinstance(value, str):
        return value if re.fullmatch(_PLAIN, value) and value not in _SPECIAL else f'"{value}"'
    return str(value).lower() if isinstance(value, bool) else f"{value}"


def unknown_field(key: str, form: Form, places: Mapping[str, list[str]], *, guess: bool) -> tuple[str, str]:
    """Word a finding for a field that its group does not have; `places` says where fields of that name belong."""
    written = [name for name, slot in form.fields.items() if not slot.derived]
    near = closest(key, written) if guess else None
    elsewhere = f"move it to {listed(places[key][:4])}" if key in places else ""
    if near and elsewhere:
        help_ = f'write "{near}" if that was meant, or {elsewhere}'
    elif near:
        help_ = f'did you mean "{near}"?'
    else:
        help_ = elsewhere or f"write one of {listed(written)}, or start a field of your own with x-"
    return f"{quoted(key)} is not a field of {form.called}", help_


def wrong_word(text: str, form: Form, path: Path) -> tuple[str, str]:
    """Word a finding for a word that is not among those that a field takes."""
    words = list(form.words) + ([form.short.word] if form.short else [])
    near = closest(text, words) or next((word for word in words if text.casefold().startswith(word)), None)
    return (
        f"{quoted(text)} is none of the words that {inner(path)} takes: {listed(words)}",
        f'did you mean "{near}"?'
        if near
        else f"write {listed(f'{word} ({what})' for word, what in form.words.items())}",
    )


def inner(path: Path) -> str:
    """Name the field or entry at `path` inside a sentence."""
    name = field(path)
    return name[0].lower() + name[1:]


def mangled(value: Any, form: Form, path: Path) -> tuple[str, str]:
    """Word a finding for a code that a tool with old YAML rules has turned into true or false."""
    code = "no" if form.meaning == "language" else "NO"
    what = "the language Norwegian" if form.meaning == "language" else "the country Norway"
    shown = quoted(str(value).lower())
    message = f"{shown} is not the code that {inner(path)} takes; some tools turn {code} ({what}) into {shown}"
    snippet = f"{_key(path)}: {code}" if _key(path) else f"- {code}"
    return (
        message,
        f"write {snippet} if that was meant, which needs no quotes here, but was changed by a tool with YAML 1.1",
    )
