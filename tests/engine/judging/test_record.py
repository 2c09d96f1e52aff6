"""What judging a rule collects: sentences that can always be told."""

from bpogov.core.outcome import Outcome
from tests.engine.bench import checking, engagement, reason, run


def test_a_message_that_cannot_be_made() -> None:
    """The title stands in for the message, the remediation for the help; the verdict stays, and it is told."""
    share = "{{{{ {} / size(engagement.goals) }}}}"
    body = f'assert: "false"\nat: $.title\nmessage: "{share.format(1)}"\nhelp: "{share.format(2)}"'
    evaluation = run(body)
    assert evaluation.results[0].outcome is Outcome.FAIL
    assert [(one.message, one.help) for one in evaluation.findings] == [("The title", "Mend it")]
    assert [one.message for one in evaluation.notifications] == [
        'The message of TST001 could not be made: "1 / size(engagement.goals)" gives no value: divide by zero',
        'The message of TST001 could not be made: "2 / size(engagement.goals)" gives no value: divide by zero',
    ]


def test_a_gap_and_a_help_that_speaks_of_it() -> None:
    """Where a needed part is missing, a help that reads it is left out without a word about the rule."""
    body = checking("engagement.contract.term.end > today", "needs: [$.contract.term.end]")
    told = run(body + '\nhelp: "Not {{ engagement.contract.term.end }}"')
    assert [(one.message, one.help) for one in told.findings] == [('"contract.term.end" is not filled in', "Mend it")]
    assert told.notifications == ()
    kept = run(body + '\nhelp: "Write {{ today }}"')
    assert [one.help for one in kept.findings] == ["Write 2026-11-21"]
    each = "for_each: $.slas[*]\nas: sla\non_empty: fail\nassert: has(sla.target)\nat: '@'\nmessage: No"
    each += "\nhelp: Not {{ sla.id }}"
    assert [(one.message, one.help) for one in run(each).findings] == [("The title", "Mend it")]
    assert [one.help for one in run(each, engagement(slas=[{"id": "voice"}])).findings] == ["Not voice"]


def test_a_message_about_a_broken_part() -> None:
    """A hole that reads what cannot be read in the file is nobody's mistake but the file's."""
    body = "for_each: $.scope.functions[*]\nas: work\non_empty: pass\nassert: has(work.acceptance)\nat: '@'"
    body += "\nmessage: '{{ work.name }}'"
    evaluation = run(body, engagement(scope={"functions": [{"id": "voice", "name": ["no"]}]}))
    assert [one.message for one in evaluation.findings] == ["The title"]
    assert evaluation.notifications == ()


def test_errors_in_plain_words() -> None:
    """An expression that reads what is not there names it; another says why it has no value."""
    assert run(checking("dyn({'a': 1}).b == 1")).results[0].reason == (
        '"dyn({\'a\': 1}).b == 1" reads "b", which is not there'
    )
    assert (
        run(checking("int(engagement.title) == 1"))
        .results[0]
        .reason.startswith('"int(engagement.title) == 1" gives no value: ')
    )


def test_a_long_expression_is_cut_in_the_reason() -> None:
    """A report names the expression on one line, and no more of it than can be read."""
    zero = "size(engagement.goals)\n  - size(engagement.goals)"
    told = reason(checking(f"1 / ({zero}) > size([{', '.join(['1'] * 40)}])"))
    assert '"1 / (size(engagement.goals) - size(engagement.goals)) > size([1, 1' in told
    assert "…" in told
    assert "\n" not in told
