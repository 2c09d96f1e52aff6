"""A compiled policy as plain data, and back."""

import hashlib
import marshal
import os
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpogov.core.status import Status
from bpogov.engine.compiling.compile import compile_policy
from bpogov.engine.image import BadImage, freeze, thaw
from bpogov.engine.judging.evaluate import evaluate
from bpogov.engine.program import CompiledPolicy
from bpogov.policy.library import shipped_folder
from bpogov.policy.load import load_packs, load_policy_set
from tests.engine.bench import TODAY, checking, compiled, engagement
from tests.policy.files import configuration, rule, write, write_pack

EVERY = (
    checking(
        "engagement.goals.size() > params.most", "parameters: {most: {type: integer, default: 0, description: d}}"
    ),
    checking(
        "goal.id.size() > 1", "for_each: $.goals[*]\nas: goal\non_empty: pass\nneeds: ['$.goals']\nwhere: goal.id != ''"
    ),
    "at: $.goals\nschema: {type: array, minItems: 1}",
)


def image() -> Any:
    """The image of some rules of every kind."""
    return freeze(compiled(*EVERY))


def told(policy: CompiledPolicy, **keys: Any) -> object:
    """Everything that the rules say of an engagement."""
    return evaluate(policy, engagement(**keys), TODAY)


def test_a_thawed_policy_says_the_same() -> None:
    """Outcomes, messages and places, of rules that pass and of rules that fail; and its image is the same again."""
    fresh = compiled(*EVERY)
    thawed = thaw(marshal.loads(marshal.dumps(freeze(fresh))))  # noqa: S302 (what was written a moment ago)
    assert thawed.policy == fresh.policy
    for goals in ([], [{"id": "x", "statement": "Short"}], [{"id": "long", "statement": "Fine"}]):
        assert told(thawed, goals=goals) == told(fresh, goals=goals)
    assert freeze(thawed) == freeze(fresh)


def test_an_image_knows_whether_a_rule_reads_the_day() -> None:
    """In an assertion, in a condition, in a message, or where a meaning needs it; a text with the word is enough."""
    plain = "at: $.title\nmessage: Title"
    reading = (
        f"assert: today > '2026-01-01'\n{plain}",
        f"assert: 'false'\nwhen: today > '2026-01-01'\n{plain}",
        "assert: 'false'\nat: $.title\nmessage: 'It is {{ today }}'",
        f"assert: engagement.title != 'today'\n{plain}",
    )
    assert [thaw(freeze(compiled(body))).dated for body in reading] == [True] * len(reading)
    assert thaw(freeze(compiled(*EVERY))).dated is False


def test_the_shipped_packs_keep_everything() -> None:
    """No rule, setting, text or program of theirs is lost."""
    fresh = compile_policy(load_packs((str(shipped_folder() / "core"),)))
    thawed = thaw(freeze(fresh))
    assert (thawed.policy, freeze(thawed)) == (fresh.policy, freeze(fresh))


def test_an_image_is_the_same_everywhere() -> None:
    """The same policy gives the same bytes in every process, whatever order it keeps things in."""
    names = ("text.same('a', 'b')", "dates.at_most('P1D', 'P2D')", "lists.by([], 'a') == {}", "extra({}, 'a') == 1")
    rules = (*EVERY, checking(" || ".join(names), "for_each: $.slas[*]\nas: sla\non_empty: pass\nwhere: sla.id != ''"))
    code = (
        "import hashlib, marshal; from bpogov.engine.image import freeze; from tests.engine.bench import compiled; "
        f"print(hashlib.sha256(marshal.dumps(freeze(compiled(*{rules!r})), 2)).hexdigest())"
    )
    command = [sys.executable, "-c", code]
    surroundings = (os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.getcwd()} for seed in ("1", "2", "3"))
    shown = {subprocess.run(command, env=one, capture_output=True, check=True).stdout for one in surroundings}
    assert shown == {f"{hashlib.sha256(marshal.dumps(freeze(compiled(*rules)), 2)).hexdigest()}\n".encode()}


@pytest.mark.usefixtures("workspace")
def test_a_configuration_is_kept() -> None:
    """Changes for some files, gates, terms of waivers, warnings and folders."""
    write_pack("own", rule())
    write_pack("policies/other", rule(id="OTH001"), name="other")
    overrides = "[{engagements: [old/*.yaml], rules: {OWN001: {severity: note}}}]"
    write("bpogov.yaml", configuration(packs="[own]", overrides=overrides, gates="{ci: {promote: [OWN001]}}"))
    fresh = compile_policy(load_policy_set(None, None))
    assert [one.code for one in fresh.policy.notifications] == ["unlisted-pack"]
    assert thaw(freeze(fresh)).policy == fresh.policy


@pytest.mark.parametrize(
    "data",
    [
        *(None, 1, (), ((), ()), ((), (), ()), (("a",), (), ((99, 1),)), (("a",), (), ((6, 5),))),
        *(((1,), (), ((0, 1),)), (("a",), (), ((0, 1),)), (("a",), (1,), ((0, 1),)), (("a",), (("f", 1),), ((0, 1),))),
        *((("a",), (("f", "dates", (("x", "no kind"),), []),), ((0, 1),)),),
    ],
)
def test_data_that_are_no_image(data: object) -> None:
    """They are refused, whatever is wrong."""
    with pytest.raises(BadImage):
        thaw(data)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_damage_is_an_image_or_refused(data: st.DataObject) -> None:
    """A part that is gone, or another one in its place, never ends in anything else."""
    variables, dated, functions, entries = image()
    number = data.draw(st.integers(0, len(entries) - 1))
    other = data.draw(st.one_of(st.none(), st.tuples(st.integers(-1, 60), st.integers(-1, 400) | st.text())))
    changed = (*entries[:number], *(() if other is None else (other,)), *entries[number + 1 :])
    try:
        thaw((variables, dated, functions, changed))
    except BadImage:
        return


def test_only_calculations_that_are_used_are_kept() -> None:
    """They give what they gave, and the module of another one is not even imported, in a process of its own."""
    fresh = compiled(checking("dates.days_between('2026-11-20', today) == 1"))
    assert "text.same" in {one.name for one in fresh.environment.functions}
    data = freeze(fresh)
    assert [one.name for one in thaw(data).environment.functions] == ["dates.days_between"]
    assert told(thaw(data)) == told(fresh)
    code = (
        "import marshal, sys; from bpogov.engine.image import thaw; thaw(marshal.load(sys.stdin.buffer)); "
        "print([name for name in sys.modules if name.startswith('bpogov.functions.')])"
    )
    command = [sys.executable, "-c", code]
    shown = subprocess.run(command, input=marshal.dumps(data), capture_output=True, check=True).stdout.decode()
    assert shown.strip() == "['bpogov.functions.declare', 'bpogov.functions.catalogue']"


def test_what_a_rule_says_is_made_when_it_is_asked_for() -> None:
    """An assertion and its message are bytes until then, and afterwards always the same."""
    rule = thaw(image()).rules[1]
    (assertion,) = rule.assertions
    assert (rule.asserted, assertion.that.text, assertion.message.text) == (
        frozenset(Status),
        "goal.id.size() > 1",
        "No",
    )
    assert rule.assertions is rule.assertions
