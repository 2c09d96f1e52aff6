"""Verifying evidence."""

from pathlib import Path
from typing import Any

import pytest

from bpogov.core.errors import BpogovError, UsageError
from bpogov.runs.proving.sign import sign
from bpogov.runs.proving.verify import VerifyRequest
from tests.policy.files import rule, shop, write
from tests.runs.bench import BROKEN
from tests.runs.proving.signing import (
    RECORDS,
    SHOP,
    attested,
    failures,
    forged,
    keys,
    nobody,
    verified,
)
from tests.waiver.bench import waiver

pytestmark = pytest.mark.usefixtures("signed_evidence")


def test_evidence_that_is_right_holds() -> None:
    """It says which gate passed when, and who signed."""
    verification = verified()
    (found,) = verification.engagements
    assert (verification.exit_code, failures(verification), found.remarks) == (0, [], ())
    assert (found.file, found.result, found.gate) == (SHOP, "PASSED", "sign-off")
    assert (found.today, found.time) == ("2026-11-21", "2026-11-22T00:00:00Z")
    assert found.signed_by == ("client.pub",)
    assert verification.sentence == "The evidence holds for 1 engagement, with the 1 signature asked for"


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

    forged(change)
    (found,) = verified().engagements
    assert (found.failures, [one.split(",")[0] for one in found.remarks]) == (
        (),
        ['The record was made with bpogov "0.0.1"'],
    )


@pytest.mark.parametrize(("count", "words"), [(1, "1 waiver was in force"), (2, "2 waivers were in force")])
def test_waivers_that_were_in_force_are_counted(count: int, words: str) -> None:
    """Whoever relies on the record should know them."""
    forged(lambda data: data["predicate"]["bpogov"].update(waivers=[{}] * count))
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
    monkeypatch.setattr("bpogov.runs.proving.verify.read", lambda *_: b"x" * (64 * 1024 * 1024 + 1))
    with pytest.raises(UsageError, match=r'^"shop\.intoto\.jsonl" is larger than 64 MiB'):
        verified(keys=())
