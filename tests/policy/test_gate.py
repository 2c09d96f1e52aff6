"""Gates in a configuration."""

import pytest

from bpogov.core.errors import UsageError
from bpogov.core.gate import BUILT_IN
from bpogov.core.status import Status
from tests.policy.files import configuration, configured, configured_problems, only, path, rule, write, write_pack

pytestmark = pytest.mark.usefixtures("workspace")


def given(gates: str, parent: str = "") -> None:
    """A repository with a pack of its own, these gates, and those of a parent configuration."""
    write_pack("own", rule())
    if parent:
        write("group/bpogov.yaml", configuration(gates=parent))
    write("bpogov.yaml", configuration(packs="[./own]", gates=gates, extends="group/bpogov.yaml" if parent else None))


def test_without_a_configuration_there_are_four() -> None:
    """They are always there, and an empty entry changes nothing."""
    given("{ci: }")
    assert configured().gates == BUILT_IN


def test_a_gate_is_made_stricter() -> None:
    """Each of its demands; promotions of several layers add up."""
    given(
        "{sign-off: {fail_on: note, as: signed, promote: [OWN]}, ci: {unknown: blocks}, pre-commit: {only: [all]}}",
        "{sign-off: {fail_on: warning, promote: [OWN001]}, pre-commit: {only: [LIF002, OWN]}}",
    )
    gates = configured().gates
    sign_off = gates["sign-off"]
    assert (sign_off.fail_on, sign_off.as_status, sign_off.promote) == ("note", Status.SIGNED, ("OWN001", "OWN"))
    assert (gates["ci"].unknown_blocks, gates["pre-commit"].only) == (True, ())


def test_an_own_gate_says_what_it_likes() -> None:
    """Without `like` it starts from ci and may be narrow; with it, it inherits, whatever the order in the file."""
    given("{renewal: {like: board, fail_on: warning}, board: {like: sign-off}, terms: {only: [OWN], fail_on: warning}}")
    gates = configured().gates
    assert (gates["renewal"].fail_on, gates["renewal"].whole, gates["renewal"].name) == ("warning", True, "renewal")
    assert (gates["terms"].only, gates["terms"].whole) == (("OWN",), False)


@pytest.mark.parametrize(
    ("gates", "place", "message"),
    [
        (
            "{strict: {like: ci, fail_on: warning}, looser: {like: strict, fail_on: error}}",
            "$.gates.looser.fail_on",
            'The gate "looser" is blocked from "warning" on, so it cannot be set to "error"',
        ),
        (
            "{ci: {only: [OWN]}}",
            "$.gates.ci.only",
            'The gate "ci" can be blocked by every rule, so it cannot be narrowed to OWN',
        ),
        (
            "{pre-commit: {only: [OWN]}}",
            "$.gates.pre-commit.only",
            'The gate "pre-commit" can be blocked by LIF002, so it cannot be narrowed to OWN',
        ),
        (
            "{sign-off: {as: draft}}",
            "$.gates.sign-off.as",
            'The gate "sign-off" judges engagements as in-review, so it cannot judge them as draft',
        ),
        (
            "{sign-off: {unknown: passes}}",
            "$.gates.sign-off.unknown",
            'The gate "sign-off" is blocked by what is unknown, so that cannot pass',
        ),
        (
            "{ci: {like: sign-off}}",
            "$.gates.ci.like",
            'The gate "ci" exists already, so it cannot be made like "sign-off"',
        ),
    ],
)
def test_no_layer_weakens_a_gate(gates: str, place: str, message: str) -> None:
    """What would let more pass is an error at its place."""
    given(gates)
    problem = only(configured_problems())
    assert (path(problem), problem.message) == (place, message)


@pytest.mark.parametrize(
    ("gates", "place", "message", "help_"),
    [
        (
            "{mine: {like: sign-of}}",
            "$.gates.mine.like",
            'There is no gate "sign-of" that "mine" could be like',
            'did you mean "sign-off"?',
        ),
        (
            "{mine: {like: zzzzzz}}",
            "$.gates.mine.like",
            'There is no gate "zzzzzz" that "mine" could be like',
            "gates: local, pre-commit, ci, sign-off",
        ),
        (
            "{a: {like: b}, b: {like: a}}",
            "$.gates.a.like",
            'The gate "a" is like itself, through "b"',
            "name another gate, or leave it out",
        ),
        (
            "{ci: {promote: [OWN002]}}",
            "$.gates.ci.promote[0]",
            'No rule of the configured packs is "OWN002", nor starts so',
            'did you mean "OWN001"?',
        ),
        (
            "{pre-commit: {only: [LIF002, ZZZ]}}",
            "$.gates.pre-commit.only[1]",
            'No rule of the configured packs is "ZZZ", nor starts so',
            "`bpogov rules` lists the rules",
        ),
    ],
)
def test_words_that_mean_nothing(gates: str, place: str, message: str, help_: str) -> None:
    """A gate that is like nothing, and rules that do not exist, are errors with the likely word."""
    given(gates)
    problem = configured_problems()[0]
    assert (path(problem), problem.message, problem.help) == (place, message, help_)


def test_a_gate_that_nobody_knows() -> None:
    """The likely one is named, or all that there are."""
    given("{renewal: {}}")
    policy = configured()
    assert policy.gate("renewal").name == "renewal"
    for name, help_ in (
        ("sign-of", 'did you mean "sign-off"?'),
        ("x", "gates: local, pre-commit, ci, sign-off, renewal"),
    ):
        with pytest.raises(UsageError, match=f'There is no gate "{name}"') as caught:
            policy.gate(name)
        assert [problem.help for problem in caught.value.problems] == [help_]
