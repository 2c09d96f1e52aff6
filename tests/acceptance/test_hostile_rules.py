"""Rules from somebody who means no good: refused at load, or an outcome `error`, and always soon."""

from pathlib import Path

import pytest

from tests.acceptance.hostile_files import SMALL
from tests.acceptance.measured import Measured, bpogov

pytest.importorskip("resource", reason="this system cannot limit and measure a process")

PACK = """\
apiVersion: bpogov/v1
kind: Pack
name: own
version: "0.1"
title: Rules of our own
description: What our organisation asks of every engagement.
today: 2026-11-21
examples: {tea: ../../tea.yaml}
"""
RULE = """\
apiVersion: bpogov/v1
kind: Rule
id: OWN001
name: hostile
title: The goals are as they should be
severity: error
from: draft
rationale: It is a test.
remediation: Write other goals.
{check}
at: $.goals
message: The goals are not as they should be
examples:
  - {{name: as it is, given: {{use: tea}}, expect: pass}}
  - name: another
    given: {{use: tea, patch: [{{op: remove, path: /goals/0}}]}}
    expect: {{outcome: fail, at: $.goals}}
"""
SECONDS, MEMORY = 2.0, 180
JOINED = "\"engagement.goals.map(g, {}).join('')\""
REPLACED = ".replace('a', 'aaaaaaaaaa')"


def all_of_all(depth: int) -> str:
    """An expression that looks at every goal for every other goal, and so on."""
    return "".join(f"engagement.goals.all(g{n}, " for n in range(depth)) + "true" + ")" * depth


def doubling(times: int, start: str) -> str:
    """Named values of which each is twice as long as the one before."""
    return "\n".join(
        ["let:", f"  x0: {start!r}", *(f"  x{n + 1}: x{n} + x{n}" for n in range(times)), f"assert: size(x{times}) > 0"]
    )


def nesting(times: int) -> str:
    """Named values of which each holds the one before twice, and a comparison of the last with itself."""
    values = (f"  x{n + 1}: '[x{n}, x{n}]'" for n in range(times))
    return "\n".join(["let:", "  x0: engagement.title", *values, f"assert: x{times} == x{times}"])


def multiplying(steps: int) -> str:
    """A schema whose parts each name the next one twice."""
    parts = (f'a{n}: {{allOf: [{{$ref: "#/$defs/a{n + 1}"}}, {{$ref: "#/$defs/a{n + 1}"}}]}}' for n in range(steps))
    return f'schema: {{$ref: "#/$defs/a0", $defs: {{{", ".join(parts)}, a{steps}: {{}}}}}}'


REFUSED = {
    "a very long expression": (f"assert: {' && '.join(['true'] * 20_000)}", "at most 4000 are allowed"),
    "brackets without end": (f'assert: "{"(" * 20_000}true{")" * 20_000}"', "at most 4000 are allowed"),
    "brackets within the length": (f'assert: "{"(" * 1900}true{")" * 1900}"', "OWN001: "),
    "lists within the length": (f'assert: "{"[" * 1900}{"]" * 1900} == []"', "OWN001: "),
    "choices within the length": (f'assert: "{"true ? " * 300}true{" : false" * 200}"', "OWN001: "),
    "fields within the length": (f'assert: "engagement{".a" * 1900} == 1"', "OWN001: "),
    "a text that doubles": (doubling(40, "'aaaaaaaaaa'"), "nested too deeply"),
    "a list that doubles": (doubling(40, "[1, 2, 3]"), "nested too deeply"),
    "a text that replaces itself": (
        f"assert: \"size('aaaaaaaaaa'{REPLACED * 12}) > 0\"",
        "longer than a rule may make",
    ),
    "a text joined for each goal": (
        f"let: {{a: {JOINED.format('engagement.title')}, b: {JOINED.format('a')}}}\nassert: size(b) > 0",
        "repeat less: use fewer +, join and replace",
    ),
    "a text by itself": (
        "assert: size(engagement.title.replace('', engagement.title)) > 0",
        "longer than a rule may make",
    ),
    "a list in a list": (nesting(18), "longer than a rule may make"),
    "a pattern in a schema": (
        'schema: {type: array, items: {properties: {id: {pattern: "(a+)+$"}}}}',
        '"pattern" is not allowed in a rule',
    ),
    "a pattern below a field called properties": (
        'schema: {type: array, items: {properties: {properties: {pattern: "(a+)+$"}}}}',
        '"pattern" is not allowed in a rule',
    ),
    "a schema that names itself": ('schema: {$ref: "#"}', '"#" leads back to itself'),
    "a schema that multiplies": (multiplying(18), "more than 10,000 parts"),
    "a schema with a long chain": (multiplying(60), "more than 20 other references"),
    "a schema from the network": ('schema: {$ref: "http://localhost/x.json"}', "lies outside the rule"),
    "a schema that names nothing": ('schema: {$ref: "#/$defs/x"}', "leads nowhere"),
}
BROKEN_OFF = {
    "every goal for every goal": (f'assert: "{all_of_all(8)}"', "takes too many steps"),
    "every goal for every goal, three times": (f'assert: "{all_of_all(3)}"', "takes too many steps"),
    "a pattern of many repeats": (
        "assert: \"engagement.title.matches('(x{1,1000}){1,1000}')\"",
        "invalid repetition size",
    ),
}


def check(folder: Path, rule: str, engagement: str) -> Measured:
    """Check an engagement by one rule."""
    own = folder / "policies" / "own"
    (own / "goals").mkdir(parents=True)
    (own / "pack.yaml").write_text(PACK, encoding="utf-8")
    (own / "goals" / "hostile.yaml").write_text(RULE.format(check=rule), encoding="utf-8")
    (folder / "bpogov.yaml").write_text(
        "apiVersion: bpogov/v1\nkind: Configuration\npacks: [./policies/own]\n", encoding="utf-8"
    )
    (folder / "tea.yaml").write_text(engagement, encoding="utf-8")
    return bpogov(folder, "check", "tea.yaml", "--today", "2026-11-21")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder, with room beside it."""
    made = tmp_path / "workspace"
    made.mkdir()
    return made


def many_goals(number: int, title: str = "E-mail support") -> str:
    """An engagement with many goals."""
    goals = "".join(f"  - {{id: g{n}, statement: Faster answers, owner: joint}}\n" for n in range(number))
    start, _, rest = SMALL.replace("E-mail support", title, 1).partition("goals: [")
    return f"{start}goals:\n{goals}{rest.partition(chr(10))[2]}"


@pytest.mark.parametrize("name", REFUSED)
def test_refused_at_load(name: str, folder: Path) -> None:
    """A rule that could run forever is refused at its place, before anything is checked."""
    rule, words = REFUSED[name]
    seen = check(folder, rule, SMALL)
    assert seen.code == 2, seen.text[-500:]
    assert seen.out == b""
    assert seen.err.startswith(b"policies/own/goals/hostile.yaml:")
    assert words in " ".join(seen.err.decode().split())
    assert seen.cpu < SECONDS
    assert seen.memory < MEMORY


@pytest.mark.parametrize("name", BROKEN_OFF)
def test_broken_off(name: str, folder: Path) -> None:
    """A rule that needs too many steps on a full file ends as an error, which is no pass."""
    rule, words = BROKEN_OFF[name]
    seen = check(folder, rule, many_goals(200))
    assert seen.code == 2, seen.text[-500:]
    assert words in " ".join(seen.out.decode().split())
    assert "1 rule could not be evaluated" in seen.text
    assert seen.cpu < SECONDS
    assert seen.memory < MEMORY


def test_patterns_take_no_longer_than_the_text_is(folder: Path) -> None:
    """A pattern that other engines try in every way is judged in one go, also on a text that never fits."""
    seen = check(folder, "assert: \"!engagement.title.matches('^(a+)+$')\"", many_goals(1, "a" * 500_000 + "!"))
    assert seen.code == 0, seen.text[-500:]
    assert seen.cpu < SECONDS
    assert seen.memory < MEMORY


def test_longest_text_that_a_rule_may_make(folder: Path) -> None:
    """A rule that makes nearly as much as it may of a text of half a MiB ends soon."""
    rule = f"assert: size(engagement.title.replace('a', '{'b' * 100}')) > 0"
    seen = check(folder, rule, many_goals(1, "a" * 500_000))
    assert seen.code == 0, seen.text[-500:]
    assert seen.cpu < SECONDS
    assert seen.memory < MEMORY + 100 * 4


def test_many_rules(folder: Path) -> None:
    """Hundreds of rules are read and used soon."""
    goals = folder / "policies" / "own" / "goals"
    goals.mkdir(parents=True)
    for number in range(100, 400):
        text = RULE.format(check="assert: size(engagement.goals) > 0")
        text = text.replace("OWN001", f"OWN{number}").replace("name: hostile", f"name: r{number}")
        (goals / f"r{number}.yaml").write_text(text, encoding="utf-8")
    (folder / "policies" / "own" / "pack.yaml").write_text(PACK, encoding="utf-8")
    (folder / "tea.yaml").write_text(SMALL, encoding="utf-8")
    configuration = "apiVersion: bpogov/v1\nkind: Configuration\npacks: [./policies/own]\n"
    (folder / "bpogov.yaml").write_text(configuration, encoding="utf-8")
    seen = bpogov(folder, "check", "tea.yaml")
    assert seen.code == 0
    assert "1 engagement, 300 rules, no findings" in seen.text
    assert seen.cpu < SECONDS
    assert seen.memory < MEMORY
