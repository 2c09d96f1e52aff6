"""Advice explained under a configuration."""

from pathlib import Path

import pytest

from bpogov.core.errors import UsageError
from bpogov.core.severity import Severity
from bpogov.runs.explaining.advice import explain_advice, list_advice
from bpogov.runs.explaining.explain import explain
from tests.policy.files import configuration, rule, write, write_pack

OFF = """\
apiVersion: bpogov/v1
kind: Configuration
rules:
  PPL001: {enabled: false, reason: tested here}
"""


@pytest.mark.parametrize("number", ["S3-8", "s3-8"])
def test_a_piece_is_explained_with_the_rules_that_serve_it(workspace: Path, number: str) -> None:
    """Each rule comes with its facts and with what its first failing example makes it say."""
    assert workspace.is_dir()
    found = explain_advice(number, None, None)
    assert (found.id, found.text) == ("S3-8", "Name a contact person on both sides.")
    assert (found.article, found.title) == ("S3", "Mistakes to Avoid When Outsourcing")
    rule = found.rules[0]
    assert (rule.id, rule.name, rule.severity, rule.enabled) == ("PPL001", "contacts-both-sides", Severity.ERROR, True)
    assert rule.title == "Both sides have an operations contact and a sponsor"
    assert rule.example == "nobody is listed"
    assert rule.message.startswith("No contact is listed")


@pytest.mark.parametrize(
    ("number", "example", "said"),
    [
        ("S3-12", "the provider's methods are forbidden", "You allow none of the provider's own methods"),
        ("S3-13", "a rule without a reason", 'The rule "Use the client ticket system" has no reason'),
    ],
)
def test_a_rule_shows_the_example_of_the_piece(workspace: Path, number: str, example: str, said: str) -> None:
    """A rule that serves several pieces shows beside each the example that illustrates it."""
    assert workspace.is_dir()
    [rule] = explain_advice(number, None, None).rules
    assert (rule.id, rule.example) == ("AUT005", example)
    assert rule.message.startswith(said)


def test_a_piece_without_an_example_shows_none(workspace: Path) -> None:
    """A rule whose only failing example shows another piece says nothing for this one."""
    assert workspace.is_dir()
    examples = """[{name: good, given: {use: shop}, expect: pass}, {name: bad, advice: [S1-1],
      given: {use: shop, patch: [{op: replace, path: /goals, value: []}]}, expect: {outcome: fail, at: $.goals}}]"""
    write_pack("own", rule(advice="[S1-1, S1-2]", assert_="engagement.goals.size() > 0", examples=examples))
    write("bpogov.yaml", configuration(packs="[own]"))
    shown = {number: explain_advice(number, None, None).rules[0] for number in ("S1-1", "S1-2")}
    assert (shown["S1-1"].example, shown["S1-1"].message) == ("bad", "There are many goals")
    assert (shown["S1-2"].example, shown["S1-2"].message) == ("", "")


def test_the_configuration_counts(workspace: Path) -> None:
    """A rule that is switched off says so, and the overview does not count it."""
    (workspace / "bpogov.yaml").write_text(OFF)
    assert [rule.enabled for rule in explain_advice("S3-8", None, None).rules if rule.id == "PPL001"] == [False]
    pieces = {number: rules for article in list_advice(None, None).articles for number, rules, _ in article.pieces}
    assert "PPL001" not in pieces["S3-8"]
    assert "PPL003" in pieces["S3-11"]


def test_the_overview_goes_by_article(workspace: Path) -> None:
    """Every article with its pieces."""
    assert workspace.is_dir()
    article = list_advice(None, None).articles[1]
    assert (article.id, article.title) == ("S1", "5 call center outsourcing mistakes you must avoid")
    assert article.about == "what goes wrong when customers are served by somebody else"
    assert ("S1-11", ("SCP004",), "Only outsource work whose results can be counted.") in article.pieces


@pytest.mark.parametrize(
    ("number", "help_"),
    [("S3-88", 'did you mean "S3-8"?'), ("fairness", "`bpogov explain --advice` lists every piece")],
)
def test_an_unknown_piece_is_answered_with_the_nearest(workspace: Path, number: str, help_: str) -> None:
    """Or with where to look."""
    assert workspace.is_dir()
    with pytest.raises(UsageError) as caught:
        explain_advice(number, None, None)
    (problem,) = caught.value.problems
    assert (problem.code, problem.message) == ("unknown-advice", f'There is no piece of advice "{number}"')
    assert problem.help == help_


def test_a_number_of_advice_is_no_word_but_leads_there(workspace: Path) -> None:
    """Who forgets the option is told of it."""
    assert workspace.is_dir()
    with pytest.raises(UsageError) as caught:
        explain("s3-8", None, None)
    assert [problem.help for problem in caught.value.problems] == [
        "it is a piece of advice: bpogov explain --advice S3-8"
    ]
