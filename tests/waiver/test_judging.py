"""Where a waiver stands beside the engagement that it is about."""

import pytest

from bpogov.core.outcome import Outcome
from bpogov.core.severity import Severity
from bpogov.core.suppression import Suppression, SuppressionKind, WaiverState
from bpogov.policy.waiverterms import WaiverTerms
from bpogov.waiver.judging import Case, Judgement, judge
from bpogov.waiver.standing import digest_of
from tests.engine.bench import place_of
from tests.waiver.bench import (
    CONTACTS,
    EMAIL,
    TODAY,
    VOICE,
    book,
    case,
    case_of,
    engagement,
    found,
    functions,
    spot,
    told,
    waiver,
)


def judged(text: str, *cases: Case, today: str = TODAY, remind: str = "P30D", whole: bool = True) -> Judgement:
    """Where one waiver stands, beside the usual engagement or some cases."""
    return judge(book(text).waivers[0], cases or [case(VOICE, EMAIL)], today, remind, whole=whole)


def test_a_proper_waiver_stands() -> None:
    """It covers what its rule finds at its place and below it, and says who answers for it."""
    one = judged(waiver(ticket="GOV-1"))
    assert (one.state, one.sentence, one.covered) == (
        WaiverState.ACTIVE,
        "accepted until 2027-03-31",
        (VOICE.fingerprint,),
    )
    assert one.suppression == Suppression(
        SuppressionKind.WAIVER,
        "waivers/a.yaml",
        "The brand book goes with it",
        "Raj Shah, executive-sponsor",
        "2027-03-31",
        "GOV-1",
    )
    assert one.findings == ()


@pytest.mark.parametrize(
    ("keys", "covered"),
    [
        ({}, [VOICE]),
        ({"rule": "TST001/kept"}, [VOICE]),
        ({"at": "$.scope.functions[email].classification"}, [EMAIL]),
        ({"at": "$.scope", "value": digest_of(functions(voice="core", email="core"))}, [VOICE, EMAIL]),
        ({"at": "$.scope.functions[email]", "value": digest_of(functions(email="core")["functions"][0])}, [EMAIL]),
    ],
)
def test_what_a_waiver_covers(keys: dict[str, str], covered: list[object]) -> None:
    """The whole rule or a part of it, at one place and below."""
    one = judged(waiver(**keys))
    assert one.state is WaiverState.ACTIVE
    assert list(one.covered) == [failure.fingerprint for failure in covered]  # type: ignore[attr-defined]


def test_a_gap_is_covered_by_its_own_place_and_by_what_is_missing() -> None:
    """Nothing stands there, so the waiver says no value."""
    gap = found("contract", "term", "end")
    for at in ("$.contract.term.end", "$.contract"):
        assert judged(waiver(at=at, value=None), case(gap)).covered == (gap.fingerprint,)


@pytest.mark.parametrize(
    ("today", "state", "sentence"),
    [
        ("2026-10-31", WaiverState.NOT_YET, "counts from 2026-11-01"),
        ("2026-11-01", WaiverState.ACTIVE, "accepted until 2027-03-31"),
        ("2027-02-28", WaiverState.ACTIVE, "accepted until 2027-03-31"),
        ("2027-03-01", WaiverState.ENDS_SOON, "ends in 30 days, on 2027-03-31"),
        ("2027-03-30", WaiverState.ENDS_SOON, "ends tomorrow, on 2027-03-31"),
        ("2027-03-31", WaiverState.ENDS_SOON, "ends today, on 2027-03-31"),
        ("2027-04-01", WaiverState.EXPIRED, "ended on 2027-03-31"),
    ],
)
def test_a_waiver_from_day_to_day(today: str, state: WaiverState, sentence: str) -> None:
    """It counts from its first day to its last, and not a day longer."""
    one = judged(waiver(), today=today)
    assert (one.state, one.sentence) == (state, sentence)
    assert (one.suppression is not None) is (state in (WaiverState.ACTIVE, WaiverState.ENDS_SOON))


def test_the_end_of_the_calendar_is_near() -> None:
    """A reminder that would come after the year 9999 comes at once."""
    text = waiver(from_="9999-12-01", until="9999-12-31")
    assert judged(text, today="9999-12-15").state is WaiverState.ENDS_SOON


@pytest.mark.parametrize(("now", "shown"), [("brand-critical", '"brand-critical"'), (None, "nothing")])
def test_a_value_that_changes_ends_the_waiver(now: str | None, shown: str) -> None:
    """The finding counts again, and the sentence says what was approved and what is there now."""
    text = waiver()
    one = judged(text, case(VOICE, on=engagement(scope=functions(voice=now))))
    place = "$.scope.functions[voice].classification"
    message = f'"{place}" was "core" when this was approved, but is {shown} now: the waiver has ended'
    assert (one.state, one.sentence, one.suppression) == (WaiverState.CHANGED, message, None)
    assert told(one.findings) == [("$.value", message, "ask for a new approval, or go back to what was approved")]
    assert (one.findings[0].severity, spot(one.findings[0])) == (Severity.WARNING, place_of(text, "core"))


def test_a_waiver_that_says_no_value_is_told_which_to_write() -> None:
    """A plain value, or the digest of a group."""
    one = judged(waiver(value=None))
    message = 'The waiver says that nothing stands at "$.scope.functions[voice].classification", but it is "core"'
    assert one.state is WaiverState.CHANGED
    assert told(one.findings) == [("$.at", message, 'if this is what was approved, write value: "core"')]
    group = judged(waiver(at="$.scope.functions[voice]", value=None))
    digest = digest_of(functions(voice="core")["functions"][0])
    assert group.findings[0].help == f'if this is what was approved, write value: "{digest}"'


@pytest.mark.parametrize(
    ("requested", "approver", "role", "place", "message"),
    [
        (
            "raj",
            "Raj Shah",
            "executive-sponsor",
            "name",
            '"raj" asks for this waiver and "Raj Shah" approves it, but they are one and the same person',
        ),
        (
            "raj@acme.example",
            "raj",
            "executive-sponsor",
            "name",
            '"raj@acme.example" asks for this waiver and "raj" approves it, but they are one and the same person',
        ),
        (
            "Amy Reed",
            "Ben Cruz",
            "executive-sponsor",
            "name",
            '"Ben Cruz" speaks for the provider, but a person of the client has to approve a waiver',
        ),
        (
            "Raj Shah",
            "amy@acme.example",
            "executive-sponsor",
            "role",
            '"amy@acme.example" is not "executive-sponsor" in the engagement, where this contact has service-owner',
        ),
    ],
)
def test_the_contacts_speak_against_an_approval(
    requested: str, approver: str, role: str, place: str, message: str
) -> None:
    """The requester under another name, the provider, or somebody without the role: none of them approves."""
    text = waiver(requested_by=requested, approved_by=f"{{name: {approver}, role: {role}}}")
    one = judged(text)
    assert (one.state, one.sentence, one.suppression) == (WaiverState.REFUSED, message, None)
    assert [(path, said) for path, said, _ in told(one.findings)] == [(f"$.approved_by.{place}", message)]


def test_an_approver_need_not_be_a_contact() -> None:
    """A role that no contact can have is a matter of the configuration; a contact without any role has none."""
    assert judged(waiver(approved_by="{name: Zoe Ward, role: legal}")).state is WaiverState.ACTIVE
    bare = engagement(
        contacts=[*CONTACTS[:1], {"id": "zoe", "side": "client", "name": "Zoe Ward"}], scope=functions(voice="core")
    )
    one = judged(waiver(approved_by="{name: Zoe Ward, role: legal}"), case(VOICE, on=bare))
    assert one.sentence == '"Zoe Ward" is not "legal" in the engagement, where this contact has no role'


def test_an_own_role_is_not_asked_of_the_contacts() -> None:
    """The words for roles in an engagement are fixed, those of a configuration are not."""
    text = waiver(approved_by="{name: Raj Shah, role: risk-officer}")
    read = book(text, terms=WaiverTerms(approvers=("risk-officer",))).waivers[0]
    assert judge(read, [case(VOICE)], TODAY, "P30D", whole=True).state is WaiverState.ACTIVE


def test_everything_that_is_wrong_is_told_at_once() -> None:
    """What the file says against itself, and what the contacts say."""
    text = waiver(requested_by="raj", until="2028-01-01")
    assert [path for path, _, _ in told(judged(text).findings)] == ["$.until", "$.approved_by.name"]


@pytest.mark.parametrize(
    ("keys", "message", "help_"),
    [
        ({"engagement": "tinny"}, 'There is no engagement "tinny"', 'did you mean "tiny"?'),
        ({"engagement": "acme"}, 'There is no engagement "acme"', "write the id of an engagement, or delete this file"),
    ],
)
def test_an_engagement_that_does_not_exist(keys: dict[str, str], message: str, help_: str) -> None:
    """That is sure only where every engagement was looked at, and each could be read."""
    one = judged(waiver(**keys))
    assert (one.state, told(one.findings)) == (WaiverState.REFUSED, [("$.engagement", message, help_)])
    partly = judged(waiver(**keys), whole=False)
    name = keys["engagement"]
    assert (partly.state, partly.sentence) == (
        WaiverState.ELSEWHERE,
        f'the engagement "{name}" was not checked in this run',
    )
    unread = judged(waiver(**keys), case(), case(on=engagement(id=None)))
    assert (unread.state, unread.findings) == (WaiverState.ELSEWHERE, ())


def test_two_files_with_one_id_get_no_waiver() -> None:
    """Nobody can say which of them is meant; the ids themselves are an error of the engagements."""
    one = judged(waiver(), case(VOICE), case(VOICE))
    assert (one.state, one.sentence, one.covered) == (
        WaiverState.ELSEWHERE,
        '2 files have the id "tiny", so it counts for none of them',
        (),
    )


@pytest.mark.parametrize(
    ("keys", "why"),
    [
        ({}, 'TST001 finds nothing wrong at "$.scope.functions[voice].classification"'),
        (
            {"at": "$.scope.functions[chat].classification"},
            'there is no "$.scope.functions[chat].classification" in engagements/tiny.yaml',
        ),
        ({"rule": "TST004"}, "TST004 is switched off"),
        ({"rule": "TST001/known"}, 'TST001/known finds nothing wrong at "$.scope.functions[voice].classification"'),
    ],
)
def test_a_waiver_that_waives_nothing(keys: dict[str, str], why: str) -> None:
    """It is a warning at the place that it is about: somebody believes that it is needed."""
    text = waiver(**keys)
    one = judged(text, case(EMAIL))
    assert (one.state, one.sentence) == (WaiverState.UNUSED, f"waives nothing: {why}")
    assert told(one.findings) == [("$.at", f"This waiver waives nothing: {why}", "delete this file")]
    assert one.findings[0].severity is Severity.WARNING


def test_what_was_not_looked_at_is_not_called_unused() -> None:
    """A rule that was left out of the run, or that could not be checked, may still need its waiver."""
    assert judged(waiver(), case_of(engagement())).sentence == "TST001 was not looked at in this run"
    for outcome in (Outcome.NOT_CHECKED, Outcome.ERROR):
        one = judged(waiver(), case(TST001=outcome))
        assert (one.state, one.sentence, one.findings) == (WaiverState.ELSEWHERE, "TST001 could not be checked", ())


def test_a_place_by_its_position_is_refused() -> None:
    """Where the item has an id."""
    one = judged(waiver(at="$.scope.functions[0].classification"))
    assert one.state is WaiverState.REFUSED
    assert told(one.findings)[0][2] == 'write at: "$.scope.functions[voice].classification"'
    ended = judged(waiver(at="$.scope.functions[0].classification"), today="2027-04-01")
    assert (ended.state, ended.covered) == (WaiverState.EXPIRED, ())


def test_an_ended_waiver_is_never_honoured() -> None:
    """Whatever else is true of it; it still knows what it was about, where its engagement was checked."""
    one = judged(waiver(), today="2027-04-01")
    assert (one.suppression, one.covered) == (None, (VOICE.fingerprint,))
    assert judged(waiver(engagement="acme"), today="2027-04-01").state is WaiverState.EXPIRED
