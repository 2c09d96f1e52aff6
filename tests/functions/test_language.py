import itertools
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpogov.functions import language

LEVELS = {"voice": "C1", "email": "B2", "chat": "B2"}


def engagement(
    skills: list[dict[str, Any]], markets: list[dict[str, Any]], functions: list[dict[str, Any]]
) -> dict[str, Any]:
    """An engagement with languages, markets and functions, and nothing else."""
    return {"scope": {"functions": functions}, "markets": markets, "culture": {"language_skills": skills}}


def desk(name: str = "desk", *channels: str, **more: Any) -> dict[str, Any]:
    """A function that customers reach by some channels."""
    return {"id": name, "customer_facing": True, "channels": list(channels) or ["voice", "email"], **more}


@pytest.mark.parametrize(
    ("spoken", "wanted", "does"),
    [
        ("es", "es-MX", True),
        ("es-MX", "es", True),
        ("es-ES", "es-MX", False),
        ("es-419", "es-MX", False),
        ("EN-us", "en-US", True),
        ("en", "es", False),
        ("zh-Hant", "zh-Hant-TW", True),
        ("zh-Hans", "zh-Hant-TW", False),
        ("e", "es", False),
        ("nb-NO", "no", True),
        ("no", "nn", True),
        ("fil", "tl-PH", True),
    ],
)
def test_covers(spoken: str, wanted: str, *, does: bool) -> None:
    """A language covers its regions and a wish that names none, but not another region."""
    assert language.covers(spoken, wanted) is does


@pytest.mark.parametrize(
    ("a", "b", "are"), [("es-ES", "es-MX", True), ("es", "et", False), ("nb", "no", True), ("FR", "fr-CA", True)]
)
def test_same(a: str, b: str, *, are: bool) -> None:
    """Regions and scripts make no other language."""
    assert language.same(a, b) is are


def test_at_least() -> None:
    """Levels are compared by rank, and a mother tongue is the highest."""
    assert language.at_least("C1", "C1")
    assert language.at_least("native", "C2")
    assert not language.at_least("B2", "C1")
    with pytest.raises(ValueError, match="is not a language level"):
        language.at_least("fluent", "C1")


def test_nobody_speaks_it() -> None:
    """A language that nobody speaks is told at the market, with the level of each channel."""
    file = engagement(
        [{"language": "en", "level": "C1"}],
        [{"country": "GB", "languages": ["en-GB"]}, {"country": "CA", "languages": ["en", "fr-CA"]}],
        [desk("voice", "voice"), desk("mail", "email", "chat")],
    )
    assert language.uncovered(file, LEVELS) == [
        {
            "at": "$.markets[1].languages[1]",
            "problem": "missing",
            "languages": ["fr-CA"],
            "markets": ["CA"],
            "functions": ["voice", "mail"],
            "channels": ["voice", "email", "chat"],
            "spoken": "",
            "found": "",
            "expected": "C1 for voice and B2 for email, chat",
        }
    ]


def test_spoken_elsewhere() -> None:
    """A language that is spoken in other functions is told with those in which it is."""
    file = engagement(
        [{"language": "es", "level": "C1", "functions": ["voice", "sales"]}],
        [{"country": "ES", "languages": ["es-ES"]}],
        [desk("voice"), desk("mail", "email")],
    )
    (row,) = language.uncovered(file, LEVELS)
    assert (row["at"], row["problem"], row["spoken"]) == ("$.markets[0].languages[0]", "function", "es")
    assert (row["found"], row["functions"], row["channels"]) == ("sales, voice", ["mail"], ["email"])


def test_not_well_enough() -> None:
    """A level that is too low for a channel, or not given, is told once at the skill, with all that suffer from it."""
    file = engagement(
        [{"language": "es", "level": "B2"}, {"language": "en"}, {"language": "es", "level": "B1"}, {"level": "C2"}],
        [{"country": "ES", "languages": ["es-ES"]}, {"country": "US", "languages": ["es-US", "en"]}],
        [desk()],
    )
    spanish, english = language.uncovered(file, LEVELS)
    assert (spanish["at"], spanish["problem"]) == ("$.culture.language_skills[0].level", "level")
    assert (spanish["found"], spanish["expected"]) == ("B2", "C1 for voice")
    assert (spanish["languages"], spanish["markets"]) == (["es-ES", "es-US"], ["ES", "US"])
    assert (english["at"], english["found"]) == ("$.culture.language_skills[1].level", "")
    assert english["expected"] == "C1 for voice and B2 for email"


def test_another_region() -> None:
    """People who speak another form of the language well enough are told apart from those who do not speak it."""
    file = engagement(
        [{"language": "es-ES", "level": "native", "functions": ["desk"]}],
        [{"country": "MX", "languages": ["es-MX"]}],
        [desk()],
    )
    (row,) = language.uncovered(file, LEVELS)
    assert (row["at"], row["problem"], row["found"]) == ("$.markets[0].languages[0]", "region", "es-ES")


def test_which_functions_serve_a_market() -> None:
    """Windows name the markets of a function, one without windows serves all, and so do all where none names it."""
    windows: list[dict[str, Any]] = [{"markets": ["ES"]}]
    functions = [
        desk("spain", "voice", service_windows=windows),
        desk("all", "voice"),
        desk("partly", "voice", service_windows=[*windows, {"days": "mon"}]),
        desk("france", "voice", service_windows=[{"markets": ["FR"]}]),
        desk("post", "back-office"),
        desk("inside", "voice", customer_facing=False),
        {"id": "new", "customer_facing": True},
        {"customer_facing": True, "channels": ["chat"], "service_windows": [{"markets": ["AT"]}]},
    ]
    markets: list[dict[str, Any]] = [
        {"country": "ES", "languages": ["es"]},
        {"country": "IT", "languages": ["it"]},
        {"country": "AT"},
    ]
    spain, italy = language.uncovered(engagement([], markets, functions), LEVELS)
    assert sorted(spain["functions"]) == ["all", "partly", "spain"]
    assert sorted(italy["functions"]) == ["", "all", "france", "partly", "spain"]


@pytest.mark.parametrize("file", [{"scope": {"functions": [desk()]}}, engagement([], [{"languages": []}], [])])
def test_nothing_to_ask(file: dict[str, Any]) -> None:
    """Without markets, languages or functions nothing is missing."""
    assert language.uncovered(file, LEVELS) == []


def test_levels_are_levels() -> None:
    """A level that is none is a mistake of the rule."""
    with pytest.raises(ValueError, match="is not a language level"):
        language.uncovered(engagement([], [], []), {"voice": "good"})


TAGS = st.sampled_from(["en", "en-US", "es", "es-ES", "es-MX", "fr-CA", "nb", "no"])
RANKS = ["", "A1", "A2", "B1", "B2", "C1", "C2"]
NAMES = ["one", "two", "three"]
SKILLS = st.lists(
    st.fixed_dictionaries(
        {"language": TAGS},
        optional={"level": st.sampled_from(RANKS[1:]), "functions": st.lists(st.sampled_from(NAMES), max_size=3)},
    ),
    max_size=4,
)
MARKETS = st.lists(
    st.fixed_dictionaries(
        {"country": st.sampled_from(["US", "ES", "NO"])}, optional={"languages": st.lists(TAGS, max_size=3)}
    ),
    max_size=3,
)
WINDOWS = st.lists(
    st.fixed_dictionaries({}, optional={"markets": st.lists(st.sampled_from(["US", "ES", "NO"]), max_size=2)}),
    max_size=2,
)
FUNCTIONS = st.lists(
    st.fixed_dictionaries(
        {"customer_facing": st.booleans()},
        optional={
            "channels": st.lists(st.sampled_from(["voice", "email", "back-office"]), max_size=2),
            "service_windows": WINDOWS,
        },
    ),
    max_size=3,
).map(lambda entries: [entry | {"id": name} for entry, name in zip(entries, NAMES, strict=False)])


@settings(max_examples=100, deadline=None)
@given(SKILLS, MARKETS, FUNCTIONS)
def test_as_one_by_one(
    skills: list[dict[str, Any]], markets: list[dict[str, Any]], functions: list[dict[str, Any]]
) -> None:
    """What is told is what asking for every market, language, function and channel by itself finds."""
    rows = language.uncovered(engagement(skills, markets, functions), LEVELS)
    told = {
        (country, wanted, name, channel)
        for row in rows
        for country, wanted, name, channel in itertools.product(
            row["markets"], row["languages"], row["functions"], row["channels"]
        )
    }
    asked = {
        (market["country"], wanted, entry["id"], channel)
        for market in markets
        for wanted in market.get("languages", [])
        for entry in functions
        if entry["customer_facing"] and _serves(entry, market["country"], functions)
        for channel in entry.get("channels", [])
        if channel in LEVELS
    }
    alone = {question for question in asked if not any(_answers(skill, *question[1:]) for skill in skills)}
    assert alone <= told
    assert {question[1] for question in told} == {question[1] for question in alone}


def _serves(entry: dict[str, Any], country: str, functions: list[dict[str, Any]]) -> bool:
    windows = entry.get("service_windows", [])
    if any(country in (each.get("markets") or []) for each in windows):
        return True
    if not windows or any("markets" not in each for each in windows):
        return True
    facing = [each for each in functions if each["customer_facing"]]
    limited = [
        each["service_windows"]
        for each in facing
        if each.get("service_windows") and all("markets" in window for window in each["service_windows"])
    ]
    return not any(country in window["markets"] for each in limited for window in each)


def _answers(skill: dict[str, Any], wanted: str, name: str, channel: str) -> bool:
    def parts(tag: str) -> list[str]:
        return tag.replace("nb", "no").lower().split("-")

    spoken, needed = parts(skill["language"]), parts(wanted)
    shared = min(len(spoken), len(needed))
    return (
        spoken[:shared] == needed[:shared]
        and name in skill.get("functions", NAMES)
        and RANKS.index(skill.get("level", "")) >= RANKS.index(LEVELS[channel])
    )
