from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bpogov.functions import audiences

TALKS: list[Any] = [
    {"audience": "Care  Team", "date": "2026-03-01", "covers": ["why"]},
    {"audience": "all-staff", "date": "2026-03-02", "covers": ["jobs", "why"]},
    {"audience": "drivers", "date": "2026-02-01"},
    {"audience": "drivers", "date": "2026-02-01", "covers": ["vision"]},
    {"audience": "shop"},
    {"date": "2026-01-01"},
    "nonsense",
]


def test_missing() -> None:
    """Names are the same whatever their capitals and spaces, each is told once, and all-staff stands for all."""
    assert audiences.missing(["shop", "Care team", "SHOP", "it"], ["care  TEAM"]) == ["shop", "it"]
    assert audiences.missing(["shop"], ["All-Staff"]) == []
    assert audiences.missing(["all-staff"], ["shop"]) == ["all-staff"]
    assert audiences.missing([], ["shop"]) == []


def test_first_told() -> None:
    """The earliest announcement that reaches somebody counts, and of two on one day the first in the list."""
    assert audiences.first_told(["care team", "drivers", "shop", "it"], TALKS) == [
        {"number": 2, "date": "2026-02-01", "audiences": ["drivers"]},
        {"number": 0, "date": "2026-03-01", "audiences": ["care team"]},
        {"number": 1, "date": "2026-03-02", "audiences": ["shop", "it"]},
    ]


def test_nobody_is_told() -> None:
    """Somebody whom no announcement with a date reaches is in none of them."""
    assert audiences.first_told(["shop"], [{"audience": "shop"}, {"audience": "it", "date": "2026-01-01"}]) == []


def test_not_told() -> None:
    """All announcements to an audience count together with those to all staff."""
    assert audiences.not_told(["care team", "drivers"], TALKS, ["why", "jobs", "vision"]) == [
        {"audience": "care team", "topics": ["vision"]}
    ]
    assert audiences.not_told(["care team", "it"], TALKS[:1], ["why", "jobs"]) == [
        {"audience": "care team", "topics": ["jobs"]}
    ]


NAMES = st.sampled_from(["shop", "Shop", "care team", "it", "all-staff"])
DATES = st.sampled_from(["2026-01-01", "2026-01-02", "2026-01-03"])
TOPICS = ["why", "jobs", "vision"]
ANNOUNCEMENTS = st.lists(
    st.fixed_dictionaries(
        {"audience": NAMES}, optional={"date": DATES, "covers": st.lists(st.sampled_from(TOPICS), max_size=3)}
    ),
    max_size=5,
)


@settings(max_examples=100, deadline=None)
@given(st.lists(NAMES, max_size=4), ANNOUNCEMENTS)
def test_as_one_by_one(names: list[str], talks: list[dict[str, Any]]) -> None:
    """The same comes out as when every audience is compared with every announcement."""

    def reach(name: str) -> list[tuple[int, dict[str, Any]]]:
        own = {name.lower(), "all-staff"}
        return [(number, talk) for number, talk in enumerate(talks) if talk["audience"].lower() in own]

    firsts = {
        name: min((talk["date"], number) for number, talk in reach(name) if "date" in talk)
        for name in names
        if any("date" in talk for _, talk in reach(name))
    }
    told = audiences.first_told(names, talks)
    assert {name: (one["date"], one["number"]) for one in told for name in one["audiences"]} == firsts
    assert [(one["date"], one["number"]) for one in told] == sorted(set(firsts.values()))
    silent = {row["audience"]: row["topics"] for row in audiences.not_told(names, talks, TOPICS)}
    for name in names:
        heard = {topic for _, talk in reach(name) for topic in talk.get("covers", [])}
        expected = [topic for topic in TOPICS if topic not in heard] if reach(name) else []
        assert silent.get(name, []) == expected
    unreached = audiences.missing(names, [talk["audience"] for talk in talks])
    assert {name.lower() for name in unreached} == {name.lower() for name in names if not reach(name)}


def test_many() -> None:
    """Ten thousand audiences and announcements take no longer than reading them."""
    names = [f"team {number}" for number in range(10_000)]
    talks = [{"audience": name, "date": "2026-01-01", "covers": ["why"]} for name in names]
    assert audiences.first_told(names, talks)[-1] == {"number": 9999, "date": "2026-01-01", "audiences": ["team 9999"]}
    assert audiences.missing(names, names) == []
    assert len(audiences.not_told(names, talks, ["why", "jobs"])) == len(names)
