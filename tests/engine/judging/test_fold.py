"""One gap, one finding."""

from bpogov.core.fingerprint import fingerprinted
from bpogov.engine.judging.evaluate import evaluate
from bpogov.engine.judging.fold import fold
from tests.engine.bench import TODAY, compiled, engagement, run, written


def rule(at: str, message: str, severity: str = "error") -> str:
    """A rule that finds a place wrong."""
    return f'severity: {severity}\nassert: "false"\nat: "{at}"\nmessage: {message}'


def told(*bodies: str, **sections: object) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """Rule, place, message and the rules that were folded in, of each finding."""
    found = evaluate(compiled(*bodies), engagement(**sections), TODAY).findings
    return [(one.rule, one.location.path, one.message, one.also) for one in found]


def test_what_needs_the_same_missing_part_is_told_once() -> None:
    """The most severe leads and stands at the part that is missing; the others are named."""
    bodies = (
        rule("$.contract.term", "No term", "warning"),
        rule("$.contract.ip.deliverables", "Nobody owns it"),
        rule("$.contract.exit", "No way out"),
    )
    assert told(*bodies) == [
        ("TST002", "$.contract", 'Nobody owns it: "contract" is missing altogether', ("TST001", "TST003")),
    ]
    assert told(*bodies, contract={"ip": {"deliverables": "client"}}) == [
        ("TST003", "$.contract.exit", "No way out", ()),
        ("TST001", "$.contract.term", "No term", ()),
        ("TST002", "$.contract.ip.deliverables", "Nobody owns it", ()),
    ]


def test_a_sentence_about_the_whole_gap_leads() -> None:
    """Among equals the rule that speaks of the missing part itself is heard, in its own words."""
    bodies = (rule("$.contract.term", "No term"), rule("$.contract", "No contract"))
    assert told(*bodies) == [("TST002", "$.contract", "No contract", ("TST001",))]


def test_a_gap_of_one_rule_keeps_its_place() -> None:
    """A single rule points at what it asks for; two parts of one rule are no other rule."""
    assert told(rule("$.contract.term.end", "No end")) == [("TST001", "$.contract.term.end", "No end", ())]
    parts = 'assert:\n  - {{id: aa, that: "false", at: $.contract.term, message: No term}}\n'
    parts += '  - {{id: bb, that: "false", at: $.contract.exit, message: No exit}}'
    assert told(parts.format()) == [
        ("TST001", "$.contract", 'No term: "contract" is missing altogether', ()),
    ]


def test_what_exists_is_never_folded() -> None:
    """Two findings at the same place that exists stay two."""
    found = told(rule("$.title", "Too short"), rule("$.title", "Too dull", "note"))
    assert found == [("TST001", "$.title", "Too short", ()), ("TST002", "$.title", "Too dull", ())]


def test_each_rule_keeps_its_outcome() -> None:
    """A rule that was folded into the finding of another has failed all the same."""
    policy = compiled(rule("$.contract.term", "No term"), rule("$.contract", "No contract"))
    evaluation = evaluate(policy, engagement(), TODAY)
    assert [(one.rule, one.outcome.value, one.reason) for one in evaluation.results] == [
        ("TST001", "fail", "No term"),
        ("TST002", "fail", "No contract"),
    ]


def test_fingerprints_do_not_depend_on_lines_or_words() -> None:
    """A finding is the same when lines move and words change, and another one at another place."""
    body = rule("$.slas[voice].target", "Wrong {{ engagement.title }}")
    one, other = "slas:\n  - {id: voice, target: 1}\n", "# moved\n\nslas:\n  - {id: mail}\n  - {target: 1, id: voice}\n"
    prints = [fingerprinted(run(body, written(text)).findings, "tiny")[0].fingerprint for text in (one, other)]
    assert prints[0] == prints[1]
    elsewhere = fingerprinted(run(body.replace("voice", "mail"), written(other)).findings, "tiny")
    assert elsewhere[0].fingerprint != prints[0]


def test_a_fingerprint_is_the_same_alone_and_folded() -> None:
    """What identifies a failure is its own place, so others that need the same missing part do not change it."""
    policy = compiled(rule("$.contract.term", "No term"), rule("$.contract", "No contract"))
    both = evaluate(policy, engagement(), TODAY)
    term, contract = both.failures
    assert [(one.rule, one.fingerprint) for one in both.findings] == [("TST002", contract.fingerprint)]
    assert fold([term])[0].fingerprint == term.fingerprint != contract.fingerprint
    assert term.finding.location.path == "$.contract.term"


def test_a_failure_tells_what_failed() -> None:
    """The rule, the part of it, the sentence and the place, also where several failures share that."""
    body = "assert: [{id: end, that: 'false', at: $.contract.term, message: No}]"
    failures = evaluate(compiled(body, body.replace("end", "start")), engagement(), TODAY).failures
    assert [(one.rule, one.assertion, one.message, one.path, one.gap) for one in failures] == [
        ("TST001", "end", "No", ("contract", "term"), ("contract",)),
        ("TST002", "start", "No", ("contract", "term"), ("contract",)),
    ]
