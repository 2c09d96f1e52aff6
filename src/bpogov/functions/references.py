"""Names in an engagement that stand for something declared elsewhere in it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from bpogov.core.location import Path
from bpogov.functions.declare import function
from bpogov.functions.places import Paths

if TYPE_CHECKING:
    from bpogov.source.notation import Steps

# What is declared decides. A reference that is not known yet is no broken reference.
_READS = (
    "contacts[*].id",
    "escalation[*].level",
    "goals[*].id",
    "incidents[*].severity",
    "meetings[*].id",
    "outcomes.actions[*].id",
    "outcomes.scorecards[*].period",
    "parties.provider.sites[*].id",
    "risks[*].id",
    "scope.functions[*].deliverables[*].name",
    "scope.functions[*].id",
    "slas[*].id",
)


@function("references.broken", engagement="map", references="map", returns="list", reads=_READS)
def broken(engagement: dict[str, Any], references: dict[str, str]) -> list[dict[str, str]]:
    """Find names that stand for something which the engagement does not declare.

    `references` says, for the path of each reference (`$.slas[*].goal`), where it has to be found: a path
    (`$.goals[*].id`), several joined by ` | `, a path in a pattern (`level-{$.escalation[*].level}`: only a text of
    that form with a number is a reference), or the word `phone` (a telephone number is fine too). Where the path leads
    to a list, its items are references; where it leads to a group of fields, the names of its fields are.
    Gives {at, value, wants, suggestion} for each: its place, the name, the lists that should declare it, and the
    nearest name that they do declare or an empty text (from the 21st on always: to guess takes long). Error: a path
    that cannot be read.
    """
    found: list[dict[str, str]] = []
    places = Paths(engagement)
    declared: dict[str, dict[str, None]] = {}
    for source, alternatives in _table(tuple((_path(source), _path(wanted)) for source, wanted in references.items())):
        for alternative in alternatives:
            if alternative not in declared:
                declared[alternative] = dict.fromkeys(_declared(engagement, alternative))
        names = declared[alternatives[0]]
        for alternative in alternatives[1:]:
            names = names | declared[alternative]
        if names.keys() >= _named(engagement, source):
            continue  # nearly always: places are only worth their price where something is wrong
        for path, value in _references(engagement, source):
            if value not in names and _is_reference(value, alternatives):
                guessed = names if len(found) < _MOST_GUESSES else ()
                found.append(_finding(places.text(path), value, alternatives, guessed))
    return found


@function("references.duplicates", engagement="map", lists="list", returns="list", reads=_READS)
def duplicates(engagement: dict[str, Any], lists: list[str]) -> list[dict[str, str]]:
    """Find names that are declared more than once; `lists` are the paths of the names (`$.goals[*].id`).

    Gives {at, value, first} for the second and each later one: its place, the name, and the place of the first.
    Error: a path that cannot be read.
    """
    found = []
    places = Paths(engagement)
    for source in map(_path, lists):
        values = _texts(engagement, source)
        if len(set(values)) == len(values):
            continue
        first: dict[str, Path] = {}
        for path, value in _values(engagement, source):
            before = first.setdefault(value, path)
            if before is not path:
                found.append({"at": places.text(path), "value": value, "first": places.text(before)})
    return found


@function("references.all_to", places="list", declared="text", returns="map")
def all_to(places: list[str], declared: str) -> dict[str, str]:
    """Make a table for `references.broken` in which all places refer to the same list. No errors."""
    return dict.fromkeys(places, declared)


@function("references.item", items="text", name="text", returns="text")
def item(items: str, name: str) -> str:
    """Give the path of an item of a list by the name that identifies it, whatever characters the name has.

    `$.in_house.announcements` and `care team` give `$.in_house.announcements[care team]`, for the `at` of a finding.
    Error: a text that is no path.
    """
    from bpogov.source import notation

    path = notation.parse(items)
    return notation.write(notation.Steps(path.root, (*path.steps, notation.Named(name))))


def _path(text: Any) -> str:
    """Give a path as it is. Raises ValueError for anything that is no text: a rule made it of something else."""
    if isinstance(text, str):
        return text
    raise ValueError(f"A path such as $.goals[*].id is expected, but {text} is no text")


@lru_cache(maxsize=64)
def _table(references: tuple[tuple[str, str], ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Give the path of each reference with the alternatives where it may be found, sorted: every file asks for it."""
    return tuple((source, tuple(part.strip() for part in wanted.split("|"))) for source, wanted in sorted(references))


def _finding(at: str, value: str, alternatives: Sequence[str], names: Iterable[str]) -> dict[str, str]:
    from bpogov.core.suggest import closest  # imported here: only a mistake needs it

    wants = " or ".join(dict.fromkeys(_list_name(part) for part in alternatives if part != _PHONE))
    return {"at": at, "value": value, "wants": wants, "suggestion": closest(value, names) or ""}


def _declared(engagement: Mapping[str, Any], alternative: str) -> list[str]:
    """Give the names that one alternative declares, in the order of the engagement."""
    if alternative == _PHONE:
        return []
    before, path, after = _pattern(alternative)
    found = _texts(engagement, path)
    return [f"{before}{name}{after}" for name in found] if before or after else found


def _is_reference(value: str, alternatives: Sequence[str]) -> bool:
    """Whether a text that names nothing was meant to: not a telephone number, and of the form of a pattern."""
    if _PHONE in alternatives and value[:1] in "+0123456789":
        return False
    return any(_has_form(value, *_pattern(part)) for part in alternatives if part != _PHONE)


def _has_form(value: str, before: str, _path: str, after: str) -> bool:
    if not before and not after:
        return True
    middle = value.removeprefix(before).removesuffix(after)
    return value == f"{before}{middle}{after}" and middle.isdigit()


def _pattern(alternative: str) -> tuple[str, str, str]:
    """Take `level-{$.escalation[*].level}` apart: the text before, the path, the text after."""
    before, brace, rest = alternative.partition("{")
    if not brace:
        return "", alternative, ""
    path, _, after = rest.partition("}")
    return before, path, after


def _list_name(alternative: str) -> str:
    """Give the name of the list that an alternative looks into: `goals` for `$.goals[*].id`."""
    return _pattern(alternative)[1].rpartition("[*]")[0].rpartition(".")[2]


def _references(engagement: Mapping[str, Any], source: str) -> Iterator[tuple[Path, str]]:
    """Give every reference at a path: the text there, the items of the list, or the names of the fields."""
    for path, value in _found(engagement, source):
        if isinstance(value, Mapping):
            yield from (((*path, key), key) for key in sorted(value))
        elif isinstance(value, list):
            yield from (((*path, position), item) for position, item in enumerate(value) if isinstance(item, str))
        elif isinstance(value, str):
            yield path, value


def _named(engagement: Mapping[str, Any], source: str) -> set[str]:
    """Give the references at a path without their places."""
    found: set[str] = set()
    for value in _plain(engagement, source):
        if isinstance(value, str):
            found.add(value)
        elif isinstance(value, Mapping):
            found.update(value)
        elif isinstance(value, list):
            found.update(item for item in value if isinstance(item, str))
    return found


def _texts(engagement: Mapping[str, Any], source: str) -> list[str]:
    """Give the names at a path without their places."""
    return [str(value) for value in _plain(engagement, source) if isinstance(value, str | int)]


def _plain(engagement: Mapping[str, Any], source: str) -> list[Any]:
    """Give what stands at a path, without places: all that is at one step at once (`benchmarks/stages`)."""
    names = _names(source)
    if names is None:
        return [value for _, value in _found(engagement, source)]
    found: list[Any] = [engagement]
    for name in names:
        if name is None:
            found = [item for here in found if isinstance(here, list) for item in here]
        else:
            found = [here[name] for here in found if isinstance(here, dict) and name in here]
    return found


@lru_cache(maxsize=256)
def _names(path: str) -> tuple[str | None, ...] | None:
    """Give the steps of a path, names of fields and None for every item of a list; None where it has other steps."""
    from bpogov.source.notation import Each, Key

    steps = _steps(path).steps
    if not all(isinstance(step, Key | Each) for step in steps):
        return None
    return tuple(step.name if isinstance(step, Key) else None for step in steps)


def _values(engagement: Mapping[str, Any], source: str) -> Iterator[tuple[Path, str]]:
    for path, value in _found(engagement, source):
        if isinstance(value, str | int):
            yield path, str(value)


def _found(engagement: Mapping[str, Any], source: str) -> Iterator[tuple[Path, Any]]:
    """Give every place that a path means and that exists, with its value."""
    from bpogov.source import notation

    found = notation.find(_steps(source), engagement, lambda _: None)
    return ((path, value) for path, value in found if value is not None)


@lru_cache(maxsize=256)
def _steps(path: str) -> "Steps":
    from bpogov.source import notation

    return notation.parse(path)


_PHONE = "phone"
_MOST_GUESSES = 20
