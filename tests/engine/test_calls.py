"""Calls to calculations: what is remembered, for how long, and what goes through by reference."""

import datetime as dt
from copy import deepcopy
from typing import Any

import pytest

from bpogov.engine.calls import Calls, guarded
from bpogov.engine.environment import running_environment
from bpogov.engine.judging.evaluate import evaluate
from tests.engine.bench import TODAY, checking, compiled, engagement


class Recorder:
    """A calculation that keeps what it was asked."""

    def __init__(self, *results: Any) -> None:
        self.asked: list[tuple[Any, ...]] = []
        self._results = list(results)

    def __call__(self, *arguments: Any) -> Any:
        """The next of the results, whatever is asked."""
        self.asked.append(arguments)
        return self._results[len(self.asked) - 1]


def test_the_same_question_is_asked_once() -> None:
    """Equal arguments give the result that is known, also lists and maps, which have no hash."""
    recorder = Recorder("first", "second")
    call = Calls().remembered("a", recorder)
    assert [call([{"a": 1.0}], "x"), call([{"a": 1.0}], "x"), call([{"a": 2.0}], "x")] == ["first", "first", "second"]
    assert recorder.asked == [([{"a": 1.0}], "x"), ([{"a": 2.0}], "x")]


@pytest.mark.parametrize("others", [(1, 1.0, True, "1"), ([], {}, ""), (0.0, -0.0), (["a", "b"], ["ab"], ["b", "a"])])
def test_what_only_looks_equal_is_another_question(others: tuple[Any, ...]) -> None:
    """A whole number, a decimal, a flag and a text are different arguments."""
    recorder = Recorder(*range(len(others)))
    call = Calls().remembered("a", recorder)
    assert [call(other) for other in others] == list(range(len(others)))


def test_calculations_do_not_share_results() -> None:
    """The name of the calculation belongs to the question."""
    calls = Calls()
    assert (calls.remembered("a", lambda _: 1)("x"), calls.remembered("b", lambda _: 2)("x")) == (1, 2)


def test_nothing_is_remembered_from_one_engagement_to_the_next() -> None:
    """The same question about another engagement is asked again, by reference or not."""
    recorder = Recorder(1, 2, 3, 4)
    calls = Calls()
    call = calls.remembered("a", recorder)
    one, other = {"id": "one"}, {"id": "other"}
    first, _ = calls.begin(one)
    assert (call(first), call(first), call("x")) == (1, 1, 2)
    second, _ = calls.begin(other)
    assert (call(second), call("x"), call(second)) == (3, 4, 3)
    assert recorder.asked == [(one,), ("x",), (other,), ("x",)]
    assert recorder.asked[0][0] is one


def test_sections_go_by_reference_too() -> None:
    """A section that is a list or a group of fields is handed over itself, and a word as it is."""
    recorder = Recorder(1, 2, 3)
    calls = Calls()
    call = calls.remembered("a", recorder)
    facts = {"goals": ["fast"], "cost": {"rate": 1.0}, "id": "one"}
    _, sections = calls.begin(facts)
    assert [call(sections[name]) for name in ("goals", "cost", "id", "goals")] == [1, 2, 3, 1]
    assert recorder.asked == [(["fast"],), ({"rate": 1.0},), ("one",)]
    assert recorder.asked[0][0] is facts["goals"]
    calls.begin(facts)
    with pytest.raises(ValueError, match="an engagement that is not looked at"):
        call(sections["goals"])


def test_an_outdated_reference_is_an_error() -> None:
    """Whoever still looks at an engagement after the next one began gets no answer about the wrong one."""
    calls = Calls()
    call = calls.remembered("a", lambda facts: facts["id"])
    outdated, _ = calls.begin({"id": "one"})
    calls.begin({"id": "other"})
    with pytest.raises(ValueError, match="an engagement that is not looked at"):
        call(outdated)


def test_values_that_cannot_be_a_key_are_asked_every_time() -> None:
    """A moment in time and a list of great depth go through all the same."""
    deep: list[Any] = []
    for _ in range(5000):
        deep = [deep]
    for value in (dt.datetime(2026, 11, 21, tzinfo=dt.UTC), deep):
        recorder = Recorder(1, 2)
        call = Calls().remembered("a", recorder)
        assert (call(value), call(value)) == (1, 2)


def test_results_of_any_kind_come_back() -> None:
    """A result whose size nobody knows comes back and is not remembered."""
    recorder = Recorder(dt.timedelta(1), dt.timedelta(2))
    call = Calls().remembered("a", recorder)
    assert (call("x"), call("x")) == (dt.timedelta(1), dt.timedelta(2))


def test_memory_is_bounded() -> None:
    """Beyond some megabytes nothing more is remembered, and every answer is still right."""
    recorder = Recorder(*["x" * 1_000_000] * 6)
    call = Calls().remembered("a", recorder)
    assert {len(call(number)) for number in (0, 1, 2, 3, 4, 4, 0)} == {1_000_000}
    assert recorder.asked == [(0,), (1,), (2,), (3,), (4,), (4,)]


def test_whatever_is_raised_is_an_error_value() -> None:
    """A plain sentence stays, and a defect says what it is."""
    calls = Calls()
    with pytest.raises(ValueError, match=r"^invalid literal"):
        calls.remembered("a", int)("no")
    for call in (calls.remembered("b", lambda part: part["x"]), guarded(lambda part: part["x"])):
        with pytest.raises(ValueError, match="defect in the calculation: KeyError: 'x'"):
            call({})


def test_what_is_only_guarded_is_asked_every_time() -> None:
    """A calculation with words and numbers costs less than remembering it."""
    recorder = Recorder(1, 2)
    call = guarded(recorder)
    assert (call("x"), call("x")) == (1, 2)


def test_each_environment_has_calls_of_its_own() -> None:
    """Two policies that are in use at the same time know nothing of each other."""
    assert running_environment([]).calls is not running_environment([]).calls


def test_calculations_leave_the_facts_alone() -> None:
    """The facts themselves are handed over, and no rule can change them."""
    read = engagement(goals=[{"id": "fast", "statement": "Answer fast"}], **{"x-own": {"a": ["b"]}})
    before = deepcopy(read.facts)
    body = checking("extra(engagement, 'x-own') != null && references.duplicates(engagement, ['$.goals[*].id']) == []")
    evaluate(compiled(body), read, TODAY)
    assert read.facts == before


def test_engagements_that_take_turns() -> None:
    """One policy judges several engagements, each by its own facts."""
    judged = compiled(checking("text.placeholders(engagement, ['TBD']) == []"))
    good, bad = engagement(), engagement(title="TBD")
    said = [evaluate(judged, one, TODAY).results[0].outcome.value for one in (good, bad, good, bad)]
    assert said == ["pass", "fail", "pass", "fail"]
