"""Where a waiver applies."""

import pytest

from bpogov.source.notation import write
from bpogov.waiver.place import BadPlace, find_place, read_place
from tests.waiver.bench import engagement

PATH = "write the path as the finding shows it, such as $.scope.functions[voice]"


@pytest.mark.parametrize(
    "text",
    [
        "$",
        "$.contract.term.end",
        "$.scope.functions[voice].classification",
        "$.scope.functions[0]",
        "$.goals[cheaper]['metric']",
        "$.x-own.anything[3].below",
        "$.parties.client.x-team",
    ],
)
def test_places_that_engagements_have(text: str) -> None:
    """Whether or not something stands there; fields of one's own are free."""
    assert write(read_place(text)).replace("metric", "'metric'").replace(".'metric'", "['metric']") == text


@pytest.mark.parametrize(
    ("text", "message", "help_"),
    [
        ("voice", '"voice" is not a path: a path starts with $ (the file) or @ (the item)', PATH),
        ("$.scope.", '"$.scope." is not a path: a name is expected after the dot', PATH),
        (
            "@.classification",
            '"@.classification" starts at an item, but a path from the top of the file is expected',
            PATH,
        ),
        (
            "$.scope.functions[*]",
            '"$.scope.functions[*]" means many places, but a waiver is about one',
            "write one waiver for each place",
        ),
        (
            "$.scope.function[voice]",
            '"$.scope.function[voice]" is not a place in an engagement: there is no "function" in $.scope',
            'did you mean "$.scope.functions[voice]"?',
        ),
        ("$.wholly", '"$.wholly" is not a place in an engagement: there is no "wholly" in $', PATH),
        (
            "$.title.letters",
            '"$.title.letters" is not a place in an engagement: there is no "letters" in $.title',
            PATH,
        ),
        ("$.scope[0]", '"$.scope[0]" is not a place in an engagement: there is no "0" in $.scope', PATH),
        (
            "$.scope[functons]",
            '"$.scope[functons]" is not a place in an engagement: there is no "functons" in $.scope',
            None,
        ),
    ],
)
def test_what_is_no_place(text: str, message: str, help_: str | None) -> None:
    """Each is refused in one sentence, and the nearest field is offered."""
    with pytest.raises(BadPlace) as caught:
        read_place(text)
    assert (caught.value.message, caught.value.help) == (message, help_ or 'did you mean "$.scope.functions"?')


def test_an_item_is_found_by_its_id() -> None:
    """Wherever it stands in its list; where it is not there, the place is none."""
    assert find_place(read_place("$.scope.functions[email].name"), engagement()) == ("scope", "functions", 1, "name")
    assert find_place(read_place("$.scope.functions[chat].name"), engagement()) is None
    assert find_place(read_place("$.contract.term.end"), engagement()) == ("contract", "term", "end")


def test_an_item_with_an_id_is_not_counted() -> None:
    """Another item could slip into its place; where items have no id, the position is all there is."""
    with pytest.raises(BadPlace) as caught:
        find_place(read_place("$.scope.functions[0].name"), engagement())
    assert caught.value.message == (
        '"$.scope.functions[0].name" counts the items of a list, but an item that has an id is called by it'
    )
    assert caught.value.help == 'write at: "$.scope.functions[voice].name"'
    with_assets = engagement(scope={"functions": [], "retained": ["Tea buying"]})
    assert find_place(read_place("$.scope.retained[0]"), with_assets) == ("scope", "retained", 0)
