"""What the shipped rules say to a person: one plain sentence, and a help that works when it is followed."""

import re

import pytest

from bpogov.report.plain.prose import passages
from tests.packs.fired import Fired, fired
from tests.packs.paste import parsed, pasted, snippets

WIDEST = 70
"""Columns that a snippet has beside its indent in a report of 80."""

ON_THEIR_OWN = {
    ("AUT003", "meetings"): "several meetings have to be shortened",
    ("AUT005", "reasoned"): "it replaces the rule without a reason",
    ("COM001", "first-known"): "it belongs to the meeting that the message names",
    ("COM002", "both-sides"): "it names people, and the reader has others",
    ("CTR001", "before-signing"): "its dates lie behind some signatures",
    ("CUL001", "missing"): "it belongs to the culture, the finding to the market",
    ("CUL001", "region"): "it belongs to the culture, the finding to the market",
    ("GOL005", "before-signing"): "its date lies behind some signatures",
    ("OUT004", "joint"): "it names people, and the reader has others",
    ("OUT006", "goals"): "it names a goal, and the reader has others",
    ("PPL006", "sponsor-last"): "it names people, and the reader has others",
    ("PPL007", "whole-ladder"): "its times are long for some incidents",
    ("SCP003", "before-signing"): "its date lies behind some signatures",
    ("SLA003", "steps-in-order"): "it replaces the steps that are out of order",
    ("SLA006", "twice"): "it replaces one of the two steps at one limit",
}
"""Findings whose snippet does not mend the example as it stands, and why: by rule and part of the rule."""

RULES = [pytest.param(found, id=rule) for rule, found in fired().items()]


def _outside_quotes(text: str) -> str:
    return re.sub(r'"[^"]*"', "…", text)


@pytest.mark.parametrize("found", RULES)
def test_a_message_is_one_short_sentence(found: tuple[Fired, ...]) -> None:
    """It starts with a capital, is at most 160 characters long, and has no second sentence and no full stop."""
    messages = {one.failure.message for one in found}
    assert [text for text in messages if not re.match(r"[A-Z]", text)] == []
    assert [text for text in messages if len(text) > 160 or "\n" in text] == []
    assert [text for text in messages if re.search(r"[.;?!](\s|$)", _outside_quotes(text))] == []


@pytest.mark.parametrize("found", RULES)
def test_a_help_says_what_to_do(found: tuple[Fired, ...]) -> None:
    """It is one sentence that starts with a small letter, without a full stop, and with a colon before a snippet."""
    for text in {one.failure.finding.help for one in found}:
        lead, *rest = passages(text.strip())
        sentence = lead.lines[0]
        assert re.match(r"[a-z]", sentence), sentence
        assert len(sentence) <= 140, sentence
        assert not re.search(r"[.;](\s|$)", _outside_quotes(sentence.replace('"?', '"'))), sentence
        assert [passage.snippet for passage in rest] in ([], [True]), text
        assert sentence.endswith(":") == bool(rest), sentence


@pytest.mark.parametrize("found", RULES)
def test_a_snippet_fits_beside_its_indent(found: tuple[Fired, ...]) -> None:
    """A terminal of 80 columns shows it without breaking a line."""
    helps = [passages(one.failure.finding.help.strip()) for one in found]
    lines = {line for parts in helps for part in parts if part.snippet for line in part.lines}
    assert [line for line in lines if len(line) > WIDEST] == []


@pytest.mark.parametrize("found", RULES)
def test_a_snippet_mends_the_finding(found: tuple[Fired, ...]) -> None:
    """Pasted near the finding it is a valid part of the file, and on some example the finding is gone."""
    tried: dict[str, bool] = {}
    for one in found:
        part = one.failure.assertion
        for snippet in snippets(one.failure.finding.help):
            data = pasted(one.engagement, one.failure.path, parsed(snippet))
            mended = data is not None and not one.still_fires(data)
            tried[part] = tried.get(part, False) or mended
    rule = found[0].failure.rule
    failed = {(rule, part) for part, mended in tried.items() if not mended}
    assert failed == {key for key in ON_THEIR_OWN if key[0] == rule}
