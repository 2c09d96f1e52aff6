from typing import Any

import pytest

from bpogov.functions import references
from bpogov.source import notation

ENGAGEMENT: dict[str, Any] = {
    "goals": [{"id": "fast"}, {"id": "cheap"}],
    "contacts": [{"id": "amy", "backup": "ben"}, {"id": "ben"}, {"name": "no id"}],
    "escalation": [{"level": 1, "out_of_hours": "+442079460001"}, {"level": 2, "out_of_hours": "amy"}],
    "slas": [{"id": "reply", "goal": "fast", "function": ["mail"]}],
    "functions": [{"id": "mail"}],
    "scorecards": [{"goals": {"fast": "met"}}],
    "reports": [{"if_missed": "level-2"}, {"if_missed": "Amy calls"}],
    "flat": "fast",
}


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("$.contacts[*].backup", "$.contacts[*].id"),
        ("$.slas[*].goal", "$.goals[*].id"),
        ("$.slas[*].function", "$.functions[*].id"),
        ("$.scorecards[*].goals", "$.goals[*].id"),
        ("$.reports[*].if_missed", "level-{$.escalation[*].level}"),
        ("$.escalation[*].out_of_hours", "$.contacts[*].id | phone"),
        ("$.flat", "$.slas[*].id | $.goals[*].id"),
        ("$.nothing.there[*].at", "$.all"),
        ("$.flat.deeper", "$.goals[*].id"),
        ("$.goals[0]['id'].more", "$.goals[*].id"),
    ],
)
def test_what_is_declared_is_found(source: str, wanted: str) -> None:
    """Names that are declared, texts that are no names, and places that are not there raise nothing."""
    assert references.broken(ENGAGEMENT, {source: wanted}) == []


@pytest.mark.parametrize(
    ("changes", "source", "wanted", "expected"),
    [
        (
            {"slas": [{"goal": "fest"}]},
            "$.slas[*].goal",
            "$.goals[*].id",
            {"at": "$.slas[0].goal", "value": "fest", "wants": "goals", "suggestion": "fast"},
        ),
        (
            {"slas": [{"function": ["mail", "voice"]}]},
            "$.slas[*].function",
            "$.functions[*].id",
            {"at": "$.slas[0].function[1]", "value": "voice", "wants": "functions", "suggestion": ""},
        ),
        (
            {"scorecards": [{"goals": {"calm": "met"}}]},
            "$.scorecards[*].goals",
            "$.goals[*].id",
            {"at": "$.scorecards[0].goals.calm", "value": "calm", "wants": "goals", "suggestion": ""},
        ),
        (
            {"reports": [{"if_missed": "level-3"}]},
            "$.reports[*].if_missed",
            "level-{$.escalation[*].level}",
            {"at": "$.reports[0].if_missed", "value": "level-3", "wants": "escalation", "suggestion": "level-1"},
        ),
        (
            {"escalation": [{"level": 1, "out_of_hours": "zoe"}]},
            "$.escalation[*].out_of_hours",
            "$.contacts[*].id | phone",
            {"at": "$.escalation[0].out_of_hours", "value": "zoe", "wants": "contacts", "suggestion": ""},
        ),
        (
            {"flat": "slow"},
            "$.flat",
            "$.slas[*].id | $.goals[*].id",
            {"at": "$.flat", "value": "slow", "wants": "slas or goals", "suggestion": ""},
        ),
        (
            {"goals": []},
            "$.slas[*].goal",
            "$.goals[*].id",
            {"at": "$.slas[0].goal", "value": "fast", "wants": "goals", "suggestion": ""},
        ),
    ],
)
def test_what_is_not_declared(changes: dict[str, Any], source: str, wanted: str, expected: dict[str, str]) -> None:
    """A name that is declared nowhere is given with its place, its lists and the nearest declared name."""
    assert references.broken(ENGAGEMENT | changes, {source: wanted}) == [expected]


def test_several_references() -> None:
    """References are judged in the order of their paths, and what is no text is no reference."""
    engagement = {"goals": [{"id": "fast"}, {"id": 1.5}], "b": "slow", "a": "calm", "c": 3, "d": ["fast", 4]}
    table = {f"$.{name}": "$.goals[*].id" for name in "bacd"}
    assert [found["value"] for found in references.broken(engagement, table)] == ["calm", "slow"]


def test_one_broken_reference_among_others() -> None:
    """Only the broken one is given, whatever else stands at the same path."""
    engagement = {"goals": [{"id": "fast"}], "slas": [{"goal": "fast"}, {"goal": 5}, {"goal": None}, {"goal": "calm"}]}
    table = {"$.slas[*].goal": "$.goals[*].id"}
    assert [found["at"] for found in references.broken(engagement, table)] == ["$.slas[3].goal"]


def test_a_path_with_a_position_is_followed() -> None:
    """Positions lead to one item, as everywhere in the notation."""
    table = {"$.slas[0].goal": "$.goals[-1].id"}
    assert references.broken(ENGAGEMENT, {"$.slas[0].goal": "$.goals[0].id"}) == []
    assert [found["value"] for found in references.broken(ENGAGEMENT, table)] == ["fast"]


def test_a_path_that_cannot_be_read() -> None:
    """A table with a broken path says so."""
    with pytest.raises(ValueError, match="A path starts with"):
        references.broken(ENGAGEMENT, {"slas": "$.goals[*].id"})


def test_all_to() -> None:
    """Many places may look into one list."""
    table = references.all_to(["$.a", "$.b"], "$.contacts[*].id")
    assert table == {"$.a": "$.contacts[*].id", "$.b": "$.contacts[*].id"}


def test_duplicates() -> None:
    """The second and each later one of a name is given with the place of the first."""
    engagement = {
        "goals": [{"id": "a"}, {"id": "b"}, {"id": ["a"]}, {"id": "a"}, {"id": "a"}],
        "escalation": [{"level": 1}, {"level": 1}],
    }
    assert references.duplicates(engagement, ["$.goals[*].id", "$.escalation[*].level", "$.slas[*].id"]) == [
        {"at": "$.goals[3].id", "value": "a", "first": "$.goals[0].id"},
        {"at": "$.goals[4].id", "value": "a", "first": "$.goals[0].id"},
        {"at": "$.escalation[-1].level", "value": "1", "first": "$.escalation[0].level"},
    ]


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("care team", "$.in_house.announcements[care team]"),
        ("who's [first]", "$.in_house.announcements['who\\'s [first]']"),
        ("0", "$.in_house.announcements['0']"),
    ],
)
def test_item(name: str, path: str) -> None:
    """Whatever characters a name has, the path finds the item."""
    assert references.item("$.in_house.announcements", name) == path
    engagement = {"in_house": {"announcements": [{"audience": "somebody"}, {"audience": name}]}}
    steps = notation.parse(path)
    assert notation.resolve(steps, engagement, lambda _: "audience") == ("in_house", "announcements", 1)


def test_paths_that_are_no_texts() -> None:
    """A rule can make a path of anything; what is no text is refused in plain words."""
    words = r"A path such as \$\.goals\[\*\]\.id is expected, but 5 is no text"
    wrong: Any = 5
    with pytest.raises(ValueError, match=words):
        references.duplicates({}, [wrong])
    for table in ({"$.goals[*].id": wrong}, {wrong: "$.goals[*].id"}):
        with pytest.raises(ValueError, match=words):
            references.broken({"goals": [{"id": "fast"}]}, table)


def test_guesses_end() -> None:
    """A file in which hundreds of names are wrong is not searched for the nearest name of each."""
    engagement = {"goals": [{"id": "faster"}], "slas": [{"goal": "fastr"} for _ in range(30)]}
    found = references.broken(engagement, {"$.slas[*].goal": "$.goals[*].id"})
    assert [one["suggestion"] for one in found] == ["faster"] * 20 + [""] * 10
