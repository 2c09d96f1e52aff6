"""What the waivers of a run do, together."""

from datetime import date
from itertools import permutations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bpogov.core.severity import Severity
from bpogov.core.suppression import WaiverState
from bpogov.policy.waiverterms import WaiverTerms
from bpogov.source.document import Document
from bpogov.source.load import load
from bpogov.waiver.applying import apply
from bpogov.waiver.reading import read_waivers
from bpogov.waiver.standing import digest_of
from tests.waiver.bench import (
    EMAIL,
    TODAY,
    VOICE,
    WAIVER,
    applied,
    book,
    case,
    document,
    functions,
    policy,
    told,
    waiver,
)

ALL = waiver(at="$.scope.functions[email].classification")


def test_a_failure_is_accepted_and_the_waiver_is_named() -> None:
    """The report hears what became of the waiver, and which failures it accepts."""
    done = applied(waiver(measure="Monthly audit", ticket="GOV-1"))
    assert {key: one.file for key, one in done.suppressions.items()} == {VOICE.fingerprint: "waivers/a.yaml"}
    (use,) = done.uses
    assert (use.rule, use.engagement, use.at) == ("TST001", "tiny", "$.scope.functions[voice].classification")
    assert (use.requested_by, use.approved_by, use.role) == ("Amy Reed", "Raj Shah", "executive-sponsor")
    assert (use.start, use.until, use.ticket, use.measure) == ("2026-11-01", "2027-03-31", "GOV-1", "Monthly audit")
    assert (use.reason, use.state, use.sentence) == (
        "The brand book goes with it",
        WaiverState.ACTIVE,
        "accepted until 2027-03-31",
    )
    assert (use.location.file, use.fingerprints, done.findings) == ("waivers/a.yaml", (VOICE.fingerprint,), ())


def test_the_first_of_two_waivers_counts() -> None:
    """By file name, whatever the order in which they were read; the other one is a warning."""
    done = applied(waiver(reason="one"), waiver(reason="other"))
    assert done.suppressions[VOICE.fingerprint].reason == "one"
    assert [use.state for use in done.uses] == [WaiverState.ACTIVE, WaiverState.UNUSED]
    assert done.uses[1].sentence == "waives nothing: waivers/a.yaml waives the same"
    assert done.uses[1].fingerprints == ()
    (finding,) = done.findings
    assert told([finding]) == [
        ("$.at", "This waiver waives what waivers/a.yaml waives already", "keep one of the two files")
    ]
    assert (finding.severity, finding.location.file) == (Severity.WARNING, "waivers/b.yaml")


def test_a_wider_waiver_keeps_what_is_left_for_it() -> None:
    """It overlaps with the first one, which is told, but it still accepts the rest."""
    wide = waiver(at="$.scope", value=digest_of(functions(voice="core", email="core")))
    done = applied(waiver(), wide)
    assert {key: one.file for key, one in done.suppressions.items()} == {
        VOICE.fingerprint: "waivers/a.yaml",
        EMAIL.fingerprint: "waivers/b.yaml",
    }
    assert [(use.state, use.fingerprints) for use in done.uses] == [
        (WaiverState.ACTIVE, (VOICE.fingerprint,)),
        (WaiverState.ACTIVE, (EMAIL.fingerprint,)),
    ]


def test_a_waiver_that_does_not_stand_takes_nothing_from_the_next() -> None:
    """A refused, an ended and a changed one before it do not hide the one that is right."""
    refused, ended = waiver(requested_by="Raj Shah"), waiver(until="2026-11-20")
    changed = waiver(value="other")
    done = applied(refused, ended, changed, waiver())
    assert done.suppressions[VOICE.fingerprint].file == "waivers/d.yaml"
    assert [use.state.value for use in done.uses] == ["refused", "expired", "changed", "active"]


def test_an_ended_waiver_gives_its_finding_back_and_says_so() -> None:
    """Where nothing needs it any more, or a new waiver took its place, it is only to be deleted."""
    text = waiver(until="2026-11-20")
    back = applied(text)
    assert back.suppressions == {}
    assert told(back.findings) == [
        (
            "$.until",
            "This waiver ended on 2026-11-20, so what it waived counts again",
            "mend what TST001 finds, or have a new waiver approved",
        )
    ]
    assert back.findings[0].severity is Severity.WARNING
    for over in (applied(text, on=case(EMAIL)), applied(text, waiver())):
        assert told(over.findings) == [
            (
                "$.until",
                "This waiver ended on 2026-11-20, and there is nothing that it would waive",
                "delete this file",
            )
        ]
        assert over.findings[0].severity is Severity.NOTE


def test_a_part_of_the_engagements_hears_only_of_its_own_waivers() -> None:
    """Whatever is wrong with the others, in a readable way; a file that names no engagement may be meant for any."""
    others = (waiver(engagement="acme", requested_by="Raj Shah"), waiver(engagement="acme", until="2026-11-20"))
    texts = (*others, waiver(engagement="acme", until=None), waiver(requested_by="Raj Shah"), "[", "engagement: [a]\n")
    done = applied(*texts, whole=False)
    assert [use.state.value for use in done.uses] == ["elsewhere"] * 3 + ["refused"] * 3
    assert done.uses[2].sentence == 'the engagement "acme" was not checked in this run'
    assert {finding.location.file for finding in done.findings} == {
        "waivers/d.yaml",
        "waivers/e.yaml",
        "waivers/f.yaml",
    }
    whole = applied(*texts)
    assert {finding.location.file for finding in whole.findings} == {f"waivers/{name}.yaml" for name in "abcdef"}


def test_a_waiver_that_is_named_is_judged_without_its_engagement() -> None:
    """As far as that goes: the people and the dates, but not whether anybody needs it."""
    refused = waiver(engagement="acme", requested_by="Raj Shah")
    ended = waiver(engagement="acme", until="2026-11-20")
    named = {"waivers/a.yaml", "waivers/b.yaml", "waivers/c.yaml"}
    book_ = book(refused, ended, waiver(engagement="acme"), refused)
    done = apply(book_, [case(VOICE)], TODAY, whole=False, named=named)
    assert [use.state.value for use in done.uses] == ["refused", "expired", "elsewhere", "elsewhere"]
    assert [(finding.location.file, finding.severity.value) for finding in done.findings] == [
        ("waivers/a.yaml", "error"),
        ("waivers/b.yaml", "warning"),
    ]
    assert told(done.findings)[1] == (
        "$.until",
        "This waiver ended on 2026-11-20, so it accepts nothing any more",
        "delete this file, or have a new waiver approved",
    )


def test_what_can_be_told_of_a_file_that_cannot_be_read() -> None:
    """As much as is text; what is not stays empty."""
    done = applied("kind: Waiver\nrule: TST001\napproved_by: Raj\nuntil: 7\n")
    (use,) = done.uses
    assert (use.state, use.rule, use.approved_by, use.until) == (WaiverState.REFUSED, "TST001", "", "")
    assert use.sentence == 'The key "apiVersion" is missing'
    (nothing,) = applied("[").uses
    assert (nothing.rule, nothing.state) == ("", WaiverState.REFUSED)


def test_findings_about_waivers_can_be_told_apart() -> None:
    """Each has a fingerprint that does not depend on the others."""
    one = applied(waiver(until="2026-11-20"), waiver(until="2026-11-19"))
    prints = [finding.fingerprint for finding in one.findings]
    assert len({*prints}) == len(prints) == 2
    assert applied(waiver(until="2026-11-20")).findings[0].fingerprint == prints[0]


def test_without_waivers_nothing_is_accepted() -> None:
    """An empty book does nothing."""
    assert applied() == applied(whole=False)
    assert (applied().suppressions, applied().uses, applied().findings) == ({}, (), ())


def test_the_order_of_the_files_does_not_matter() -> None:
    """Whichever is read first."""
    texts = {
        "a": waiver(until="2026-11-20"),
        "b": waiver(),
        "c": waiver(reason="again"),
        "d": waiver(requested_by="raj"),
        "e": ALL,
    }
    documents = [document(text, f"waivers/{name}.yaml") for name, text in texts.items()]
    cases = [case(VOICE, EMAIL)]
    results = [
        apply(read_waivers(some, policy(), WaiverTerms()), cases, TODAY, whole=True)
        for some in permutations(documents, 5)
    ]
    assert all(one == results[0] for one in results[:20])
    assert [use.state.value for use in results[0].uses] == ["expired", "active", "unused", "refused", "active"]


@settings(max_examples=60, deadline=None)
@given(
    st.dates(min_value=date(2026, 1, 1), max_value=date(2028, 12, 31)),
    st.lists(
        st.sampled_from(
            [waiver(), ALL, waiver(until="2026-11-20"), waiver(requested_by="raj"), waiver(value="other"), "[", "a: 1"]
        ),
        max_size=4,
    ),
)
def test_only_a_waiver_that_stands_on_the_day_accepts_anything(day: date, texts: list[str]) -> None:
    """Whatever the day and the files: a proper waiver accepts it, between its first and last day."""
    today = day.isoformat()
    done = applied(*texts, today=today)
    standing = {use.location.file for use in done.uses if use.state in (WaiverState.ACTIVE, WaiverState.ENDS_SOON)}
    assert {one.file for one in done.suppressions.values()} <= standing
    assert all(today <= one.until for one in done.suppressions.values())
    named = sorted(print_ for use in done.uses for print_ in use.fingerprints)
    assert named == sorted(done.suppressions)


ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["TST001", "tiny", "$", "$.scope", "$[", "2026-11-21", "9999-12-31", "0001-01-01", "unknown"]),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["name", "role", "x"]), inner, max_size=2)
    ),
    max_leaves=3,
)


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.sampled_from([*WAIVER, "ticket", "measure", "x-own", "other"]), ANYTHING, max_size=4))
def test_whatever_a_file_holds_it_is_judged(keys: dict[str, Any]) -> None:
    """Strangers write waiver files: none of them raises, and one that stands has two people and an end."""
    file = Document.of({**load(waiver().encode(), "a.yaml").data, **keys}, "waivers/a.yaml")  # type: ignore[dict-item]
    done = apply(read_waivers([file], policy(), WaiverTerms()), [case(VOICE, EMAIL)], TODAY, whole=True)
    (use,) = done.uses
    if done.suppressions:
        assert use.state in (WaiverState.ACTIVE, WaiverState.ENDS_SOON)
        assert (use.requested_by != use.approved_by, use.start <= TODAY <= use.until) == (True, True)
    assert use.state is not WaiverState.REFUSED or done.findings


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=80))
def test_whatever_the_bytes_are_nothing_is_accepted(raw: bytes) -> None:
    """Nobody hits upon a waiver by chance."""
    file = load(raw, "waivers/a.yaml")
    done = apply(read_waivers([file], policy(), WaiverTerms()), [case(VOICE)], TODAY, whole=True)
    assert (done.suppressions, [use.state for use in done.uses]) == ({}, [WaiverState.REFUSED])
