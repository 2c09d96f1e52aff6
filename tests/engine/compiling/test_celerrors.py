"""What the CEL compiler says, for people who write rules."""

import pytest

from bpogov.engine.compiling import celerrors
from bpogov.engine.compiling.celerrors import TOO_DEEP, CompileError
from tests.engine.bench import checking, mistake, mistakes, place_of, position, rule_text, told


@pytest.mark.parametrize(
    ("expression", "at", "code", "message", "help_"),
    [
        (
            "engagement.tittle == 'x'",
            ".tittle",
            "unknown-field",
            'The field "tittle" does not exist',
            'did you mean "title"?',
        ),
        (
            "has(engagement.tittle)",
            "(engagement.tittle",
            "unknown-field",
            'The field "tittle" does not exist',
            'did you mean "title"?',
        ),
        ("engagement.parties.qqq == 'x'", ".qqq", "unknown-field", 'The field "qqq"', "there are: client, provider"),
        ("params.limit == 1", ".limit", "unknown-field", 'The field "limit" does not exist here', "there are: "),
        ("engagment.title == 'x'", "engagment", "unknown-name", 'The name "engagment" is not known', '"engagement"?'),
        (
            "dates.at_mosst('P1D', 'P2D')",
            "dates.at_mosst",
            "unknown-name",
            '"dates.at_mosst"',
            'did you mean "dates.at_most"?',
        ),
        ("zzz == 1", "zzz", "unknown-name", 'The name "zzz" is not known here', ""),
        ("previous.title == 'x'", "previous", "unknown-name", 'The name "previous" is not known here', ""),
        ("portfolio.size() > 1", "portfolio", "unknown-name", 'The name "portfolio" is not known here', ""),
        ("engagement.title > 5", "> 5", "wrong-type", '">" does not work with a text and a whole number', ""),
        ("engagement.title && true", "&& true", "wrong-type", '"&&" does not work with a text and true or false', ""),
        (
            "dates.at_most(3, 'P1D')",
            "(3",
            "wrong-type",
            '"dates.at_most" does not work with a whole number and a text',
            "",
        ),
        ("-engagement.title == 'x'", "-eng", "wrong-type", '"-" does not work with a text', ""),
        ("!engagement.goals", "!eng", "wrong-type", '"!" does not work with a list', ""),
        ("engagement.parties + 1 == 2", "+ 1", "wrong-type", "a group of fields and a whole number", ""),
        (
            "engagement.?contacts_ref + 'x' == 'x'",
            "+ 'x'",
            "wrong-type",
            "a value that may be absent (add orValue)",
            "",
        ),
        ("{'a': 1} + null == {}", "+ null", "wrong-type", "a group of fields and null", ""),
        ("true + 1u == 2", "+ 1u", "wrong-type", "true or false and a whole number", ""),
        ("(engagement.title == 'x'", "'x'", "not-cel", "The expression cannot be read", "check brackets and quotes"),
        ("engagement.title == ", "", "not-cel", "The expression cannot be read", "check brackets and quotes"),
        ("[" * 40 + "]" * 40 + " == []", "[", "not-cel", TOO_DEEP, "give parts of it names under let"),
    ],
)
def test_messages(expression: str, at: str, code: str, message: str, help_: str) -> None:
    """Every kind of error has a sentence, a help where there is one, and its place in the file."""
    body = checking(expression)
    found = mistakes(body)[0]
    assert found.code == code
    assert message in found.message
    assert help_ in found.help
    if at and code in ("unknown-field", "unknown-name", "wrong-type"):
        assert position(found) == place_of(rule_text(body), at)


def test_unknown_names_are_those_of_the_rule() -> None:
    """A parameter, a let and the item of a loop are suggested too."""
    more = "parameters: {limit: {type: number, default: 1, description: x}}"
    assert told(checking("params.limitt == 1.0", more))[2] == 'did you mean "limit"?'
    more = "for_each: $.slas[*]\nas: level\non_empty: pass\nlet: {aim: level.id}"
    found = {one.message: one.help for one in mistakes(checking("levle.id == aimm + aim", more))}
    assert found == {
        'TST001: The name "levle" is not known here': 'did you mean "level"?',
        'TST001: The name "aimm" is not known here': 'did you mean "aim"?',
    }


@pytest.mark.parametrize(
    ("expression", "corrected"),
    [
        ("engagement.goals.size() > 0.5", "write double(engagement.goals.size()) > 0.5"),
        ("0.5 < size(engagement.goals)", "write 0.5 < double(size(engagement.goals))"),
        (
            "engagement.goals.all(g, has(g.target) && g.target + size(g.id) > 5.0)",
            "write g.target + double(size(g.id))",
        ),
        (
            "engagement.goals.all(g, has(g.target) && g.target * (size(g.id) + 1) > 5.0)",
            "write g.target * double((size(g.id) + 1))",
        ),
        ("[size(engagement.goals) > 0.5, true] == []", "write double(size(engagement.goals)) > 0.5"),
        ("metrics.at_least_as_good(1, true, 'higher')", ""),
        ("math.bitAnd(1.5, size(engagement.goals)) == 1", "write double(…) around the whole number"),
    ],
)
def test_whole_numbers_beside_decimals(expression: str, corrected: str) -> None:
    """A whole number that is calculated and meets a decimal is an error with the corrected text."""
    code, _, help_ = told(checking(expression))
    assert (code, help_) == ("wrong-type", corrected)


def test_mixed_numbers_in_a_call() -> None:
    """Where the operation is no operator between two values, the help only says what to do."""
    error = CompileError(0, "found no matching overload for 'f' applied to '(double, int)'")
    assert celerrors.explain(error, "f(1)", {}, (), None)[2] == ""
    found = mistake(checking("[1.5].map(x, x).exists(x, x in [size(engagement.goals)])"))
    assert found.code == "wrong-type"


def test_errors_without_a_place() -> None:
    """Words of the compiler that name no place count for the beginning of the expression."""
    (error,) = celerrors.parse("something else\nmore", "text", 0, 4)
    assert (error.offset, error.words, error.is_overload) == (0, "something else", False)
    assert celerrors.explain(error, "text", {}, (), None) == (
        "not-cel",
        "The expression is not right: something else",
        "",
    )
