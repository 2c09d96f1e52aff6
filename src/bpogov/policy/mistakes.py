"""What a form says against the data of a policy file, in plain words: where, what, and what to write instead."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct
from pydantic import BaseModel

from bpogov.core.location import Path
from bpogov.core.suggest import closest
from bpogov.policy.base import Complaints
from bpogov.policy.keys import expected_value, known_keys
from bpogov.policy.wording import shown
from bpogov.values.errors import BadValue

Details = Mapping[str, Any]


class Mistake(Struct, frozen=True):
    """One mistake; `of_key` says that the key at `path` is wrong, and not its value."""

    path: Path
    code: str
    message: str
    help: str = ""
    of_key: bool = False


def mistakes(form: type[BaseModel], data: Any, details: Sequence[Details]) -> list[Mistake]:
    """Every mistake that the details of a refused form tell of, each once."""
    found: dict[tuple[Path, bool], list[Details]] = {}
    for detail in details:
        place = _path(data, detail)
        found.setdefault((place, detail["loc"][-1:] == ("[key]",)), []).append(detail)
    places = [place for place, _ in found]
    return [
        mistake
        for (place, of_key), told in found.items()
        if not (told[0]["type"] == "too_short" and any(_is_below(other, place) for other in places))
        for mistake in (_of_key(place, told[0]) if of_key else _of_value(form, place, told, data))
    ]


def _path(data: Any, detail: Details) -> Path:
    """The place in the file that pydantic's `loc` means: names of union branches are no steps of the file."""
    path: list[str | int] = []
    here = data
    for step in detail["loc"]:
        if (isinstance(here, dict) and step in here) or (isinstance(here, list) and isinstance(step, int)):
            here = here[step]
            path.append(step)
    if detail["type"] == "missing" and path[-1:] != [detail["loc"][-1]]:
        path.append(detail["loc"][-1])
    return tuple(path)


def _is_below(path: Path, above: Path) -> bool:
    return len(path) > len(above) and path[: len(above)] == above


def _of_key(path: Path, detail: Details) -> list[Mistake]:
    key, holder = path[-1], str(path[-2])
    if detail["type"] == "enum":
        help_ = _meant(str(key), _words([detail]))
    else:
        help_ = _KEYS.get(holder, "write small letters, such as max_days")
    message = f'"{key}" is not a name that an entry of "{holder}" can have'
    return [Mistake(path, "wrong-form", message, help_, of_key=True)]


def _of_value(form: type[BaseModel], path: Path, told: Sequence[Details], data: Any) -> list[Mistake]:
    detail = told[0]
    kind, found, name = detail["type"], detail["input"], _name(path)
    match kind:
        case "missing":
            return [_missing(form, path, data)]
        case "extra_forbidden":
            known = known_keys(form, path[:-1])
            near = closest(str(path[-1]), known)
            help_ = f'did you mean "{near}"?' if near else f"known here: {', '.join(known)}"
            return [Mistake(path, "unknown-key", f'The key "{path[-1]}" is not known here', help_, of_key=True)]
        case "value_error":
            return list(_said(path, detail["ctx"]["error"]))
        case "literal_error" | "enum":
            words = _words(told)
            message = f"{shown(found)} is not one of the words that {name} can have"
            return [Mistake(path, "wrong-value", message, _meant(found, words))]
        case "string_pattern_mismatch":
            help_ = _FORMS.get(_field(path), "")
            return [Mistake(path, "wrong-form", f"{shown(found)} is not how {name} is written", help_)]
        case "string_too_short" | "string_too_long" | "too_short":
            return [Mistake(path, "wrong-form", _length(name, detail), expected_value(form, path))]
        case _:
            expected = " or ".join(dict.fromkeys(_EXPECTED.get(one["type"], "another value") for one in told))
            message = f"{name} is {'empty' if found is None else shown(found)}, but {expected} is expected"
            quotes = f'put it in quotes: "{found}"' if expected == "a text" and _is_number(found) else ""
            help_ = quotes or expected_value(form, path)
            return [Mistake(path, "wrong-form", message[0].upper() + message[1:], help_)]


def _missing(form: type[BaseModel], path: Path, data: Any) -> Mistake:
    key = path[-1]
    for step in path[:-1]:
        data = data[step]
    state = "empty" if key in data else "missing"
    return Mistake(path, "missing-key", f'The key "{key}" is {state}', f"write {key}: {expected_value(form, path)}")


def _said(path: Path, error: Exception) -> Iterable[Mistake]:
    if isinstance(error, Complaints):
        for below, message in error.found:
            yield Mistake((*path, *below), "wrong-value", message[0].upper() + message[1:])
        return
    message = str(error)
    suggestion = error.suggestion if isinstance(error, BadValue) else ""
    yield Mistake(path, "wrong-value", message[0].upper() + message[1:], f"write {suggestion}" if suggestion else "")


def _length(name: str, detail: Details) -> str:
    context = detail["ctx"]
    match detail["type"]:
        case "string_too_short":
            message = f"{name} is empty, but a text is expected"
        case "string_too_long":
            message = f"{name} has {len(detail['input'])} characters, but at most {context['max_length']} are allowed"
        case _:
            least = "one is" if context["min_length"] == 1 else f"{context['min_length']} are"
            message = f"{name} has too few entries: at least {least} expected"
    return message[0].upper() + message[1:]


def _words(told: Iterable[Details]) -> list[str]:
    """The words that pydantic names as expected: `'error', 'warning' or 'note'`."""
    return [word for detail in told for word in re.findall("'([^']*)'", detail["ctx"]["expected"])]


def _meant(found: object, known: Sequence[str]) -> str:
    near = closest(found, known) if isinstance(found, str) else None
    if near:
        return f'did you mean "{near}"?'
    return f"write {known[0]}" if len(known) == 1 else f"write one of: {', '.join(known)}"


def _field(path: Path) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _name(path: Path) -> str:
    """The value at a place, as a sentence names it."""
    if path and isinstance(path[-1], int):
        return f'an entry of "{_field(path)}"'
    return f'"{_field(path)}"'


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


_EXPECTED = {
    "string_type": "a text",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "tuple_type": "a list",
    "dict_type": "a group of names with values",
    "model_type": "a group of fields",
}

_FORMS = {
    "id": "write capital letters and three digits for a rule, such as NWD001; small letters for an assertion",
    "name": "write small letters with hyphens, such as meeting-rhythm",
    "use": "write the name of an example engagement of the pack, such as starter",
    "assertion": "write the id of an assertion of the rule",
    "also": "write the id of a rule, such as COM001",
    "advice": "write the id of a piece of advice, such as S2-14",
    "article": "write S and the number of the article, such as S3",
    "at": "write a path that starts with $ (or @ for the item), such as $.contract.term",
    "needs": "write a path that starts with $ (or @ for the item), such as $.contract.term",
    "for_each": "write a path that starts with $, such as $.slas[*]",
    "as": "write small letters, such as sla",
    "renamed_from": "write small letters with hyphens, such as meeting-rhythm",
}

_KEYS = {
    "rules": "write the id of a rule, such as COM001, or of one part of it, such as PPL003/client",
    "examples": "write small letters with hyphens, such as northwind",
    "advice": "write the number of the article, a hyphen and a number, such as S3-8",
}
