"""One expression, checked inside the text that gives its names a meaning."""

from bpogov.engine.compiling.expression import Checker, Expression, Frame
from bpogov.engine.compiling.value import Mistake
from bpogov.engine.environment import checking_environment
from tests.engine.bench import checking, compiled, mistakes, place_of, position, rule_text, told

CHECKER = Checker(checking_environment(None, {}), {}, ("engagement", "name"))


def test_frames() -> None:
    """The first binding is the outermost, and the tree is that of the expression alone."""
    frame = Frame((("one", "1"), ("two", "one + 1")))
    checked = CHECKER.check("two + 0 // end", frame, ("assert",), 5)
    assert isinstance(checked, Expression)
    assert (frame.before.index("one"), checked.names) == (len("cel.bind("), frozenset({"two"}))
    assert checked.tree.offset(checked.tree.root) == 4
    assert (checked.authored(4), checked.source.part, checked.source.text) == (9, ("assert",), "two + 0 // end")


def test_mistakes_have_offsets_of_the_author() -> None:
    """A mistake is placed in the text at the part, behind what stands before the expression there."""
    (found,) = mistakes_of("1 + nam", Frame((("name", "1"),)), 10)
    assert (found.part, found.offset, found.help) == (("message",), 14, 'did you mean "name"?')


def mistakes_of(text: str, frame: Frame, start: int = 0) -> list[Mistake]:
    found = CHECKER.check(text, frame, ("message",), start)
    assert isinstance(found, list)
    return list(found)


def test_all_mistakes_of_an_expression() -> None:
    """Every mistake of an expression is told, not only the first."""
    body = checking("engagement.tittle == engagement.idd")
    text = rule_text(body)
    assert [position(one) for one in mistakes(body)] == [place_of(text, ".tittle"), place_of(text, ".idd")]


def test_numbers_in_numbers() -> None:
    """Each round of decimals can uncover the next, as deep as an expression goes."""
    nested = "g.target"
    for _ in range(9):
        nested = f"({nested} + 1)"
    compiled(checking(f"engagement.goals.all(g, has(g.target) && {nested} > 5)"))


def test_decimals_that_mend_nothing_are_taken_back() -> None:
    """A whole number that fits no better as a decimal stays what the author wrote, in the message too."""
    code, message, _ = told(checking("engagement.title > 5"))
    assert (code, message) == ("wrong-type", 'TST001: ">" does not work with a text and a whole number')
    both = mistakes(checking("engagement.goals.exists(g, has(g.target) && g.target > 5) && engagement.title > 5"))
    assert [one.message for one in both] == ['TST001: ">" does not work with a text and a whole number']


def test_too_deep_for_the_tree() -> None:
    """An expression that compiles but whose tree cannot be read is refused."""
    nested = "1"
    for number in range(18):
        nested = f"[1].map(x{number}, {nested})"
    code, message, _ = told(checking(f"{nested} != []"))
    assert (code, "nested too deeply" in message) == ("not-cel", True)
