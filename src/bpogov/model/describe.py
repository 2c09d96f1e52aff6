"""Names for the parts of an engagement: the identity keys of lists, and plain words for a place."""

from functools import cache

from bpogov.core.location import Path
from bpogov.model.form import Form, engagement_form


def identity_of(path: Path) -> str | None:
    """Give the field by which the entries of the list at `path` are told apart, or None where there is none.

    The positions of list entries in `path` do not matter (-1 will do).
    """
    return _identity_of(tuple(-1 if isinstance(step, int) else step for step in path))


@cache
def _identity_of(path: Path) -> str | None:
    form = form_at(path)
    return form.identity or None if form else None


def form_at(path: Path) -> Form | None:
    """Give the form of the part at `path` in the long form, or None where there is no such part."""
    form = engagement_form()
    for step in path:
        if form.kind == "group" and step in form.fields:
            form = form.fields[str(step)].form
        elif form.item is not None and (form.kind == "table" or isinstance(step, int)):
            form = form.item
        else:
            return None
    return form


def label(path: Path) -> str:
    """Give plain words for the part at `path`: `the file`, `a service level`, `target of a service level`.

    A part that the definition does not have is called by its path, with dots.
    """
    form = form_at(path)
    if form is not None and form.called:
        return form.called
    for length in range(len(path) - 1, -1, -1):
        around = form_at(path[:length])
        if form is not None and around is not None and around.called:
            words = " ".join(str(step).replace("_", " ") for step in path[length:] if isinstance(step, str))
            return words if not length else f"{words} of {around.called}"
    return ".".join(str(step) for step in path)


def section(shown: str) -> str:
    """Give the part of an engagement as people say it, from a place in the notation.

    `$.slas[x].target` is in `Service levels`; what stands at the top, such as `$.status`, is in `The file`.
    """
    name = shown.removeprefix("$").lstrip(".").partition(".")[0].partition("[")[0]
    form = form_at((name,)) if name else None
    if form is None or (form.item is None and not form.fields):
        return "The file"
    return _SECTIONS.get(name, name.replace("_", " ").capitalize())


_SECTIONS = {"slas": "Service levels", "raci": "Roles"}


@cache
def places() -> dict[str, list[str]]:
    """Give for each name of a field the sections and lists that it belongs to, as dotted names."""
    found: dict[str, list[str]] = {}
    _collect(engagement_form(), "", found)
    return found


def _collect(form: Form, name: str, found: dict[str, list[str]]) -> None:
    if form.item is not None:
        _collect(form.item, name, found)
    for field, slot in form.fields.items():
        if not slot.derived:
            found.setdefault(field, []).append(name or "the file itself")
        _collect(slot.form, f"{name}.{field}" if name else field, found)
