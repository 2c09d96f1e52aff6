"""The advice that bpogov was made from: every piece is enforced by a rule that fires."""

from functools import cache

import pytest

from bpogov.engine.compiling.compile import compile_policy
from bpogov.policy.advice import AdviceFile, read_advice
from bpogov.policy.library import shipped_folder
from bpogov.policy.load import load_packs
from bpogov.runs.explaining.advice import serving_rule

ARTICLES = {"S0": 17, "S1": 17, "S2": 20, "S3": 14, "S4": 36}


@cache
def advice() -> AdviceFile:
    """The file with all pieces."""
    return read_advice()


@cache
def messages() -> dict[str, dict[str, str]]:
    """For each piece the rules that cite it, each with what the example that illustrates the piece makes it say."""
    policy = load_packs((str(shipped_folder()),))
    compiled = compile_policy(policy)
    said: dict[str, dict[str, str]] = {}
    for bound in policy.rules:
        for number in bound.rule.form.advice:
            said.setdefault(number, {})[bound.id] = serving_rule(bound, number, policy, compiled).message
    return said


@pytest.mark.parametrize("number", advice().numbers)
def test_a_piece_of_advice_is_enforced(number: str) -> None:
    """At least one rule cites it, and every rule that does has an example of it on which it really fires."""
    said = messages().get(number, {})
    assert said, f"no rule serves {number}"
    assert [rule for rule, message in said.items() if not message] == []


def test_pieces_that_one_rule_serves_are_shown_apart() -> None:
    """Where a rule serves several pieces, no two of them show the same message."""
    by_rule: dict[str, dict[str, list[str]]] = {}
    for number, said in messages().items():
        for rule, message in said.items():
            by_rule.setdefault(rule, {}).setdefault(message, []).append(number)
    same = {rule: sorted(numbers) for rule, shown in by_rule.items() for numbers in shown.values() if len(numbers) > 1}
    assert same == {}


def test_all_articles_are_there_without_a_gap() -> None:
    """Numbers are permanent: each article counts its pieces from 1 on, and none went missing."""
    expected = [f"{article}-{number}" for article, last in ARTICLES.items() for number in range(1, last + 1)]
    assert list(advice().numbers) == expected


def test_a_piece_is_one_short_sentence() -> None:
    """A vendor manager reads it at a glance."""
    texts = [text for article in advice().articles for text in article.advice.values()]
    assert [text for text in texts if text.count(".") != 1 or not text.endswith(".") or len(text) > 110] == []
