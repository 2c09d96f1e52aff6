"""The baseline: what is known, and only that."""

from itertools import permutations

import pytest

from bpogov.core.finding import Finding, Notification
from bpogov.core.location import Location
from bpogov.core.outcome import Outcome
from bpogov.core.severity import Severity
from bpogov.core.suppression import SuppressionKind
from bpogov.waiver.baseline import (
    Accepted,
    Baseline,
    accept,
    entry_of,
    firm_rules,
    left_of,
    may_be_accepted,
    read_baseline,
    remarks,
    write_baseline,
)
from bpogov.waiver.form import BaselineEntry
from bpogov.waiver.judging import Case
from tests.policy.files import only, path, place
from tests.waiver.bench import Found, case, case_of, document, engagement, policy


def failure(digit: str, rule: str = "TST001") -> Found:
    """A failure with a fingerprint of one digit."""
    return Found(rule, "kept", ("scope",), digit * 32)


def entry(digit: str, rule: str = "TST001", owner: str = "tiny") -> BaselineEntry:
    """An entry of a baseline."""
    return BaselineEntry(fingerprint=digit * 32, rule=rule, engagement=owner, at="$.scope")


def baseline(*entries: BaselineEntry) -> Baseline:
    """A baseline file, written and read again."""
    problems: list[Notification] = []
    read = read_baseline(document(write_baseline(entries), "known.yaml"), problems)
    assert problems == []
    assert read is not None
    return read


def done(known: Baseline, *cases: Case, waived: tuple[str, ...] = (), whole: bool = True) -> Accepted:
    """What a baseline does to some cases."""
    return accept(known, cases, waived, firm_rules(policy()), whole=whole)


def digits(entries: tuple[BaselineEntry, ...]) -> str:
    """Which entries."""
    return "".join(one.fingerprint[0] for one in entries)


def test_the_text_is_the_same_whatever_the_order() -> None:
    """Sorted, each once, and read back as it was."""
    entries = (entry("b"), entry("a", owner="acme"), entry("c", "TST000"), entry("b"))
    texts = {write_baseline(some) for some in permutations(entries)}
    assert len(texts) == 1
    assert digits(baseline(*entries).entries) == "acb"
    assert texts.pop().startswith("# Findings that were known when this check was introduced")


def test_an_entry_says_what_it_is_about() -> None:
    """For the reader: rule, engagement, place and sentence."""
    finding = Finding("TST001", Severity.ERROR, 'A "core" thing', Location("a.yaml", "$.scope"), fingerprint="a" * 32)
    text = write_baseline([entry_of("tiny", finding)])
    assert text.splitlines()[3:] == [
        "findings:",
        '  - fingerprint: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"',
        '    rule: "TST001"',
        '    engagement: "tiny"',
        '    at: "$.scope"',
        '    message: "A \\"core\\" thing"',
    ]


@pytest.mark.parametrize(
    ("text", "where", "message"),
    [
        ("findings: []", "$.apiVersion", 'The key "apiVersion" is missing'),
        ("apiVersion: bpogov/v1\nkind: Baseline\n", "$.findings", 'The key "findings" is missing'),
        (
            "apiVersion: bpogov/v1\nkind: Baseline\nfindings: [{fingerprint: abc, rule: A, engagement: b, at: $}]\n",
            "$.findings[0].fingerprint",
            '"abc" is not how "fingerprint" is written',
        ),
    ],
)
def test_a_broken_baseline_is_no_baseline(text: str, where: str, message: str) -> None:
    """Its mistakes are told at their places."""
    problems: list[Notification] = []
    assert read_baseline(document(text, "known.yaml"), problems) is None
    assert (path(problems[0]), problems[0].message) == (where, message)


def test_what_is_known_is_accepted() -> None:
    """By its fingerprint, its rule and its engagement; what a waiver accepts already stays with the waiver."""
    known = baseline(entry("a"), entry("b"), entry("c", "TST009"), entry("d", owner="acme"))
    found = done(known, case(*(failure(digit) for digit in "abcde")), waived=("b" * 32,))
    (suppression,) = found.suppressions.values()
    assert list(found.suppressions) == ["a" * 32]
    assert (suppression.kind, suppression.file, suppression.until) == (SuppressionKind.BASELINE, "known.yaml", "")
    assert suppression.reason == "known when the check was introduced"


def test_what_is_gone_is_only_what_was_looked_at() -> None:
    """A rule that was left out or could not be checked, or an engagement that was not in the run, may still need it."""
    known = baseline(entry("a"), entry("b", owner="acme"))
    assert digits(done(known, case()).gone) == "ba"
    assert digits(done(known, case(), whole=False).gone) == "a"
    assert done(known, case(TST001=Outcome.NOT_CHECKED), whole=False).gone == ()
    assert done(known, case(TST001=Outcome.ERROR), whole=False).gone == ()
    assert done(known, case_of(engagement()), whole=False).gone == ()
    assert digits(done(known, case(), case(on=engagement(id=None))).gone) == "a"
    assert done(known, case(failure("a")), case(failure("b"), on=engagement(id="acme"))).gone == ()


def test_a_file_without_an_id_is_called_by_its_name() -> None:
    """As its fingerprints do."""
    known = baseline(entry("a", owner="engagements/tiny.yaml"))
    assert list(done(known, case(failure("a"), on=engagement(id=None))).suppressions) == ["a" * 32]


def test_what_may_not_be_accepted() -> None:
    """Text and structure, waivers, rules that are locked, and rules that say so: an entry for them does not count."""
    assert firm_rules(policy()) == {"TST002", "TST003"}
    for rule in ("YML001", "STR002", "LIF003", "TST002", "TST003"):
        assert not may_be_accepted(rule, firm_rules(policy()))
        found = done(baseline(entry("a", rule)), case(failure("a", rule)))
        assert (found.suppressions, digits(found.refused), found.gone) == ({}, "a", ())
    assert may_be_accepted("TST001", firm_rules(policy()))


def test_a_baseline_shrinks_and_never_grows() -> None:
    """What is gone or refused leaves it; what is new does not enter it."""
    known = baseline(entry("a"), entry("b"), entry("c", "TST002"))
    found = done(known, case(failure("a"), failure("e")))
    assert (digits(found.gone), digits(found.refused)) == ("b", "c")
    assert left_of(known, found) == (entry("a"),)


def test_what_a_run_says_of_a_baseline() -> None:
    """That it can shrink, and that it holds what does not count; nothing where it fits."""
    known = baseline(entry("a"), entry("b"), entry("c", "TST002"), entry("d", "TST002"))
    firm, gone = sorted(remarks(known, done(known, case())), key=lambda one: one.severity)[::-1]
    assert (firm.severity, firm.code, firm.message) == (
        Severity.WARNING,
        "baseline-refused",
        "Findings of TST002 may not be accepted, so what the baseline says of it does not count",
    )
    assert (gone.severity, gone.code, gone.message) == (
        Severity.NOTE,
        "baseline-gone",
        "2 findings of the baseline are gone",
    )
    assert gone.help == '"bpogov baseline known.yaml" takes out what is gone'
    assert place(gone) == ("known.yaml", 5, 3)
    one = baseline(entry("a"))
    assert only(remarks(one, done(one, case()))).message == "1 finding of the baseline is gone"
    assert remarks(one, done(one, case(failure("a")))) == []
