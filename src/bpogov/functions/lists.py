"""What lists hold: how often each value occurs, sums, and a fixed order for what comes in none."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from bpogov.functions.declare import function


@function("lists.counts", items="list", returns="list")
def counts(items: list[Any]) -> list[dict[str, Any]]:
    """Count how often each value occurs in a list: a list of {value, count}, the most frequent first.

    Values with the same count keep the order in which they first occur. Whole and decimal numbers of the same size
    are one value; lists and groups of fields are compared as a whole. No errors.
    """
    found: dict[str, dict[str, Any]] = {}
    for item in items:
        entry = found.setdefault(_same(item), {"value": item, "count": 0})
        entry["count"] += 1
    return sorted(found.values(), key=lambda entry: -entry["count"])


@function("lists.most_frequent", items="list", returns="map")
def most_frequent(items: list[Any]) -> dict[str, Any]:
    """Give the value that occurs most often as {value, count}; of several, the one that occurs first.

    An empty list gives {value: "", count: 0}. No errors.
    """
    return next(iter(counts(items)), {"value": "", "count": 0})


@function("lists.sum", numbers="list", returns="number")
def total(numbers: list[Any]) -> float:
    """Add up the numbers of a list, in decimals as they are written: 33.3, 33.3 and 33.4 give 100.

    An empty list gives 0. Error: something in it that is not a number.
    """
    if not all(_is_number(number) for number in numbers):
        raise ValueError("Only numbers can be added up")
    return float(sum((Decimal(str(number)) for number in numbers), Decimal(0)))


@function("lists.sorted", items="list", returns="list")
def in_order(items: list[Any]) -> list[Any]:
    """Sort a list: numbers by size, then everything else by its text.

    The fields of a group come in no order of their own, so a message that lists them needs one. No errors.
    """
    numbers = sorted(item for item in items if _is_number(item))
    return [*numbers, *sorted((item for item in items if not _is_number(item)), key=_same)]


@function("lists.by", items="list", field="text", returns="map")
def by(items: list[Any], field: str) -> dict[str, Any]:
    """Give the entries of a list by what stands in one of their fields: {"faster": {"id": "faster", ...}}.

    A rule looks up one entry with it, `lists.by(goals, "id")[?level.goal]`, where a search would walk through the whole
    list for each. Of several entries with the same value the first counts; a number becomes a text; an entry without
    the field, or with a list or a group of fields in it, is left out. No errors.
    """
    found: dict[str, Any] = {}
    for entry in _groups(items):
        if isinstance(entry.get(field), str | int):
            found.setdefault(str(entry[field]), entry)
    return found


@function("lists.gathered", items="list", field="text", values="text", returns="map")
def gathered(items: list[Any], field: str, values: str) -> dict[str, list[Any]]:
    """Gather what the entries of a list say in the field `values`, by what stands in the field `field`.

    `lists.gathered(slas, "function", "family")` gives {"email": ["speed", "quality"]}: each value once, in the order
    of the list. Where a field holds a list, each of its items counts. Entries without `field` are gathered under an
    empty text. No errors.
    """
    found: dict[str, dict[str, Any]] = {}
    for entry in _groups(items):
        for name in _each(entry.get(field)) or [""]:
            found.setdefault(str(name), {}).update({_same(value): value for value in _each(entry.get(values))})
    return {name: list(gathered.values()) for name, gathered in found.items()}


@function("lists.flat", lists="list", returns="list")
def flat(lists: list[Any]) -> list[Any]:
    """Put the items of several lists into one list, in their order. What is no list stays as it is. No errors."""
    return [item for part in lists for item in (part if isinstance(part, list) else [part])]


def _groups(items: list[Any]) -> list[Mapping[str, Any]]:
    return [item for item in items if isinstance(item, Mapping)]


def _each(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _is_number(item: Any) -> bool:
    return isinstance(item, int | float) and not isinstance(item, bool)


def _same(item: Any) -> str:
    """Give a text that is the same for equal values: 1 and 1.0 are equal, 1 and "1" and true are not."""
    if isinstance(item, str) and item.isprintable() and '"' not in item and "\\" not in item:
        return f'"{item}"'
    import json  # imported here: few lists hold anything else

    whole = int(item) if isinstance(item, float) and item.is_integer() else item
    return json.dumps(whole, sort_keys=True, default=str, ensure_ascii=False)
