"""Doing what a help says: a snippet that it shows, put where a reader would put it."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from bpogov.core.location import Path
from bpogov.model.describe import form_at
from bpogov.model.engagement import Engagement
from bpogov.model.form import Form
from bpogov.report.plain.prose import passages
from bpogov.source.data import copied
from bpogov.source.load import load

_INLINE = re.compile(r"for example (.+)$")


def snippets(text: str) -> Iterator[str]:
    """The snippets of a help: blocks to copy, and what stands behind "for example" in its sentence."""
    for passage in passages(text.strip()):
        if passage.snippet:
            yield "\n".join(passage.lines)
        elif (found := _INLINE.search(passage.lines[0])) and re.match(r"- |[a-z_]+: ", found[1]):
            yield re.split(r", or |(?<!:) (?:if|and) (?=[a-z_]+: |it |the )", found[1])[0]


def parsed(snippet: str) -> Any:
    """The snippet as data; it has to be a group of fields or a list."""
    document = load(snippet.encode(), "snippet.yaml")
    assert [finding.message for finding in document.findings] == [], snippet
    assert isinstance(document.data, dict | list), snippet
    return document.data


def pasted(engagement: Engagement, path: Path, new: Any) -> Any:
    """The data of an engagement with a snippet pasted at a finding; None where it belongs nowhere near."""
    place = _place(path, new)
    if place is None:
        return None
    data: Any = copied(engagement.document.data)
    return _set(data, place, new, path, ())


def _place(path: Path, new: Any) -> Path | None:
    """The part around a finding that takes the snippet: the nearest one with all its fields, or the nearest list."""
    form = form_at(path)
    steps = (*path, 0) if form is not None and form.kind == "list" and isinstance(new, dict) else path
    for length in range(len(steps), -1, -1):
        around = form_at(steps[:length])
        if around is None:
            continue
        if isinstance(new, list) and around.item is not None and set(new[0]) <= set(around.item.fields):
            return steps[:length]
        if isinstance(new, dict) and around.kind == "group" and set(new) <= set(around.fields):
            return steps[:length]
    return None


def _set(data: Any, place: Path, new: Any, path: Path, here: Path) -> Any:
    """Data with the snippet merged in at a place, which is made where it is missing."""
    if not place:
        return _merged(data, new, path, here)
    step, rest = place[0], place[1:]
    if isinstance(step, int):
        entries = [data] if isinstance(data, dict) else list(data or [])
        if step < len(entries):
            entries[step] = _set(entries[step], rest, new, path, (*here, step))
            return entries
        return [*entries, _set(None, rest, new, path, (*here, step))]
    fields = dict(data or {})
    fields[step] = _set(fields.get(step), rest, new, path, (*here, step))
    return fields


def _merged(old: Any, new: Any, path: Path, here: Path) -> Any:
    form = form_at(here)
    if isinstance(old, dict) and isinstance(new, dict) and (form is None or form.kind != "table"):
        return old | {key: _merged(old.get(key), value, path, (*here, key)) for key, value in new.items()}
    if form is not None and form.kind == "list" and isinstance(new, list) and new and isinstance(new[0], dict):
        return _entries([old] if isinstance(old, dict) else list(old or []), new, path, here, form)
    return new


def _entries(old: list[Any], new: list[Any], path: Path, here: Path, form: Form) -> list[Any]:
    """Entries of the same name are changed, one for the entry of the finding fills that one in, others are added."""
    meant = path[len(here)] if path[: len(here)] == here and len(path) > len(here) else None
    entries = list(old)
    for number, entry in enumerate(new):
        name = _name(entry, form.identity)
        same = [at for at, one in enumerate(entries) if name is not None and _name(one, form.identity) == name]
        if not same and number == 0 and isinstance(meant, int) and meant < len(entries):
            filled = {key: value for key, value in entry.items() if key != form.identity}
            entries[meant] = _merged(entries[meant], filled, path, (*here, meant))
        elif same:
            entries[same[0]] = _merged(entries[same[0]], entry, path, (*here, same[0]))
        else:
            entries.append(entry)
    return entries


def _name(entry: Any, identity: str) -> Any:
    return entry.get(identity) if isinstance(entry, Mapping) else None
