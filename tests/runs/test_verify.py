"""Verifying evidence."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpogov.core.errors import BpogovError, UsageError
from bpogov.evidence.envelope import BadEvidenceError, Envelope, read_envelopes, render
from bpogov.evidence.keys import read_private, read_public, signed, signers
from bpogov.runs.sign import sign
from bpogov.runs.verify import VerifyRequest
from tests.policy.files import configuration, rule, shop, write
from tests.runs.bench import BROKEN
from tests.runs.signing import (
    EPOCH,
    KEEPS,
    RECORDS,
    SHOP,
    attested,
    failures,
    keys,
    nobody,
    rewritten,
    signed_off,
    verified,
)
from tests.waiver.bench import waiver


@pytest.fixture(autouse=True)
def folder(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Evidence that the client signed, made at a time that is always the same."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    signed_off()
    return workspace


def _edit(file: str, old: str, new: str) -> None:
    text = Path(file).read_text(encoding="utf-8")
    assert old in text
    write(file, text.replace(old, new))


def _forged(change: Callable[[dict[str, Any]], object]) -> None:
    """Let the client sign a record that is not true."""
    rewritten(change)
    (envelope,) = read_envelopes(Path(RECORDS).read_bytes())
    key = read_private(Path("client").read_bytes(), "client", nobody)
    write(RECORDS, render([signed(Envelope(envelope.payload), key)]))


def test_evidence_that_is_right_holds() -> None:
    """It says which gate passed when, and who signed."""
    verification = verified()
    (found,) = verification.engagements
    assert (verification.exit_code, failures(verification), found.remarks) == (0, [], ())
    assert (found.file, found.result, found.gate) == (SHOP, "PASSED", "sign-off")
    assert (found.today, found.time) == ("2026-11-21", "2026-11-22T00:00:00Z")
    assert found.signed_by == ("client.pub",)
    assert verification.sentence == "The evidence holds for 1 engagement, with the 1 signature asked for"


def _fails_later() -> None:
    """Evidence about an engagement that does not keep a rule."""
    write("own/goals/few-goals.yaml", KEEPS.replace("size() < 4", "size() > 4"))
    attested()


def _to_passed(data: dict[str, Any]) -> None:
    data["predicate"].update(result="PASSED", passedTests=["OWN001"], failedTests=[])


def _rewritten_to_passed() -> None:
    _fails_later()
    rewritten(_to_passed)


def _untrue_but_signed() -> None:
    _fails_later()
    _forged(_to_passed)


def _moved() -> None:
    write("engagements/copy.yaml", shop())
    Path(SHOP).unlink()


def _about_other_bytes() -> None:
    _edit(SHOP, "id: acme-email-support", "id: another")


def _emptied() -> None:
    write(RECORDS, "")


TAMPERED: dict[str, tuple[Callable[[], object], dict[str, Any], list[str]]] = {
    "the engagement is edited": (
        lambda: write(SHOP, shop() + "# more\n"),
        {},
        ["The engagement is not the one of the record: its content was changed"],
    ),
    "a rule is edited": (
        lambda: write("own/goals/few-goals.yaml", KEEPS.replace("< 4", "< 9")),
        {},
        ['The rule file "own/goals/few-goals.yaml" is not the one of the record'],
    ),
    "a rule is added": (
        lambda: write("own/goals/more.yaml", rule(id="OWN002", name="more")),
        {},
        ['The rule file "own/goals/more.yaml" counts here, but the record does not know it'],
    ),
    "the configuration is changed": (
        lambda: write("bpogov.yaml", configuration(packs="[own]", timezone="Europe/Berlin")),
        {},
        ['The configuration file "bpogov.yaml" is not the one of the record'],
    ),
    "a record that failed is shown": (_fails_later, {}, ['The record says that the gate "sign-off" failed']),
    "a record that failed is rewritten": (
        _rewritten_to_passed,
        {},
        [
            'The signature of "client.pub" does not fit the record: one of them was changed',
            'The rule "OWN001" is passed in the record, but failed when it is checked again',
            'The record says "PASSED", but the check made again says "FAILED"',
        ],
    ),
    "a trusted key signed what is not true": (
        _untrue_but_signed,
        {},
        [
            'The rule "OWN001" is passed in the record, but failed when it is checked again',
            'The record says "PASSED", but the check made again says "FAILED"',
        ],
    ),
    "an untrusted key": (
        lambda: None,
        {"keys": ("provider.pub",)},
        ['1 signature is needed, but the record has none: "provider.pub" did not sign it'],
    ),
    "one of two signatures": (
        lambda: None,
        {"keys": ("client.pub", "provider.pub")},
        ['2 signatures are needed, but the record has 1: "provider.pub" did not sign it'],
    ),
    "the signatures are taken away": (
        lambda: write(RECORDS, render([Envelope(read_envelopes(Path(RECORDS).read_bytes())[0].payload)])),
        {},
        ['1 signature is needed, but the record has none: "client.pub" did not sign it'],
    ),
    "a required rule was not checked": (
        lambda: None,
        {"require": ("OWN001", "SLA005")},
        ['The rule "SLA005" has to be kept, but is not there in the record'],
    ),
    "an old record": (
        lambda: None,
        {"max_age": "P30D", "today": "2026-12-22"},
        ["The record is of 2026-11-21, longer ago than 30 days"],
    ),
    "a record from the future": (
        lambda: None,
        {"today": "2026-11-20"},
        ["The record is of 2026-11-22, which lies ahead of 2026-11-20"],
    ),
    "the same bytes under another name": (
        _moved,
        {"paths": ("engagements/copy.yaml",)},
        ['There is no record about "engagements/copy.yaml", only about "engagements/shop.yaml"'],
    ),
    "another engagement under the same name": (
        _about_other_bytes,
        {},
        [
            "The engagement is not the one of the record: its content was changed",
            'The record is about an engagement with the id "acme-email-support", but the id here is "another"',
        ],
    ),
    "a weaker gate": (
        lambda: attested(gate="local"),
        {},
        ['The record is about the gate "local", but "sign-off" is asked for'],
    ),
    "a file that is no evidence": (
        lambda: write(RECORDS, "{}\n"),
        {},
        ["Line 1 of the file is not a signed record as bpogov writes it"],
    ),
    "an empty file": (_emptied, {}, ["The file holds no record"]),
}


@pytest.mark.parametrize("case", TAMPERED)
def test_tampering_is_caught(case: str) -> None:
    """Each in a plain sentence of its own, with exit code 1."""
    tamper, asked, sentences = TAMPERED[case]
    tamper()
    verification = verified(**asked)
    assert failures(verification) == sentences
    assert verification.exit_code == 1
    assert verification.sentence.startswith("The evidence does not hold")


def test_without_the_check_made_again_an_untrue_record_holds() -> None:
    """What `--no-recheck` means is said; files are still compared."""
    _untrue_but_signed()
    verification = verified(recheck=False)
    (found,) = verification.engagements
    assert (verification.exit_code, found.remarks) == (
        0,
        ("The check was not made again, so the record is as true as those who signed it",),
    )
    write(SHOP, shop() + "# more\n")
    assert failures(verified(recheck=False)) == ["The engagement is not the one of the record: its content was changed"]


def test_two_parties_sign() -> None:
    """The threshold is all keys, or what is asked for; the same key in two files is one."""
    text, _ = sign(VerifyRequest((SHOP,), RECORDS, today="2026-11-22"), "provider", nobody)
    write(RECORDS, text)
    both = verified(keys=("client.pub", "provider.pub"))
    assert (both.exit_code, both.engagements[0].signed_by) == (0, ("client.pub", "provider.pub"))
    assert both.sentence == "The evidence holds for 1 engagement, with the 2 signatures asked for"
    keys("stranger")
    three = ("stranger.pub", "client.pub", "provider.pub")
    assert failures(verified(keys=three)) == [
        '3 signatures are needed, but the record has 2: "stranger.pub" did not sign it'
    ]
    assert verified(keys=three, threshold=2).exit_code == 0
    write("again.pub", Path("client.pub").read_text(encoding="utf-8"))
    with pytest.raises(UsageError, match=r"^--threshold 2 can never be reached, because 1 different key was given$"):
        verified(keys=("client.pub", "again.pub"), threshold=2)


def test_waivers_and_versions_are_remarked() -> None:
    """They are no fault by themselves."""

    def change(data: dict[str, Any]) -> None:
        data["predicate"]["bpogov"]["version"] = "0.0.1"

    _forged(change)
    (found,) = verified().engagements
    assert (found.failures, [one.split(",")[0] for one in found.remarks]) == (
        (),
        ['The record was made with bpogov "0.0.1"'],
    )


@pytest.mark.parametrize(("count", "words"), [(1, "1 waiver was in force"), (2, "2 waivers were in force")])
def test_waivers_that_were_in_force_are_counted(count: int, words: str) -> None:
    """Whoever relies on the record should know them."""
    _forged(lambda data: data["predicate"]["bpogov"].update(waivers=[{}] * count))
    assert verified().engagements[0].remarks == (words,)


def _waived() -> None:
    """Evidence about an engagement with a rule that it does not keep, and a waiver for that."""
    title = shop().partition("\ntitle: ")[2].partition("\n")[0]
    asked = {"assert_": "engagement.title.size() < 3", "at": "$.title", "message": "The title is long"}
    write("own/goals/few-goals.yaml", rule(id="OWN001", from_="draft", severity="error", **asked))
    write("waivers/title.yaml", waiver(rule="OWN001", engagement="acme-email-support", at="$.title", value=title))
    attested()


def test_a_waiver_is_part_of_the_evidence() -> None:
    """Without it, or with another one, the record does not hold; a waiver of another engagement changes nothing."""
    _waived()
    (found,) = verified().engagements
    assert (found.failures, found.result, found.remarks) == ((), "WARNED", ("1 waiver was in force",))
    write("engagements/b.yaml", shop().replace("id: acme-email-support", "id: another"))
    write("waivers/b.yaml", waiver(rule="OWN001", engagement="another", at="$.title", value="x"))
    assert failures(verified()) == []
    Path("waivers/title.yaml").rename("waivers/moved.yaml")
    assert failures(verified()) == [
        'The waiver file "waivers/title.yaml" counted when the record was made, but does not count here',
        'The waiver file "waivers/moved.yaml" counts here, but the record does not know it',
    ]


def test_unsigned_evidence_says_what_it_is_worth() -> None:
    """It agrees with the files, and that is all."""
    Path(RECORDS).unlink()
    attested(sign_key=None)
    verification = verified(keys=())
    assert (verification.exit_code, verification.engagements[0].remarks) == (0, ("Nobody signed the record",))
    assert verification.sentence.endswith(
        "but it is not signed: it is only worth as much as the history of the repository"
    )
    write(SHOP, shop() + "# more\n")
    assert verified(keys=()).exit_code == 1


def test_records_of_several_engagements_and_days() -> None:
    """Each is checked for its own day; one without a record fails alone, and the others are told apart."""
    write("engagements/b.yaml", shop().replace("id: acme-email-support", "id: another"))
    first = Path(RECORDS).read_text(encoding="utf-8")
    Path(RECORDS).unlink()
    attested("engagements/b.yaml", today="2026-11-20")
    write(RECORDS, first + Path(RECORDS).read_text(encoding="utf-8"))
    assert verified("engagements").sentence == "The evidence holds for 2 engagements, with the 1 signature asked for"
    assert [one.today for one in verified("engagements").engagements] == ["2026-11-20", "2026-11-21"]
    write("engagements/c.yaml", shop().replace("id: acme-email-support", "id: a-third"))
    verification = verified("engagements")
    assert verification.sentence == "The evidence does not hold for 1 of 3 engagements"
    assert [one.file for one in verification.engagements if one.failures] == ["engagements/c.yaml"]


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"keys": ()}, '"shop.intoto.jsonl" is signed, but no key was given to check the signatures with'),
        ({"keys": ("client",)}, '"client" holds a private key, which nobody needs for checking a signature'),
        ({"keys": ("no.pub",)}, 'There is no file "no.pub"'),
        ({"attestation": "no.jsonl"}, 'There is no file "no.jsonl"'),
        ({"paths": ("no.yaml",)}, 'There is no file or folder "no.yaml"'),
        ({"threshold": 0}, "--threshold 0 can never be reached, because 1 different key was given"),
        ({"keys": (), "threshold": 1}, "--threshold 1 can never be reached, because 0 different keys were given"),
        ({"max_age": "a while"}, None),
        (
            {"keys": (), "recheck": False},
            "Without a key and without checking again, evidence proves nothing: anybody can write it",
        ),
        ({"today": "tomorrow"}, None),
        ({"gate": "no-gate"}, None),
    ],
)
def test_what_cannot_be_verified_is_no_verdict(asked: dict[str, Any], sentence: str | None) -> None:
    """Signatures without a key, files that cannot be read, demands that make no sense."""
    with pytest.raises(UsageError) as caught:
        verified(**asked)
    assert sentence in {None, caught.value.problems[0].message}


def test_what_cannot_be_checked_again_is_no_verdict() -> None:
    """The reasons are told too."""
    write("own/goals/breaks.yaml", BROKEN)
    with pytest.raises(BpogovError) as caught:
        verified()
    assert "The engagements cannot be checked again" in [one.message for one in caught.value.problems]


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before anything in it is looked at."""
    monkeypatch.setattr("bpogov.runs.verify.read", lambda *_: b"x" * (64 * 1024 * 1024 + 1))
    with pytest.raises(UsageError, match=r'^"shop\.intoto\.jsonl" is larger than 64 MiB'):
        verified(keys=())


def _said() -> list[str]:
    """What verifying says, whether it came to a verdict or not; nothing where the evidence holds."""
    try:
        return failures(verified())
    except BpogovError as error:
        return [problem.message for problem in error.problems]


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_one_byte_changed_anywhere_is_caught(data: st.DataObject) -> None:
    """In the evidence, the engagement, the rules or the configuration: in a sentence, never with a trace."""
    file = Path(data.draw(st.sampled_from([RECORDS, RECORDS, SHOP, "own/goals/few-goals.yaml", "own/pack.yaml"])))
    content = file.read_bytes()
    spot = data.draw(st.integers(0, len(content) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != content[spot]))
    file.write_bytes(content[:spot] + bytes([other]) + content[spot + 1 :])
    try:
        assert _said()
    finally:
        file.write_bytes(content)


def test_every_bit_of_an_envelope_counts() -> None:
    """None of them can be turned without notice."""
    key = read_public(Path("client.pub").read_bytes(), "client.pub")
    private = read_private(Path("client").read_bytes(), "client", nobody)
    content = render([signed(Envelope(b"{}"), private)]).encode()

    def holds(text: bytes) -> bool:
        try:
            return any(signers(one, [key]) for one in read_envelopes(text))
        except BadEvidenceError:
            return False

    turned = (
        content[:spot] + bytes([content[spot] ^ (1 << bit)]) + content[spot + 1 :]
        for spot in range(len(content))
        for bit in range(8)
    )
    assert [text for text in turned if holds(text)] == []
    assert holds(content)
