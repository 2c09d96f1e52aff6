"""The file with the pieces of advice, and rules that cite them."""

from pathlib import Path

import pytest

from bpogov.core.errors import PolicyError
from bpogov.core.finding import Notification
from bpogov.policy.advice import AdviceFile, check_cited, read_advice
from bpogov.policy.pack import Pack, read_pack
from bpogov.policy.reading import read_document
from bpogov.source.load import load

FILE = """\
apiVersion: bpogov/v1
kind: Advice
articles:
  - article: S0
    title: First steps
    about: how to begin
    advice:
      S0-1: Begin with one goal.
      S0-2: Write it down.
"""
RULE = """\
apiVersion: bpogov/v1
kind: Rule
id: OWN001
name: few-goals
title: Few goals
severity: warning
from: draft
advice: [{advice}]
rationale: Many goals are none.
remediation: Keep those that count.
assert: engagement.goals.size() < 4
at: $.goals
message: There are many goals
examples:
  - {{name: few, given: {{use: shop}}, expect: pass}}
  - {{name: many, given: {{use: shop}}, expect: {{outcome: fail, at: $.goals}}}}
"""
MANIFEST = """\
apiVersion: bpogov/v1
kind: Pack
name: own
version: "1"
title: Our own
description: What we ask for
today: 2026-11-21
examples: {shop: examples/shop.yaml}
"""


def _told(text: str) -> list[tuple[str, str, str]]:
    """What reading a file with advice complains about: place, sentence and help."""
    problems: list[Notification] = []
    read_document(load(text.encode(), "advice.yaml"), AdviceFile, problems)
    return [(one.location.path if one.location else "", one.message, one.help) for one in problems]


def _pack(workspace: Path, cited: str) -> Pack:
    (workspace / "own/goals").mkdir(parents=True)
    (workspace / "own/pack.yaml").write_text(MANIFEST)
    (workspace / "own/goals/few-goals.yaml").write_text(RULE.format(advice=cited))
    pack = read_pack("own", [])
    assert pack is not None
    return pack


def test_the_shipped_advice_is_read() -> None:
    """The pieces come with the article that they are from, in the order of the file."""
    advice = read_advice()
    assert advice.articles[3].title == "Mistakes to Avoid When Outsourcing"
    assert advice.articles[3].advice["S3-8"] == "Name a contact person on both sides."
    assert advice.numbers[:2] == ("S0-1", "S0-2")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("title:", "titel:", ("$.articles[0].titel", 'The key "titel" is not known here', 'did you mean "title"?')),
        (
            "article: S0",
            "article: 0",
            ("$.articles[0].article", '"article" is 0, but a text is expected', 'put it in quotes: "0"'),
        ),
        (
            "article: S0",
            "article: first",
            (
                "$.articles[0].article",
                '"first" is not how "article" is written',
                "write S and the number of the article, such as S3",
            ),
        ),
        (
            "S0-2:",
            "two:",
            (
                "$.articles[0].advice.two",
                '"two" is not a name that an entry of "advice" can have',
                "write the number of the article, a hyphen and a number, such as S3-8",
            ),
        ),
        (
            "S0-2:",
            "S1-2:",
            ("$.articles[0].advice.S1-2", '"S1-2" stands in the article S0, so its number starts with S0-', ""),
        ),
    ],
)
def test_a_mistake_in_the_file_is_told_at_its_place(old: str, new: str, told: tuple[str, str, str]) -> None:
    """Unknown keys, numbers that are none, and pieces in the wrong article."""
    assert told in _told(FILE.replace(old, new))


def test_two_articles_cannot_share_a_number() -> None:
    """The second one is told of the first."""
    twice = FILE + FILE[FILE.index("  - article") :]
    assert ("$.articles[1].article", 'An article before this one has the number "S0" too', "") in _told(twice)


@pytest.mark.parametrize(
    ("cited", "help_"),
    [
        ("S3-8, S3-80", 'did you mean "S3-8"?'),
        ("S3-8, S77777-1", "`bpogov explain --advice` lists every piece"),
    ],
)
def test_a_rule_that_cites_no_advice_of_ours_does_not_load(workspace: Path, cited: str, help_: str) -> None:
    """File, line, and what was probably meant; the pieces that exist are no problem."""
    problems: list[Notification] = []
    check_cited(_pack(workspace, cited).rules, problems)
    (problem,) = problems
    assert problem.location is not None
    assert (problem.code, problem.help) == ("unknown-advice", help_)
    assert problem.message == f'There is no piece of advice "{cited.split(", ")[1]}"'
    assert (problem.location.file, problem.location.path) == ("own/goals/few-goals.yaml", "$.advice[1]")
    assert problem.location.span is not None
    assert problem.location.span.start.line == 8


def test_without_citations_the_advice_is_not_read(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An organisation's pack that cites nothing needs no file with advice."""
    pack = _pack(workspace, "")
    monkeypatch.setattr("bpogov.policy.advice.shipped_folder", lambda: workspace)
    problems: list[Notification] = []
    check_cited(pack.rules, problems)
    assert problems == []


def test_advice_that_cannot_be_read_stops_the_run(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken file is a problem of its own, and no rule is blamed for it."""
    pack = _pack(workspace, "S0-9")
    (workspace / "advice.yaml").write_text(FILE.replace("kind: Advice", "kind: Advise"))
    monkeypatch.setattr("bpogov.policy.advice.shipped_folder", lambda: workspace)
    problems: list[Notification] = []
    check_cited(pack.rules, problems)
    assert [problem.code for problem in problems] == ["wrong-value"]
    with pytest.raises(PolicyError) as caught:
        read_advice()
    assert [problem.help for problem in caught.value.problems] == ['did you mean "Advice"?']
