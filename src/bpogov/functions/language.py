"""Languages: whether one covers another, how well one is spoken, and which customers nobody can answer."""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct, field

from bpogov.functions.declare import function
from bpogov.values import cefr, language

_READS = (
    "scope.functions[*].id",
    "scope.functions[*].customer_facing",
    "scope.functions[*].channels",
    "scope.functions[*].service_windows[*].markets",
    "markets[*].country",
    "markets[*].languages",
    "culture.language_skills",
)


@function("language.covers", spoken="text", wanted="text", returns="flag")
def covers(spoken: str, wanted: str) -> bool:
    """Tell whether somebody who speaks one language can answer customers of another, both tags of BCP 47.

    `es` covers `es-MX`, and a wish for `es` is met by `es-MX`; `es-ES` does not cover `es-MX`. Norwegian counts as one
    language in its written forms (`no`, `nb`, `nn`), Filipino and Tagalog (`fil`, `tl`) do too. No errors.
    Source: RFC 4647, 3.3.1 (basic filtering), in both directions.
    """
    one, other = _plain(spoken), _plain(wanted)
    return language.matches(one, other) or language.matches(other, one)


@function("language.same", a="text", b="text", returns="flag")
def same(a: str, b: str) -> bool:
    """Tell whether two tags of BCP 47 name the same language, whatever the region or script: `es-ES` and `es-MX` do.

    No errors. Source: RFC 5646, 2.2.1 (the primary subtag); written forms as in `language.covers`.
    """
    return _primary(a) == _primary(b)


@function("language.at_least", level="text", than="text", returns="flag")
def at_least(level: str, than: str) -> bool:
    """Tell whether a level (A1 to C2, `native` counts as C2) is as high as another, or higher.

    Error: a text that is no level. Source: Common European Framework of Reference for Languages, 2001.
    """
    return cefr.parse(level).at_least(cefr.parse(than))


@function("language.uncovered", engagement="map", levels="map", returns="list", reads=_READS)
def uncovered(engagement: dict[str, Any], levels: dict[str, str]) -> list[dict[str, Any]]:
    """Find languages of customers that the provider's people do not speak, or not well enough.

    `levels` gives the level that each channel needs (`voice: C1`); a channel that it leaves out needs no language. What
    a market speaks is needed by each customer-facing function that names the market in its service windows or names
    none there, and by all customer-facing functions where no window names the market. A skill without functions counts
    for all of them. Nothing is asked of a function without channels, or of a market without languages.

    Gives for each thing that is wrong {at, problem, languages, markets, functions, channels, spoken, found, expected}:
    `at` the language of the market, or the level of the skill where that is too low; `spoken` the tag of the skill.
    `problem` is `missing` (nobody speaks the language; `expected` are the levels), `function` (it is spoken, but not in
    these functions; `found` are those in which it is), `level` (`found` is the level, or an empty text where none is
    given; `expected` are the levels) or `region` (another form is spoken, `es-ES` for `es-MX`).
    Error: a level in `levels` that is none. Source: RFC 4647 and the Common European Framework of Reference, 2001.
    """
    needed = {channel: cefr.parse(level) for channel, level in levels.items()}
    skills = _skills(engagement)
    speakers: dict[str, list[_Skill]] = {}
    for skill in skills:
        speakers.setdefault(_primary(skill.language), []).append(skill)
    gaps: dict[tuple[str, str, str], _Gap] = {}
    for wish in _wishes(engagement, skills):
        spoken = speakers.get(_primary(wish.language), [])
        for kind in wish.kinds:
            serving = [skill for skill in spoken if skill.functions is None or skill.at in kind.skills]
            for channel in kind.channels:
                if channel in needed and (gap := _gap(wish, needed[channel], spoken, serving)):
                    gaps.setdefault(gap.key, gap).add(wish, kind.functions, channel, needed[channel])
    return [gap.row() for gap in gaps.values()]


class _Kind(Struct, frozen=True):
    """Functions that have the same channels and are named by the same skills."""

    channels: tuple[str, ...]
    skills: frozenset[str]
    functions: list[str] = field(default_factory=list)


class _Skill(Struct, frozen=True):
    """A language that the provider's people speak: where it stands, how well, and in which functions (None: all)."""

    at: str
    language: str
    level: str
    rank: int
    functions: frozenset[str] | None


class _Wish(Struct, frozen=True):
    """A language of a market, where it stands, and the kinds of functions that have to speak it."""

    at: str
    language: str
    country: str
    kinds: list[_Kind]


class _Gap(Struct):
    """One thing that is wrong, and everything that suffers from it."""

    at: str
    problem: str
    spoken: str
    found: str
    languages: dict[str, None] = field(default_factory=dict)
    markets: dict[str, None] = field(default_factory=dict)
    functions: dict[str, None] = field(default_factory=dict)
    levels: dict[str, cefr.Level] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, str, str]:
        return self.at, self.problem, self.spoken

    def add(self, wish: _Wish, functions: list[str], channel: str, level: cefr.Level) -> None:
        self.languages[wish.language] = None
        self.markets[wish.country] = None
        self.functions.update(dict.fromkeys(functions))
        self.levels[channel] = level

    def row(self) -> dict[str, Any]:
        return {
            "at": self.at,
            "problem": self.problem,
            "languages": list(self.languages),
            "markets": list(self.markets),
            "functions": list(self.functions),
            "channels": list(self.levels),
            "spoken": self.spoken,
            "found": self.found,
            "expected": _told(self.levels),
        }


def _told(levels: Mapping[str, cefr.Level]) -> str:
    """Say which level which channels need: `C1 for voice and B2 for email, chat`."""
    together: dict[cefr.Level, list[str]] = {}
    for channel, level in levels.items():
        together.setdefault(level, []).append(channel)
    return " and ".join(f"{level.value} for {', '.join(channels)}" for level, channels in together.items())


def _gap(wish: _Wish, level: cefr.Level, spoken: list[_Skill], serving: list[_Skill]) -> _Gap | None:
    """Give what is wrong with a wanted language at one level, as an empty gap, or None.

    `spoken` are the skills in that language, `serving` those of them in the functions at hand.
    """
    able = [skill for skill in serving if skill.rank >= level.rank]
    if any(covers(skill.language, wish.language) for skill in able):
        return None
    if able:
        return _Gap(wish.at, "region", able[0].language, able[0].language)
    if serving:
        best = max(serving, key=lambda skill: skill.rank)
        return _Gap(f"{best.at}.level", "level", best.language, best.level)
    if spoken:
        return _Gap(wish.at, "function", spoken[0].language, ", ".join(sorted(spoken[0].functions or ())))
    return _Gap(wish.at, "missing", "", "")


def _skills(engagement: Mapping[str, Any]) -> list[_Skill]:
    entries = engagement.get("culture", {}).get("language_skills", [])
    found = []
    for position, entry in enumerate(entries):
        if "language" in entry:
            level = entry.get("level", "")
            rank = cefr.parse(level).rank if level else -1
            at = f"{_SKILLS}[{position}]"
            found.append(_Skill(at, entry["language"], level, rank, _names(entry.get("functions"))))
    return found


def _names(functions: list[str] | None) -> frozenset[str] | None:
    return None if functions is None else frozenset(functions)


def _wishes(engagement: Mapping[str, Any], skills: list[_Skill]) -> Iterator[_Wish]:
    functions = [entry for entry in engagement["scope"]["functions"] if entry.get("customer_facing")]
    named = frozenset(country for entry in functions for country in _markets(entry) or ())
    kinds: dict[str, list[_Kind]] = {}
    for number, market in enumerate(engagement.get("markets", [])):
        country = market.get("country", "")
        place = country if country in named else ""
        if place not in kinds:
            serving = [one for one in functions if not place or place in (_markets(one) or {place})]
            kinds[place] = _kinds(serving, skills)
        for position, wanted in enumerate(market.get("languages", [])):
            yield _Wish(f"$.markets[{number}].languages[{position}]", wanted, country, kinds[place])


def _kinds(functions: list[Mapping[str, Any]], skills: list[_Skill]) -> list[_Kind]:
    naming: dict[str, set[str]] = {}
    for skill in skills:
        for name in skill.functions or ():
            naming.setdefault(name, set()).add(skill.at)
    found: dict[tuple[tuple[str, ...], frozenset[str]], _Kind] = {}
    for entry in functions:
        name, channels = entry.get("id", ""), tuple(dict.fromkeys(entry.get("channels", ())))
        key = (channels, frozenset(naming.get(name, ())))
        found.setdefault(key, _Kind(*key)).functions.append(name)
    return list(found.values())


def _markets(entry: Mapping[str, Any]) -> frozenset[str] | None:
    """Give the markets that the service windows of a function name, or None where it serves all of them."""
    windows = [window.get("markets") for window in entry.get("service_windows", [])]
    if not windows or None in windows:
        return None
    return frozenset(country for markets in windows for country in markets)


def _plain(tag: str) -> str:
    """Give a tag with the written forms of one language under one name."""
    first, hyphen, rest = tag.partition("-")
    return f"{_primary(first)}{hyphen}{rest}"


def _primary(tag: str) -> str:
    first = tag.partition("-")[0].casefold()
    return _ONE_LANGUAGE.get(first, first)


_SKILLS = "$.culture.language_skills"
_ONE_LANGUAGE = {"nb": "no", "nn": "no", "fil": "tl"}
