"""The JSON Schema (2020-12) of an engagement file as authors write it, for editors."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from bpogov.model.form import LARGEST_NUMBER, MOST_ENTRIES, Form, Slot, engagement_form

_UNKNOWN = "unknown"
_OPEN_QUESTION = "Not known yet: an open question, which blocks the sign-off"
_EMPTY = {"const": None, "description": "Empty, the same as left out"}
_FREE = frozenset({"", "reference"})
_OWN_FIELDS = {"^x-": {"title": "A field of your own", "description": "bpogov passes it to your rules as it is"}}
_NUMBERS_TOO = frozenset({"period", "phone"})


def json_schema() -> dict[str, Any]:
    """Give the schema; a file that it accepts can still break a form that no pattern can say (30 February)."""
    copy: dict[str, Any] = _copied(_schema())
    return copy


@cache
def _schema() -> dict[str, Any]:
    groups: dict[str, Any] = {}
    root = _group(engagement_form(), groups)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:bpogov:v1:engagement",
        "title": "Engagement file of bpogov",
        **{key: value for key, value in root.items() if key != "title"},
        "$defs": dict(sorted(groups.items())),
    }


def _copied(part: Any) -> Any:
    if isinstance(part, dict):
        return {key: _copied(value) for key, value in part.items()}
    return [_copied(item) for item in part] if isinstance(part, list) else part


def _group(form: Form, groups: dict[str, Any]) -> dict[str, Any]:
    fields = {name: slot for name, slot in form.fields.items() if not slot.derived}
    return {
        "title": form.name,
        "description": form.description,
        "type": "object",
        "properties": {name: _property(name, slot, groups) for name, slot in fields.items()},
        "required": [name for name, slot in fields.items() if slot.required],
        "patternProperties": _OWN_FIELDS,
        "additionalProperties": False,
    }


def _property(name: str, slot: Slot, groups: dict[str, Any]) -> dict[str, Any]:
    choices = _choices(slot.form, groups)
    if slot.form.takes_scalar and not slot.settled:
        choices.append({"const": _UNKNOWN, "description": _OPEN_QUESTION})
    if slot.aside:
        choices.append({"type": "string"})
    if not slot.required:
        choices.append(_EMPTY)
    schema: dict[str, Any] = {"title": name.replace("_", " "), "description": slot.description}
    schema["markdownDescription"] = _markdown(slot)
    if slot.example is not None:
        schema["examples"] = [slot.example]
    if slot.settled and slot.form.kind == "text":
        schema["not"] = {"const": _UNKNOWN}
    return schema | _any_of(choices)


def _markdown(slot: Slot) -> str:
    words = "".join(f"\n- `{word}`: {what}" for word, what in slot.form.words.items())
    return slot.description + (f"\n{words}" if words else "")


def _any_of(choices: list[dict[str, Any]]) -> dict[str, Any]:
    """Join ways to write a value; all fixed words become one list, which editors complete best."""
    words: dict[Any, str] = {}
    others = []
    for choice in choices:
        if "enum" in choice:
            words |= dict(zip(choice["enum"], choice["enumDescriptions"], strict=True))
        elif "const" in choice:
            words[choice["const"]] = choice["description"]
        else:
            others.append(choice)
    joined = [*others, _enum(words)] if words else others
    return joined[0] if len(joined) == 1 else {"anyOf": joined}


def _choices(form: Form, groups: dict[str, Any]) -> list[dict[str, Any]]:
    """Give every way to write a value: the long form first, then the short ones."""
    match form.kind:
        case "group":
            return _group_choices(form, groups)
        case "list":
            return _list_choices(form, groups)
        case "table":
            return [_table(form, groups)]
        case "text":
            return _text(form)
        case "flag":
            return [{"type": "boolean"}]
        case _:
            return [_number(form), *_instead(form)]


def _group_choices(form: Form, groups: dict[str, Any]) -> list[dict[str, Any]]:
    if form.name not in groups:
        groups[form.name] = {}
        groups[form.name] = _group(form, groups)
    choices: list[dict[str, Any]] = [{"$ref": f"#/$defs/{form.name}"}, *_instead(form)]
    if form.short and form.short.kind == "text":
        choices += _text(form.fields[form.short.into[0]].form)
    return choices


def _list_choices(form: Form, groups: dict[str, Any]) -> list[dict[str, Any]]:
    items = _any_of(_entry(form.entry, groups))
    choices: list[dict[str, Any]] = [{"type": "array", "items": items, "maxItems": MOST_ENTRIES}]
    if form.short and form.short.kind == "one":
        choices += _choices(form.entry, groups)
    if form.short and form.short.kind == "pairs":
        key = form.entry.fields[form.short.key]
        value = _property(form.short.key, form.entry.fields[form.short.into[0]], groups)
        choices.append(
            {
                "type": "object",
                "properties": {word: value | {"description": what} for word, what in key.form.words.items()},
                "patternProperties": _OWN_FIELDS,
                "additionalProperties": value,
                "maxProperties": MOST_ENTRIES,
            }
        )
    return choices


def _entry(form: Form, groups: dict[str, Any]) -> list[dict[str, Any]]:
    choices = _choices(form, groups)
    return [*choices, {"const": _UNKNOWN, "description": _OPEN_QUESTION}] if form.takes_scalar else choices


def _table(form: Form, groups: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "patternProperties": _OWN_FIELDS,
        "additionalProperties": _any_of([*_entry(form.entry, groups), _EMPTY]),
        "maxProperties": MOST_ENTRIES,
    }


def _number(form: Form) -> dict[str, Any]:
    return {
        "type": "integer" if form.kind == "count" else "number",
        "minimum": -LARGEST_NUMBER if form.minimum is None else form.minimum,
        "maximum": LARGEST_NUMBER if form.maximum is None else form.maximum,
    }


def _instead(form: Form) -> list[dict[str, Any]]:
    short = form.short
    return [{"const": short.word, "description": short.explanation}] if short and short.kind == "word" else []


def _text(form: Form) -> list[dict[str, Any]]:
    if form.words and not form.open:
        return [_enum(form.words), *_instead(form)]
    known = [_enum(form.words)] if form.words else []
    return [*known, _free_text(form.meaning), *_instead(form)]


def _enum(words: Mapping[Any, str]) -> dict[str, Any]:
    return {
        "enum": list(words),
        "enumDescriptions": list(words.values()),
        "markdownEnumDescriptions": [f"`{word or ''}`: {what}" for word, what in words.items()],
    }


def _free_text(meaning: str) -> dict[str, Any]:
    if meaning in _FREE:
        return {"type": ["string", "number"]}
    from bpogov.values.scalars import SCALARS

    scalar = SCALARS[meaning]
    schema: dict[str, Any] = {"type": ["string", "number"] if meaning in _NUMBERS_TOO else "string"}
    if scalar.pattern:
        schema["pattern"] = scalar.pattern
        schema["patternErrorMessage"] = f"{scalar.description}, for example {scalar.examples[0]}"
    if scalar.format:
        schema["format"] = scalar.format
    return schema
