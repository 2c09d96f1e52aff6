"""Reads one text, number or flag against its form."""

from functools import lru_cache
from typing import Any, NamedTuple

from bpogov.core.location import Path
from bpogov.model import problems, wording
from bpogov.model.form import LARGEST_NUMBER, Form, Slot
from bpogov.values.errors import BadValue

_CODES = frozenset({"country", "region", "language", "holiday-calendar"})
_ONCE_A_CODE = frozenset({"false", "off", "true", "on"})
_YES = frozenset({"yes", "y", "on", "true"})
_NO = frozenset({"no", "n", "off", "false"})


class Refused(NamedTuple):
    """A value that is none: the id of the problem, and its message and help."""

    rule: str
    words: tuple[str, str]


def read_scalar(form: Form, value: Any, written: str | None, path: Path, slot: Slot | None) -> Any:
    """Give the fact for a value, or a Refused.

    `written` is the source text of a number, for a number that stands where text is expected; `path` is the place in
    the document, for the message.
    """
    if form.short and value == form.short.word:
        return value
    if form.kind == "text":
        return _text(form, value, written, path, slot)
    if form.kind == "flag":
        return value if isinstance(value, bool) else _no_flag(form, value, written, path, slot)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _number(form, value, written, path, slot)
    return _wrong_kind(form, value, written, path, slot, _numeric(form, value))


def _text(form: Form, value: Any, written: str | None, path: Path, slot: Slot | None) -> Any:
    if form.meaning in _CODES and (isinstance(value, bool) or (isinstance(value, str) and value in _ONCE_A_CODE)):
        return Refused(problems.WRONG_FORM, wording.mangled(value, form, path))
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        suggestion = "no" if value is False and "no" in form.words else None
        return _wrong_kind(form, value, written, path, slot, suggestion)
    text = value if isinstance(value, str) else written or str(value)
    if text in form.words or form.free:
        return text
    if form.meaning == "constant":
        return Refused(problems.WRONG_FILE, _wrong_file(text, form, path, slot))
    if form.words and not form.open:
        return Refused(problems.WRONG_WORD, wording.wrong_word(text, form, path))
    return _in_form(form, text, path, slot)


def _in_form(form: Form, text: str, path: Path, slot: Slot | None) -> Any:
    bad = complaint(form.meaning, text)
    if bad is None:
        return text
    return Refused(problems.WRONG_FORM, (bad.message, wording.advice(slot, path, bad.suggestion)))


def complaint(kind: str, text: str) -> BadValue | None:
    """Say what is wrong with a text as a kind of `values.scalars`, or None where nothing is."""
    from bpogov.values.scalars import parse

    try:
        parse(kind, text)
    except BadValue as bad:
        return bad
    return None


@lru_cache(maxsize=1000)
def hours_complaint(days: str, start: str, end: str) -> str:
    """Say what is wrong with the three parts of hours together, in one sentence; empty where nothing is."""
    from bpogov.values import hours
    from bpogov.values.errors import BadValue

    try:
        hours.of(days, start, end)
    except BadValue as bad:
        return bad.message
    return ""


def _wrong_file(text: str, form: Form, path: Path, slot: Slot | None) -> tuple[str, str]:
    message = f"{wording.field(path)} is {wording.quoted(text)}, but {wording.listed(form.words)} is expected"
    return message, wording.advice(slot, path)


def _number(form: Form, value: float, written: str | None, path: Path, slot: Slot | None) -> Any:
    shown = wording.quoted(written or str(value))
    minimum, maximum = form.smallest, form.largest
    if not minimum <= value <= maximum:
        bound = (
            f"less than {minimum:.16g}, the smallest" if value < minimum else f"more than {maximum:.16g}, the largest"
        )
        message = f"{shown} is {bound} number that {wording.inner(path)} can have"
        return Refused(problems.OUT_OF_RANGE, (message, wording.advice(slot, path)))
    if form.kind == "number":
        return float(value)
    if value != int(value):
        return _wrong_kind(form, value, written, path, slot)
    return int(value)


def _no_flag(form: Form, value: Any, written: str | None, path: Path, slot: Slot | None) -> Refused:
    word = value.casefold() if isinstance(value, str) else ""
    suggestion = True if word in _YES else False if word in _NO else None
    return _wrong_kind(form, value, written, path, slot, suggestion)


def _numeric(form: Form, value: Any) -> float | None:
    """Give the number that a text such as `80%` or `1,200` means, or None."""
    if not isinstance(value, str):
        return None
    try:
        number = float(value.strip().removesuffix("%").replace(",", "").replace("_", "x"))
    except ValueError:
        return None
    if not abs(number) <= LARGEST_NUMBER:
        return None
    if number == int(number):
        return int(number)
    return number if form.kind == "number" else None


def _wrong_kind(
    form: Form, value: Any, written: str | None, path: Path, slot: Slot | None, suggestion: Any = None
) -> Refused:
    found = wording.found(value, written)
    message = f"{wording.field(path)} is {found}, but {wording.expected(form)} is expected"
    return Refused(problems.WRONG_KIND, (message, wording.advice(slot, path, suggestion)))
