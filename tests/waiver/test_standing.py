"""What stands at a place, and whether it is still the same."""

import pytest

from bpogov.waiver.standing import Standing, digest_of, standing
from tests.waiver.bench import document

TEXT = """\
text: core
quoted: "core"
number: 1.10
same: 1.1
count: 3
flag: true
empty:
group: {b: 1, a: [x, y]}
moved: {a: [x, y], b: 1.0, c: }
other: {a: [y, x], b: 1}
list: [1, 2]
nothing_in: ""
"""


def at(*path: str | int) -> Standing:
    """What stands at a path of the file."""
    return standing(document(TEXT), path)


def test_a_plain_value_is_as_its_author_wrote_it() -> None:
    """Numbers keep their zeros, texts lose their quotes, flags are words."""
    assert (at("number").text, at("quoted").text, at("flag").text) == ("1.10", "core", "true")
    assert (at("number").yaml, at("text").yaml, at("flag").yaml) == ("1.10", '"core"', "true")
    assert (at("number").shown, at("text").shown) == ('"1.10"', '"core"')


@pytest.mark.parametrize("path", [("empty",), ("gone",), ("gone", "deeper"), ("list", 7), ("text", "x"), ("list", "x")])
def test_nothing_stands_there(path: tuple[str | int, ...]) -> None:
    """What is empty or missing, or would lie below a text, is nothing."""
    assert at(*path).nothing
    assert (at(*path).shown, at(*path).yaml) == ("nothing", "null")


def test_a_text_without_letters_is_something() -> None:
    """A text of no length stands there."""
    assert at("nothing_in") == Standing("", "")


def test_lists_and_groups_are_named_by_a_digest() -> None:
    """The order of fields, empty fields and the writing of a number do not count; the order of a list does."""
    digest = at("group").text
    assert digest == digest_of({"a": ["x", "y"], "b": 1})
    assert digest is not None
    assert digest.startswith("sha256:")
    assert len(digest) == len("sha256:") + 16
    assert at("moved").same(at("group"))
    assert not at("other").same(at("group"))
    assert at("list").text == digest_of([1, 2]) != digest_of([2, 1])
    assert at("group").yaml == f'"{digest}"'


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("text", "quoted", True),
        ("number", "same", True),
        ("count", "number", False),
        ("count", "flag", False),
        ("flag", "text", False),
        ("empty", "gone", True),
        ("empty", "text", False),
    ],
)
def test_what_is_the_same(one: str, other: str, same: bool) -> None:
    """Texts by their letters, numbers by their value, and nothing only with nothing."""
    assert at(one).same(at(other)) is same
    assert at(other).same(at(one)) is same
