"""Reads the forms of an engagement file from its definition, the pydantic models."""

from collections.abc import Sequence
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import msgspec
from msgspec.structs import replace
from pydantic.fields import FieldInfo

from bpogov.model.base import Between, FromText, FromWord, Keys, Meaning, OneOrMany, Or, Pairs, Scalar, Section, Words
from bpogov.model.form import DEFINITION, Form, Kind, Short, Slot

_NEVER_UNKNOWN = frozenset({"apiVersion", "kind", "status"})
_PLAIN: dict[type, Kind] = {str: "text", float: "number", int: "count", bool: "flag"}


def read_group(section: type[Section]) -> Form:
    """Give the form of a group of fields."""
    fields = {info.alias or name: info for name, info in section.model_fields.items()}
    return Form(
        "group",
        called=section.called,
        name=section.__name__.removesuffix("Fields"),
        description=(section.__doc__ or "").strip(),
        meaning=section.meaning,
        fields={name: _slot(name, info, section.identity) for name, info in fields.items()},
    )


def _slot(name: str, info: FieldInfo, identity: str) -> Slot:
    extra: Any = info.json_schema_extra or {}
    form = _form(info.annotation, info.metadata)
    required = info.is_required()
    return Slot(
        form,
        description=info.description or "",
        example=info.examples[0] if info.examples else None,
        required=required,
        filled=extra.get("filled", False),
        derived=extra.get("derived", False),
        settled=name == identity or name in _NEVER_UNKNOWN,
        aside=extra.get("aside", ""),
    )


def _form(annotation: Any, markers: Sequence[Any]) -> Form:
    form = _base(annotation)
    for marker in markers:
        form = _marked(form, marker)
    return form


def _base(annotation: Any) -> Form:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _form(arguments[0], arguments[1:])
    if origin in {Union, UnionType}:
        return _form(next(each for each in arguments if each is not NoneType and get_origin(each) is not Literal), ())
    if origin is list:
        item = _base(arguments[0])
        section = _section(arguments[0])
        return Form("list", item=item, identity=section.identity if section else "")
    if origin is dict:
        return Form("table", item=_base(arguments[1]))
    if annotation in _PLAIN:
        return Form(_PLAIN[annotation])
    return read_group(annotation)


def _section(annotation: Any) -> type[Section] | None:
    inner = get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation
    return inner if isinstance(inner, type) and issubclass(inner, Section) else None


def _marked(form: Form, marker: Any) -> Form:
    match marker:
        case Scalar(kind=kind):
            return replace(form, meaning=kind)
        case Meaning(name=name):
            return replace(form, meaning=name)
        case Words(words=words, open=is_open):
            return replace(form, words=dict(words), open=is_open)
        case Between(minimum=minimum, maximum=maximum):
            return replace(form, minimum=minimum, maximum=maximum)
        case Keys(explanation=explanation):
            return replace(form, keys=explanation)
        case _:
            return replace(form, short=_short(marker))


def _short(marker: Any) -> Short:
    match marker:
        case OneOrMany():
            return Short("one")
        case Pairs(key=key, values=values):
            return Short("pairs", key=key, into=values)
        case FromText(into=into):
            return Short("text", into=(into,))
        case Or(word=word, explanation=explanation):
            return Short("word", word=word, explanation=explanation)
        case FromWord(word=word, explanation=explanation, gives=gives):
            return Short("word", word=word, explanation=explanation, gives=dict(gives))
        case _:
            raise TypeError(f"{marker!r} says nothing about a field")


def definition() -> str:
    """Give the text of `definition.json`."""
    from bpogov.model.definition import EngagementFile

    return msgspec.json.format(msgspec.json.encode(read_group(EngagementFile)), indent=1).decode() + "\n"


def write() -> None:
    """Write `definition.json` again, after a change of the models: `python -m bpogov.model.reading`."""
    with open(DEFINITION, "w", encoding="utf-8", newline="\n") as file:
        file.write(definition())


if __name__ == "__main__":
    write()
