"""Packs: folders of rules with a manifest."""

import pytest

from bpogov.core.finding import Notification
from bpogov.policy.pack import Pack, read_pack, rule_files
from tests.policy.files import only, path, place, rule, write, write_pack

pytestmark = pytest.mark.usefixtures("workspace")


def _read(folder: str) -> tuple[Pack | None, list[Notification]]:
    problems: list[Notification] = []
    return read_pack(folder, problems), problems


def test_a_pack_is_read_in_the_order_of_its_ids() -> None:
    """Whatever the files are called, and with the name of the pack on each rule."""
    write_pack("own", rule(id="OWN002", name="a-second"), rule(id="OWN001", name="z-first"))
    found, problems = _read("own")
    assert (problems, found is None) == ([], False)
    assert found is not None
    assert [(one.form.id, one.pack) for one in found.rules] == [("OWN001", "own"), ("OWN002", "own")]


def test_every_yaml_file_but_examples_is_a_rule() -> None:
    """Also `.yml`, at any depth; folders called examples count only at the top."""
    write_pack("own", rule())
    for file in ("own/a/b/deep.yml", "own/top.yaml", "own/a/examples/inner.yaml", "own/notes.txt"):
        write(file, "")
    assert rule_files("own") == (
        "own/a/b/deep.yml",
        "own/a/examples/inner.yaml",
        "own/goals/few-goals.yaml",
        "own/top.yaml",
    )


def test_a_rule_is_called_as_its_file() -> None:
    """Both names are told, and both ways out."""
    write_pack("own")
    write("own/goals/some-goals.yaml", rule())
    problem = only(_read("own")[1])
    assert (problem.code, place(problem)) == ("file-name", ("own/goals/some-goals.yaml", 4, 7))
    assert problem.message == 'The rule is called "few-goals", but its file "some-goals"'
    assert problem.help == 'rename the file to "few-goals.yaml", or write name: some-goals'


def test_an_example_uses_an_engagement_of_the_pack() -> None:
    """A misspelt one is told with the one that was meant; without any near, all are named."""
    write_pack("own", rule(examples=rule_examples("shopp", "zoo")))
    near, far = _read("own")[1]
    assert (near.code, near.message) == ("unknown-example", 'The pack has no example engagement "shopp"')
    assert (path(near), near.help) == ("$.examples[0].given.use", 'did you mean "shop"?')
    assert (path(far), far.help) == ("$.examples[1].given.use", "the pack has: shop")


def test_a_pack_without_engagements_says_so() -> None:
    """There is nothing that an example could use."""
    write_pack("own", rule(), examples=None)
    assert {problem.help for problem in _read("own")[1]} == {"the pack has: none"}


def test_an_id_is_given_once() -> None:
    """The later file is told, with the rule that has the id."""
    write_pack("own", rule(), rule(name="more-goals"))
    problem = only(_read("own")[1])
    assert (problem.code, place(problem)[0]) == ("duplicate-rule", "own/goals/more-goals.yaml")
    assert problem.message == 'The id "OWN001" is taken by the rule "few-goals"'


def test_a_pack_without_rules_checks_nothing() -> None:
    """It is a mistake, not a quiet pass."""
    write_pack("own")
    problem = only(_read("own")[1])
    assert (problem.code, problem.message) == ("empty-pack", 'The pack "own" has no rules')
    assert problem.help == "add a rule file, for example with `bpogov new rule`"


def test_mistakes_of_all_files_are_told() -> None:
    """A broken manifest hides no broken rule, and a broken rule no other."""
    write_pack("own", rule(), rule(id="OWN002", name="more-goals", severity="high"), version="2")
    write("own/goals/torn.yaml", "kind: [")
    found, problems = _read("own")
    assert found is None
    assert [(place(problem)[0], problem.code) for problem in problems] == [
        ("own/pack.yaml", "wrong-form"),
        ("own/goals/more-goals.yaml", "wrong-value"),
        ("own/goals/torn.yaml", "YML001"),
    ]


def rule_examples(first: str, second: str) -> str:
    """Two examples that use the engagements named."""
    return (
        f"[{{name: a, given: {{use: {first}}}, expect: pass}},"
        f" {{name: b, given: {{use: {second}}}, expect: {{outcome: fail, at: $.goals}}}}]"
    )
