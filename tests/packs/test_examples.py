"""The rules that come with bpogov: every example holds, and every rule says what a reader needs to act on it."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from bpogov.core.location import Path
from bpogov.core.selftest import RuleSelftest
from bpogov.policy.authored import AuthoredPolicy
from bpogov.policy.library import shipped_folder, shipped_names
from bpogov.policy.load import load_packs
from bpogov.policy.pack import PackRule
from bpogov.runs.selftest import selftest
from bpogov.source.data import Data
from bpogov.source.load import load

ADVICE = {f"S{part}-{number}" for part, last in enumerate((17, 17, 20, 14, 36)) for number in range(1, last + 1)}
FAMILIES = {
    "GOL": "goals",
    "SCP": "scope",
    "PPL": "people",
    "COM": "communication",
    "CUL": "culture",
    "AUT": "autonomy",
    "CTR": "contract",
    "CHG": "change",
    "SLA": "sla",
    "STF": "staff",
    "CST": "cost",
    "OUT": "outcomes",
    "REL": "relationship",
    "LIF": "file",
}
"""The folder of each family of ids, in the order of the catalogue."""
FROM_PRACTICE = {"LIF002", "SLA003"}
"""Rules that no article and no standard asks for: the file itself needs them."""


def _name(rule: PackRule) -> str:
    return f"{rule.form.id} {rule.form.name}"


@cache
def shipped() -> AuthoredPolicy:
    """The packs that come with bpogov, read and bound."""
    return load_packs(tuple(str(shipped_folder() / name.removeprefix("bpogov/")) for name in shipped_names()))


def rules() -> tuple[PackRule, ...]:
    """Every shipped rule."""
    return tuple(rule for pack in shipped().packs for rule in pack.rules)


EXAMPLES = [(rule.form.id, example.name) for rule in rules() for example in rule.form.examples]


@pytest.fixture(scope="session")
def tested() -> dict[str, RuleSelftest]:
    """What running all examples gave, by rule: compiled and run once."""
    return {rule.rule: rule for rule in selftest(shipped_names(), None, None).rules}


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[f"{rule}::{example}" for rule, example in EXAMPLES])
def test_example(rule: str, example: str, tested: dict[str, RuleSelftest]) -> None:
    """An example gives the outcome, at the place and with the message, that it says."""
    assert example in tested[rule].examples
    assert [failure.message for failure in tested[rule].failures if failure.example == example] == []


def snippets(text: str) -> Iterator[str]:
    """Give the indented parts of a text, which are there to be copied."""
    for part in re.split(r"\n\s*\n", text):
        lines = part.splitlines()
        if lines and all(line.startswith("  ") for line in lines):
            yield part


def helps(rule: PackRule) -> Iterator[str]:
    """Give the texts of a rule that say what to write."""
    yield from (rule.form.remediation, rule.form.help or "")
    yield from (assertion.help or "" for assertion in rule.form.assertions)


def filled(text: str) -> str:
    """Put a word into the holes of a message, as a run does."""
    return re.sub(r"\{\{.*?\}\}", "word", text, flags=re.DOTALL)


@pytest.mark.parametrize("rule", [pytest.param(rule, id=_name(rule)) for rule in rules()])
def test_snippets_can_be_copied(rule: PackRule) -> None:
    """What a help shows for copying can be read as YAML, and is a part with a name or a list."""
    for text in helps(rule):
        for snippet in snippets(filled(text)):
            document = load(snippet.encode(), f"{rule.form.id}.yaml")
            assert [finding.message for finding in document.findings] == [], snippet
            assert isinstance(document.data, dict | list), snippet


@pytest.mark.parametrize("rule", [pytest.param(rule, id=_name(rule)) for rule in rules()])
def test_rule_says_why(rule: PackRule) -> None:
    """A rule has a reason and a source: a reference or a piece of advice, and the advice exists."""
    assert rule.form.rationale.strip()
    assert rule.form.remediation.strip()
    assert rule.form.references or rule.form.advice or rule.form.id in FROM_PRACTICE
    assert set(rule.form.advice) <= ADVICE


@pytest.mark.parametrize("rule", [pytest.param(rule, id=_name(rule)) for rule in rules()])
def test_rule_stands_where_its_family_is(rule: PackRule) -> None:
    """The id says the family, the family the folder, and the name the file."""
    family = re.fullmatch(r"([A-Z]{3})0[0-4][0-9]", rule.form.id)
    assert family
    assert rule.document.file.endswith(f"/{FAMILIES[family[1]]}/{rule.form.name}.yaml")


@pytest.mark.parametrize("rule", [pytest.param(rule, id=_name(rule)) for rule in rules()])
def test_rule_has_examples_of_every_outcome(rule: PackRule) -> None:
    """A rule shows what passes and what fails, and with a condition also where it does not apply."""
    shown = {example.expect.outcome.value for example in rule.form.examples}
    assert shown >= {"pass", "fail"}
    assert rule.form.when is None or "not-applicable" in shown


def sentences(value: Data, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Give every text of a rule file that a person reads in a report."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield from sentences(item, (*path, name)) if name not in {"examples", "let"} else ()
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from sentences(item, (*path, number))
    elif isinstance(value, str) and path[-1] in {"title", "message", "rationale", "remediation", "help"}:
        yield path, value


@pytest.mark.parametrize("rule", [pytest.param(rule, id=_name(rule)) for rule in rules()])
def test_texts_use_plain_words(rule: PackRule) -> None:
    """No text of a rule speaks to programmers, and a title or message has no full stop at its end."""
    jargon = re.compile(r"\b(null|schema|regex|boolean|integer|string|array|mapping|scalar|JSON|CEL)\b")
    data: Any = rule.document.data
    for path, text in sentences(data):
        assert not jargon.search(re.sub(r"\{\{.*?\}\}", "", text, flags=re.DOTALL)), (path, text)
        if path[-1] in {"title", "message"}:
            assert not text.rstrip().endswith("."), (path, text)
