"""The quick way to read gives what the careful way gives, or nothing."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from yaml.error import YAMLError

from bpogov.source import ordinary as module
from bpogov.source.careful import careful
from bpogov.source.characters import harmless
from bpogov.source.data import Data
from bpogov.source.limits import Limits
from bpogov.source.marks import place_of
from bpogov.source.ordinary import ordinary
from bpogov.source.parser import events
from bpogov.source.places import Alias, Branch, Place
from tests.properties.test_any_bytes import TEXTS
from tests.properties.test_spans import STYLES, TREES

LINES = st.lists(
    st.sampled_from([
        "a: 1", "b: 2026-11-22", "c:", "  d: yes", "  - e", "- f: 'it''s'", '    g: "\\t\\u263a"', "h: [1, {i: j}]",
        "k: {l: m, n}", "o: |", "     p", "", "q: >-", "# note", "r: text # note", "s:  # note", "t: {u: , v: }",
        "  w: x", "    more of it", "'y': \"z\"", "a: again", "&x b: 1", "c: *x", "? d", ": e", "1: 1.10", "f: 1e999",
        "g: !t h", "<<: {i: 1}", "'': 1", "---", "...", "%TAG ! x", "- [a: b, c: ]", "i: - j", 'k: "\\0"',
    ])
).map("\n".join)  # fmt: skip


def plain(place: Place | None) -> object:
    """Give a tree of places as tuples, to compare it with another."""
    if isinstance(place, Branch):
        names = [(name, key, plain(value)) for name, (key, value) in place.names.items()]
        return place.start, place.end, place.flow, names, [plain(item) for item in place.items]
    return (place.start, place.end, plain(place.target)) if isinstance(place, Alias) else place


def quick(text: str, limits: Limits | None = None, *, pure: bool = False) -> tuple[Data, object] | None:
    """Read a text the quick way, if that is possible."""
    try:
        found = ordinary(events(text, pure=pure), text, limits or Limits())
    except YAMLError:
        return None
    return found and (found[0], plain(place_of(text, *found)))


def agree(text: str, limits: Limits, *, pure: bool) -> bool:
    """Whether the quick way gave something; then it has to be what the careful way gives."""
    found = quick(text, limits, pure=pure)
    if found is not None:
        data, place, troubles = careful(text, limits, pure=pure)
        assert troubles == ()
        assert (repr(found[0]), found[1]) == (repr(data), plain(place))
    return found is not None


@settings(max_examples=100, deadline=None)
@given(LINES | TEXTS.filter(harmless), st.booleans())
def test_any_text(text: str, pure: bool) -> None:
    """Whatever the text is, the quick way agrees with the careful one."""
    agree(text, Limits(), pure=pure)


@settings(max_examples=100, deadline=None)
@given(LINES, st.builds(Limits, size=st.just(1000), depth=st.integers(0, 3), values=st.integers(0, 9)))
def test_any_limits(text: str, limits: Limits) -> None:
    """However tight the limits are, nothing is read that the careful way would refuse."""
    agree(text, limits, pure=False)


@settings(max_examples=100, deadline=None)
@given(TREES, st.sampled_from(STYLES))
def test_any_style(data: Data, style: Callable[[Data], str]) -> None:
    """Plain data is ordinary in every style in which people write it."""
    assert agree(style(data).removeprefix("\ufeff"), Limits(), pure=False)


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize(
    "text",
    [
        "a: 1 # note\nb:\n  - c\n  - [d, {e: f}]\n",
        "a:\nb: # note\nc: {d: , e: ''}\n",
        "- \n- ''\n-\n",
        "a: |\n  text\n\nb: >+\n  more\n\n",
        'a: "\\t\\u263a – &x !y *z"\n',
        "? a\n: b\n",
        "--- text\n...\n",
        "%YAML 1.2\n---\na: [b: c, d: ]\n",
        "{}",
        "a: [\n  b, [],\n]\n",
    ],
)
def test_ordinary(text: str, *, pure: bool) -> None:
    """What people usually write is read the quick way."""
    assert agree(text, Limits(), pure=pure)


@pytest.mark.parametrize(
    "text",
    [
        "", "# note\n", "a: &x 1", "a: &x [1]", "a: !t 1", "a: !t {}", "a: &x 1\nb: *x", "a: 1\na: 2", "<<: {a: 1}",
        ": 1", "'': 1", "{a, b: 1}", "? [a]\n: b", "a: 1\n---\nb: 2", "%TAG ! x\n---\na: 1", "a: 1e999", "a: '1",
        'a: "\\0"', "a: b: c", "? a\n",
    ],
)  # fmt: skip
def test_not_ordinary(text: str) -> None:
    """What may be wrong, or what refers to another part, is left to the careful way."""
    assert quick(text) is None


def test_limits() -> None:
    """What comes near a limit is left to the careful way."""
    assert quick("[[a]]", Limits(depth=2)) is not None
    assert quick("[[a]]", Limits(depth=1)) is None
    assert quick("[a, b]", Limits(values=8)) is not None
    assert quick("[a, b]", Limits(values=7)) is None


def test_words_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words are remembered, but neither long ones nor very many."""
    words = type(module._words)()
    monkeypatch.setattr(module, "_words", words)
    monkeypatch.setattr(module, "_MOST_WORDS", 2)
    assert quick(f"[no, 010, {'x' * 41}]") is not None
    assert words == {"no": "no", "010": 10}
    assert quick("[no, ~]") is not None
    assert words == {"~": None}
