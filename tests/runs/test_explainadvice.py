"""Advice explained under a configuration."""

from pathlib import Path

import pytest

from bpogov.core.errors import UsageError
from bpogov.core.severity import Severity
from bpogov.runs.explain import explain
from bpogov.runs.explainadvice import explain_advice, list_advice

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
