"""The edits of an example."""

import pytest

from bpogov.policy.rule import RuleFile
from tests.policy.files import only, path, read_text, rule


def _with(patch: str) -> str:
    return rule(
        examples=(
            f"[{{name: a, given: {{use: shop, patch: {patch}}}, expect: pass}},"
            " {name: b, given: {use: shop}, expect: {outcome: fail, at: $.goals}}]"
        )
    )


def test_every_operation_is_known() -> None:
    """The four operations that examples need pass, a value that is empty included."""
    patch = (
        "[{op: add, path: /a, value: null}, {op: replace, path: '', value: 1}, {op: remove, path: /a},"
        " {op: move, from: /a, path: /b}]"
    )
    assert read_text(_with(patch), RuleFile) == []


@pytest.mark.parametrize(
    ("edit", "below", "message"),
    [
        ("{op: add, path: /a}", "", 'The edit "add" says value, but it is missing here'),
        ("{op: move, path: /a}", "", 'The edit "move" says from, but it is missing here'),
        ("{op: copy, path: /a}", ".op", "The op of an edit is one of add, replace, remove, move"),
        ("{op: [add], path: /a}", ".op", "The op of an edit is one of add, replace, remove, move"),
        ("{op: remove, path: goals}", ".path", "The path of an edit starts with /, such as /contract/term/end"),
        ("{op: remove}", ".path", "The path of an edit starts with /, such as /contract/term/end"),
        ("{op: move, path: /a, from: b}", ".from", "The from of an edit starts with /, such as /contract/term/end"),
        ("{op: remove, path: /a, valeu: 1}", ".valeu", 'An edit has no key "valeu"; did you mean "value"?'),
        ("{op: remove, path: /a, zz: 1}", ".zz", 'An edit has no key "zz"; an edit has op, path, and value or from'),
    ],
)
def test_an_edit_that_cannot_be_meant_is_refused(edit: str, below: str, message: str) -> None:
    """The mistake is told at its place in the patch, before anything is run."""
    problem = only(read_text(_with(f"[{edit}]"), RuleFile))
    assert (path(problem), problem.message) == (f"$.examples[0].given.patch[0]{below}", message)


def test_every_edit_is_judged() -> None:
    """Mistakes in several edits are told at once."""
    problems = read_text(_with("[{op: copy, path: /a}, {op: add, path: /a}]"), RuleFile)
    assert [path(problem) for problem in problems] == [
        "$.examples[0].given.patch[0].op",
        "$.examples[0].given.patch[1]",
    ]
