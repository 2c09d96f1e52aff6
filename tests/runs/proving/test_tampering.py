"""Whatever is changed after a gate passed is caught when its evidence is verified."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpogov.core.errors import BpogovError
from bpogov.evidence.envelope import BadEvidenceError, Envelope, read_envelopes, render
from bpogov.evidence.keys import read_private, read_public, signed, signers
from tests.policy.files import configuration, rule, shop, write
from tests.runs.proving.signing import (
    KEEPS,
    RECORDS,
    SHOP,
    attested,
    failures,
    forged,
    nobody,
    rewritten,
    verified,
)

pytestmark = pytest.mark.usefixtures("signed_evidence")


def _edit(file: str, old: str, new: str) -> None:
    text = Path(file).read_text(encoding="utf-8")
    assert old in text
    write(file, text.replace(old, new))


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
    forged(_to_passed)


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
