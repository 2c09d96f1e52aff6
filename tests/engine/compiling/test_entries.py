"""Items by number and entries by key: what says that they are there."""

import pytest

from tests.engine.bench import checking, compiled, mistake, place_of, position, rule_text, told

WEIGHTS = "needs: [$.selection.weights]"


@pytest.mark.parametrize(
    "asked",
    [
        "size(engagement.goals) > 0 &&",
        "engagement.goals.size() >= 1 &&",
        "engagement.goals.size() != 0 &&",
        "engagement.goals.size() == 3 &&",
        "engagement.goals.size() == 0 ||",
        "engagement.goals.size() != 2 ||",
        "engagement.goals.size() < 1 ||",
        "engagement.goals.size() <= 0 ||",
        "0 < engagement.goals.size() &&",
        "1 > size(engagement.goals) ||",
        "engagement.goals != [] &&",
        "[] == engagement.goals ||",
        "engagement.goals.exists(g, has(g.target)) &&",
        "engagement.goals.exists_one(g, has(g.target)) &&",
        "engagement.goals.all(g, has(g.target)) ||",
        "engagement.goals.filter(g, has(g.target)).size() > 0 && engagement.goals.size() > 0 &&",
    ],
)
def test_lists_with_items(asked: str) -> None:
    """Each way to ask whether a list has items is understood."""
    compiled(checking(f"{asked} engagement.goals[0].id != ''"))


@pytest.mark.parametrize(
    "expression",
    [
        "engagement.goals.size() > 2 && engagement.goals[2].id != ''",
        "engagement.goals.size() > 0 && engagement.goals[engagement.goals.size() - 1].id != ''",
        "size(engagement.goals) > 1 && engagement.goals[engagement.goals.size() - 2].id != ''",
        "[0, 1].all(i, i < size(engagement.goals) && engagement.goals[i].id != '')",
        "size(engagement.goals) > 0 && has(engagement.goals[0].target) && engagement.goals[0].target > 5",
        "engagement.goals.map(g, g.id).size() > 0 && engagement.goals.map(g, g.id)[0] != ''",
        "engagement.title.split(' ').size() > 1 && engagement.title.split(' ')[1] != ''",
        "engagement.?contacts_ref.orValue('') != '' && engagement.contacts_ref != 'x'",
        "[1, 2][1] == 2",
        "engagement.goals[?0].?target.orValue(0.0) > 5",
        "engagement.goals[?0].id.orValue('') != ''",
        "engagement.goals.size() > engagement.contacts.size() || true",
    ],
)
def test_items_that_are_there(expression: str) -> None:
    """A number has to be smaller than the size that was asked for; equal expressions mean the same list."""
    compiled(checking(expression))


@pytest.mark.parametrize(
    ("expression", "at", "message", "help_"),
    [
        (
            "engagement.goals[0].id == ''",
            "[0]",
            "engagement.goals may have no items",
            "ask size(engagement.goals) > 0 first",
        ),
        (
            "engagement.goals.size() > 0 && engagement.goals[1].id == ''",
            "[1]",
            "engagement.goals may have too few items",
            "ask size(engagement.goals) > 1 first",
        ),
        (
            "engagement.goals.filter(g, has(g.unit)).size() > 0 && engagement.goals.filter(g, has(g.due))[0].id == ''",
            "[0]",
            "the list may have no items",
            "give the list a name under let and ask size(NAME) > 0 first",
        ),
        ("engagement.title.split(' ')[1] == ''", "[1]", "the list may have too few items", "size(NAME) > 1"),
        ("[1, 2][2] == 1", "[2]", "the list may have too few items", "write [?…] with orValue(…)"),
        (
            "engagement.goals.size() > 0 && [1].all(i, engagement.goals[i].id == '')",
            "[i]",
            "engagement.goals may have too few items",
            "ask size(engagement.goals) > i first",
        ),
        ("engagement.goals[1 + 1].id == ''", "[1 + 1]", "engagement.goals may have too few items", "write [?…] with"),
        (
            "engagement.goals[size(engagement.contacts) - 1].id == ''",
            "[s",
            "too few items",
            "write [?…] with orValue(…)",
        ),
        ("engagement.goals[size(engagement.goals) - 0].id == ''", "[s", "too few items", "write [?…] with orValue(…)"),
        (
            "engagement.goals[size(engagement.goals) - 1].id == ''",
            "[s",
            "no items",
            "ask size(engagement.goals) > 0 first",
        ),
        ("size(engagement.goals) > -1 && engagement.goals[0].id == ''", "[0]", "no items", "> 0 first"),
        ("size(engagement.goals) >= 0 && engagement.goals[0].id == ''", "[0]", "no items", "> 0 first"),
        ("(engagement.goals + engagement.goals)[0].id == ''", "[0]", "the list may have no items", "size(NAME) > 0"),
    ],
)
def test_items_that_may_be_missing(expression: str, at: str, message: str, help_: str) -> None:
    """An item that nothing asks for is a mistake at its bracket."""
    body = checking(expression)
    found = mistake(body)
    assert found.code == "unguarded-read"
    assert message in found.message
    assert help_ in found.help
    assert position(found) == place_of(rule_text(body), at)


def test_an_item_is_not_another_item() -> None:
    """What is known of the first item is not known of the second."""
    expression = "size(engagement.goals) > 1 && has(engagement.goals[0].target) && engagement.goals[1].target > 5"
    assert "ask has(" not in told(checking(expression))[2]


@pytest.mark.parametrize(
    "expression",
    [
        "'price' in engagement.selection.weights && engagement.selection.weights['price'] > 5",
        "has(engagement.selection.weights.price) && engagement.selection.weights.price > 5",
        "has(engagement.selection.weights.price) && engagement.selection.weights['price'] > 5",
        "'our price' in engagement.selection.weights && engagement.selection.weights['our price'] > 5",
        "engagement.id in engagement.selection.weights && engagement.selection.weights[engagement.id] > 5",
        "('a' + 'b') in engagement.selection.weights && engagement.selection.weights['a' + 'b'] > 5",
        "engagement.selection.weights.all(k, engagement.selection.weights[k] > 5)",
        "engagement.selection.weights[?'price'].orValue(0.0) > 5",
        "{'a': engagement.title}['a'] == ''",
    ],
)
def test_entries_that_are_there(expression: str) -> None:
    """Each way to ask for a key of a map first is understood."""
    compiled(checking(expression, WEIGHTS))


@pytest.mark.parametrize(
    ("expression", "key"),
    [
        ("engagement.selection.weights['price'] > 5", "price"),
        ("'price.x' in engagement.selection.weights && engagement.selection.weights['price'] > 5", "price"),
        ("('a' + 'b') in engagement.selection.weights && engagement.selection.weights['a' + 'c'] > 5", "this"),
        ("engagement.selection.weights[engagement.id] > 5", "engagement.id"),
        ("{'a': 1}['b'] == 1", "b"),
        (
            "cel.bind(n, 'a', n in engagement.selection.weights && ['b'].all(n, engagement.selection.weights[n] > 5))",
            "n",
        ),
    ],
)
def test_entries_that_may_be_missing(expression: str, key: str) -> None:
    """A key that nothing asks for is a mistake, also where another text or another name looks like it."""
    code, message, _ = told(checking(expression, WEIGHTS))
    assert (code, message) == ("unguarded-read", f'TST001: there may be no entry for "{key}" here')
