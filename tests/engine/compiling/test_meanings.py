"""Texts that are more than text: what may be compared with what."""

import pytest

from tests.engine.bench import checking, compiled, mistake, place_of, position, rule_text, told

NOTICE = "needs: [$.contract.renewal.notice, $.contract.renewal.period, $.contract.term.end, $.meetings]"
PERIOD = "engagement.contract.renewal.period"
HELD = "engagement.contract.renewal.notice"


@pytest.mark.parametrize(
    ("expression", "corrected"),
    [
        (f"{HELD} <= {PERIOD}", f"use dates.at_most({HELD}, {PERIOD})"),
        (f"{HELD} >= 'P30D'", f"use dates.at_least({HELD}, 'P30D')"),
        (f"{HELD} < 'P30D'", f"use !dates.at_least({HELD}, 'P30D')"),
        (f"'P30D' > {HELD}", f"use !dates.at_most('P30D', {HELD})"),
        (f"{HELD} > params.limit", f"use !dates.at_most({HELD}, params.limit)"),
        (
            "engagement.meetings.exists(m, has(m.cadence) && m.cadence < 'weekly')",
            "use cadence.largest_gap(meetings, today)",
        ),
        ("engagement.meetings.exists(m, has(m.start) && m.start < '09:00')", "use the functions of the theme hours"),
        ("engagement.meetings.exists(m, m.?duration.orValue('P1D') < 'P2D')", "use !dates.at_least(…, 'P2D')"),
    ],
)
def test_not_letter_by_letter(expression: str, corrected: str) -> None:
    """Durations, rhythms and times are not compared as text; the help shows the call that knows what they mean."""
    more = f"{NOTICE}\nparameters: {{limit: {{type: duration, default: P30D, description: x}}}}"
    code, message, help_ = told(checking(expression, more))
    assert (code, help_.replace("'…'", "…")) == ("compared-as-text", corrected)
    assert "would compare letter by letter" in message


def test_the_place_of_a_comparison() -> None:
    """The mistake stands at the sign."""
    body = checking(f"{HELD} <= {PERIOD}", NOTICE)
    assert position(mistake(body)) == place_of(rule_text(body), "<=")


@pytest.mark.parametrize(
    ("expression", "word", "help_"),
    [
        ("engagement.status == 'lve'", "lve", "did you mean 'live'?"),
        ("'zzz' != engagement.status", "zzz", "write one of: draft, in-review, signed, live, exiting, ended"),
        ("engagement.status in ['live', 'sined']", "sined", "did you mean 'signed'?"),
        ("'clientt' in engagement.contacts.map(c, c.side)", "clientt", "did you mean 'client'?"),
        ("engagement.contacts.exists(c, has(c.role) && 'site-led' in c.role)", "site-led", "did you mean 'site-lead'?"),
    ],
)
def test_words_that_never_occur(expression: str, word: str, help_: str) -> None:
    """A word that the field can never have is a mistake with the nearest one."""
    code, message, found = told(checking(expression))
    assert (code, found) == ("unknown-word", help_)
    assert f'is never "{word}"' in message


@pytest.mark.parametrize(
    ("expression", "code", "message"),
    [
        ("engagement.contract.term.end > '21.11.2026'", "wrong-literal", 'is a date, and "21.11.2026" is not'),
        ("today == 'tomorrow'", "wrong-literal", 'today is a date, and "tomorrow" is not'),
        (
            f"{HELD} == engagement.contract.term.end",
            "wrong-meaning",
            "is a length of time, but it is compared with a date",
        ),
        (
            "engagement.status == today",
            "wrong-meaning",
            "engagement.status is a word of a list, but it is compared with a date",
        ),
        (f"dates.at_most({HELD}, 'two weeks or so')", "wrong-literal", "two weeks or so"),
        (
            f"dates.at_most({HELD}, today)",
            "wrong-meaning",
            "dates.at_most expects a length of time here, but today is a date",
        ),
        (
            f"dates.days_between(today, {HELD}) > 3",
            "wrong-meaning",
            f"expects a date here, but {HELD} is a length of time",
        ),
        (
            f"dates.add(today, dates.add(today, {HELD})) > today",
            "wrong-meaning",
            "dates.add expects a length of time here, but this is a date",
        ),
    ],
)
def test_meanings_that_do_not_fit(expression: str, code: str, message: str) -> None:
    """A date is compared with dates, and a calculation gets what it expects."""
    found = told(checking(expression, NOTICE))
    assert found[0] == code
    assert message in found[1]


@pytest.mark.parametrize(
    "expression",
    [
        "engagement.contract.term.end > '2026-11-21' && engagement.contract.term.end >= today",
        "engagement.?contract.?term.?start.orValue('') == ''",
        f"dates.at_most({HELD}, {PERIOD}) && dates.at_most('weekly', 'P14D') && dates.at_least({HELD}, 'P30D')",
        f"dates.add(today, {HELD}) > engagement.contract.term.end",
        f"{HELD} != {PERIOD} && {HELD} == '30 days'",
        "engagement.status == 'live' || engagement.status in ['draft', engagement.tier]",
        "engagement.title < 'M' && engagement.title == engagement.id",
        "engagement.meetings.all(m, cadence.dated(m)) && metrics.units_for('csat').size() > 0",
        "engagement.?contacts_ref.or(optional.of('x')).orValue(engagement.title) == ''",
        "engagement.?contacts_ref.orValue('none') == 'none'",
        "(engagement.goals.map(g, g.id) + ['x']).size() > 0 && 'a' + 'b' == 'ab'",
        "engagement.?contract.?term.or(engagement.?contract.?term).hasValue()",
    ],
)
def test_what_fits(expression: str) -> None:
    """Dates are compared as text, durations by the functions, words with words of the field."""
    compiled(checking(expression, NOTICE))


@pytest.mark.parametrize(
    "expression",
    [
        "size(engagement.?regimes.orValue(['x'])) > 0 && engagement.regimes.size() > 0",
        "engagement.?contacts_ref.orValue('x') != '' && engagement.contacts_ref == 'a'",
        "engagement.?slas.or(engagement.?slas).hasValue() && engagement.slas.size() > 0",
        "engagement.?slas.value().size() > 0",
    ],
)
def test_a_default_is_no_guard(expression: str) -> None:
    """What holds for a default says nothing about the part that may be absent."""
    assert told(checking(expression))[0] == "unguarded-read"


def test_an_optional_is_the_same_wherever_it_is_written() -> None:
    """An optional that has a value can be opened, also where it is written out twice."""
    both = "engagement.?slas.or(engagement.?slas)"
    compiled(checking(f"{both}.hasValue() && {both}.value().size() > 0"))
