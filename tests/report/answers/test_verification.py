"""What `bpogov verify` shows."""

import json

from bpogov.core.verification import Verification, VerifiedEngagement
from bpogov.report.answers.verification import render, render_engagement, render_json

HELD = VerifiedEngagement(
    file="engagements/acme.yaml",
    remarks=("1 waiver was in force",),
    result="WARNED",
    gate="sign-off",
    today="2026-11-21",
    time="2026-11-22T05:00:00Z",
    signed_by=("client.pub", "provider.pub"),
)
BROKEN = VerifiedEngagement(
    file="b\x1b.yaml",
    failures=(
        'There is no record about "b\x1b.yaml", only about "engagements/acme.yaml"',
        'The record says "PASSED", but the check made again says "FAILED"',
    ),
)


def test_each_engagement_has_its_block() -> None:
    """What the record says, what is wrong, and the verdict last; long sentences are wrapped, signs made visible."""
    verification = Verification("a.jsonl", (HELD, BROKEN), (), 1, "The evidence does not hold for 1 of 2 engagements")
    assert render(verification, width=60) == (
        "engagements/acme.yaml\n"
        "  gate sign-off, warned, checked for 2026-11-21, made\n"
        "    2026-11-22T05:00:00Z\n"
        "  signed with client.pub, provider.pub\n"
        "  note: 1 waiver was in force\n"
        "\n"
        "b␛.yaml\n"
        '  wrong: There is no record about "b␛.yaml", only about\n'
        '    "engagements/acme.yaml"\n'
        '  wrong: The record says "PASSED", but the check made again\n'
        '    says "FAILED"\n'
        "\n"
        "The evidence does not hold for 1 of 2 engagements\n"
    )


def test_what_is_wrong_with_the_file_comes_first() -> None:
    """With its name."""
    verification = Verification("a.jsonl", (), ("The file holds no record",), 1, "The evidence does not hold")
    assert render(verification) == "a.jsonl\n  wrong: The file holds no record\n\nThe evidence does not hold\n"


def test_colours_follow_the_verdict() -> None:
    """Only where they are asked for."""
    assert "\x1b[1;32mfine\x1b[0m\n" in render(Verification("a", (HELD,), (), 0, "fine"), color=True)
    assert "  \x1b[1;31mwrong\x1b[0m: " in render_engagement(BROKEN, color=True)


def test_json_holds_everything() -> None:
    """Every field, as it is."""
    data = json.loads(render_json(Verification("a.jsonl", (HELD, BROKEN), (), 1, "no")))
    assert (data["apiVersion"], data["kind"], data["exit_code"]) == ("bpogov/v1", "Verification", 1)
    assert data["engagements"][0]["signed_by"] == ["client.pub", "provider.pub"]
    assert data["engagements"][1]["failures"] == list(BROKEN.failures)
