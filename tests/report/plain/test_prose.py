"""Advice that mixes sentences and YAML to copy."""

import pytest

from bpogov.report.plain.prose import capitalised, passages


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One line", [["One line"]]),
        ("note: this is a sentence", [["note: this is a sentence"]]),
        ("Two lines\nof one sentence.\n\nAnother  one.\n", [["Two lines of one sentence."], ["Another one."]]),
        ("Write\n\n    a: 1\n      b: 2\n\nor not", [["Write"], ("a: 1", "  b: 2"), ["or not"]]),
        ("Write\na:\n  - b\n- c: 1\nd", [["Write"], ("a:", "  - b", "- c: 1", "d")]),
        ("Write\n- {a: 1}\n\n\tb:", [["Write"], ("- {a: 1}",), ("b:",)]),
        ("", []),
    ],
)
def test_sentences_are_joined_and_snippets_stay(text: str, expected: list[object]) -> None:
    """Paragraphs (lists here) become one line to wrap; snippets (tuples) keep lines and relative indentation."""
    found = [passage.lines if passage.snippet else list(passage.lines) for passage in passages(text)]
    assert found == expected


def test_a_text_by_itself_starts_with_a_capital() -> None:
    """A help starts with a small letter; on a page of its own it does not. What comes after stays."""
    assert capitalised("name a contact:\n\n  owner: amy") == "Name a contact:\n\n  owner: amy"
    assert [capitalised(text) for text in ("", "`bpogov rules`", "ISO")] == ["", "`bpogov rules`", "ISO"]
