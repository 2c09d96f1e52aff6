"""The notation for places: read, written, resolved and shown."""

import pytest

from bpogov.core.location import Path
from bpogov.source.notation import (
    Each,
    Index,
    Key,
    Named,
    NotationError,
    Step,
    Steps,
    expand,
    find,
    generic,
    parse,
    resolve,
    show,
    write,
)

DATA = {
    "slas": [{"id": "sl-voice", "target": 1}, {"id": "twin"}, {"id": "twin"}, {"no": 1}, "text"],
    "levels": [{"level": 2}, {"level": 1}, {"level": True}, {"level": 2}],
    "what": [{"what": "Knowledge transfer done"}, {"what": "odd] name"}, {"what": ""}],
    "map": {"a b": 1, "x-y": 2},
}
KEYS: dict[Path, str] = {("slas",): "id", ("levels",): "level", ("what",): "what"}


def identity(path: Path) -> str | None:
    """Give the identity key of the lists in DATA."""
    return KEYS.get(path)


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("$", ()),
        ("$.slas[sl-voice].target", (Key("slas"), Named("sl-voice"), Key("target"))),
        ("$.slas[*].goal", (Key("slas"), Each(), Key("goal"))),
        ("$.a[0][-1]", (Key("a"), Index(0), Index(-1))),
        ("$['it\\'s']['\\u00e9\\n']", (Key("it's"), Key("é\n"))),
        ("$.x-cost-centre.é1", (Key("x-cost-centre"), Key("é1"))),
        ("$.p[2026-Q3]", (Key("p"), Named("2026-Q3"))),
        ("$.m[Pilot, with ten agents]", (Key("m"), Named("Pilot, with ten agents"))),
    ],
)
def test_parse_and_write(text: str, steps: tuple[Step, ...]) -> None:
    """A path is read into its steps, and written again as it was."""
    assert parse(text) == Steps("$", steps)
    assert parse(write(Steps("$", steps))) == Steps("$", steps)


def test_parse_relative() -> None:
    """A path may start at an item; double quotes are read, too."""
    assert parse("@.target") == Steps("@", (Key("target"),))
    assert parse('@["a b"]') == Steps("@", (Key("a b"),))
    assert write(parse("@.target")) == "@.target"


@pytest.mark.parametrize(
    ("text", "offset", "message"),
    [
        ("", 0, "A path starts with $ (the file) or @ (the item)"),
        ("slas", 0, "A path starts with $ (the file) or @ (the item)"),
        ("$.", 1, "A name is expected after the dot"),
        ("$..a", 1, "A name is expected after the dot"),
        ("$.a[]", 3, "A name, a position or * is expected between [ and ]"),
        ("$.a[ b]", 3, "A name, a position or * is expected between [ and ]"),
        ("$.a['b]", 3, "A name, a position or * is expected between [ and ]"),
        ("$a", 1, '"a" cannot stand here: a dot or [ is expected'),
        ("$.a b", 3, '" " cannot stand here: a dot or [ is expected'),
        ("$['\\q']", 1, '"\\q" means nothing in a quoted name'),
    ],
)
def test_parse_refuses(text: str, offset: int, message: str) -> None:
    """What is no path is refused at the character where it goes wrong."""
    with pytest.raises(NotationError) as caught:
        parse(text)
    assert (caught.value.offset, caught.value.message) == (offset, message)


def test_generic() -> None:
    """The generic path is the same for all items of a list."""
    assert generic(("slas", 3, "target")) == ("slas", -1, "target")


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("$", ()),
        ("$.slas[sl-voice].target", ("slas", 0, "target")),
        ("$.slas['sl-voice']", ("slas", 0)),
        ("$.slas[twin]", None),
        ("$.slas[nobody]", None),
        ("$.slas[1].gone.far", ("slas", 1, "gone", "far")),
        ("$.slas[9]", ("slas", 9)),
        ("$.slas[-1]", ("slas", 4)),
        ("$.slas[-9]", None),
        ("$.levels[1]", ("levels", 1)),
        ("$.levels[0]", ("levels", 0)),
        ("$.gone[x]", None),
        ("$.gone[0]", ("gone", 0)),
        ("$.map[x-y]", ("map", "x-y")),
        ("$.map[zz]", None),
        ("$.slas[*]", None),
        ("$.what[Knowledge transfer done]", ("what", 0)),
    ],
)
def test_resolve(text: str, path: Path | None) -> None:
    """Names of items become positions; fields need not exist; what names no single place has no path."""
    assert resolve(parse(text), DATA, identity) == path


def test_resolve_relative() -> None:
    """A relative path continues the path of its item, whose own list is known."""
    assert resolve(parse("@.target"), DATA, identity, ("slas", 0)) == ("slas", 0, "target")
    assert resolve(parse("@[sl-voice]"), DATA, identity, ("slas",)) == ("slas", 0)
    assert resolve(parse("@.x"), DATA, identity, ("gone", 7)) == ("gone", 7, "x")


def test_expand() -> None:
    """`[*]` stands for every item, and for nothing where there is no list."""
    assert list(expand(parse("$.what[*].what"), DATA, identity)) == [("what", n, "what") for n in range(3)]
    assert list(expand(parse("$.map[*]"), DATA, identity)) == []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ((), "$"),
        (("slas", 0, "target"), "$.slas[sl-voice].target"),
        (("slas", 1), "$.slas[1]"),
        (("slas", 3), "$.slas[3]"),
        (("slas", 4), "$.slas[4]"),
        (("slas", 9), "$.slas[9]"),
        (("levels", 1), "$.levels[1]"),
        (("levels", 0), "$.levels[0]"),
        (("levels", 2), "$.levels[-2]"),
        (("what", 0), "$.what[Knowledge transfer done]"),
        (("what", 1), "$.what['odd] name']"),
        (("what", 2), "$.what[2]"),
        (("map", "a b"), "$.map['a b']"),
        (("gone", "x", 0), "$.gone.x[0]"),
    ],
)
def test_show(path: Path, text: str) -> None:
    """List items are shown by their identity where it tells them apart, and the text leads back to the path."""
    assert show(path, DATA, identity) == text
    assert resolve(parse(text), DATA, identity) == path


def test_ids_that_need_quotes_are_written_as_quoted_names() -> None:
    """An id that could be read as something else is written in quotes."""
    assert write(Steps("$", (Named("1"), Named("a]"), Named("it's")))) == "$['1']['a]'][it's]"


def test_places_with_what_stands_there() -> None:
    """Every place comes with its value, and one that does not exist with nothing."""
    data = {"goals": [{"id": "fast"}, {}]}
    found = find(parse("$.goals[*].id"), data, lambda _: None)
    assert list(found) == [(("goals", 0, "id"), "fast"), (("goals", 1, "id"), None)]
