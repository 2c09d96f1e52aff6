"""Engagements whose lists are full: the worked example of the pack, with every list of the model filled up."""

import datetime as dt
import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, Literal

from bpogov.model.form import MOST_ENTRIES, Form, engagement_form
from bpogov.model.validate import validate
from bpogov.policy.library import shipped_folder
from bpogov.source.discover import read
from bpogov.source.load import load
from bpogov.values import country

Mood = Literal["sound", "wrong", "bare"]
"""What the entries say: what the example says, something wrong in every field that can be, or only their names."""

_FIRST = dt.date(2026, 1, 1)
_PLAIN = re.compile(r"(?!(?:true|false|null|no|yes|on|off)\Z)[a-z][a-z0-9-]*|\d{4}-\d{2}-\d{2}")
_LONG = 12  # a file with every list full has to be shorter than a file may be
_WRONG: Mapping[str, Callable[[int], str]] = {
    "reference": lambda number: f"nobody-{number}",
    "date": lambda number: (dt.date(2020, 1, 1) - dt.timedelta(number)).isoformat(),
    "": lambda number: f"TBD {number}",
}
_NAMES: Mapping[str, Callable[[int], Any]] = {
    "id": lambda number: f"entry-{number}",
    "reference": lambda number: f"entry-{number}",
    "country": lambda number: sorted(country.codes())[number],
    "language": lambda number: f"en-{sorted(country.codes())[number]}",
    "period": lambda number: f"{2009 + number // 12}-{number % 12 + 1:02}",
    "date": lambda number: (_FIRST + dt.timedelta(number)).isoformat(),
}


def crowded(size: int = MOST_ENTRIES, mood: Mood = "sound", inner: int = 1) -> dict[str, Any]:
    """Give the data of an engagement in which every list and table has `size` entries.

    A list inside the entries of another one has as many in the first of them, and `inner` in all others: a file in
    which all of them were full would be larger than a file may be.
    """
    data = _Crowd(size, mood, inner).group(engagement_form(), _example(), 0, size)
    head = {name: value for name, value in _example().items() if not isinstance(value, dict | list)}
    return {**data, **head}


@cache
def _example() -> dict[str, Any]:
    """The worked example of the pack in the long form."""
    path = str(shipped_folder() / "core" / "examples" / "northwind.yaml")
    return dict(validate(load(read(path), path)).facts)


class _Crowd:
    def __init__(self, size: int, mood: Mood, inner: int) -> None:
        self._size, self._mood, self._inner = size, mood, inner

    def value(self, form: Form, seed: Any, number: int, size: int) -> Any:
        """A value like the seed; `number` is that of the entry around it, `size` how full its lists are."""
        match form.kind:
            case "group":
                return self.group(form, seed if isinstance(seed, dict) else {}, number, size)
            case "list":
                return self._list(form, seed if isinstance(seed, list) and seed else [seed], size)
            case "table":
                known = seed if isinstance(seed, dict) and seed else {"key": seed}
                first = next(iter(known.values()))
                names = [*known, *(f"entry-{n}" for n in range(size))][:size]
                return {name: self.value(form.entry, known.get(name, first), 0, size) for name in names}
            case _:
                return self._scalar(form, seed, number)

    def group(self, form: Form, seed: Mapping[str, Any], number: int, size: int) -> dict[str, Any]:
        """A group of fields with all that the seed has; what it lacks comes from the examples of the model."""
        made = {}
        for name, slot in form.fields.items():
            known = seed.get(name, slot.example)
            known = slot.example if known == [] else known
            if not slot.derived and (known is not None or slot.form.kind in {"list", "group"}):
                made[name] = self.value(slot.form, known, number, size)
        return made

    def _list(self, form: Form, seeds: list[Any], size: int) -> list[Any]:
        entry = form.entry
        entries = []
        for number in range(size):
            seed = seeds[number % len(seeds)]
            if entry.kind == "group":
                made = self.value(entry, seed, number, size if number == 0 else self._inner)
                self._tell_apart(form, made, seed if number < len(seeds) and isinstance(seed, dict) else {}, number)
            elif entry.meaning in _NAMES and (seed is None or (entry.meaning != "reference" and self._mood == "sound")):
                made = _NAMES[entry.meaning](number)
            else:
                made = self.value(entry, f"entry {number}" if seed is None else seed, number, size)
            entries.append(made)
        return entries

    def _tell_apart(self, form: Form, entry: dict[str, Any], seed: Mapping[str, Any], number: int) -> None:
        """Give an entry a name of its own, but for those of the example: others refer to them."""
        slot = form.entry.fields.get(form.identity)
        if slot is None:
            return
        if form.identity in seed:
            entry[form.identity] = seed[form.identity]
        elif slot.form.kind == "count":
            entry[form.identity] = min(number + 1, int(slot.form.maximum or number + 1))
        elif slot.form.meaning in _NAMES:
            entry[form.identity] = _NAMES[slot.form.meaning](number)
        elif not slot.form.words or slot.form.open:
            entry[form.identity] = f"entry {number}"
        if self._mood == "bare":
            for name in set(entry) - {name for name, slot in form.entry.fields.items() if slot.required}:
                del entry[name]

    def _scalar(self, form: Form, seed: Any, number: int) -> Any:
        if isinstance(seed, str) and not form.meaning and not form.words:
            seed = seed[:_LONG]
        if self._mood != "wrong":
            return seed
        if form.kind == "flag":
            return not seed
        if form.kind == "text" and form.words:
            return [*form.words][-1]
        if form.kind == "text" and form.meaning in _WRONG:
            return _WRONG[form.meaning](number)
        if form.kind == "number":
            return form.minimum if form.minimum is not None else -number
        return seed


def written(data: Mapping[str, Any]) -> bytes:
    """Write an engagement as YAML, in as few characters as fit: an entry of a list in each line."""
    return "".join(_lines(data, 0)).encode()


def _lines(group: Mapping[str, Any], depth: int) -> Iterator[str]:
    for name, value in group.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            yield f"{' ' * depth}{name}:\n"
            yield from (f"{' ' * depth}- {_flow(entry)}\n" for entry in value)
        elif isinstance(value, dict) and depth < 2:
            yield f"{' ' * depth}{name}:\n"
            yield from _lines(value, depth + 1)
        else:
            yield f"{' ' * depth}{name}: {_flow(value)}\n"


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return f"{{{','.join(f'{name}: {_flow(part)}' for name, part in value.items())}}}"
    if isinstance(value, list):
        return f"[{','.join(map(_flow, value))}]"
    if isinstance(value, str) and _PLAIN.fullmatch(value):
        return value
    return json.dumps(value, ensure_ascii=False)
